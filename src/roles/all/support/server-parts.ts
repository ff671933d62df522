/** What a support bundle has of a server, running or not: from its files and from its own ports on this machine. */
import { existsSync } from "node:fs";

import { loadComponentsConfig } from "../../../config/load.ts";
import { certificateFacts, readRedacted } from "../../../config/redacted.ts";
import { componentsKind, defaultStateDirectory } from "../../../config/schemas/components.ts";
import type { ComponentsConfig } from "../../../config/schemas/components.ts";
import { servicesKind } from "../../../config/schemas/services.ts";
import { componentsWarnings } from "../../../config/warnings.ts";
import type { Clock } from "../../../core/clock.ts";
import { readAsOwner } from "../../../platform/as-owner.ts";
import { describeDatabase } from "../../../store/sqlite/describe-database.ts";
import { statePaths } from "../state-directory.ts";
import { askPort } from "./ask-port.ts";
import type { Collector } from "./collector.ts";
import { listFiles } from "./file-list.ts";
import { readLogTail } from "./log-tail.ts";

const maxFileBytes = 1024 * 1024;

/** Which server; at least one of the first two. */
export interface ServerSubject {
  readonly componentsConfig?: string | undefined;
  readonly databasePath?: string | undefined;
  readonly servicesConfig?: string | undefined;
  readonly logFiles: readonly string[];
  readonly clock: Clock;
}

interface ServerPlaces {
  readonly components: ComponentsConfig | undefined;
  readonly databasePath: string | undefined;
  readonly stateDirectory: string | undefined;
}

/** @returns the content of run.json; undefined: no server runs. */
export async function collectServer(
  collector: Collector,
  subject: ServerSubject,
): Promise<string | undefined> {
  const { clock } = subject;
  const places = await findPlaces(collector, subject);
  await collectConfiguration(collector, subject, places);
  const runFile = await collectState(collector, subject, places);
  await collectLogs(collector, "server", [
    ...subject.logFiles,
    ...(places.components?.log.file === undefined ? [] : [places.components.log.file]),
  ]);
  const { stats, healthCheck } = places.components ?? {};
  if (stats)
    await collector.gather("server/metrics.txt", () => askPort(stats.listen, "/metrics", clock));
  else collector.miss("server/metrics.txt", "the server has no stats_config");
  if (healthCheck) {
    await collector.gather("server/readyz.json", () =>
      askPort(healthCheck.listen, "/readyz", clock),
    );
  } else collector.miss("server/readyz.json", "the server has no health_check_config");
  return runFile;
}

/** A components file that cannot be used says nothing of where things are; the rest is collected. */
async function findPlaces(collector: Collector, subject: ServerSubject): Promise<ServerPlaces> {
  const { componentsConfig: file, databasePath } = subject;
  let components: ComponentsConfig | undefined;
  if (file !== undefined) {
    await collector.gather("server/warnings.json", () => {
      components = loadComponentsConfig(file);
      return componentsWarnings(components, subject.clock.now());
    });
  }
  const path = databasePath ?? components?.databasePath;
  return {
    components,
    databasePath: path,
    stateDirectory:
      components?.stateDirectory ?? (path === undefined ? undefined : defaultStateDirectory(path)),
  };
}

async function collectConfiguration(
  collector: Collector,
  { componentsConfig, servicesConfig }: ServerSubject,
  { components }: ServerPlaces,
): Promise<void> {
  if (componentsConfig !== undefined) {
    await collector.gather("server/components.config", () =>
      readRedacted(componentsKind, componentsConfig),
    );
  }
  if (servicesConfig !== undefined) {
    await collector.gather("server/services.config", () =>
      readRedacted(servicesKind, servicesConfig),
    );
  }
  const certificates = components?.https?.certificates ?? "";
  if (certificates !== "") {
    collector.add("server/certificates.txt", certificateFacts(certificates));
  }
}

async function collectState(
  collector: Collector,
  { componentsConfig, servicesConfig }: ServerSubject,
  { databasePath, stateDirectory }: ServerPlaces,
): Promise<string | undefined> {
  const files = [componentsConfig, servicesConfig, databasePath, stateDirectory];
  const named = files.filter((path) => path !== undefined);
  await collector.gather("server/files.txt", () => listFiles(named));
  if (databasePath !== undefined) {
    await collector.gather("server/database.json", () => describeDatabase(databasePath));
  }
  if (stateDirectory === undefined) return undefined;
  const { caCertificate, serverCertificate, runFile } = statePaths(stateDirectory);
  for (const [name, path] of [
    ["ca", caCertificate],
    ["server", serverCertificate],
  ] as const) {
    await collector.gather(`server/certificate-${name}.txt`, () => {
      const pem = readAsOwner(path, "certificate", maxFileBytes);
      return pem && certificateFacts(pem);
    });
  }
  let running: string | undefined;
  await collector.gather("server/run.json", () => {
    running = readAsOwner(runFile, "run file", maxFileBytes);
    return running;
  });
  return running;
}

/** @param side "server" or "client" */
export async function collectLogs(
  collector: Collector,
  side: string,
  paths: readonly string[],
): Promise<void> {
  const names = [...new Set(paths)];
  if (names.length === 0) {
    collector.miss(`${side}/log.txt`, "it logs to standard error: name a file with --log_file");
  }
  for (const [index, path] of names.entries()) {
    const part = `${side}/log${index === 0 ? "" : `-${index + 1}`}.txt`;
    if (existsSync(path)) await collector.gather(part, () => readLogTail(path));
    else collector.miss(part, `"${path}" is not there`);
  }
}
