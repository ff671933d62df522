/** fleet file store and delete: files that clients can fetch by service and name. */
import { readFile } from "node:fs/promises";

import { FleetError } from "../../core/errors.ts";
import { describeFileFault } from "../../platform/file-error.ts";
import { adminMethods } from "../../proto/admin-methods.ts";
import type { FileRequest } from "../../proto/admin-types.ts";
import { apiMethod } from "../../roles/admin/api/grpc-methods.ts";
import type { AdminClient } from "../server/admin-client.ts";
import type { ServerChoice } from "../command.ts";
import { connect } from "../server/connect.ts";
import { isWithoutOurs } from "../server/service-error.ts";
import { showLines } from "../terminal/text.ts";
import type { Terminal } from "../terminal/terminal.ts";

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
  await terminal.writeError(showLines(`stored ${serviceName}/${fileName}, ${data.length} bytes\n`));
}

export async function deleteFile(
  terminal: Terminal,
  { service: serviceName, name: fileName, ...choice }: FileArguments,
): Promise<void> {
  using admin = connect(choice, terminal);
  const existed = await remove(admin, { serviceName, fileName });
  const doubt = existed ? "" : " (this server does not say whether it was there)";
  await terminal.writeError(showLines(`deleted ${serviceName}/${fileName}${doubt}\n`));
}

/** The original's method is all that the original, and a port that asks nobody who he is, have. @returns whether it is known that it was there. */
async function remove(admin: AdminClient, file: FileRequest): Promise<boolean> {
  const { serviceName, fileName } = file;
  try {
    await admin.call(apiMethod("delete_file"), { service_name: serviceName, file_name: fileName });
    return true;
  } catch (thrown) {
    if (!isWithoutOurs(thrown)) throw thrown;
    await admin.call(adminMethods.deleteFile, file);
    return false;
  }
}

/** What the store takes (MEDIUMBLOB of the original). */
const maxFileBytes = 16 * 1024 * 1024 - 1;

async function readContent(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (thrown) {
    throw new FleetError(
      "invalid_argument",
      `cannot read "${path}": ${describeFileFault(thrown)}`,
      {
        hint: "Name the file that is to be stored; - is standard input.",
      },
    );
  }
}
