import { describe, expect, test } from "bun:test";

import { newMessageId } from "../../../src/core/ids.ts";
import { type IdentifiedMessage, makeMessage } from "../../../src/core/message.ts";
import { timestampFromMs } from "../../../src/core/time.ts";
import type { ApiContext } from "../../../src/roles/admin/api/context.ts";
import { watchMessageReplies } from "../../../src/roles/admin/api/operations/watch-message-replies.ts";
import { startFixture } from "../../helpers/admin-fixture.ts";

class Feed {
  readonly #watchers = new Set<(messages: readonly IdentifiedMessage[]) => void>();

  watch(watcher: (messages: readonly IdentifiedMessage[]) => void): Disposable {
    this.#watchers.add(watcher);
    return { [Symbol.dispose]: () => void this.#watchers.delete(watcher) };
  }

  tell(...messages: readonly IdentifiedMessage[]): void {
    for (const watcher of this.#watchers) watcher(messages);
  }

  get watchers(): number {
    return this.#watchers.size;
  }
}

function reply(to: string, text: string): IdentifiedMessage {
  return {
    ...makeMessage({
      source: { clientId: undefined, serviceName: "ls" },
      destination: { clientId: undefined, serviceName: "ls" },
      messageType: text,
      annotations: [{ key: "fleet.in_reply_to", value: to }],
      data: { typeUrl: "type.googleapis.com/unknown", value: Buffer.from(text) },
    }),
    messageId: newMessageId(),
    creationTime: timestampFromMs(1000),
  };
}

function watch(context: ApiContext, messageId: string, signal: AbortSignal) {
  const caller = {
    door: "http",
    name: "a",
    serial: undefined,
    scope: "read",
    address: "here",
  } as const;
  const prepared = watchMessageReplies.prepare({ message_id: messageId });
  return prepared.stream(context, { caller, signal })[Symbol.asyncIterator]();
}

describe("watching for replies", () => {
  test("gives those to the one message, with payloads, from the moment it is called", async () => {
    const feed = new Feed();
    await using fixture = await startFixture(undefined, { messageFeed: feed });
    const stop = new AbortController();
    const id = newMessageId();
    const replies = watch(fixture.context, id, stop.signal);
    feed.tell(reply(newMessageId(), "another"), reply(id, "first"));
    feed.tell(reply(id, "second"));
    const [first, second] = [await replies.next(), await replies.next()];
    expect(first.value).toMatchObject({ message_type: "first", data: { hex: "6669727374" } });
    expect(second.value).toMatchObject({ message_type: "second" });
    stop.abort();
    expect(await replies.next()).toEqual({ done: true, value: undefined });
    expect(feed.watchers).toBe(0);
  });

  test("so many at once, and no more; who leaves makes room", async () => {
    const feed = new Feed();
    await using fixture = await startFixture(undefined, { messageFeed: feed });
    const { context } = fixture;
    const stops = Array.from({ length: 100 }, () => new AbortController());
    for (const { signal } of stops) watch(context, newMessageId(), signal);
    const late = new AbortController();
    expect(() => watch(context, newMessageId(), late.signal)).toThrow(/100 callers/);
    stops[0]?.abort();
    watch(context, newMessageId(), late.signal);
    expect(feed.watchers).toBe(100);
    for (const stop of [...stops, late]) stop.abort();
    expect(feed.watchers).toBe(0);
  });
});
