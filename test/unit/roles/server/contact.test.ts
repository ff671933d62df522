import { describe, expect, spyOn, test } from "bun:test";

import { FleetError } from "../../../../src/core/errors.ts";
import { deriveMessageId, hexToBytes } from "../../../../src/core/ids.ts";
import { microsFromMs } from "../../../../src/core/time.ts";
import { encodeMessageAck, encodeMessageError } from "../../../../src/proto/system-codec.ts";
import { createMemoryStore } from "../../../../src/store/memory/store.ts";
import type { MessageStore, Store } from "../../../../src/store/store.ts";
import { settle } from "../../../helpers/fake-clock.ts";
import {
  ServerFixture,
  clientMessage,
  contactRecord,
  newIdentity,
} from "../../../helpers/server-fixture.ts";
import { waitFor } from "../../../helpers/wait-for.ts";

function systemMessage(messageType: string, value: Uint8Array) {
  return clientMessage("system", {
    messageType,
    data: { typeUrl: "type.googleapis.com/x", value },
  });
}

describe("a poll", () => {
  test("enrols an unknown client with its labels and answers with a nonce", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    const { answer } = await server.poll(identity, contactRecord({}, ["linux", "amd64"]));
    expect(answer?.sequencingNonce).toBe(1n);
    const client = (await server.store.clients.get([identity.clientId])).get(identity.clientId);
    expect(client?.labels.map(({ label }) => label)).toEqual(["amd64", "linux"]);
    expect(client?.lastContactAddress).toBe("192.0.2.1:4321");
  });

  test("records the nonces, so that cloned machines can be found", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    await server.poll(identity, contactRecord({}));
    await server.poll(identity, contactRecord({ sequencingNonce: 1n }));
    const contacts = await server.store.contacts.list(identity.clientId, {
      before: undefined,
      limit: 10,
    });
    expect(contacts.map(({ sentNonce, receivedNonce }) => [sentNonce, receivedNonce])).toEqual([
      [2n, 1n],
      [1n, 0n],
    ]);
  });

  test("stores messages under the id that a resend gets too, with a result and no payload", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    const message = clientMessage("sink");
    await server.poll(identity, contactRecord({ messages: [message] }));
    await server.poll(identity, contactRecord({ messages: [message] }));
    const id = deriveMessageId(identity.clientId, "endpoint", hexToBytes(message.sourceMessageId));
    const stored = (await server.store.messages.get([id])).get(id);
    expect(stored?.result?.failed).toBe(false);
    expect(stored?.source.clientId).toBe(identity.clientId);
  });

  test("sets the source id itself, whatever the client claims", async () => {
    await using server = new ServerFixture();
    const [identity, other] = [newIdentity(), newIdentity()];
    const message = clientMessage("sink", {
      source: { clientId: other.clientId, serviceName: "endpoint" },
    });
    await server.poll(identity, contactRecord({ messages: [message] }));
    const id = deriveMessageId(identity.clientId, "endpoint", hexToBytes(message.sourceMessageId));
    expect((await server.store.messages.get([id])).get(id)?.source.clientId).toBe(
      identity.clientId,
    );
  });

  test("fails messages for a service that nobody configured", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    const message = clientMessage("nowhere");
    await server.poll(identity, contactRecord({ messages: [message] }));
    const id = deriveMessageId(identity.clientId, "endpoint", hexToBytes(message.sourceMessageId));
    const life = (await server.store.messages.life([id])).get(id);
    expect(life?.result).toMatchObject({ failed: true, failedReason: 'unknown service "nowhere"' });
  });

  test("drops a message with a destination client, without a source service or id, and takes the others", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    const good = clientMessage("sink");
    const bad = [
      clientMessage("sink", { destination: { clientId: identity.clientId, serviceName: "sink" } }),
      clientMessage("sink", { source: { clientId: undefined, serviceName: "" } }),
      clientMessage("sink", { sourceMessageId: "" }),
      clientMessage("sink", { sourceMessageId: "00".repeat(17) }),
    ];
    const seen: string[] = [];
    using _watch = server.events.watch((messages) =>
      seen.push(...messages.map((m) => m.sourceMessageId)),
    );
    const { answer } = await server.poll(identity, contactRecord({ messages: [...bad, good] }));
    expect(answer).toBeDefined();
    expect(seen).toEqual([good.sourceMessageId]);
  });

  test("over 100 messages fail as a whole and store nothing", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    const messages = Array.from({ length: 101 }, () => clientMessage("sink"));
    const { answer, error } = await server.poll(identity, contactRecord({ messages }));
    expect(answer).toBeUndefined();
    expect(error).toHaveProperty("code", "invalid_data");
    expect(error?.message).toContain("at most 100 messages");
    expect((await server.store.clients.get([identity.clientId])).size).toBe(0);
  });

  test("another key with the same id is 503 and stores nothing", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    await server.poll(identity, contactRecord({}));
    const impostor = { clientId: identity.clientId, publicKey: newIdentity().publicKey };
    const { error } = await server.poll(
      impostor,
      contactRecord({ messages: [clientMessage("sink")] }),
    );
    expect(error).toHaveProperty("httpStatus", 503);
    const contacts = await server.store.contacts.list(identity.clientId, {
      before: undefined,
      limit: 10,
    });
    expect(contacts).toHaveLength(1);
  });

  test("hands out what is due, within the slots that the client has", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    await server.poll(identity, contactRecord({}));
    const first = await server.insert(identity.clientId);
    await server.insert(identity.clientId);
    await server.insert(identity.clientId, "full");
    const { answer } = await server.poll(
      identity,
      contactRecord({ allowedMessages: new Map([["endpoint", 1n]]) }),
    );
    expect(answer?.messages.map(({ messageId }) => messageId)).toEqual([first.messageId]);
  });

  test("what one of our clients did not acknowledge is due again when it begins anew", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    const ours = { fleetClientVersion: "1.0.0" };
    await server.poll(identity, contactRecord({}), ours);
    const { messageId } = await server.insert(identity.clientId);
    const offered = async (continued: boolean) => {
      const { answer } = await server.poll(identity, contactRecord({}), { ...ours, continued });
      return answer?.messages.map((message) => message.messageId);
    };
    expect(await offered(true)).toEqual([messageId]);
    expect(await offered(true)).toEqual([]);
    expect(await offered(false)).toEqual([messageId]);
    expect(await offered(true)).toEqual([]);
  });

  test("what an answer held that did not leave is due again at once", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    const ours = { fleetClientVersion: "1.0.0", continued: true };
    await server.poll(identity, contactRecord({}), ours);
    const { messageId } = await server.insert(identity.clientId);
    const served = server.connect({ identity, kind: "poll", ...ours });
    spyOn(served.connection, "write").mockRejectedValue(new FleetError("unavailable", "gone"));
    served.connection.feed(contactRecord({}));
    await served.done;
    const { answer } = await server.poll(identity, contactRecord({}), ours);
    expect(answer?.messages.map((message) => message.messageId)).toEqual([messageId]);
  });

  test("a client of the original is handed at once what ours was handed by poll and left", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    const ours = { fleetClientVersion: "1.0.0", continued: true };
    await server.poll(identity, contactRecord({}), ours);
    const { messageId } = await server.insert(identity.clientId);
    const offered = async (how: object) => {
      const { answer } = await server.poll(identity, contactRecord({}), how);
      return answer?.messages.map((message) => message.messageId);
    };
    expect(await offered(ours)).toEqual([messageId]);
    expect(await offered({})).toEqual([messageId]);
    expect(await offered({})).toEqual([]);
  });

  test("a blacklisted client gets a RekeyRequest and nothing else", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    await server.poll(identity, contactRecord({}));
    await server.insert(identity.clientId);
    await server.store.clients.blacklist([identity.clientId]);
    const { answer } = await server.poll(identity, contactRecord({}));
    expect(answer?.messages.map(({ messageType }) => messageType)).toEqual(["RekeyRequest"]);
  });
});

