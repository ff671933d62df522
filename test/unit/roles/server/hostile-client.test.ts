/** A client that sends more than any honest one does: it costs little, and what others sent is taken. */
import { describe, expect, spyOn, test } from "bun:test";

import { deriveMessageId, hexToBytes, newMessageId } from "../../../../src/core/ids.ts";
import type { Message } from "../../../../src/core/message.ts";
import type { PeerIdentity } from "../../../../src/net/connection.ts";
import { Events } from "../../../../src/observability/events.ts";
import { getLog } from "../../../../src/observability/log.ts";
import { encodeMessageAck } from "../../../../src/proto/system-codec.ts";
import { maxBlobBytes } from "../../../../src/store/checks.ts";
import { FakeClock, settle } from "../../../helpers/fake-clock.ts";
import {
  ServerFixture,
  clientMessage,
  contactRecord,
  newIdentity,
} from "../../../helpers/server-fixture.ts";
import { waitFor } from "../../../helpers/wait-for.ts";

function resultOf(server: ServerFixture, identity: PeerIdentity, message: Message) {
  const { serviceName } = message.source;
  const id = deriveMessageId(identity.clientId, serviceName, hexToBytes(message.sourceMessageId));
  return server.store.messages.life([id]).then((lives) => lives.get(id)?.result);
}

describe("a stream of empty records", () => {
  test("is refused after a thousand in a row", async () => {
    await using server = new ServerFixture();
    const served = server.connect({ identity: newIdentity() });
    served.connection.feed(contactRecord({}));
    for (let i = 0; i < 5_000; i += 1) served.connection.feed(new Uint8Array());
    await served.done;
    expect(served.connection.closeError?.message).toContain("empty records in a row");
    expect(served.connection.written.length).toBeLessThan(1_100);
  });

  test("lets everything else have its turn", async () => {
    await using server = new ServerFixture();
    const served = server.connect({ identity: newIdentity() });
    served.connection.feed(contactRecord({}));
    await served.waitForAnswers(1);
    for (let i = 0; i < 900; i += 1) served.connection.feed(new Uint8Array());
    await new Promise((resolve) => setImmediate(resolve));
    expect(served.connection.written.length).toBeLessThan(500);
    await served.waitForAnswers(901);
    served.connection.end();
    await served.done;
  });

  test("is not read on while its acknowledgements are not taken", async () => {
    await using server = new ServerFixture();
    const served = server.connect({ identity: newIdentity() });
    const { connection } = served;
    connection.feed(contactRecord({}));
    await served.waitForAnswers(1);
    const held = Promise.withResolvers<void>();
    const write = spyOn(connection, "write").mockImplementation(() => held.promise);
    const read = spyOn(connection, "read");
    for (let i = 0; i < 200; i += 1) connection.feed(new Uint8Array());
    await waitFor(() => write.mock.calls.length > 0, { what: "an acknowledgement" });
    await settle();
    expect(read.mock.calls.length).toBeLessThanOrEqual(33);
    held.resolve();
    await waitFor(() => write.mock.calls.length >= 200, { what: "the others" });
    connection.end();
    await served.done;
  });
});

describe("a message that cannot be stored is dropped, and the others are taken", () => {
  const annotations = (count: number, length: number) =>
    Array.from({ length: count }, () => ({ key: "k", value: "v".repeat(length) }));
  const tooLarge = { typeUrl: "x", value: new Uint8Array(maxBlobBytes + 1) };
  const cases: readonly [string, Message, string][] = [
    ["over 32 annotations", clientMessage("sink", { annotations: annotations(33, 1) }), "over 32"],
    ["large annotations", clientMessage("sink", { annotations: annotations(2, 8_192) }), "16384"],
    ["data over what is kept in one piece", clientMessage("sink", { data: tooLarge }), "data"],
    ["the same for the system service", clientMessage("system", { data: tooLarge }), "data"],
  ];

  test.each(cases)("%s", async (_, bad, reason) => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    const invalid = spyOn(server.events, "messagesInvalid");
    const good = clientMessage("sink", { annotations: annotations(32, 500) });
    const { error } = await server.poll(identity, contactRecord({ messages: [bad, good] }));
    expect(error).toBeUndefined();
    expect(await resultOf(server, identity, good)).toMatchObject({ failed: false });
    expect(await resultOf(server, identity, bad)).toBeUndefined();
    const reasons = invalid.mock.calls.flatMap(([, each]) => each);
    expect(reasons).toEqual([expect.stringContaining(reason)]);
  });
});

