/** Stops a broadcast: clients that have it keep it. */
import { z } from "zod";

import { disableBroadcasts } from "../../operations/broadcasts.ts";
import { unknownBroadcast } from "../describe/not-found.ts";
import { defineOperation } from "../operation.ts";
import { sampleBroadcastId } from "../samples.ts";
import { broadcastIdInput, empty } from "../shapes/basic.ts";

export const disableBroadcast = defineOperation({
  name: "disable_broadcast",
  summary: "stop a broadcast",
  scope: "send",
  http: "POST /broadcasts/{broadcast_id}/disable",
  input: z.strictObject({ broadcast_id: broadcastIdInput }),
  output: empty,
  examples: [{ summary: "one broadcast", input: { broadcast_id: sampleBroadcastId } }],
  change: ({ broadcast_id: id }) => `disabled broadcasts ${id}`,
  async run(context, { broadcast_id: id }) {
    const known = await context.store.broadcasts.get([id]);
    if (!known.has(id)) throw unknownBroadcast(id);
    return await disableBroadcasts(context, { broadcastIds: [id] });
  },
});
