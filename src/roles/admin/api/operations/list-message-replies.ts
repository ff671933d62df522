/** What a client answered to a message, with what its command wrote. */
import { z } from "zod";

import type { MessageId } from "../../../../core/ids.ts";
import type { IdentifiedMessage } from "../../../../core/message.ts";
import type { ListedMessage } from "../../../../store/reports.ts";
import { readCursor, writeCursor } from "../cursor.ts";
import { describeListedMessage } from "../describe/message.ts";
import { describePayload } from "../describe/payload.ts";
import { defineOperation } from "../operation.ts";
import { sampleMessageId } from "../samples.ts";
import { messageIdInput, pageInput, pageOutput } from "../shapes/basic.ts";
import { annotation, message, payload } from "../shapes/message.ts";

const name = "list_message_replies";

/** Of one answer; a client may send as many replies as it likes, and each may have 2 MiB. */
const maxPayloadBytes = 4 * 1024 * 1024;

const reply = z
  .strictObject({
    ...message.shape,
    annotations: z.array(annotation),
    data: payload.optional().meta({
      description: "While it is kept, up to 4 MiB in one answer; get_message shows others",
    }),
  })
  .meta({ id: "Reply" });

export const listMessageReplies = defineOperation({
  name,
  summary: "list what a client answered to a message, oldest first",
  description:
    "Payloads are kept until a message has a result: a reply that a server service has processed comes without its payload. watch_messages shows replies as they arrive, with payloads.",
  scope: "read",
  http: "GET /messages/{message_id}/replies",
  input: z.strictObject({ message_id: messageIdInput, ...pageInput }),
  output: z.strictObject({ messages: z.array(reply), ...pageOutput }),
  examples: [{ summary: "of one message", input: { message_id: sampleMessageId } }],
  async run({ store, clock }, { message_id: messageId, limit, cursor }) {
    const listing = { operation: name, filters: messageId, nowMs: clock.now() };
    const after = readCursor(listing, cursor, z.string());
    const page = await store.reports.replies({ messageId, after, limit });
    const whole = await store.messages.get(withPayloadIds(page.messages));
    return {
      messages: page.messages.map((listed) => describeReply(listed, whole.get(listed.messageId))),
      ...(page.next !== undefined && { next_cursor: writeCursor(listing, page.next) }),
    };
  },
});

/** As many of the first as an answer may carry. */
function withPayloadIds(messages: readonly ListedMessage[]): MessageId[] {
  let bytes = 0;
  const fitting = messages.filter(({ data }) => (bytes += data?.bytes ?? 0) <= maxPayloadBytes);
  return fitting.map(({ messageId }) => messageId);
}

function describeReply(
  listed: ListedMessage,
  whole: IdentifiedMessage | undefined,
): z.input<typeof reply> {
  return {
    ...describeListedMessage(listed),
    annotations: (whole?.annotations ?? []).map(({ key, value }) => ({ key, value })),
    ...(whole?.data && { data: describePayload(whole.data) }),
  };
}
