/** What the original's programs say before what went wrong. */
import { closeSync, openSync, readSync } from "node:fs";

import { FleetError, toFleetError } from "../../core/errors.ts";
import { goFileError } from "./go-text.ts";

/** Runs the work; what it throws is said after the given words. */
export async function failing<T>(words: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const { code, message, hint } = toFleetError(thrown);
    const options = { cause: thrown, ...(hint !== undefined && { hint }) };
    throw new FleetError(code, `${words}: ${message}`, options);
  }
}

/**
 * Reads a configuration file as the original's programs do.
 * @param words name the file: 'configuration file "x"'.
 * @throws FleetError "unable to read …" with what Go says of the file, "unable to parse …" with what is wrong in it.
 */
export async function readAs<T>(
  [verb, words]: readonly ["Unable" | "unable", string],
  path: string,
  read: (path: string) => T | Promise<T>,
): Promise<T> {
  checkReadable(path, `${verb} to read ${words}`);
  return await failing(`${verb} to parse ${words}`, () => read(path));
}

function checkReadable(path: string, words: string): void {
  try {
    const descriptor = openSync(path, "r");
    try {
      readSync(descriptor, new Uint8Array(1));
    } finally {
      closeSync(descriptor);
    }
  } catch (thrown) {
    throw new FleetError("configuration", `${words}: ${goFileError(path, thrown)}`, {
      cause: thrown,
    });
  }
}
