/**
 * Files that are only this user's: read and replaced without following links, 0600 (ours.md 2).
 */
import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

import { FleetError, describeThrown, isSystemError } from "../core/errors.ts";

// Absent on Windows, where opening does not follow links of this kind.
const noFollow = constants.O_NOFOLLOW ?? 0;
const othersMayWrite = 0o002;
const sticky = 0o1000;

/**
 * The content of a regular file; undefined where there is none.
 * @throws configuration when it is a link, no regular file, larger than `maxBytes` or unreadable.
 */
export function readPrivateFile(path: string, what: string, maxBytes: number): Buffer | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(path, constants.O_RDONLY | noFollow);
  } catch (thrown) {
    if (isSystemError(thrown, "ENOENT")) return undefined;
    throw unreadable(path, what, thrown);
  }
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile())
      throw new FleetError("configuration", `${what} "${path}" is not a regular file`);
    if (stat.size > maxBytes) {
      throw new FleetError(
        "configuration",
        `${what} "${path}" has ${stat.size} bytes, over ${maxBytes}`,
      );
    }
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Puts a new file in the place of an old one: written and flushed under another name, then renamed, 0600.
 * A reader, or a crash, sees the old content or the new, never a part.
 * @param flush whether it must outlive a loss of power too.
 */
export function replacePrivateFile(
  path: string,
  what: string,
  content: Uint8Array,
  flush = true,
): void {
  const temporary = join(dirname(path), `.${basename(path)}.new`);
  try {
    rmSync(temporary, { force: true });
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | noFollow;
    const descriptor = openSync(temporary, flags, 0o600);
    try {
      fchmodSync(descriptor, 0o600);
      writeFileSync(descriptor, content);
      if (flush) fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, path);
    if (flush) flushFolder(dirname(path));
  } catch (thrown) {
    throw unwritable(path, what, thrown);
  }
}

/** Makes a file that is not there yet, empty and 0600, before a library opens it with its own mode. */
export function ensurePrivateFile(path: string, what: string): void {
  try {
    closeSync(openSync(path, constants.O_RDWR | constants.O_CREAT | noFollow, 0o600));
  } catch (thrown) {
    throw unwritable(path, what, thrown);
  }
}

/**
 * Makes the folder of a file where it is missing, 0700. One that exists is left as it is.
 * @throws configuration when every user may write into it: they could replace the file.
 */
export function ensurePrivateFolder(folder: string, what: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (thrown) {
    throw unwritable(folder, what, thrown);
  }
  const { mode } = statSync(folder);
  if (process.platform !== "win32" && mode & othersMayWrite && !(mode & sticky)) {
    throw new FleetError("configuration", `${what} "${folder}" may be written by every user`, {
      hint: `Run: chmod o-w '${folder}'`,
    });
  }
}

function flushFolder(folder: string): void {
  if (process.platform === "win32") return;
  const descriptor = openSync(folder, constants.O_RDONLY);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function unreadable(path: string, what: string, thrown: unknown): FleetError {
  if (isSystemError(thrown, "ELOOP")) {
    return new FleetError("configuration", `${what} "${path}" is a symbolic link`, {
      hint: "Name the file itself; links are not followed.",
    });
  }
  return new FleetError(
    "configuration",
    `${what} "${path}" cannot be read: ${describeThrown(thrown)}`,
    {
      hint: "Check who owns it and who may read it.",
      cause: thrown,
    },
  );
}

function unwritable(path: string, what: string, thrown: unknown): FleetError {
  if (thrown instanceof FleetError) return thrown;
  return new FleetError(
    "configuration",
    `${what} "${path}" cannot be written: ${describeThrown(thrown)}`,
    {
      hint: `Check that this user may write in "${dirname(path)}" and that the disk has room.`,
      cause: thrown,
    },
  );
}
