/** A file that clients can fetch, with its content. */
import { z } from "zod";

import { formatMicros } from "../../../../core/rfc3339.ts";
import { unknownFile } from "../describe/not-found.ts";
import { defineOperation } from "../operation.ts";
import { fileNameInput } from "../shapes/basic.ts";
import { file } from "../shapes/broadcast.ts";

export const getFile = defineOperation({
  name: "get_file",
  summary: "show a file with its content",
  scope: "read",
  http: "GET /files/{service_name}/{file_name}",
  input: z.strictObject(fileNameInput),
  output: z.strictObject({ ...file.shape, data: z.base64() }),
  bytesField: "data",
  examples: [{ summary: "a file", input: { service_name: "updater", file_name: "news.txt" } }],
  async run({ store }, { service_name: serviceName, file_name: fileName }) {
    const stored = await store.files.get({ serviceName, fileName });
    if (!stored) throw unknownFile(serviceName, fileName);
    return {
      service_name: serviceName,
      file_name: fileName,
      size_bytes: stored.data.byteLength,
      modified_time: formatMicros(stored.modifiedTime),
      data: Buffer.from(stored.data).toString("base64"),
    };
  },
});