describe("reports of a client", () => {
  test("an acknowledgement gives the message its result", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    await server.poll(identity, contactRecord({}));
    const { messageId } = await server.insert(identity.clientId);
    const ack = systemMessage("MessageAck", encodeMessageAck([messageId]));
    await server.poll(identity, contactRecord({ messages: [ack] }));
    expect((await server.store.messages.life([messageId])).get(messageId)?.result?.failed).toBe(
      false,
    );
  });

  test("an error gives it a failed one, and a later acknowledgement a success", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    await server.poll(identity, contactRecord({}));
    const { messageId } = await server.insert(identity.clientId);
    const life = async () => (await server.store.messages.life([messageId])).get(messageId)?.result;
    const error = systemMessage("MessageError", encodeMessageError(messageId, "no such file"));
    await server.poll(identity, contactRecord({ messages: [error] }));
    expect(await life()).toMatchObject({ failed: true, failedReason: "no such file" });
    const ack = systemMessage("MessageAck", encodeMessageAck([messageId]));
    await server.poll(identity, contactRecord({ messages: [ack] }));
    expect(await life()).toMatchObject({ failed: false });
  });

  test("an acknowledgement of somebody else's message changes nothing and is recorded as failed", async () => {
    await using server = new ServerFixture();
    const [owner, thief] = [newIdentity(), newIdentity()];
    await server.poll(owner, contactRecord({}));
    await server.poll(thief, contactRecord({}));
    const { messageId } = await server.insert(owner.clientId);
    const ack = systemMessage("MessageAck", encodeMessageAck([messageId]));
    await server.poll(thief, contactRecord({ messages: [ack] }));
    expect((await server.store.messages.life([messageId])).get(messageId)?.result).toBeUndefined();
    const ackId = deriveMessageId(thief.clientId, "endpoint", hexToBytes(ack.sourceMessageId));
    const ackResult = (await server.store.messages.life([ackId])).get(ackId)?.result;
    expect(ackResult).toMatchObject({ failed: true });
  });

  test("a RekeyRequest may be acknowledged by the new identity", async () => {
    await using server = new ServerFixture();
    const [old, renewed] = [newIdentity(), newIdentity()];
    await server.poll(old, contactRecord({}));
    await server.store.clients.blacklist([old.clientId]);
    const { answer } = await server.poll(old, contactRecord({}));
    const messageId = answer?.messages[0]?.messageId;
    if (messageId === undefined) throw new Error("there is no RekeyRequest");
    const ack = systemMessage("MessageAck", encodeMessageAck([messageId]));
    await server.poll(renewed, contactRecord({ messages: [ack] }));
    expect((await server.store.messages.life([messageId])).get(messageId)?.result?.failed).toBe(
      false,
    );
  });

  test("garbage in a report fails that message only", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    const garbage = systemMessage("MessageAck", new Uint8Array([0xff]));
    const good = clientMessage("sink");
    const { answer } = await server.poll(identity, contactRecord({ messages: [garbage, good] }));
    expect(answer).toBeDefined();
    const id = deriveMessageId(identity.clientId, "endpoint", hexToBytes(good.sourceMessageId));
    expect((await server.store.messages.life([id])).get(id)?.result?.failed).toBe(false);
  });
});

