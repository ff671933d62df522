/** Removes files and folders, without following links. What is not there is no fault. */
import { lstatSync, readdirSync, rmdirSync, unlinkSync } from "node:fs";
import { join } from "node:path";

import { isSystemError } from "../core/errors.ts";
import { fileError } from "./file-error.ts";

/** @returns whether there was something. @throws configuration when it cannot be removed. */
export function removeTree(path: string): boolean {
  try {
    if (!lstatSync(path).isDirectory()) {
      unlinkSync(path);
      return true;
    }
    for (const entry of readdirSync(path)) removeTree(join(path, entry));
    rmdirSync(path);
    return true;
  } catch (thrown) {
    if (isSystemError(thrown, "ENOENT")) return false;
    throw fileError("remove", path, thrown);
  }
}
