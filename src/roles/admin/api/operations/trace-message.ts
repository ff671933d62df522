/** A message's whole life, step by step. */
import { z } from "zod";

import { describeListedMessage } from "../describe/message.ts";
import { unknownMessage } from "../describe/not-found.ts";
import { describeSteps } from "../describe/trace.ts";
import { defineOperation } from "../operation.ts";
import { sampleMessageId } from "../samples.ts";
import { messageIdInput } from "../shapes/basic.ts";
import { messageTrace } from "../shapes/message.ts";

export const traceMessage = defineOperation({
  name: "trace_message",
  summary: "tell a message's whole life",
  description:
    "Where it came from, when and by which server it was handed out and how often, and what became of it. A message to a client is processed once the client acknowledges it: the two are one step.",
  scope: "read",
  http: "GET /messages/{message_id}/trace",
  input: z.strictObject({ message_id: messageIdInput }),
  output: messageTrace,
  examples: [{ summary: "one message", input: { message_id: sampleMessageId } }],
  async run({ store }, { message_id: messageId }) {
    const trace = await store.reports.trace(messageId);
    if (!trace) throw unknownMessage(messageId);
    return { ...describeListedMessage(trace.message), steps: describeSteps(trace) };
  },
});
