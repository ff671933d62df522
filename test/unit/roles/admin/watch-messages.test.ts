import { describe, expect, test } from "bun:test";
import { getEventListeners } from "node:events";

import { newMessageId, parseClientId } from "../../../../src/core/ids.ts";
import { type IdentifiedMessage, makeMessage } from "../../../../src/core/message.ts";
import { MessageWatch } from "../../../../src/roles/admin/operations/watch-messages.ts";
import { WatchPlaces } from "../../../../src/roles/admin/operations/watch-places.ts";
import { FakeFeed } from "../../../helpers/admin-fixture.ts";

const one = parseClientId("0000000000000001");
const two = parseClientId("0000000000000002");
const everything = { serviceName: "", clientIds: [], inReplyTo: undefined };
const never = new AbortController().signal;

function messageOf(clientId = one, fields: Partial<IdentifiedMessage> = {}): IdentifiedMessage {
  return {
    ...makeMessage({
      source: { clientId, serviceName: "s" },
      destination: { clientId: undefined, serviceName: "s" },
      messageType: "T",
    }),
    messageId: newMessageId(),
    creationTime: { seconds: 1, nanos: 0 },
    ...fields,
  };
}

describe("what is watched", () => {
  const inReplyTo = newMessageId();
  const ofTwo = messageOf(two);
  const toOther = messageOf(one, { destination: { clientId: undefined, serviceName: "other" } });
  const reply = messageOf(one, { annotations: [{ key: "fleet.in_reply_to", value: inReplyTo }] });
  const lookalike = messageOf(one, { annotations: [{ key: "other", value: inReplyTo }] });

  test.each([
    ["everything", everything, [ofTwo, toOther, reply, lookalike]],
    ["a service", { ...everything, serviceName: "other" }, [toOther]],
    ["clients", { ...everything, clientIds: [two] }, [ofTwo]],
    ["a reply", { ...everything, inReplyTo }, [reply]],
  ])("%s", async (_name, request, expected) => {
    const feed = new FakeFeed();
    const watch = new MessageWatch(feed, request, never);
    feed.send(ofTwo, toOther, reply, lookalike);
    for (const message of expected) expect((await watch.next()).value).toBe(message);
    expect(await Promise.race([watch.next(), Promise.resolve("waits")])).toBe("waits");
  });
});

test("a watcher that falls behind is cut and costs nothing any more", async () => {
  const feed = new FakeFeed();
  const watch = new MessageWatch(feed, everything, never, { maxMessages: 2, maxBytes: 100 });
  feed.send(messageOf(), messageOf());
  expect(feed.listeners.size).toBe(1);
  feed.send(messageOf());
  expect(feed.listeners.size).toBe(0);
  await expect(watch.next()).rejects.toMatchObject({ code: "resource_exhausted" });
});

test("bytes count as well, and what was read counts no more", async () => {
  const feed = new FakeFeed();
  const watch = new MessageWatch(feed, everything, never, { maxMessages: 10, maxBytes: 100 });
  const data = { typeUrl: "t/x.Y", value: new Uint8Array(60) };
  feed.send(messageOf(one, { data }));
  await watch.next();
  feed.send(messageOf(one, { data }));
  expect(feed.listeners.size).toBe(1);
  feed.send(messageOf(one, { data }));
  expect(feed.listeners.size).toBe(0);
});

test("the signal ends it, also while it waits", async () => {
  const feed = new FakeFeed();
  const stop = new AbortController();
  const watch = new MessageWatch(feed, everything, stop.signal);
  const next = watch.next();
  stop.abort();
  expect(await next).toEqual({ done: true, value: undefined });
  expect(feed.listeners.size).toBe(0);
});

test("leaving the iteration ends it", async () => {
  const feed = new FakeFeed();
  const watch = new MessageWatch(feed, everything, never);
  feed.send(messageOf());
  for await (const _ of watch) break;
  expect(feed.listeners.size).toBe(0);
});

test("one that is over leaves nothing at a signal that goes on", async () => {
  const { signal } = new AbortController();
  const watch = new MessageWatch(new FakeFeed(), everything, signal);
  const caller = { door: "socket", name: undefined, serial: undefined } as const;
  const leave = new WatchPlaces("messages").enter(
    { ...caller, scope: "admin", address: "here" },
    signal,
  );
  expect(getEventListeners(signal, "abort")).toHaveLength(2);
  await watch.return();
  leave();
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});
