/**
 * What installing needs of the system that starts services: systemd, launchd or Windows' service control manager, each in
 * a file of its own.
 */
import { spawnSync } from "node:child_process";

import { FleetError } from "../../core/errors.ts";
import type { InstalledRole, UnitOptions } from "./systemd-unit.ts";

export interface ServiceDefinition extends UnitOptions {
  readonly role: InstalledRole;
}

/** What became of one thing. */
export type Outcome = "made" | "replaced" | "kept" | "removed" | "absent";

export interface Step {
  readonly outcome: Outcome | "started" | "running" | "restarted" | "stopped";
  readonly what: string;
  readonly path: string;
}

export interface ServiceControl {
  /** Where the executable of a role belongs. */
  executablePath(role: InstalledRole): string;
  /** Held while something is installed or removed. */
  readonly lockPath: string;
  /** Where the system keeps the definition of a role. */
  definitionPath(role: InstalledRole): string;
  /** @throws refused or configuration when services cannot be installed here by this user. */
  check(): void;
  isRunning(role: InstalledRole): boolean;
  /** What there is of a definition, to be put back with `restore`; undefined: there is none. */
  read(role: InstalledRole): string | undefined;
  /** Defines it, to be started with the machine. */
  define(definition: ServiceDefinition): Outcome;
  restore(role: InstalledRole, previous: string | undefined): void;
  /** Returns when it serves. @throws unavailable when it does not come up. */
  start(role: InstalledRole): void;
  /** Returns when it has ended. */
  stop(role: InstalledRole): void;
  remove(role: InstalledRole): Outcome;
}

export interface ToolResult {
  readonly status: number;
  readonly output: string;
}

/** Runs a program of the system by its whole path, with an environment that says nothing. */
export function runTool(path: string, args: readonly string[], timeoutMs = 400_000): ToolResult {
  const { status, stdout, stderr, error } = spawnSync(path, [...args], {
    encoding: "utf8",
    env: { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C" },
    timeout: timeoutMs,
  });
  if (error !== undefined && status === null) {
    throw new FleetError("unavailable", `cannot run "${path}": ${error.message}`, { cause: error });
  }
  return { status: status ?? 1, output: `${stdout}${stderr}`.trim() };
}

/** @throws unavailable with what the tool said. */
export function requireTool(path: string, args: readonly string[]): string {
  const { status, output } = runTool(path, args);
  if (status === 0) return output;
  throw new FleetError(
    "unavailable",
    `"${path} ${args.join(" ")}" ended with status ${status}: ${output || "it said nothing"}`,
  );
}

/** @throws refused for a user who is not root. */
export function requireRoot(): void {
  if (process.geteuid?.() === 0) return;
  throw new FleetError("refused", "only root can install and remove services", {
    hint: "Run the same command with sudo.",
  });
}
