/** Services under macOS' launchd: a property list in /Library/LaunchDaemons, and launchctl. Not run in this project's tests. */
import { existsSync, rmSync } from "node:fs";

import { FleetError } from "../../core/errors.ts";
import { publicMode, readPrivateFile, replaceFile } from "../private-file.ts";
import { launchdPlist } from "./launchd-plist.ts";
import { type ServiceControl, requireRoot, requireTool, runTool } from "./service-control.ts";
import { type InstalledRole, unitName } from "./systemd-unit.ts";

const launchctl = "/bin/launchctl";
const maxBytes = 1024 * 1024;
const pathOf = (role: InstalledRole) => `/Library/LaunchDaemons/${unitName(role)}.plist`;
const targetOf = (role: InstalledRole) => `system/${unitName(role)}`;

export const launchd: ServiceControl = {
  lockPath: "/var/run/fleet-install.lock",
  executablePath: (role) => `/usr/local/sbin/${unitName(role)}`,
  definitionPath: pathOf,
  check() {
    requireRoot();
    if (!existsSync(launchctl)) {
      throw new FleetError("configuration", `this machine has no "${launchctl}"`);
    }
  },
  isRunning: (role) =>
    /^\s*state = running$/m.test(runTool(launchctl, ["print", targetOf(role)]).output),
  read: (role) => readPrivateFile(pathOf(role), "property list", maxBytes)?.toString("utf8"),
  define(definition) {
    const { role } = definition;
    const text = launchdPlist(role, definition);
    const previous = launchd.read(role);
    if (previous === text) return "kept";
    replaceFile(pathOf(role), "property list", text, { mode: publicMode });
    return previous === undefined ? "made" : "replaced";
  },
  restore(role, previous) {
    if (previous === undefined) rmSync(pathOf(role), { force: true });
    else replaceFile(pathOf(role), "property list", previous, { mode: publicMode });
  },
  start(role) {
    // What is loaded is the old definition.
    runTool(launchctl, ["bootout", targetOf(role)]);
    requireTool(launchctl, ["enable", targetOf(role)]);
    requireTool(launchctl, ["bootstrap", "system", pathOf(role)]);
  },
  stop: (role) => void runTool(launchctl, ["bootout", targetOf(role)]),
  remove(role) {
    if (launchd.read(role) === undefined) return "absent";
    runTool(launchctl, ["bootout", targetOf(role)]);
    rmSync(pathOf(role), { force: true });
    return "removed";
  },
};
