/** fleet install, fleet uninstall and fleet systemd: the service of a role on this machine. */
import { dirname } from "node:path";

import { FleetError } from "../../core/errors.ts";
import { ensureSafeFolder } from "../../platform/private-file.ts";
import { removeTree } from "../../platform/remove-tree.ts";
import { installService, uninstallService } from "../../platform/service/installer.ts";
import type { ServiceControl, Step } from "../../platform/service/service-control.ts";
import { systemdUnit, unitName } from "../../platform/service/systemd-unit.ts";
import { clientPaths } from "../../roles/client/state/paths.ts";
import { formatTable } from "../terminal/output.ts";
import {
  type ServiceOptions,
  chooseRole,
  clientState,
  clientStateFile,
  describeService,
  serverState,
} from "../service-definition.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { formatJson } from "../terminal/text.ts";

export interface InstallCommandOptions extends ServiceOptions {
  readonly start?: boolean;
  readonly json?: true;
}

export interface UninstallOptions extends ServiceOptions {
  readonly purge?: true;
  readonly json?: true;
}

/** @param embedded the block of this executable. */
export async function install(
  terminal: Terminal,
  options: InstallCommandOptions,
  embedded: Uint8Array | undefined,
): Promise<void> {
  const control = await chooseControl();
  control.check();
  const role = chooseRole(options.role, embedded);
  const definition = describeService(options, control.executablePath(role), embedded);
  const stateFile = role === "client" ? clientStateFile(options.config, embedded) : undefined;
  if (stateFile !== undefined) ensureSafeFolder(dirname(stateFile), "folder of the state file");
  const start = options.start ?? true;
  const steps = installService(control, definition, { source: process.execPath, start });
  await printSteps(terminal, steps, options.json);
}

export async function uninstall(
  terminal: Terminal,
  options: UninstallOptions,
  embedded: Uint8Array | undefined,
): Promise<void> {
  const control = await chooseControl();
  const role = chooseRole(options.role, embedded);
  // Asked before anything is removed: what cannot be found cannot be purged.
  const doomed = options.purge ? statePaths(options, embedded) : [];
  const steps = uninstallService(control, role);
  const purged = doomed.map((path): Step => {
    return { outcome: removeTree(path) ? "removed" : "absent", what: "state", path };
  });
  await printSteps(terminal, [...steps, ...purged], options.json);
}

export async function printUnit(
  terminal: Terminal,
  options: ServiceOptions,
  embedded: Uint8Array | undefined,
): Promise<void> {
  const role = chooseRole(options.role, embedded);
  const executable = `/usr/local/sbin/${unitName(role)}`;
  await terminal.write(systemdUnit(role, describeService(options, executable, embedded)));
}

async function chooseControl(): Promise<ServiceControl> {
  if (process.platform === "linux") {
    return (await import("../../platform/service/systemd.ts")).systemd;
  }
  if (process.platform === "darwin") {
    return (await import("../../platform/service/launchd.ts")).launchd;
  }
  if (process.platform === "win32") {
    return (await import("../../platform/windows/service-control.ts")).windowsServices;
  }
  throw new FleetError("configuration", `services cannot be installed on ${process.platform}`);
}

/** The state of a client is where its configuration says; the folder of its service goes too. */
function statePaths(options: UninstallOptions, embedded: Uint8Array | undefined): string[] {
  if (chooseRole(options.role, embedded) === "server") return [serverState];
  const stateFile = clientStateFile(options.config, embedded);
  const { state, database, lock, status } = clientPaths(stateFile);
  const files = [state, database, `${database}-wal`, `${database}-shm`, lock, status];
  return [...files, ...(process.platform === "linux" ? [clientState] : [])];
}

async function printSteps(terminal: Terminal, steps: readonly Step[], json?: true): Promise<void> {
  if (json) return await terminal.write(formatJson(steps));
  const columns = [
    { heading: "OUTCOME", text: ({ outcome }: Step) => outcome },
    { heading: "WHAT", text: ({ what }: Step) => what },
    { heading: "PATH", text: ({ path }: Step) => path },
  ];
  await terminal.write(formatTable(columns, steps));
}
