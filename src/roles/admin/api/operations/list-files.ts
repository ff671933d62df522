/** The files that clients can fetch, without their content. */
import { z } from "zod";

import { formatMicros } from "../../../../core/rfc3339.ts";
import { readCursor, writeCursor } from "../cursor.ts";
import { defineOperation } from "../operation.ts";
import { pageInput, pageOutput, serviceName } from "../shapes/basic.ts";
import { file } from "../shapes/broadcast.ts";

const name = "list_files";

export const listFiles = defineOperation({
  name,
  summary: "list the files that clients can fetch",
  scope: "read",
  http: "GET /files",
  input: z.strictObject({ service: serviceName.optional(), ...pageInput }),
  output: z.strictObject({ files: z.array(file), ...pageOutput }),
  examples: [{ summary: "all", input: {} }],
  async run({ store, clock }, { service, limit, cursor }) {
    const listing = { operation: name, filters: service ?? null, nowMs: clock.now() };
    const after = readCursor(listing, cursor, z.tuple([z.string(), z.string()]));
    const files = await store.files.list(service);
    const first = after ? files.findIndex((one) => isAfter(one, after)) : 0;
    const shown = first < 0 ? [] : files.slice(first, first + limit);
    const last = shown.at(-1);
    const more = last !== undefined && first + limit < files.length;
    return {
      files: shown.map(({ serviceName: owner, fileName, sizeBytes, modifiedTime }) => ({
        service_name: owner,
        file_name: fileName,
        size_bytes: sizeBytes,
        modified_time: formatMicros(modifiedTime),
      })),
      ...(more && { next_cursor: writeCursor(listing, [last.serviceName, last.fileName]) }),
    };
  },
});

function isAfter(
  { serviceName: service, fileName }: { readonly serviceName: string; readonly fileName: string },
  [afterService, afterFile]: readonly [string, string],
): boolean {
  return service === afterService ? fileName > afterFile : service > afterService;
}
