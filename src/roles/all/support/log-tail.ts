/** The end of a log file, and of the one before it. */
import { closeSync, constants, existsSync, fstatSync, openSync, readSync } from "node:fs";
import { dirname } from "node:path";

import { FleetError, isSystemError } from "../../../core/errors.ts";
import { asOwnerOf } from "../../../platform/as-owner.ts";
import { fileError } from "../../../platform/file-error.ts";

const maxBytes = 2 * 1024 * 1024;

// A named pipe would wait for a writer, and a link may lead to what is no log.
const reading = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/**
 * Read as the owner of its folder reads it.
 * @returns undefined where there is no such file. @throws configuration when it cannot be read, or is no regular file.
 */
export function readLogTail(path: string): string | undefined {
  const folder = dirname(path);
  return existsSync(folder) ? asOwnerOf(folder, () => readBoth(path)) : undefined;
}

function readBoth(path: string): string | undefined {
  const newest = tailOf(path, maxBytes);
  if (newest === undefined) return undefined;
  const older = tailOf(`${path}.1`, maxBytes - Buffer.byteLength(newest)) ?? "";
  return `${older}${newest}`;
}

function tailOf(path: string, bytes: number): string | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(path, reading);
  } catch (thrown) {
    if (isSystemError(thrown, "ENOENT")) return undefined;
    throw fileError("read the log file", path, thrown);
  }
  try {
    if (!fstatSync(descriptor).isFile())
      throw new FleetError("configuration", `the log file "${path}" is not a regular file`);
    return readEnd(descriptor, Math.max(0, bytes));
  } finally {
    closeSync(descriptor);
  }
}

/** From the first whole line. */
function readEnd(descriptor: number, bytes: number): string {
  const { size } = fstatSync(descriptor);
  const start = Math.max(0, size - bytes);
  const buffer = Buffer.alloc(size - start);
  const read = readSync(descriptor, buffer, 0, buffer.length, start);
  const text = buffer.subarray(0, read).toString("utf8");
  return start === 0 ? text : text.slice(text.indexOf("\n") + 1);
}
