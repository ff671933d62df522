/** PEM files that a command line names. */
import { readFileSync } from "node:fs";

import { FleetError, describeThrown } from "../../core/errors.ts";

/** @throws configuration when the file cannot be read. */
export function readPem(path: string, flag: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (thrown) {
    const message = `${flag} "${path}" cannot be read: ${describeThrown(thrown)}`;
    throw new FleetError("configuration", message, { hint: "Name a PEM file." });
  }
}
