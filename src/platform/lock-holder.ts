/**
 * Who holds a lock file of file-lock.ts, without touching the lock: trying it could make a program that starts at that
 * moment fail.
 */
import { readFileSync, statSync } from "node:fs";

import { isSystemError } from "../core/errors.ts";

export interface LockHolder {
  /** "process 4711" */
  readonly name: string;
  /** undefined where the system does not tell. */
  readonly pid: number | undefined;
}

/** @returns undefined where nobody holds it. */
export function lockHolder(path: string): LockHolder | undefined {
  let content: string;
  try {
    content = readFileSync(path, "utf8");
  } catch (thrown) {
    // On Windows its holder lets nobody else open it, and has written nothing.
    const isHeld = process.platform === "win32" && !isSystemError(thrown, "ENOENT");
    return isHeld ? { name: "a process", pid: undefined } : undefined;
  }
  const pid = Number(/^\d{1,10}/.exec(content)?.[0] ?? "0");
  return isHeld(path, pid) ? { name: `process ${pid}`, pid } : undefined;
}

function isHeld(path: string, pid: number): boolean {
  if (process.platform === "win32") return false;
  if (process.platform === "linux") return isHeldInKernel(path, pid);
  // The kernel does not tell: its last holder, if it lives.
  return isAlive(pid);
}

/** "1: FLOCK  ADVISORY  WRITE 4711 08:01:131 0 EOF"; inodes alone repeat from one file system to the next. */
function isHeldInKernel(path: string, pid: number): boolean {
  const { ino } = statSync(path, { bigint: true });
  const line = new RegExp(` FLOCK .* ${pid} \\S+:${ino} `);
  return readFileSync("/proc/locks", "utf8")
    .split("\n")
    .some((each) => line.test(each));
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return isSystemError(thrown, "EPERM");
  }
}
