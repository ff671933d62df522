/** Services under Windows: a service control manager's entry for the client, through advapi32. */
import { FleetError } from "../../core/errors.ts";
import type { Outcome, ServiceControl, ServiceDefinition } from "../service/service-control.ts";
import { windowsServiceFlag } from "../service/service-manager.ts";
import { type InstalledRole, unitName } from "../service/systemd-unit.ts";
import { readString } from "./registry.ts";
import { ServiceManagerHandle, serviceStates } from "./service-manager-handle.ts";

const folder = "C:\\Program Files\\fleetspeak-client";
const startMs = 60_000;
const pollMs = 50;

const keyOf = (role: InstalledRole) =>
  `HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\${unitName(role)}`;

export const windowsServices: ServiceControl = {
  lockPath: "C:\\ProgramData\\fleet-install.lock",
  executablePath: (role) => `${folder}\\${unitName(role)}.exe`,
  definitionPath: keyOf,
  check() {
    using manager = ServiceManagerHandle.open();
    void manager;
  },
  isRunning: (role) => stateOf(role) === serviceStates.running,
  read: (role) => readString(keyOf(role), "ImagePath"),
  define,
  restore(role, previous) {
    using manager = ServiceManagerHandle.open();
    if (previous !== undefined) manager.define(unitName(role), previous);
  },
  start: startService,
  stop: stopService,
  remove,
};

function define(definition: ServiceDefinition): Outcome {
  const { role, executable, arguments: words } = definition;
  if (role === "server") {
    throw new FleetError("configuration", "a server is no service on Windows", {
      hint: "Run it on Linux, or in a terminal: fleet server.",
    });
  }
  const command = commandLine([executable, windowsServiceFlag, ...words]);
  const previous = windowsServices.read(role);
  if (previous === command) return "kept";
  using manager = ServiceManagerHandle.open();
  manager.define(unitName(role), command);
  return previous === undefined ? "made" : "replaced";
}

function startService(role: InstalledRole): void {
  stopService(role);
  using manager = ServiceManagerHandle.open();
  manager.start(unitName(role));
  if (waitForState(role, serviceStates.running)) return;
  throw new FleetError("unavailable", `the service ${unitName(role)} does not start`, {
    hint: "What it said is in C:\\ProgramData\\fleetspeak-client\\fleet-client.log",
  });
}

function stopService(role: InstalledRole): void {
  const state = stateOf(role);
  if (state === undefined || state === serviceStates.stopped) return;
  using manager = ServiceManagerHandle.open();
  manager.stop(unitName(role));
  if (waitForState(role, serviceStates.stopped)) return;
  throw new FleetError("unavailable", `the service ${unitName(role)} does not stop`);
}

function remove(role: InstalledRole): Outcome {
  if (stateOf(role) === undefined) return "absent";
  stopService(role);
  using manager = ServiceManagerHandle.open();
  manager.remove(unitName(role));
  return "removed";
}

/** @returns undefined where there is no such service. */
function stateOf(role: InstalledRole): number | undefined {
  using manager = ServiceManagerHandle.open();
  return manager.state(unitName(role));
}

/** A service that stops while its start is waited for does not start. */
function waitForState(role: InstalledRole, wanted: number): boolean {
  for (let waitedMs = 0; waitedMs < startMs; waitedMs += pollMs) {
    const state = stateOf(role);
    if (state === wanted) return true;
    if (state === serviceStates.stopped || state === undefined) return false;
    Bun.sleepSync(pollMs);
  }
  return false;
}

/** A command line whose words are these, as CommandLineToArgvW reads it. */
export function commandLine(words: readonly string[]): string {
  return words
    .map((word) => {
      if (/^[^\s"]+$/.test(word)) return word;
      // Backslashes count only before a quote.
      return `"${word.replaceAll(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, "$1$1")}"`;
    })
    .join(" ");
}
