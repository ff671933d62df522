/** How much room a file system has, and how much of it a database takes. */
import { statSync, statfsSync } from "node:fs";

import { isSystemError } from "../core/errors.ts";

export interface DiskSpace {
  /** What this user may still write. */
  readonly freeBytes: number;
  readonly totalBytes: number;
}

/** Of the file system that holds a folder. @throws the system's error for a folder that is not there. */
export function diskSpace(folder: string): DiskSpace {
  const { bavail, bsize, blocks } = statfsSync(folder);
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}

/** Of an SQLite database with its log; 0 where there is none. */
export function databaseBytes(path: string): number {
  return [path, `${path}-wal`].reduce((sum, file) => sum + sizeOf(file), 0);
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch (thrown) {
    if (isSystemError(thrown, "ENOENT")) return 0;
    throw thrown;
  }
}
