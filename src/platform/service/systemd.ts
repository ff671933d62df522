/** Services under systemd: units in /etc/systemd/system, and systemctl. */
import { existsSync, rmSync } from "node:fs";

import { FleetError } from "../../core/errors.ts";
import { publicMode, readPrivateFile, replaceFile } from "../private-file.ts";
import {
  type Outcome,
  type ServiceControl,
  type ServiceDefinition,
  requireRoot,
  requireTool,
  runTool,
} from "./service-control.ts";
import { ensureServerUser } from "./server-user.ts";
import { type InstalledRole, systemdUnit, unitName } from "./systemd-unit.ts";

const systemctl = "/usr/bin/systemctl";
const unitFolder = "/etc/systemd/system";
const maxUnitBytes = 1024 * 1024;

const pathOf = (role: InstalledRole) => `${unitFolder}/${unitName(role)}.service`;
const unitOf = (role: InstalledRole) => `${unitName(role)}.service`;

export const systemd: ServiceControl = {
  lockPath: "/run/fleet-install.lock",
  executablePath: (role) => `/usr/local/sbin/${unitName(role)}`,
  definitionPath: pathOf,
  check() {
    requireRoot();
    if (existsSync("/run/systemd/system") && existsSync(systemctl)) return;
    throw new FleetError("configuration", "this machine was not started by systemd", {
      hint: "fleet systemd prints the unit, which says what another service manager has to do.",
    });
  },
  isRunning: (role) => runTool(systemctl, ["is-active", "--quiet", unitOf(role)]).status === 0,
  read: (role) => readPrivateFile(pathOf(role), "unit", maxUnitBytes)?.toString("utf8"),
  define,
  restore(role, previous) {
    if (previous === undefined) rmSync(pathOf(role), { force: true });
    else replaceFile(pathOf(role), "unit", previous, { mode: publicMode });
    requireTool(systemctl, ["daemon-reload"]);
  },
  start: startService,
  stop: (role) => void requireTool(systemctl, ["stop", unitOf(role)]),
  remove,
};

function define(definition: ServiceDefinition): Outcome {
  const { role } = definition;
  const text = systemdUnit(role, definition);
  if (role === "server") ensureServerUser();
  const previous = systemd.read(role);
  if (previous !== text) replaceFile(pathOf(role), "unit", text, { mode: publicMode });
  requireTool(systemctl, ["daemon-reload"]);
  requireTool(systemctl, ["enable", "--quiet", unitOf(role)]);
  if (previous === undefined) return "made";
  return previous === text ? "kept" : "replaced";
}

/** With Type=notify systemctl waits until the program says that it serves. */
function startService(role: InstalledRole): void {
  // A unit that failed too often would be refused otherwise.
  runTool(systemctl, ["reset-failed", unitOf(role)]);
  const { status, output } = runTool(systemctl, ["restart", unitOf(role)]);
  if (status === 0) return;
  throw new FleetError("unavailable", `${unitOf(role)} does not start: ${output}`, {
    hint: `What it said: journalctl -u ${unitName(role)} -n 20`,
  });
}

function remove(role: InstalledRole): Outcome {
  if (systemd.read(role) === undefined) return "absent";
  requireTool(systemctl, ["disable", "--now", "--quiet", unitOf(role)]);
  rmSync(pathOf(role), { force: true });
  requireTool(systemctl, ["daemon-reload"]);
  runTool(systemctl, ["reset-failed", unitOf(role)]);
  return "removed";
}
