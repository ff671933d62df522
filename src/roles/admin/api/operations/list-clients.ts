/** Search of clients. */
import { z } from "zod";

import { microsFromMs } from "../../../../core/time.ts";
import { clientLabelService } from "../../../../core/labels.ts";
import { readCursor, writeCursor } from "../cursor.ts";
import { describeListedClient, onlineSince } from "../describe/client.ts";
import { defineOperation } from "../operation.ts";
import { count, pageInput, pageOutput, timeInput } from "../shapes/basic.ts";
import { client } from "../shapes/client.ts";

const name = "list_clients";

const sorts = ["last_contact", "client_id", "address", "added"] as const;
const sort = z.enum([
  ...sorts,
  ...(["-last_contact", "-client_id", "-address", "-added"] as const),
]);

const input = z.strictObject({
  query: z.string().max(1000).optional().meta({
    description:
      "Words that are all found: the beginning of an id, or part of an address or a label",
  }),
  label: z.string().max(1000).optional().meta({
    description:
      'Only clients with this label: "service:label", or one that clients report of themselves',
  }),
  state: z.enum(["online", "offline", "blacklisted"]).optional(),
  seen_after: timeInput.optional(),
  sort: sort.default("-last_contact").meta({ description: "With a minus: descending" }),
  ...pageInput,
});

export const listClients = defineOperation({
  name,
  summary: "search clients",
  scope: "read",
  http: "GET /clients",
  input,
  output: z.strictObject({
    clients: z.array(client),
    total: count.meta({ description: "How many match, on all pages" }),
    ...pageOutput,
  }),
  examples: [
    { summary: "those seen last", input: { limit: 10 } },
    {
      summary: "linux clients at an address",
      input: { query: "127.0.0 linux", sort: "client_id" },
    },
  ],
  async run({ store, clock }, { limit, cursor, ...filters }) {
    const listing = { operation: name, filters, nowMs: clock.now() };
    const position = z.tuple([z.string(), z.int()]);
    const [after, since] = readCursor(listing, cursor, position) ?? [undefined, undefined];
    // The same on every page: who is online meanwhile does not move between them.
    const online = since ?? onlineSince(microsFromMs(clock.now()));
    const page = await store.reports.searchClients({
      words: wordsOf(filters.query),
      label: filters.label === undefined ? undefined : labelOf(filters.label),
      state: filters.state,
      seenAfter: filters.seen_after,
      onlineSince: online,
      ...orderOf(filters.sort),
      after,
      limit,
    });
    return {
      clients: page.clients.map(describeListedClient),
      total: page.total,
      ...(page.next !== undefined && { next_cursor: writeCursor(listing, [page.next, online]) }),
    };
  },
});

function wordsOf(query: string | undefined): string[] {
  return (query ?? "").split(/\s+/).filter((word) => word !== "");
}

function labelOf(text: string): { serviceName: string; label: string } {
  const colon = text.indexOf(":");
  if (colon < 0) return { serviceName: clientLabelService, label: text };
  return { serviceName: text.slice(0, colon), label: text.slice(colon + 1) };
}

function orderOf(text: z.output<typeof sort>) {
  const descending = text.startsWith("-");
  const by = sorts.find((one) => one === (descending ? text.slice(1) : text));
  return { sort: by ?? "last_contact", descending };
}
