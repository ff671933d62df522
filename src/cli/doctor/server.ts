/** The server of this machine, by its files or by its database alone, and whether its admin API answers. */
import { resolve } from "node:path";

import { loadComponentsConfig, loadServicesConfig } from "../../config/load.ts";
import type { ComponentsConfig } from "../../config/schemas/components.ts";
import { type Finding, examine, failed, passed } from "../../core/finding.ts";
import { lockHolder } from "../../platform/lock-holder.ts";
import { adminMethods } from "../../proto/admin-methods.ts";
import { examineServer } from "../../roles/all/doctor/doctor.ts";
import { examineServices } from "../../roles/all/doctor/services.ts";
import { subjectOf, subjectOfDatabase } from "../../roles/all/doctor/subject.ts";
import { statePaths } from "../../roles/all/state-directory.ts";
import { defaultListen } from "../command.ts";
import { AdminClient } from "../server/admin-client.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { lookAt } from "./client.ts";
import { loadExamined } from "./configuration.ts";
import type { Diagnosis } from "./diagnosis.ts";

const answerMs = 5000;

export async function diagnoseComponents(
  terminal: Terminal,
  path: string,
  servicesPath: string | undefined,
): Promise<Diagnosis[]> {
  const now = terminal.clock.now();
  const { findings, value } = await loadExamined("components", path, now, loadComponentsConfig);
  const services = await lookAtServices(servicesPath, now);
  const rest = value === undefined ? [] : await lookAtServer(terminal, value);
  const server: Diagnosis = {
    ...{ role: "server", source: path },
    findings: [...findings, ...services, ...rest],
  };
  if (value?.client === undefined) return [server];
  const source = `client_config of ${path}`;
  return [server, { role: "client", source, findings: await lookAt(terminal, value.client) }];
}

async function lookAtServices(path: string | undefined, now: number): Promise<Finding[]> {
  if (path === undefined) return [];
  const { findings, value } = await loadExamined("services", path, now, loadServicesConfig);
  return [...findings, ...(value ? await examineServices(value) : [])];
}

export async function diagnoseDatabase(terminal: Terminal, path: string): Promise<Diagnosis> {
  const { clock } = terminal;
  const findings = await examine("configuration", async () => {
    const subject = subjectOfDatabase(path, defaultListen);
    const { socket } = statePaths(subject.stateDirectory);
    const found = await examineServer(subject, clock);
    return [...found, ...(await examineAdmin(terminal, subject.stateDirectory, socket))];
  });
  return { role: "server", source: path, findings };
}

async function lookAtServer(terminal: Terminal, components: ComponentsConfig): Promise<Finding[]> {
  const { databasePath, stateDirectory, adminAccess, https, admin } = components;
  if (https === undefined && admin === undefined) return [];
  if (databasePath === undefined || stateDirectory === undefined) {
    const fix = 'Write fleet { database_path: "…" } into the components file.';
    return [failed("database", "no database is configured", fix)];
  }
  const subject = subjectOf(components, databasePath, stateDirectory);
  const socket = adminAccess.unixSocket ?? statePaths(stateDirectory).socket;
  return [
    ...(await examineServer(subject, terminal.clock)),
    ...(await examineAdmin(terminal, stateDirectory, socket)),
  ];
}

/** Only of a server that runs: another one's absence is told already. */
function examineAdmin(terminal: Terminal, folder: string, socket: string): Promise<Finding[]> {
  if (lockHolder(statePaths(folder).lock) === undefined) return Promise.resolve([]);
  return examine("admin", async () => {
    const target = `unix:${resolve(socket)}`;
    using client = new AdminClient({
      address: { target, foundBy: "the configuration" },
      signal: terminal.interrupted,
      deadlineMs: answerMs,
    });
    await client.call(adminMethods.keepAlive, {});
    return passed("admin", `the admin API answers at ${target}`);
  });
}
