/** Runs the command of a client's Stdin service. */
import { z } from "zod";

import { typeUrlPrefix } from "../../../../config/plain-message.ts";
import { newMessageId } from "../../../../core/ids.ts";
import { makeMessage } from "../../../../core/message.ts";
import { encodeStdinInput, typeNames } from "../../../../proto/system-codec.ts";
import { describeMessage } from "../../changes.ts";
import { insertMessage } from "../../operations/insert-message.ts";
import { scopeOfService } from "../../access/require-scope.ts";
import { defineOperation } from "../operation.ts";
import { sampleClientId } from "../samples.ts";
import { clientIdInput, messageId, messageIdInput, serviceName } from "../shapes/basic.ts";

const input = z
  .strictObject({
    client_id: clientIdInput,
    service_name: serviceName.min(1).meta({ description: "A Stdin service of the client" }),
    args: z.array(z.string().max(100_000)).max(1000).default([]),
    stdin_base64: z.base64().optional(),
    message_id: messageIdInput.optional(),
  })
  .transform((fields) => ({ ...fields, message_id: fields.message_id ?? newMessageId() }));

export const runCommand = defineOperation({
  name: "run_command",
  summary: "run the command of a client's Stdin service",
  description:
    "Answers at once. What the command writes arrives as messages of the client, whose payloads are not kept: to see it, choose the message's id, call watch_message_replies, and then this. list_message_replies lists the messages without it.",
  scope: "send",
  scopeOf: (fields) => scopeOfService(fields.service_name),
  http: "POST /clients/{client_id}/commands",
  input,
  output: z.strictObject({ message_id: messageId }),
  examples: [
    {
      summary: "with arguments",
      input: { client_id: sampleClientId, service_name: "ls", args: ["-l", "/"] },
    },
  ],
  change: (fields) => describeMessage(messageOf(fields)),
  async run(context, fields) {
    await insertMessage(context, messageOf(fields));
    return { message_id: fields.message_id };
  },
});

function messageOf(fields: z.output<typeof input>) {
  return makeMessage({
    messageId: fields.message_id,
    source: { clientId: undefined, serviceName: fields.service_name },
    destination: { clientId: fields.client_id, serviceName: fields.service_name },
    messageType: "StdinServiceInputMessage",
    data: {
      typeUrl: `${typeUrlPrefix}${typeNames.stdinInput}`,
      value: encodeStdinInput({
        args: fields.args,
        input: Buffer.from(fields.stdin_base64 ?? "", "base64"),
      }),
    },
  });
}
