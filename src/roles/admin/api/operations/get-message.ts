/** One message with its payload, while that is kept. */
import { z } from "zod";

import { describeMessageDetails } from "../describe/message.ts";
import { unknownMessage } from "../describe/not-found.ts";
import { defineOperation } from "../operation.ts";
import { sampleMessageId } from "../samples.ts";
import { messageIdInput } from "../shapes/basic.ts";
import { messageDetails } from "../shapes/message.ts";

export const getMessage = defineOperation({
  name: "get_message",
  summary: "show one message with its payload",
  scope: "read",
  http: "GET /messages/{message_id}",
  input: z.strictObject({ message_id: messageIdInput }),
  output: messageDetails,
  examples: [{ summary: "one message", input: { message_id: sampleMessageId } }],
  async run({ store }, { message_id: messageId }) {
    const [messages, lives] = await Promise.all([
      store.messages.get([messageId]),
      store.messages.life([messageId]),
    ]);
    const message = messages.get(messageId);
    if (!message) throw unknownMessage(messageId);
    return describeMessageDetails(message, lives.get(messageId));
  },
});
