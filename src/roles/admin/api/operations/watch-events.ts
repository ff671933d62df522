/** What happens, as it happens: hints for whoever shows it; the store has the truth. */
import { z } from "zod";

import { isEventType, liveEventTypes } from "../../../../core/live-event.ts";
import { defineStream } from "../operation.ts";
import { clientIdInput, serviceName } from "../shapes/basic.ts";
import { liveEvent } from "../shapes/live-event.ts";

const maxWanted = 100;

const types = z
  .array(
    z.string().refine(isEventType, {
      error: ({ input }) =>
        `${JSON.stringify(input)} is no type of event: ${liveEventTypes.join(", ")}, or what stands before the dot`,
    }),
  )
  .max(maxWanted)
  .default([]);

export const watchEvents = defineStream({
  name: "watch_events",
  summary: "watch what happens to clients and messages",
  description:
    "Each list that is not empty narrows what comes. After a gap the first event is a reset: read again what is shown. " +
    "Over HTTP these are server-sent events, and Last-Event-ID stands for after.",
  scope: "read",
  http: "GET /events",
  input: z.strictObject({
    types: types.meta({ description: '"message.failed", or "message" for all about messages' }),
    client_ids: z.array(clientIdInput).max(maxWanted).default([]),
    service_names: z.array(serviceName).max(maxWanted).default([]),
    after: z
      .string()
      .max(40)
      .optional()
      .meta({ description: "The id of the last event that was seen; without it, from now on" }),
  }),
  output: liveEvent,
  examples: [{ summary: "what fails", input: { types: ["message.failed", "alert"] } }],
  stream: ({ live }, input, { signal, caller }) =>
    live.subscribe({
      signal,
      reader: caller.credentialId ?? caller.serial,
      after: input.after,
      filter: {
        types: input.types,
        clientIds: input.client_ids,
        serviceNames: input.service_names,
      },
    }),
});
