/**
 * Installing and removing a role on this machine: the executable, its definition, and its start, in this order, so that
 * each step can be taken back. State is never touched.
 */
import {
  chmodSync,
  closeSync,
  copyFileSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { createHash } from "node:crypto";
import { basename, dirname, join } from "node:path";

import { toFleetError, FleetError, isSystemError } from "../../core/errors.ts";
import { fileError } from "../file-error.ts";
import { lockFile } from "../file-lock.ts";
import type { Outcome, ServiceControl, ServiceDefinition, Step } from "./service-control.ts";
import { type InstalledRole, unitName } from "./systemd-unit.ts";

const executableMode = 0o755;

export interface InstallOptions {
  /** The executable that is to be installed; may be the one that is there. */
  readonly source: string;
  /** Default true. */
  readonly start?: boolean;
}

/**
 * Installs the role, or brings what is installed up to date; a second time it changes nothing. Where the new one does not
 * come up, what was there before is put back and started again.
 * @throws conflict when another install is under way.
 */
export function installService(
  control: ServiceControl,
  definition: ServiceDefinition,
  { source, start = true }: InstallOptions,
): Step[] {
  control.check();
  using _lock = takeLock(control);
  const { role, executable } = definition;
  const before = { running: control.isRunning(role), definition: control.read(role) };
  const copied = placeExecutable(source, executable);
  const takeBack = () => {
    if (before.definition === undefined) control.remove(role);
    copied.takeBack();
    if (before.definition === undefined) return;
    control.restore(role, before.definition);
    if (before.running) control.start(role);
  };
  try {
    const defined = control.define(definition);
    const steps: Step[] = [
      { outcome: copied.outcome, what: "executable", path: executable },
      { outcome: defined, what: "service", path: control.definitionPath(role) },
    ];
    if (start) {
      const changed = [copied.outcome, defined].some((outcome) => outcome !== "kept");
      steps.push(bringUp(control, role, before.running, changed));
    }
    copied.done();
    return steps;
  } catch (thrown) {
    throw withTakenBack(thrown, takeBack);
  }
}

/** Stops and removes the role; what is not there is no fault. */
export function uninstallService(control: ServiceControl, role: InstalledRole): Step[] {
  control.check();
  using _lock = takeLock(control);
  const wasRunning = control.isRunning(role);
  if (wasRunning) control.stop(role);
  const path = control.executablePath(role);
  return [
    { outcome: wasRunning ? "stopped" : "absent", what: "process", path: unitName(role) },
    { outcome: control.remove(role), what: "service", path: control.definitionPath(role) },
    { outcome: removeExecutable(path), what: "executable", path },
  ];
}

function bringUp(
  control: ServiceControl,
  role: InstalledRole,
  wasRunning: boolean,
  changed: boolean,
): Step {
  const step = { what: "process", path: unitName(role) };
  if (wasRunning && !changed) return { ...step, outcome: "running" };
  control.start(role);
  return { ...step, outcome: wasRunning ? "restarted" : "started" };
}

function withTakenBack(thrown: unknown, takeBack: () => void): FleetError {
  const error = toFleetError(thrown);
  try {
    takeBack();
  } catch (second) {
    const { message } = toFleetError(second);
    return new FleetError(error.code, `${error.message}\nand it was not taken back: ${message}`, {
      ...(error.hint !== undefined && { hint: error.hint }),
      cause: thrown,
    });
  }
  return error;
}

function takeLock({ lockPath }: ServiceControl): Disposable {
  if (process.platform === "win32") return { [Symbol.dispose]() {} };
  try {
    return lockFile(lockPath);
  } catch (thrown) {
    const error = toFleetError(thrown);
    if (error.code !== "conflict") throw error;
    throw new FleetError("conflict", `another install is under way: ${error.message}`, {
      hint: "Wait until it is done, then run this again.",
      cause: thrown,
    });
  }
}

interface Placed {
  readonly outcome: Outcome;
  /** Puts back what was there. */
  takeBack(): void;
  done(): void;
}

/** Copies it beside its place, then renames: a program that runs keeps its own file, and a crash leaves a whole one. */
function placeExecutable(source: string, target: string): Placed {
  const existing = hashOf(target);
  if (existing !== undefined && existing === hashOf(source)) {
    return { outcome: "kept", takeBack() {}, done() {} };
  }
  const fresh = besides(target, "new");
  const old = besides(target, "old");
  try {
    mkdirSync(dirname(target), { recursive: true, mode: executableMode });
    rmSync(fresh, { force: true });
    copyFileSync(source, fresh);
    chmodSync(fresh, executableMode);
    flush(fresh);
    rmSync(old, { force: true });
    if (existing !== undefined) keepOld(target, old);
    renameSync(fresh, target);
  } catch (thrown) {
    removeQuietly(fresh);
    if (existing !== undefined && hashOf(target) === undefined) renameSync(old, target);
    throw fileError("write the executable", target, thrown);
  }
  return {
    outcome: existing === undefined ? "made" : "replaced",
    takeBack() {
      rmSync(target, { force: true });
      if (existing !== undefined) renameSync(old, target);
    },
    done: () => removeQuietly(old),
  };
}

/** Windows does not replace the file of a program that runs, but renames it. */
function keepOld(target: string, old: string): void {
  if (process.platform === "win32") renameSync(target, old);
  else linkSync(target, old);
}

function removeExecutable(path: string): Outcome {
  try {
    lstatSync(path);
  } catch (thrown) {
    if (isSystemError(thrown, "ENOENT")) return "absent";
    throw fileError("remove the executable", path, thrown);
  }
  // A program that runs cannot be removed on Windows; it is at the next install.
  removeQuietly(path);
  return "removed";
}

/** @returns undefined where there is no such file. */
function hashOf(path: string): string | undefined {
  try {
    return createHash("sha256").update(readFileSync(path)).digest("hex");
  } catch (thrown) {
    if (isSystemError(thrown, "ENOENT")) return undefined;
    throw fileError("read the executable", path, thrown);
  }
}

function besides(path: string, ending: string): string {
  return join(dirname(path), `.${basename(path)}.${ending}`);
}

function flush(path: string): void {
  const descriptor = openSync(path, "r+");
  fsyncSync(descriptor);
  closeSync(descriptor);
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Windows keeps the file of a program that still runs.
  }
}
