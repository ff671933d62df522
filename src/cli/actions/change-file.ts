/** fleet file store and delete: files that clients can fetch by service and name. */
import { readFile } from "node:fs/promises";

import { FleetError, describeThrown } from "../../core/errors.ts";
import { adminMethods } from "../../proto/admin-methods.ts";
import type { ServerChoice } from "../command.ts";
import { connect } from "../connect.ts";
import type { Terminal } from "../terminal.ts";

export interface FileArguments extends ServerChoice {
  readonly service: string;
  readonly name: string;
}

/** @param path of the content; "-" is standard input. */
export async function storeFile(
  terminal: Terminal,
  path: string,
  { service: serviceName, name: fileName, ...choice }: FileArguments,
): Promise<void> {
  const data = path === "-" ? await terminal.readInput(maxFileBytes) : await readContent(path);
  using admin = connect(choice, terminal);
  await admin.call(adminMethods.storeFile, { serviceName, fileName, data });
  await terminal.writeError(`stored ${serviceName}/${fileName}, ${data.length} bytes\n`);
}

export async function deleteFile(
  terminal: Terminal,
  { service: serviceName, name: fileName, ...choice }: FileArguments,
): Promise<void> {
  using admin = connect(choice, terminal);
  await admin.call(adminMethods.deleteFile, { serviceName, fileName });
  await terminal.writeError(`deleted ${serviceName}/${fileName}\n`);
}

/** What the store takes (MEDIUMBLOB of the original). */
const maxFileBytes = 16 * 1024 * 1024 - 1;

async function readContent(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (thrown) {
    throw new FleetError("invalid_argument", `cannot read "${path}": ${describeThrown(thrown)}`);
  }
}
