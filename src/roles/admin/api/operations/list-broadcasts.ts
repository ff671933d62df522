/** Broadcasts with how far they have come. */
import { z } from "zod";

import { type BroadcastId, parseBroadcastId } from "../../../../core/ids.ts";
import { type Micros, microsFromMs } from "../../../../core/time.ts";
import type { BroadcastRecord, BroadcastStore } from "../../../../store/store.ts";
import type { ApiContext } from "../context.ts";
import { readCursor, writeCursor } from "../cursor.ts";
import { describeBroadcast } from "../describe/broadcast.ts";
import { defineOperation } from "../operation.ts";
import { broadcastIdInput, pageInput, pageOutput, serviceName } from "../shapes/basic.ts";
import { broadcast } from "../shapes/broadcast.ts";

const name = "list_broadcasts";

const input = z.strictObject({
  active: z
    .boolean()
    .default(true)
    .meta({ description: "Only those that reach clients still; false: all" }),
  service: serviceName.optional().meta({ description: "Only broadcasts of this source service" }),
  broadcast_ids: z.array(broadcastIdInput).max(1000).optional().meta({
    description: "These, whether active or not; those that are not known are left out",
  }),
  ...pageInput,
});

export const listBroadcasts = defineOperation({
  name,
  summary: "list broadcasts, by id",
  scope: "read",
  http: "GET /broadcasts",
  input,
  output: z.strictObject({ broadcasts: z.array(broadcast), ...pageOutput }),
  examples: [
    { summary: "the active ones", input: {} },
    { summary: "all", input: { active: false, limit: 10 } },
  ],
  async run(context, { limit, cursor, ...filters }) {
    const nowMs = context.clock.now();
    const now = microsFromMs(nowMs);
    const listing = { operation: name, filters, nowMs };
    const position = z.string().transform(parseBroadcastId);
    const after = readCursor(listing, cursor, position);
    const records = await find(context, filters, { after, limit: limit + 1, now });
    const shown = records.slice(0, limit);
    const last = shown.at(-1)?.broadcast.broadcastId;
    return {
      broadcasts: shown.map((record) => describeBroadcast(record, now)),
      ...(records.length > limit && { next_cursor: writeCursor(listing, last) }),
    };
  },
});

type Filters = Omit<z.output<typeof input>, "limit" | "cursor">;

interface Page {
  readonly after: BroadcastId | undefined;
  readonly limit: number;
  readonly now: Micros;
}

async function find(
  { store: { broadcasts } }: ApiContext,
  { active, service, broadcast_ids: ids }: Filters,
  page: Page,
): Promise<BroadcastRecord[]> {
  if (!active && !ids) return await scan(broadcasts, service, page);
  const found = ids
    ? [...(await broadcasts.get(ids)).values()]
    : await broadcasts.listActive(page.now, service);
  return found
    .filter((record) => isOf(record, service) && idOf(record) > (page.after ?? ""))
    .toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1))
    .slice(0, page.limit);
}

const pageRows = 1000;

async function scan(
  broadcasts: BroadcastStore,
  service: string | undefined,
  { after, limit }: Page,
): Promise<BroadcastRecord[]> {
  const found: BroadcastRecord[] = [];
  for (let from = after; found.length < limit;) {
    const rows = await broadcasts.page({ after: from, limit: pageRows });
    found.push(...rows.filter((record) => isOf(record, service)));
    from = rows.at(-1)?.broadcast.broadcastId;
    if (rows.length < pageRows) break;
  }
  return found.slice(0, limit);
}

function isOf(record: BroadcastRecord, service: string | undefined): boolean {
  return service === undefined || record.broadcast.source.serviceName === service;
}

function idOf({ broadcast: { broadcastId } }: BroadcastRecord): BroadcastId {
  return broadcastId;
}
