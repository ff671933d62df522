/** Live events as the API's description has them: the shapes of core/live-event.ts. */
import { z } from "zod";

import { broadcastId, clientId, count, messageId, time } from "./basic.ts";
import { alert } from "./overview.ts";

const place = {
  id: z.string().meta({ description: 'What to go on after: "<start of the server>-<number>"' }),
  time,
};

const contact = {
  client_id: clientId,
  address: z.string(),
  transport: z.string().meta({ examples: ["websocket", "stream"] }),
};

const message = {
  message_id: messageId,
  client_id: clientId.optional(),
  service_name: z.string().optional().meta({ description: "Of the destination" }),
  message_type: z.string().optional(),
  direction: z.enum(["to_client", "to_server"]).optional(),
};

const totals = {
  stored: count,
  delivered: count,
  acknowledged: count,
  processed: count,
  failed: count,
};

function event<Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) {
  return z.strictObject({ ...place, type: z.literal(type), ...shape });
}

const alertFacts = { alert, client_id: clientId.optional() };

export const liveEvent = z
  .discriminatedUnion("type", [
    event("client.connected", contact),
    event("client.disconnected", {
      ...contact,
      reason: z.string().optional().meta({ description: "What broke the stream" }),
      ended_by: z.enum(["client", "server", "fault"]),
    }),
    event("client.enrolled", { ...contact, labels: z.array(z.string()).readonly() }),
    event("client.rekeyed", {
      client_id: clientId,
      old_client_id: clientId,
      message_id: messageId,
    }),
    event("message.stored", message),
    event("message.delivered", message),
    event("message.acknowledged", message),
    event("message.processed", message),
    event("message.failed", { ...message, reason: z.string(), will_retry: z.boolean() }),
    event("messages.summary", { client_id: clientId.optional(), ...totals }).meta({
      description: "More messages than are told of one by one: read again what is shown of them",
    }),
    event("broadcast.progress", {
      broadcast_id: broadcastId,
      state: z.enum(["active", "ended"]),
      sent: count,
      limit: count.optional(),
    }),
    event("alert.raised", alertFacts),
    event("alert.cleared", alertFacts),
    event("reset", { reason: z.enum(["unknown_id", "too_old", "other_start"]) }).meta({
      description: "Events may be missing before this one: read again what is shown",
    }),
  ])
  .meta({ id: "LiveEvent" });
