/**
 * Files that are only this user's, or that only this user may change: read without following links, made exclusively,
 * replaced whole (ours.md 2).
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

import { FleetError, isSystemError } from "../core/errors.ts";
import { fileError } from "./file-error.ts";

// Absent on Windows, where opening does not follow links of this kind.
const noFollow = constants.O_NOFOLLOW ?? 0;
const newFile = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | noFollow;
const othersMayWrite = 0o002;
const sticky = 0o1000;

/** Of a file that holds a secret. */
export const secretMode = 0o600;
/** Of a file that anyone may read. */
export const publicMode = 0o644;

/**
 * The content of a regular file; undefined where there is none.
 * @param what names it in errors: "CA key".
 * @throws configuration when it is a link, no regular file, larger than `maxBytes` or unreadable.
 */
export function readPrivateFile(path: string, what: string, maxBytes: number): Buffer | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(path, constants.O_RDONLY | noFollow);
  } catch (thrown) {
    if (isSystemError(thrown, "ENOENT")) return undefined;
    throw fileError(`read the ${what}`, path, thrown);
  }
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) {
      throw new FleetError("configuration", `${what} "${path}" is not a regular file`);
    }
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
 * Makes a file that must not be there yet.
 * @throws conflict when there is one of that name; configuration when it cannot be written: then there is none.
 */
export function createFile(
  path: string,
  what: string,
  content: Uint8Array | string,
  mode: number = secretMode,
): void {
  let descriptor: number;
  try {
    descriptor = openSync(path, newFile, mode);
  } catch (thrown) {
    if (!isSystemError(thrown, "EEXIST")) throw fileError(`write the ${what}`, path, thrown);
    throw new FleetError("conflict", `${what} "${path}" exists already and is not overwritten`, {
      hint: "Move it away first, if it is really not needed any more.",
    });
  }
  try {
    fill(descriptor, content, { mode, flush: true });
  } catch (thrown) {
    rmSync(path, { force: true });
    throw fileError(`write the ${what}`, path, thrown);
  }
}

export interface ReplaceOptions {
  readonly mode?: number;
  /** Whether it must outlive a loss of power; default true. */
  readonly flush?: boolean;
}

/**
 * Puts a file in the place of what is there, which may be nothing: written under another name, then renamed. A reader, or
 * a crash, sees the old content or the new, never a part.
 * @throws configuration when it cannot be written.
 */
export function replaceFile(
  path: string,
  what: string,
  content: Uint8Array | string,
  { mode = secretMode, flush = true }: ReplaceOptions = {},
): void {
  const temporary = join(dirname(path), `.${basename(path)}.new`);
  try {
    // Left by a crash.
    rmSync(temporary, { force: true });
    fill(openSync(temporary, newFile, mode), content, { mode, flush });
    renameSync(temporary, path);
    if (flush) flushFolder(dirname(path));
  } catch (thrown) {
    throw fileError(`write the ${what}`, path, thrown);
  }
}

/** Makes a file that is not there yet, empty and 0600, before a library opens it with a mode of its own. */
export function ensurePrivateFile(path: string, what: string): void {
  try {
    closeSync(openSync(path, constants.O_RDWR | constants.O_CREAT | noFollow, secretMode));
  } catch (thrown) {
    throw fileError(`open the ${what}`, path, thrown);
  }
}

/**
 * Makes a folder where it is missing, 0700. One that exists is left as it is.
 * @throws configuration when every user may write into it: they could replace what is in it.
 */
export function ensurePrivateFolder(folder: string, what: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (thrown) {
    throw fileError(`make the ${what}`, folder, thrown);
  }
  const { mode } = statSync(folder);
  if (process.platform !== "win32" && mode & othersMayWrite && !(mode & sticky)) {
    throw new FleetError("configuration", `${what} "${folder}" may be written by every user`, {
      hint: `Run: chmod o-w '${folder}'`,
    });
  }
}

/** Whatever the umask, the mode is the one asked for. Closes the descriptor. */
function fill(
  descriptor: number,
  content: Uint8Array | string,
  { mode, flush }: Required<ReplaceOptions>,
): void {
  try {
    fchmodSync(descriptor, mode);
    writeFileSync(descriptor, content);
    if (flush) fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
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
