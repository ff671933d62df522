/** Takes back single messages that are pending. */
import { z } from "zod";

import { listIds } from "../../changes.ts";
import { deleteMessages as remove } from "../../operations/messages.ts";
import { defineOperation } from "../operation.ts";
import { sampleMessageId } from "../samples.ts";
import { messageIdInput } from "../shapes/basic.ts";

const outcome = z.enum(["deleted", "done", "unknown"]).meta({
  description: "done: it had a result already, which stays",
});

export const deleteMessages = defineOperation({
  name: "delete_messages",
  summary: "take back single messages that are pending",
  description: "Each counts as failed then.",
  scope: "admin",
  http: "POST /messages/delete",
  input: z.strictObject({ message_ids: z.array(messageIdInput).min(1).max(10_000) }),
  output: z.strictObject({
    outcomes: z.array(outcome).meta({ description: "One for each id, in their order" }),
  }),
  examples: [{ summary: "one message", input: { message_ids: [sampleMessageId] } }],
  change: ({ message_ids: ids }) => `deleted messages ${listIds(ids)}`,
  run: (context, { message_ids: messageIds }) => remove(context, { messageIds }),
});
