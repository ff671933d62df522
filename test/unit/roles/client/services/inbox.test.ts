import { describe, expect, test } from "bun:test";

import {
  Inbox,
  type InboxItem,
  inboxSize,
} from "../../../../../src/roles/client/services/inbox.ts";
import { incoming } from "../support.ts";

const never = new AbortController().signal;

function item(messageType: string): InboxItem {
  return { message: incoming("test", { messageType }), local: true };
}

/** An inbox that is full, and of which one item was taken. */
async function fullInbox(): Promise<{ inbox: Inbox; taken: InboxItem }> {
  const inbox = new Inbox();
  for (let index = 0; index < inboxSize; index++) inbox.offer(item("old"));
  return { inbox, taken: await inbox.take(never) };
}

function newest({ items }: Inbox, count: number): string[] {
  return items.slice(-count).map(({ message }) => message.messageType);
}

describe("an inbox", () => {
  test("takes those that wait for room before those that come later", async () => {
    const { inbox, taken } = await fullInbox();
    const first = inbox.put(item("first"), never);
    inbox.done(taken);
    const second = inbox.put(item("second"), never);
    await first;
    inbox.done(await inbox.take(never));
    await second;
    expect(newest(inbox, 2)).toEqual(["first", "second"]);
  });

  test("forgets who waits no longer, and lets in the next", async () => {
    const { inbox, taken } = await fullInbox();
    const stop = new AbortController();
    const first = inbox.put(item("first"), stop.signal).catch((thrown: unknown) => thrown);
    const second = inbox.put(item("second"), never);
    stop.abort(new Error("stopped"));
    expect(await first).toBeInstanceOf(Error);
    inbox.done(taken);
    await second;
    expect(newest(inbox, 2)).toEqual(["old", "second"]);
  });
});
