/** Stores a file for clients to fetch. */
import { z } from "zod";

import { describeFile } from "../../changes.ts";
import { storeFile } from "../../operations/files.ts";
import { defineOperation } from "../operation.ts";
import { empty, fileNameInput } from "../shapes/basic.ts";

export const putFile = defineOperation({
  name: "put_file",
  summary: "store a file for clients to fetch, in place of one of the same name",
  scope: "admin",
  http: "PUT /files/{service_name}/{file_name}",
  input: z.strictObject({
    ...fileNameInput,
    data: z.base64().meta({ description: "At most 16 MiB - 1" }),
  }),
  output: empty,
  bytesField: "data",
  examples: [
    {
      summary: "a line of text",
      input: { service_name: "updater", file_name: "news.txt", data: "aGVsbG8K" },
    },
  ],
  change: ({ service_name: serviceName, file_name: fileName }) =>
    `stored file ${describeFile({ serviceName, fileName })}`,
  run: (context, { service_name: serviceName, file_name: fileName, data }) =>
    storeFile(context, { serviceName, fileName, data: Buffer.from(data, "base64") }),
});