describe("an acknowledgement of many messages", () => {
  const ack = (count: number) =>
    clientMessage("system", {
      messageType: "MessageAck",
      data: { typeUrl: "x", value: encodeMessageAck(Array.from({ length: count }, newMessageId)) },
    });

  test("is settled in parts, and what is refused is told once", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    const refused = spyOn(server.events, "resultsRefused");
    const setResults = spyOn(server.store.messages, "setResults");
    const message = ack(1_200);
    await server.poll(identity, contactRecord({ messages: [message] }));
    expect(refused.mock.calls.map(([{ count, reason }]) => [count, reason])).toEqual([
      [1_200, "it is unknown"],
    ]);
    expect(Math.max(...setResults.mock.calls.map(([changes]) => changes.length))).toBe(500);
    expect(await resultOf(server, identity, message)).toMatchObject({ failed: true });
  });

  test("fails when there are over 10,000", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    const message = ack(10_001);
    await server.poll(identity, contactRecord({ messages: [message] }));
    expect(await resultOf(server, identity, message)).toMatchObject({
      failed: true,
      failedReason: expect.stringContaining("at most 10000 message ids"),
    });
  });
});

describe("the log", () => {
  test("has one line for all messages of a record that are dropped", async () => {
    const log = getLog("test");
    const warn = spyOn(log, "warn");
    const clock = new FakeClock();
    const events = new Events(log, clock);
    const { clientId } = newIdentity();
    events.messagesInvalid(clientId, []);
    events.messagesInvalid(clientId, ["this", "that"]);
    expect(warn.mock.calls.map((call: readonly unknown[]) => call[1])).toEqual([
      { clientId, count: 2, reason: "this" },
    ]);
    for (let i = 0; i < 50; i += 1) events.messagesInvalid(clientId, ["this"]);
    expect(warn).toHaveBeenCalledTimes(10);
    await clock.advance(60_000);
    events.messagesInvalid(clientId, ["this"]);
    expect(warn).toHaveBeenCalledTimes(12);
    expect(warn.mock.calls[10]?.[1 as never]).toEqual({ clientId, count: 41 } as never);
    warn.mockRestore();
  });

  test("is told of a record's dropped messages at once", async () => {
    await using server = new ServerFixture();
    const invalid = spyOn(server.events, "messagesInvalid");
    const messages = Array.from({ length: 5 }, () =>
      clientMessage("sink", { sourceMessageId: "" }),
    );
    await server.poll(newIdentity(), contactRecord({ messages }));
    const told = invalid.mock.calls.map(([, reasons]) => reasons.length);
    expect(told.filter((count) => count > 0)).toEqual([5]);
  });
});

test("a blacklisted client that goes on coming gets the same RekeyRequest", async () => {
  await using server = new ServerFixture();
  const identity = newIdentity();
  const { clientId } = identity;
  await server.poll(identity, contactRecord({}));
  await server.store.clients.blacklist([clientId]);
  const requests = new Set<string | undefined>();
  for (let i = 0; i < 3; i += 1) {
    const { answer } = await server.poll(identity, contactRecord({}));
    expect(answer?.messages).toHaveLength(1);
    requests.add(answer?.messages[0]?.messageId);
  }
  expect(requests.size).toBe(1);
  expect(await server.store.messages.countPending([clientId])).toBe(1);
});
