/** An executable file from disk, bounded. */
import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";

import { FleetError } from "../core/errors.ts";
import { fileError } from "../platform/file-error.ts";

/** The largest of ours has 120 MB. */
const maxBytes = 512 * 1024 * 1024;

/** @throws configuration when it cannot be read, invalid_data for what is no regular file of that size. */
export function readExecutable(path: string): Buffer {
  try {
    // A pipe without a writer would wait for one.
    const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stat = fstatSync(descriptor);
      if (!stat.isFile() || stat.size > maxBytes) {
        throw new FleetError("invalid_data", `"${path}" is no executable of fleet`, {
          hint: "Name a file of a release, or one that was repacked.",
        });
      }
      return readFileSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (thrown) {
    throw fileError("read the executable", path, thrown);
  }
}
