/**
 * Files that are only this user's, or that only this user may change: read without following links, made exclusively,
 * replaced whole (ours.md 2).
 */
import {
  type Stats,
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

import { FleetError, isSystemError } from "../core/errors.ts";
import { fileError } from "./file-error.ts";

// Absent on Windows, where opening does not follow links of this kind.
const noFollow = constants.O_NOFOLLOW ?? 0;
// A named pipe would wait for a writer.
const reading = constants.O_RDONLY | noFollow | (constants.O_NONBLOCK ?? 0);
const newFile = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | noFollow;
const everyUserMayWrite = 0o002;
const othersMayWrite = 0o022;
const othersMayUse = 0o077;
const rootUid = 0;
const sticky = 0o1000;
const hasModes = process.platform !== "win32";

/** Of a file that holds a secret. */
export const secretMode = 0o600;
/** Of a file that anyone may read. */
export const publicMode = 0o644;

export interface ReadOptions {
  /** Whether nobody but its owner may have access; default false. */
  readonly secret?: boolean;
}

/** Whether what this user owns may be believed: it is this process's, or root, who may do everything anyway. */
export function isTrustedOwner(uid: number): boolean {
  const own = process.geteuid?.();
  return own === undefined || uid === own || uid === rootUid;
}

/**
 * The content of a regular file; undefined where there is none.
 * @param what names it in errors: "CA key".
 * @throws configuration when it is a link, no regular file, another user's, larger than `maxBytes` or unreadable, and
 * when it is a secret that others have access to.
 */
export function readPrivateFile(
  path: string,
  what: string,
  maxBytes: number,
  { secret = false }: ReadOptions = {},
): Buffer | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(path, reading);
  } catch (thrown) {
    if (isSystemError(thrown, "ENOENT")) return undefined;
    throw fileError(`read the ${what}`, path, thrown);
  }
  try {
    const stat = fstatSync(descriptor);
    checkFile(stat, path, what);
    if (secret) checkSecret(stat, path, what);
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
    throw existsAlready(path, what);
  }
  try {
    fill(descriptor, content, { mode, flush: true });
  } catch (thrown) {
    rmSync(path, { force: true });
    throw fileError(`write the ${what}`, path, thrown);
  }
}

/** Before what would be made in vain. @throws conflict, as createFile does, when there is a file of that name. */
export function checkAbsent(path: string, what: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })) throw existsAlready(path, what);
}

function existsAlready(path: string, what: string): FleetError {
  return new FleetError("conflict", `${what} "${path}" exists already and is not overwritten`, {
    hint: "Move it away first, if it is really not needed any more.",
  });
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
    discard(temporary);
    fill(openSync(temporary, newFile, mode), content, { mode, flush });
    renameSync(temporary, path);
    if (flush) flushFolder(dirname(path));
  } catch (thrown) {
    discard(temporary);
    throw fileError(`write the ${what}`, path, thrown);
  }
}

/** Where there is none, or none can be, there is nothing to remove. */
function discard(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // What matters is said by what is done next.
  }
}

/**
 * Makes a file that is not there yet, empty and 0600, before a library opens it with a mode of its own.
 * @throws configuration when it is a link, no regular file or another user's.
 */
export function ensurePrivateFile(path: string, what: string): void {
  try {
    const flags = constants.O_RDWR | constants.O_CREAT | noFollow;
    const descriptor = openSync(path, flags, secretMode);
    try {
      checkFile(fstatSync(descriptor), path, what);
    } finally {
      closeSync(descriptor);
    }
  } catch (thrown) {
    throw fileError(`open the ${what}`, path, thrown);
  }
}

/**
 * Makes a folder for secrets where it is missing, 0700. One that exists is left as it is: what is in it is believed, so
 * nobody else may have put it there.
 * @throws configuration when it is a link, another user's or to be written by others, or could be replaced by them.
 */
export function ensurePrivateFolder(folder: string, what: string): void {
  makeFolder(folder, what);
  checkPrivateFolder(folder, what);
}

/** As ensurePrivateFolder, of a folder that is there. */
export function checkPrivateFolder(folder: string, what: string): void {
  const stat = lstatSync(folder);
  if (!stat.isDirectory()) {
    throw new FleetError("configuration", `${what} "${folder}" is no folder`, {
      hint: "Links are not followed here: name the folder itself.",
    });
  }
  checkOwner(stat, folder, what);
  if (hasModes && stat.mode & othersMayWrite) {
    throw new FleetError("configuration", `${what} "${folder}" may be written by others`, {
      hint: `See that nobody else has put anything there, then run: chmod go-w '${folder}'`,
    });
  }
  const parent = dirname(resolve(folder));
  checkNotOpen(statSync(parent), parent, `folder of the ${what}`);
}

/**
 * Makes a folder in which a private file is to lie where it is missing, 0700. One that exists is left as it is; others
 * may have their own files in it where the sticky bit keeps them from this one.
 * @throws configuration when it is another user's, or every user may write into it: they could replace what is in it.
 */
export function ensureSafeFolder(folder: string, what: string): void {
  makeFolder(folder, what);
  checkSafeFolder(folder, what);
}

/** As ensureSafeFolder, of a folder that is there. */
export function checkSafeFolder(folder: string, what: string): void {
  const stat = statSync(folder);
  checkOwner(stat, folder, what);
  checkNotOpen(stat, folder, what);
}

function makeFolder(folder: string, what: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (thrown) {
    throw fileError(`make the ${what}`, folder, thrown);
  }
}

function checkFile(stat: Stats, path: string, what: string): void {
  if (!stat.isFile()) {
    throw new FleetError("configuration", `${what} "${path}" is not a regular file`);
  }
  checkOwner(stat, path, what);
}

function checkOwner({ uid }: Stats, path: string, what: string): void {
  if (isTrustedOwner(uid)) return;
  throw new FleetError("configuration", `${what} "${path}" belongs to user ${uid}`, {
    hint: "It is believed only if it is this user's or root's: name another place, or move it away.",
  });
}

function checkSecret({ mode }: Stats, path: string, what: string): void {
  if (!hasModes || !(mode & othersMayUse)) return;
  throw new FleetError("configuration", `${what} "${path}" is open to others`, {
    hint: `Replace it if others may have read it, else run: chmod 600 '${path}'`,
  });
}

function checkNotOpen({ mode }: Stats, folder: string, what: string): void {
  if (!hasModes || !(mode & everyUserMayWrite) || mode & sticky) return;
  throw new FleetError("configuration", `${what} "${folder}" may be written by every user`, {
    hint: `Run: chmod o-w '${folder}'`,
  });
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
