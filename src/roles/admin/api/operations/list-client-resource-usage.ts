/** What a client's services use, for charts. */
import { z } from "zod";

import { readCursor, writeCursor } from "../cursor.ts";
import { describeUsage } from "../describe/client.ts";
import { defineOperation } from "../operation.ts";
import { sampleClientId } from "../samples.ts";
import { clientIdInput, pageInput, pageOutput, timeInput } from "../shapes/basic.ts";
import { resourceUsage } from "../shapes/client.ts";

const name = "list_client_resource_usage";
/** Records of one client and day are some ten thousand at most; an answer without times reaches as far back. */
const defaultSpanMicros = 24 * 60 * 60 * 1e6;

export const listClientResourceUsage = defineOperation({
  name,
  summary: "list what a client's services used, oldest first",
  description: "Without a start, the day before the end; without an end, until now.",
  scope: "read",
  http: "GET /clients/{client_id}/resource_usage",
  input: z.strictObject({
    client_id: clientIdInput,
    start: timeInput.optional(),
    end: timeInput.optional(),
    ...pageInput,
    limit: z.int().min(1).max(10_000).default(1000),
  }),
  output: z.strictObject({ records: z.array(resourceUsage), ...pageOutput }),
  examples: [{ summary: "the last day", input: { client_id: sampleClientId } }],
  async run({ store, clock }, { client_id: clientId, start, end, limit, cursor }) {
    const listing = { operation: name, filters: { clientId, start, end }, nowMs: clock.now() };
    const position = z.strictObject({ from: z.int(), end: z.int(), skip: z.int().min(0) });
    const until = end ?? clock.now() * 1000 + 1;
    const begin = { from: start ?? until - defaultSpanMicros, end: until, skip: 0 };
    const where = readCursor(listing, cursor, position) ?? begin;
    const seen = where.skip + limit;
    const all = await store.resourceUsage.fetch(clientId, where.from, where.end, seen + 1);
    const shown = all.slice(where.skip, seen);
    const left = all.length > seen;
    const from = shown.at(-1)?.serverTime ?? where.end;
    const skip = all.slice(0, seen).filter(({ serverTime }) => serverTime === from).length;
    return {
      records: shown.map(describeUsage),
      ...(left && { next_cursor: writeCursor(listing, { ...where, from, skip }) }),
    };
  },
});