describe("a stream", () => {
  test("answers the first record, then acknowledges each later one in order", async () => {
    await using server = new ServerFixture();
    const served = server.connect({ identity: newIdentity() });
    served.connection.feed(contactRecord({}));
    for (let i = 0; i < 50; i += 1)
      served.connection.feed(contactRecord({ messages: [clientMessage("sink")] }));
    const answers = await served.waitForAnswers(51);
    expect(answers[0]?.sequencingNonce).toBe(1n);
    expect(answers.slice(1).map(({ ackIndex }) => ackIndex)).toEqual(
      Array.from({ length: 50 }, (_, i) => BigInt(i + 1)),
    );
    served.connection.end();
    await served.done;
    expect(served.connection.closeError).toBeUndefined();
  });

  test("pushes a message as soon as it is notified", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    const served = server.connect({ identity });
    served.connection.feed(contactRecord({}));
    await served.waitForAnswers(1);
    await waitFor(() => server.delivery.connectedCount === 1, { what: "the registration" });
    const { messageId } = await server.insert(identity.clientId);
    server.delivery.notify([identity.clientId]);
    const answers = await served.waitForAnswers(2);
    expect(answers[1]?.messages.map((message) => message.messageId)).toEqual([messageId]);
    served.connection.end();
    await served.done;
  });

  test("waits for tokens, and delivers when they come", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    const served = server.connect({ identity });
    served.connection.feed(contactRecord({ allowedMessages: new Map([["endpoint", 1n]]) }));
    await waitFor(() => server.delivery.connectedCount === 1, { what: "the registration" });
    await server.insert(identity.clientId);
    await server.insert(identity.clientId);
    server.delivery.notify([identity.clientId]);
    await served.waitForAnswers(2);
    served.connection.feed(contactRecord({ allowedMessages: new Map([["endpoint", 1n]]) }));
    const answers = await served.waitForAnswers(4);
    expect(answers.flatMap(({ messages }) => messages)).toHaveLength(2);
    served.connection.end();
    await served.done;
  });

  test("a record that cannot be processed ends the stream and is never skipped", async () => {
    await using server = new ServerFixture();
    const served = server.connect({ identity: newIdentity() });
    served.connection.feed(contactRecord({}));
    served.connection.feed(new Uint8Array([0xff, 0xff]));
    served.connection.feed(contactRecord({ messages: [clientMessage("sink")] }));
    await served.done;
    expect(served.connection.closeError).toHaveProperty("code", "invalid_data");
    expect(served.answers().filter(({ ackIndex }) => ackIndex > 0n)).toEqual([]);
  });

  test("a newer stream of the same client gets the deliveries, the older is told and ended", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    const older = server.connect({ identity });
    older.connection.feed(contactRecord({}));
    await waitFor(() => server.delivery.connectedCount === 1, { what: "the first stream" });
    const newer = server.connect({ identity });
    newer.connection.feed(contactRecord({}));
    await older.done;
    expect(older.answers().at(-1)?.doneSending).toBe(true);
    await server.insert(identity.clientId);
    server.delivery.notify([identity.clientId]);
    const answers = await newer.waitForAnswers(2);
    expect(answers[1]?.messages).toHaveLength(1);
    newer.connection.end();
    await newer.done;
  });

  test("is told done_sending before its lifetime ends, and ended after it", async () => {
    await using server = new ServerFixture();
    const served = server.connect({ identity: newIdentity() });
    served.connection.feed(contactRecord({}));
    await waitFor(() => server.delivery.connectedCount === 1, { what: "the registration" });
    await server.clock.advance(569_999);
    expect(served.answers().some(({ doneSending }) => doneSending)).toBe(false);
    await server.clock.advance(1);
    expect(served.answers().at(-1)?.doneSending).toBe(true);
    await server.clock.advance(30_000);
    await served.done;
    expect(served.connection.closeError).toBeUndefined();
  });

  test("what a client of ours did not acknowledge is due again when the contact ends", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    await server.poll(identity, contactRecord({}));
    const { messageId } = await server.insert(identity.clientId);
    const offers = async (fleetClientVersion: string | undefined) => {
      const served = server.connect({
        identity,
        ...(fleetClientVersion && { fleetClientVersion }),
      });
      served.connection.feed(contactRecord({}));
      const [answer] = await served.waitForAnswers(1);
      served.connection.break();
      await served.done;
      return answer?.messages.map((message) => message.messageId);
    };
    expect(await offers("1.0.0")).toEqual([messageId]);
    expect(await offers("1.0.0")).toEqual([messageId]);
    expect(await offers(undefined)).toEqual([messageId]);
    expect(await offers(undefined)).toEqual([]);
    const due = await server.store.messages.clientsWithDue(
      [identity.clientId],
      microsFromMs(server.clock.now() + 900_000),
    );
    expect(due.has(identity.clientId)).toBe(true);
  });

  test("its last contact moves on while it lives", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    const served = server.connect({ identity });
    served.connection.feed(contactRecord({}));
    await waitFor(() => server.delivery.connectedCount === 1, { what: "the registration" });
    const { clientId } = identity;
    const lastContact = async () =>
      (await server.store.clients.get([clientId])).get(clientId)?.lastContactTime;
    await server.clock.advance(300_000);
    expect(await lastContact()).toBe(microsFromMs(server.clock.now()));
    served.connection.break();
    await served.done;
    const left = await lastContact();
    await server.clock.advance(300_000);
    expect(await lastContact()).toBe(left);
  });

  test("one that is dead claims no more of what waits for its client", async () => {
    const good = createMemoryStore();
    let claims = 0;
    let isBreaking = false;
    const store: Store = {
      ...good,
      messages: {
        ...good.messages,
        claimForClients: async (wanted) => {
          const results = await good.messages.claimForClients(wanted);
          claims += 1;
          // Between the claim and its result the connection breaks.
          if (isBreaking) {
            served.connection.break();
            await served.done;
          }
          return results;
        },
      },
      [Symbol.asyncDispose]: () => good[Symbol.asyncDispose](),
    };
    await using server = new ServerFixture({}, store);
    const identity = newIdentity();
    const served = server.connect({ identity });
    served.connection.feed(contactRecord({}));
    await waitFor(() => server.delivery.connectedCount === 1, { what: "the registration" });
    await server.clock.advance(0);
    claims = 0;
    isBreaking = true;
    for (let count = 0; count < 300; count += 1) await server.insert(identity.clientId);
    server.delivery.notify([identity.clientId]);
    await waitFor(() => claims > 0, { what: "the claim" });
    await server.clock.advance(0);
    expect(claims).toBe(1);
  });
});

