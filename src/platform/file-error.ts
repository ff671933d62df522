/**
 * What the file system says, in the words of this project.
 */
import { FleetError, describeThrown, isSystemError } from "../core/errors.ts";

const missingFolder = "Its folder does not exist: create it, or name another place.";
const missingFile = "There is no such file: check the path.";

const hints: Readonly<Record<string, string>> = {
  ENOENT: missingFolder,
  ENOTDIR: "A part of the path is a file, not a folder.",
  EISDIR: "It is a folder: name a file in it.",
  ELOOP: "It is a symbolic link, and links are not followed: name the file itself.",
  EACCES: "This user may not use it: change the owner, or name another place.",
  EPERM: "This user may not use it: change the owner, or name another place.",
  EROFS: "The file system is mounted read-only: name another place.",
  ENOSPC: "The disk is full: free some space.",
};

/**
 * An error of node:fs about this file; a FleetError stays as it is.
 * @param action as in "cannot <action> <path>".
 */
export function fileError(action: string, path: string, thrown: unknown): FleetError {
  if (thrown instanceof FleetError) return thrown;
  const known = Object.keys(hints).find((code) => isSystemError(thrown, code));
  const isMissing = known === "ENOENT" && action.startsWith("read");
  const hint = isMissing ? missingFile : known === undefined ? undefined : hints[known];
  const code = known === "ENOSPC" ? "resource_exhausted" : "configuration";
  return new FleetError(code, `cannot ${action} "${path}"`, {
    cause: thrown,
    ...(hint !== undefined && { hint }),
  });
}

/** What the file system says, without its code and the path: for a message that quotes the path itself. */
export function describeFileFault(thrown: unknown): string {
  return describeThrown(thrown).replace(/^E[A-Z0-9]+: (.+), [a-z]+(?: '.*')?$/s, "$1");
}
