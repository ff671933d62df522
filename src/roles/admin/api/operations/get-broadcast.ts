/** One broadcast with how far it has come. */
import { z } from "zod";

import { microsFromMs } from "../../../../core/time.ts";
import { describeBroadcast } from "../describe/broadcast.ts";
import { unknownBroadcast } from "../describe/not-found.ts";
import { defineOperation } from "../operation.ts";
import { sampleBroadcastId } from "../samples.ts";
import { broadcastIdInput } from "../shapes/basic.ts";
import { broadcast } from "../shapes/broadcast.ts";

export const getBroadcast = defineOperation({
  name: "get_broadcast",
  summary: "show one broadcast",
  scope: "read",
  http: "GET /broadcasts/{broadcast_id}",
  input: z.strictObject({ broadcast_id: broadcastIdInput }),
  output: broadcast,
  examples: [{ summary: "one broadcast", input: { broadcast_id: sampleBroadcastId } }],
  async run({ store, clock }, { broadcast_id: broadcastId }) {
    const record = (await store.broadcasts.get([broadcastId])).get(broadcastId);
    if (!record) throw unknownBroadcast(broadcastId);
    return describeBroadcast(record, microsFromMs(clock.now()));
  },
});
