/** Broadcasts with how far they have come. */
import { z } from "zod";

import { microsFromMs } from "../../../../core/time.ts";
import { describeBroadcast } from "../describe/broadcast.ts";
import { defineOperation } from "../operation.ts";
import { broadcastIdInput, serviceName } from "../shapes/basic.ts";
import { broadcast } from "../shapes/broadcast.ts";

export const listBroadcasts = defineOperation({
  name: "list_broadcasts",
  summary: "list active broadcasts, or those with these ids",
  scope: "read",
  http: "GET /broadcasts",
  input: z.strictObject({
    service: serviceName.optional().meta({ description: "Only broadcasts of this source service" }),
    broadcast_ids: z.array(broadcastIdInput).max(1000).optional(),
  }),
  output: z.strictObject({ broadcasts: z.array(broadcast) }),
  examples: [{ summary: "the active ones", input: {} }],
  async run({ store, clock }, { service, broadcast_ids: ids }) {
    const now = microsFromMs(clock.now());
    const records = ids
      ? [...(await store.broadcasts.get(ids)).values()]
      : await store.broadcasts.listActive(now, service);
    return { broadcasts: records.map((record) => describeBroadcast(record, now)) };
  },
});
