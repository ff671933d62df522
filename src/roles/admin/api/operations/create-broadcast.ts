/** A message for every client that has the labels. */
import { z } from "zod";

import { unlimitedBroadcast } from "../../../../core/broadcast.ts";
import { newBroadcastId } from "../../../../core/ids.ts";
import { timestampFromMicros } from "../../../../core/time.ts";
import { createBroadcast as create } from "../../operations/broadcasts.ts";
import { describeBroadcast } from "../../changes.ts";
import { packData } from "../describe/pack-data.ts";
import { scopeOfService } from "../../access/require-scope.ts";
import { defineOperation } from "../operation.ts";
import { broadcastId, broadcastIdInput, label, serviceName, timeInput } from "../shapes/basic.ts";
import { dataInput } from "../shapes/message.ts";

const input = z
  .strictObject({
    service_name: serviceName.min(1).meta({ description: "The service that it is from and for" }),
    message_type: z.string().max(128).default(""),
    required_labels: z.array(label).max(100).default([]),
    limit: z.int().min(1).optional().meta({ description: "At most so many clients get it" }),
    expiration_time: timeInput.optional(),
    group_name: z
      .string()
      .max(128)
      .default("")
      .meta({ description: "It takes the place of active broadcasts of the same group" }),
    data: dataInput.optional(),
    broadcast_id: broadcastIdInput.optional(),
  })
  .transform((fields) => ({ ...fields, broadcast_id: fields.broadcast_id ?? newBroadcastId() }));

export const createBroadcast = defineOperation({
  name: "create_broadcast",
  summary: "send a message to every client that has the labels",
  scope: "send",
  scopeOf: (fields) => scopeOfService(fields.service_name),
  http: "POST /broadcasts",
  input,
  output: z.strictObject({ broadcast_id: broadcastId }),
  examples: [
    {
      summary: "to at most ten clients",
      input: {
        service_name: "echo",
        message_type: "Greeting",
        limit: 10,
        required_labels: [{ service_name: "client", label: "no-such-label" }],
        data: { text: "hello" },
      },
    },
  ],
  change: (fields) => describeBroadcast(requestOf(fields)),
  async run(context, fields) {
    await create(context, requestOf(fields));
    return { broadcast_id: fields.broadcast_id };
  },
});

function requestOf(fields: z.output<typeof input>) {
  const { expiration_time: expiration, service_name: name } = fields;
  return {
    broadcast: {
      broadcastId: fields.broadcast_id,
      source: { clientId: undefined, serviceName: name },
      destination: { clientId: undefined, serviceName: name },
      messageType: fields.message_type,
      requiredLabels: fields.required_labels.map((one) => ({
        serviceName: one.service_name,
        label: one.label,
      })),
      expirationTime: expiration === undefined ? undefined : timestampFromMicros(expiration),
      data: packData(fields.data),
      groupName: fields.group_name,
    },
    limit: fields.limit === undefined ? unlimitedBroadcast : BigInt(fields.limit),
  };
}
