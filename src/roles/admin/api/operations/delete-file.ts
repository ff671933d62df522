/** Takes a file back: clients that fetched it keep it. */
import { z } from "zod";

import { describeFile } from "../../changes.ts";
import { removeFile } from "../../operations/files.ts";
import { unknownFile } from "../describe/not-found.ts";
import { defineOperation } from "../operation.ts";
import { empty, fileNameInput } from "../shapes/basic.ts";

export const deleteFile = defineOperation({
  name: "delete_file",
  summary: "delete a file",
  scope: "admin",
  http: "DELETE /files/{service_name}/{file_name}",
  input: z.strictObject(fileNameInput),
  output: empty,
  examples: [{ summary: "a file", input: { service_name: "updater", file_name: "news.txt" } }],
  change: ({ service_name: serviceName, file_name: fileName }) =>
    `deleted file ${describeFile({ serviceName, fileName })}`,
  async run(context, { service_name: serviceName, file_name: fileName }) {
    const { existed } = await removeFile(context, { serviceName, fileName });
    if (!existed) throw unknownFile(serviceName, fileName);
    return {};
  },
});
