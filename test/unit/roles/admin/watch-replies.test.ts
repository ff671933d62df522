import { expect, test } from "bun:test";

import type { Caller } from "../../../../src/core/caller.ts";
import { parseCredentialId } from "../../../../src/core/credential.ts";
import { newMessageId } from "../../../../src/core/ids.ts";
import { makeMessage } from "../../../../src/core/message.ts";
import { watchMessageReplies } from "../../../../src/roles/admin/api/operations/watch-message-replies.ts";
import { makeContext } from "../../../helpers/admin-fixture.ts";
import { operator } from "../../../helpers/web-fixture.ts";

const manyTimes = 150;

function open(
  context: ReturnType<typeof makeContext>,
  signal: AbortSignal,
  caller: Caller = operator,
) {
  const messageId = newMessageId();
  const prepared = watchMessageReplies.prepare({ message_id: messageId });
  return { messageId, replies: prepared.stream(context, { caller, signal }) };
}

/** The signal of a request whose answer ended by itself is never aborted. */
const unending = () => new AbortController().signal;

test("a watch that was not read, and is cut, leaves its place to others", async () => {
  const context = makeContext();
  for (let count = 0; count < manyTimes; count += 1) {
    const { messageId, replies } = open(context, unending());
    const reply = {
      ...makeMessage({
        source: { clientId: undefined, serviceName: "a" },
        destination: { clientId: undefined, serviceName: "a" },
        messageType: "Reply",
        annotations: [{ key: "fleet.in_reply_to", value: messageId }],
      }),
      messageId: newMessageId(),
      creationTime: { seconds: 0, nanos: 0 },
    };
    context.feed.send(...Array.from({ length: 1001 }, () => reply));
    const end = await Array.fromAsync(replies).catch((thrown: unknown) => thrown);
    expect(end).toMatchObject({ code: "resource_exhausted" });
    expect(String(end)).toContain("not read");
  }
});

test("so does one whose caller was gone before it began", () => {
  const context = makeContext();
  for (let count = 0; count < manyTimes; count += 1) open(context, AbortSignal.abort());
});

test("a hundred may watch at once", () => {
  const context = makeContext();
  const callers = Array.from({ length: 100 }, () => new AbortController());
  for (const { signal } of callers) open(context, signal);
  expect(() => open(context, unending())).toThrow("100 callers watch replies already");
  callers[0]?.abort();
  open(context, unending());
});

test("one credential leaves places to others, and gets its own back", () => {
  const context = makeContext();
  const caller = { ...operator, credentialId: parseCredentialId("0123456789abcdef") };
  const own = Array.from({ length: 50 }, () => new AbortController());
  for (const { signal } of own) open(context, signal, caller);
  expect(() => open(context, unending(), caller)).toThrow("you watch replies 50 times already");
  open(context, unending());
  own[0]?.abort();
  open(context, unending(), caller);
});
