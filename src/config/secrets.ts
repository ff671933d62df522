/**
 * Files that hold keys, and the files beside them: read without following links, made exclusively, never overwritten;
 * what may change is replaced whole (ours.md 2).
 */
import { randomUUID } from "node:crypto";
import {
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";

import { FleetError, describeThrown, isSystemError } from "../core/errors.ts";
import { readPrivateFile } from "../platform/private-file.ts";

// Absent on Windows, where opening does not follow links of this kind.
const noFollow = constants.O_NOFOLLOW ?? 0;
const newFile = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | noFollow;
const maxBytes = 1024 * 1024;

/** Of a file with a key. */
export const secretMode = 0o600;
/** Of a file that anyone may read. */
export const publicMode = 0o644;

/**
 * The text of a key or certificate file; undefined where there is none.
 * @param what names it in errors: "CA key file".
 * @throws configuration when it is a link, no regular file, or unreadable.
 */
export function readKeyFile(path: string, what: string): string | undefined {
  return readPrivateFile(path, what, maxBytes)?.toString("utf8");
}

/** @throws conflict when there is a file of that name already; configuration when it cannot be written. */
export function createFile(path: string, what: string, content: string, mode: number): void {
  let descriptor: number;
  try {
    descriptor = openSync(path, newFile, mode);
  } catch (thrown) {
    if (!isSystemError(thrown, "EEXIST")) throw unwritable(path, what, thrown);
    throw new FleetError("conflict", `${what} "${path}" exists already and is not overwritten`, {
      hint: "Move it away first, if it is really not needed any more.",
    });
  }
  try {
    fill(descriptor, content, mode);
  } catch (thrown) {
    rmSync(path, { force: true });
    throw unwritable(path, what, thrown);
  }
}

/**
 * Puts a file in the place of what is there, which may be nothing: a reader sees the old content or the new.
 * @throws configuration when it cannot be written.
 */
export function replaceFile(path: string, what: string, content: string, mode: number): void {
  const temporary = `${path}.${randomUUID()}.new`;
  try {
    fill(openSync(temporary, newFile, mode), content, mode);
    renameSync(temporary, path);
  } catch (thrown) {
    rmSync(temporary, { force: true });
    throw unwritable(path, what, thrown);
  }
}

/** Whatever the umask, the mode is the one asked for. Closes the descriptor. */
function fill(descriptor: number, content: string, mode: number): void {
  try {
    fchmodSync(descriptor, mode);
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function unwritable(path: string, what: string, thrown: unknown): FleetError {
  return new FleetError(
    "configuration",
    `${what} "${path}" cannot be written: ${describeThrown(thrown)}`,
    {
      hint: `Check that "${dirname(path)}" exists and that this user may write there.`,
      cause: thrown,
    },
  );
}
