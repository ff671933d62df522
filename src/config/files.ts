/**
 * Reading configuration files: bounded, and with an eye on who could have written them.
 */
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  readdirSync,
  statSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";

import { FleetError, isSystemError } from "../core/errors.ts";
import { describeFileFault } from "../platform/file-error.ts";

/** Certificates and signed services included, none comes near it. */
const maxFileBytes = 16 * 1024 * 1024;
const othersMayWrite = 0o002;
const groupMayWrite = 0o020;
const sticky = 0o1000;

export interface ReadOptions {
  /** Refuse, when this process is root, what another user could have changed: the file says what root runs. */
  readonly guarded?: boolean;
}

/**
 * The content of a file; undefined where there is none.
 * @param what names it in errors: "client file".
 * @throws configuration when it cannot be read or may not be trusted.
 */
export function readConfigFile(
  path: string,
  what: string,
  options: ReadOptions = {},
): Buffer | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(path, constants.O_RDONLY);
  } catch (thrown) {
    if (isSystemError(thrown, "ENOENT")) return undefined;
    throw unreadable(path, what, thrown);
  }
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile())
      throw new FleetError("configuration", `${what} "${path}" is not a regular file`);
    if (stat.size > maxFileBytes) {
      throw new FleetError(
        "configuration",
        `${what} "${path}" has ${stat.size} bytes, over ${maxFileBytes}`,
      );
    }
    if (options.guarded) {
      refuseForeign(path, what, stat);
      refuseOpenFolder(path, what);
    }
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** As readConfigFile. @throws configuration also when there is no such file. */
export function requireConfigFile(path: string, what: string, options: ReadOptions = {}): Buffer {
  const content = readConfigFile(path, what, options);
  if (content === undefined) {
    throw new FleetError("configuration", `${what} "${path}" does not exist`, {
      hint: "Check the path; `fleet config init` makes the files of a deployment.",
    });
  }
  return content;
}

/** The files of a folder, in the order of their names; none where there is no such folder. @throws configuration */
export function listConfigFolder(path: string, what: string, options: ReadOptions = {}): string[] {
  try {
    if (options.guarded) refuseForeign(path, what, statSync(path));
    const entries = readdirSync(path, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(path, entry.name))
      .toSorted();
  } catch (thrown) {
    if (isSystemError(thrown, "ENOENT")) return [];
    throw thrown instanceof FleetError ? thrown : unreadable(path, what, thrown);
  }
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** @throws configuration for bytes that are not UTF-8. */
export function decodeText(bytes: Uint8Array, path: string, what: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new FleetError("configuration", `${what} "${path}" is not UTF-8 text`, {
      hint: "Save it as UTF-8.",
    });
  }
}

function refuseForeign(
  path: string,
  what: string,
  { mode, uid, gid }: { mode: number; uid: number; gid: number },
): void {
  const self = process.geteuid?.();
  if (self !== 0) return;
  if ((mode & groupMayWrite) !== 0 && gid !== 0) {
    throw new FleetError(
      "configuration",
      `${what} "${path}" may be written by the group ${gid}, and root is to follow it`,
      { hint: `Run: chmod g-w '${path}'` },
    );
  }
  if ((mode & othersMayWrite) !== 0) {
    throw new FleetError(
      "configuration",
      `${what} "${path}" may be written by every user, and root is to follow it`,
      {
        hint: `Run: chmod o-w '${path}'`,
      },
    );
  }
  if (uid !== 0) {
    throw new FleetError(
      "configuration",
      `${what} "${path}" belongs to user ${uid}, and root is to follow it`,
      {
        hint: `Run: chown root '${path}'`,
      },
    );
  }
}

/** Who may write into the folder can put another file in the place of this one. */
function refuseOpenFolder(path: string, what: string): void {
  if (process.geteuid?.() !== 0) return;
  const folder = dirname(resolve(path));
  const { mode, uid, gid } = statSync(folder);
  const isOpen = (mode & othersMayWrite) !== 0 || ((mode & groupMayWrite) !== 0 && gid !== 0);
  if ((!isOpen || (mode & sticky) !== 0) && uid === 0) return;
  throw new FleetError(
    "configuration",
    `${what} "${path}" lies in a folder where others may replace it, and root is to follow it`,
    { hint: `Run: chown root '${folder}' && chmod go-w '${folder}'` },
  );
}

function unreadable(path: string, what: string, thrown: unknown): FleetError {
  return new FleetError(
    "configuration",
    `${what} "${path}" cannot be read: ${describeFileFault(thrown)}`,
    {
      hint: "Check who owns it and who may read it.",
      cause: thrown,
    },
  );
}
