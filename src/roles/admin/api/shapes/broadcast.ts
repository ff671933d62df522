/** Broadcasts and files. */
import { z } from "zod";

import { broadcastId, count, label, time } from "./basic.ts";
import { payload } from "./message.ts";

export const broadcast = z
  .strictObject({
    broadcast_id: broadcastId,
    source_service: z.string(),
    destination_service: z.string(),
    message_type: z.string(),
    required_labels: z.array(label),
    expiration_time: time.optional(),
    group_name: z.string().optional(),
    data_bytes: count.optional(),
    state: z.enum(["active", "disabled", "complete", "expired"]),
    limit: count.optional().meta({
      description: "Left out where there is none, and of a disabled one, which has lost it",
    }),
    sent: count,
    allocated: count.optional().meta({
      description: "What servers may still send of the limit without asking",
    }),
  })
  .meta({ id: "Broadcast" });

export const broadcastDetails = z
  .strictObject({
    ...broadcast.shape,
    data: payload.optional(),
    eligible_estimate: count
      .optional()
      .meta({ description: "How many clients have the labels now; where it can be told" }),
  })
  .meta({ id: "BroadcastDetails" });

export const file = z
  .strictObject({
    service_name: z.string(),
    file_name: z.string(),
    size_bytes: count,
    modified_time: time,
  })
  .meta({ id: "File" });
