/** Messages, the newest first. */
import { z } from "zod";

import { readCursor, writeCursor } from "../cursor.ts";
import { describeListedMessage } from "../describe/message.ts";
import { defineOperation } from "../operation.ts";
import { sampleClientId } from "../samples.ts";
import { clientIdInput, pageInput, pageOutput, serviceName, timeInput } from "../shapes/basic.ts";
import { direction, message, messageState } from "../shapes/message.ts";

const name = "list_messages";

export const listMessages = defineOperation({
  name,
  summary: "list messages, the newest first",
  description:
    "A page may hold fewer than the limit, even none, and still have a next_cursor: it says how far was looked.",
  scope: "read",
  http: "GET /messages",
  input: z.strictObject({
    client_id: clientIdInput.optional().meta({ description: "From or to this client" }),
    direction: direction.optional(),
    service: serviceName.optional().meta({ description: "Of the destination" }),
    message_type: z.string().max(1000).optional(),
    state: messageState.optional(),
    after: timeInput.optional().meta({ description: "Created then or later" }),
    before: timeInput.optional().meta({ description: "Created earlier" }),
    ...pageInput,
  }),
  output: z.strictObject({ messages: z.array(message), ...pageOutput }),
  examples: [
    { summary: "the newest", input: { limit: 10 } },
    { summary: "those that failed", input: { state: "failed" } },
    { summary: "of one client", input: { client_id: sampleClientId, direction: "to_server" } },
  ],
  async run({ store, clock }, { limit, cursor, ...filters }) {
    const listing = { operation: name, filters, nowMs: clock.now() };
    const page = await store.reports.listMessages({
      clientId: filters.client_id,
      direction: filters.direction,
      serviceName: filters.service,
      messageType: filters.message_type,
      state: filters.state,
      createdFrom: filters.after,
      createdBefore: filters.before,
      after: readCursor(listing, cursor, z.string()),
      limit,
    });
    return {
      messages: page.messages.map(describeListedMessage),
      ...(page.next !== undefined && { next_cursor: writeCursor(listing, page.next) }),
    };
  },
});
