/** The end of a log file, and of the one before it. */
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";

import { isSystemError } from "../../../core/errors.ts";
import { fileError } from "../../../platform/file-error.ts";

const maxBytes = 2 * 1024 * 1024;

/** @returns undefined where there is no such file. @throws configuration when it cannot be read. */
export function readLogTail(path: string): string | undefined {
  const newest = tailOf(path, maxBytes);
  if (newest === undefined) return undefined;
  const older = tailOf(`${path}.1`, maxBytes - Buffer.byteLength(newest)) ?? "";
  return `${older}${newest}`;
}

function tailOf(path: string, bytes: number): string | undefined {
  let descriptor: number;
  try {
    // A named pipe would wait for a writer.
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (thrown) {
    if (isSystemError(thrown, "ENOENT")) return undefined;
    throw fileError("read the log file", path, thrown);
  }
  try {
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
