/** A message for a service of a client, or of this server. */
import { z } from "zod";

import { newMessageId } from "../../../../core/ids.ts";
import { makeMessage } from "../../../../core/message.ts";
import { describeMessage } from "../../changes.ts";
import { insertMessage } from "../../operations/insert-message.ts";
import { packData } from "../describe/pack-data.ts";
import { scopeOfService } from "../../access/require-scope.ts";
import { defineOperation } from "../operation.ts";
import { sampleClientId } from "../samples.ts";
import { clientIdInput, messageId, messageIdInput, serviceName } from "../shapes/basic.ts";
import { annotation, dataInput, priority } from "../shapes/message.ts";

const input = z
  .strictObject({
    client_id: clientIdInput
      .optional()
      .meta({ description: "Without it, the message is for a service of this server" }),
    service_name: serviceName.min(1),
    message_type: z.string().max(128).default(""),
    data: dataInput.optional(),
    priority: priority.default("medium"),
    background: z.boolean().default(false),
    annotations: z.array(annotation).max(100).default([]),
    message_id: messageIdInput.optional().meta({
      description: "Chosen by the caller: sent again with the same id, it is stored once",
    }),
  })
  .transform((fields) => ({ ...fields, message_id: fields.message_id ?? newMessageId() }));

export const sendMessage = defineOperation({
  name: "send_message",
  summary: "send a message to a service of a client",
  scope: "send",
  scopeOf: (fields) => scopeOfService(fields.service_name),
  description: "To the service system, which ends and rekeys clients, only with the scope admin.",
  http: "POST /messages",
  input,
  output: z.strictObject({ message_id: messageId }),
  examples: [
    {
      summary: "text to a service",
      input: {
        client_id: sampleClientId,
        service_name: "echo",
        message_type: "Greeting",
        data: { text: "hello" },
      },
    },
  ],
  isFrequent: true,
  change: (fields) => describeMessage(messageOf(fields)),
  async run(context, fields) {
    await insertMessage(context, messageOf(fields));
    return { message_id: fields.message_id };
  },
});

function messageOf(fields: z.output<typeof input>) {
  const { service_name: name, client_id: clientId } = fields;
  return makeMessage({
    messageId: fields.message_id,
    source: { clientId: undefined, serviceName: name },
    destination: { clientId, serviceName: name },
    messageType: fields.message_type,
    data: packData(fields.data),
    priority: fields.priority,
    background: fields.background,
    annotations: fields.annotations,
  });
}
