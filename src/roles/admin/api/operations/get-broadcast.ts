/** One broadcast with how far it has come. */
import { z } from "zod";

import { type Micros, microsFromMs } from "../../../../core/time.ts";
import type { BroadcastRecord, Store } from "../../../../store/store.ts";
import { describeBroadcast } from "../describe/broadcast.ts";
import { onlineSince } from "../describe/client.ts";
import { describePayload } from "../describe/payload.ts";
import { unknownBroadcast } from "../describe/not-found.ts";
import { defineOperation } from "../operation.ts";
import { sampleBroadcastId } from "../samples.ts";
import { broadcastIdInput } from "../shapes/basic.ts";
import { broadcastDetails } from "../shapes/broadcast.ts";

export const getBroadcast = defineOperation({
  name: "get_broadcast",
  summary: "show one broadcast",
  scope: "read",
  http: "GET /broadcasts/{broadcast_id}",
  input: z.strictObject({ broadcast_id: broadcastIdInput }),
  output: broadcastDetails,
  examples: [{ summary: "one broadcast", input: { broadcast_id: sampleBroadcastId } }],
  async run({ store, clock }, { broadcast_id: broadcastId }) {
    const record = (await store.broadcasts.get([broadcastId])).get(broadcastId);
    if (!record) throw unknownBroadcast(broadcastId);
    const now = microsFromMs(clock.now());
    const eligible = await countEligible(store, record, now);
    const { data } = record.broadcast;
    return {
      ...describeBroadcast(record, now),
      ...(data && { data: describePayload(data) }),
      ...(eligible !== undefined && { eligible_estimate: eligible }),
    };
  },
});

/** Of several labels the store does not count who has them all. */
async function countEligible(
  { reports }: Store,
  { broadcast: { requiredLabels } }: BroadcastRecord,
  now: Micros,
): Promise<number | undefined> {
  const [label, ...others] = requiredLabels;
  if (others.length > 0) return undefined;
  const order = { sort: "client_id", descending: false, limit: 1 } as const;
  const page = await reports.searchClients({ ...order, label, onlineSince: onlineSince(now) });
  return page.total;
}
