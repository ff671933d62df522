/**
 * Who holds a lock file of file-lock.ts, without touching the lock: trying it could make a program that starts at that
 * moment fail.
 */
import { readFileSync, statSync } from "node:fs";

import { isSystemError } from "../core/errors.ts";

/** The process id; undefined where nobody holds it. */
export function lockHolder(path: string): number | undefined {
  let inode: bigint;
  let pid: number;
  try {
    inode = statSync(path, { bigint: true }).ino;
    pid = Number(/^\d{1,10}/.exec(readFileSync(path, "utf8"))?.[0] ?? "0");
  } catch {
    return undefined;
  }
  if (process.platform === "linux") return isHeldInKernel(inode, pid) ? pid : undefined;
  // The kernel does not tell: its last holder, if it lives.
  return isAlive(pid) ? pid : undefined;
}

/** "1: FLOCK  ADVISORY  WRITE 4711 08:01:131 0 EOF"; inodes alone repeat from one file system to the next. */
function isHeldInKernel(inode: bigint, pid: number): boolean {
  const locks = readFileSync("/proc/locks", "utf8").split("\n");
  const end = new RegExp(` FLOCK .* ${pid} \\S+:${inode} `);
  return locks.some((line) => end.test(line));
}

export function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return isSystemError(thrown, "EPERM");
  }
}