describe("server services", () => {
  test("a message over max_parallelism waits in the store and is taken when a place is free", async () => {
    const running: (() => void)[] = [];
    const service = {
      discards: false,
      process: () => new Promise<void>((resolve) => running.push(resolve)),
      [Symbol.asyncDispose]: () => Promise.resolve(),
    };
    await using server = new ServerFixture({ slow: { service, maxParallelism: 1 } });
    server.services.start();
    const identity = newIdentity();
    const messages = [clientMessage("slow"), clientMessage("slow")];
    await server.poll(identity, contactRecord({ messages }));
    await waitFor(() => running.length === 1, { what: "the first message" });
    running[0]?.();
    await waitFor(() => running.length === 2, { what: "the second message" });
    running[1]?.();
    const ids = messages.map((m) =>
      deriveMessageId(identity.clientId, "endpoint", hexToBytes(m.sourceMessageId)),
    );
    await waitFor(
      async () => [...(await server.store.messages.life(ids)).values()].every((l) => l.result),
      {
        what: "both results",
      },
    );
  });

  test("a place that becomes free while a claim is under way is used", async () => {
    const store = createMemoryStore();
    const gate = Promise.withResolvers<void>();
    let asked = 0;
    const messages: MessageStore = {
      ...store.messages,
      nextServerDue: async (except) => {
        asked += 1;
        const due = await store.messages.nextServerDue(except);
        if (except.includes("slow")) await gate.promise;
        return due;
      },
    };
    const running: (() => void)[] = [];
    const service = {
      discards: false,
      process: () => new Promise<void>((resolve) => running.push(resolve)),
      [Symbol.asyncDispose]: () => Promise.resolve(),
    };
    const services = {
      slow: { service, maxParallelism: 1 },
      other: { service, maxParallelism: 1 },
    };
    await using server = new ServerFixture(services, { ...store, messages });
    const identity = newIdentity();
    const sent = ["slow", "other", "slow"].map((name) => clientMessage(name));
    await server.poll(identity, contactRecord({ messages: sent }));
    await waitFor(() => running.length === 2, { what: "both services to be busy" });
    // The other service is done: a claim begins, passes the slow one over, and asks when to come back.
    running[1]?.();
    await waitFor(() => asked > 0, { what: "the claim to be under way" });
    running[0]?.();
    await settle();
    gate.resolve();
    await waitFor(() => running.length === 3, { what: "the message that waited" });
    running[2]?.();
  });

  test("what a service is done with is reported, well or not", async () => {
    const service = {
      discards: false,
      process: ({ messageType }: { readonly messageType: string }) =>
        messageType === "bad" ? Promise.reject(new Error("no")) : Promise.resolve(),
      [Symbol.asyncDispose]: () => Promise.resolve(),
    };
    await using server = new ServerFixture({ busy: { service, maxParallelism: 2 } });
    using reported = spyOn(server.events, "messageProcessed");
    const messages = ["good", "bad"].map((messageType) => clientMessage("busy", { messageType }));
    await server.poll(newIdentity(), contactRecord({ messages }));
    await waitFor(() => reported.mock.calls.length === 2, { what: "both reports" });
    for (const failed of [false, true]) {
      expect(reported).toHaveBeenCalledWith(
        expect.objectContaining({ result: expect.objectContaining({ failed }) }),
      );
    }
  });
});
