/**
 * A look at files with the eyes of their owner: root would find everything in order, or belonging to somebody else.
 */
import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";

import { readPrivateFile } from "./private-file.ts";

const rootUid = 0;

/**
 * Runs a function as the user that a path belongs to, where this process is root and the path is not root's.
 * @param look synchronous: the user is the whole process's for that long.
 */
export function asOwnerOf<T>(path: string, look: () => T): T {
  const { seteuid, setegid } = process;
  if (process.geteuid?.() !== rootUid || !seteuid || !setegid) return look();
  const { uid, gid } = statSync(path);
  if (uid === rootUid) return look();
  const ownGroup = process.getegid?.() ?? 0;
  setegid(gid);
  try {
    seteuid(uid);
    return look();
  } finally {
    seteuid(rootUid);
    setegid(ownGroup);
  }
}

/**
 * A file as the owner of its folder reads it: who may put a link there leads root nowhere.
 * @returns undefined where there is none. @throws as readPrivateFile.
 */
export function readAsOwner(path: string, what: string, maxBytes: number): string | undefined {
  const folder = dirname(path);
  if (!existsSync(folder)) return undefined;
  const content = asOwnerOf(folder, () => readPrivateFile(path, what, maxBytes));
  return content?.toString("utf8");
}

/** The user whom a path belongs to, where that is neither this process's nor root's: much of it cannot be looked at then. */
export function foreignOwner(path: string): number | undefined {
  const own = process.geteuid?.();
  if (own === undefined || own === rootUid) return undefined;
  const { uid } = statSync(path);
  return uid === own || uid === rootUid ? undefined : uid;
}
