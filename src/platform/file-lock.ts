/**
 * A lock file that one process holds: flock(2), which the kernel lets go when its holder ends, however it ends.
 *
 * It says nothing about what it guards. Windows has no flock; there the file is opened exclusively.
 */
import { dlopen, read } from "bun:ffi";
import { closeSync, constants, ftruncateSync, openSync, readFileSync, writeSync } from "node:fs";

import { FleetError } from "../core/errors.ts";
import { fileError } from "./file-error.ts";
import { libcName } from "./libc.ts";
import { openExclusively } from "./windows/exclusive-file.ts";

const lockExclusive = 2;
const lockNonBlocking = 4;
/** EWOULDBLOCK: 11 on Linux, 35 on macOS. */
const wouldBlock = process.platform === "linux" ? 11 : 35;

/**
 * Takes the lock, creating the file (0600) if it is missing, and writes this process's id into it. The file stays when
 * the lock is given back: removing it would let two processes hold two files of one name.
 *
 * @throws conflict when another holder has it; names the file and the other's process id.
 */
export function lockFile(path: string): Disposable {
  if (process.platform === "win32") return openExclusively(path);
  const descriptor = openLockFile(path);
  try {
    takeLock(descriptor, path);
    ftruncateSync(descriptor, 0);
    writeSync(descriptor, `${process.pid}\n`, 0);
  } catch (thrown) {
    closeSync(descriptor);
    throw fileError("lock", path, thrown);
  }
  let held = true;
  return {
    [Symbol.dispose]() {
      if (held) closeSync(descriptor);
      held = false;
    },
  };
}

function openLockFile(path: string): number {
  try {
    return openSync(path, constants.O_CREAT | constants.O_RDWR | constants.O_NOFOLLOW, 0o600);
  } catch (thrown) {
    throw fileError("open the lock file", path, thrown);
  }
}

function takeLock(descriptor: number, path: string): void {
  const errno = flock(descriptor);
  if (errno === 0) return;
  if (errno !== wouldBlock) {
    throw new FleetError("unavailable", `cannot lock "${path}": flock failed with errno ${errno}`, {
      hint: "The file system may not support locks; put the database on a local disk.",
    });
  }
  throw new FleetError("conflict", `cannot lock "${path}": ${describeHolder(path)} holds it`, {
    hint: "End that process first, or let this one keep its data elsewhere.",
  });
}

function describeHolder(path: string): string {
  try {
    const pid = readFileSync(path, "utf8").trim();
    return /^\d{1,10}$/.test(pid) ? `process ${pid}` : "another process";
  } catch {
    return "another process";
  }
}

/** @returns 0, or errno. */
function flock(descriptor: number): number {
  const errnoName = process.platform === "darwin" ? "__error" : "__errno_location";
  const library = openLibrary(errnoName);
  try {
    if (library.symbols.flock(descriptor, lockExclusive | lockNonBlocking) === 0) return 0;
    const location = library.symbols[errnoName]();
    return location === null ? wouldBlock : read.i32(location, 0);
  } finally {
    library.close();
  }
}

function openLibrary<Errno extends string>(errnoName: Errno) {
  const symbols = {
    flock: { args: ["i32", "i32"], returns: "i32" },
    [errnoName]: { args: [], returns: "ptr" },
  } as { flock: { args: ["i32", "i32"]; returns: "i32" } } & Record<
    Errno,
    { args: []; returns: "ptr" }
  >;
  return dlopen(libcName(), symbols);
}
