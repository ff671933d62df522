import { describe, expect, test } from "bun:test";

import { Headers } from "../../../../src/net/http1/headers.ts";
import { preferredWaitMs } from "../../../../src/roles/server/comms/long-poll-connection.ts";
import { microsFromMs } from "../../../../src/core/time.ts";
import {
  ServerFixture,
  clientMessage,
  contactRecord,
  newIdentity,
} from "../../../helpers/server-fixture.ts";
import type { Served } from "../../../helpers/server-fixture.ts";
import type { PeerIdentity } from "../../../../src/net/connection.ts";
import { waitFor } from "../../../helpers/wait-for.ts";

const allowed = { allowedMessages: new Map([["endpoint", 10n]]) };

/** A long poll that has found nothing and waits. */
async function waitingPoll(server: ServerFixture, identity: PeerIdentity): Promise<Served> {
  const before = server.clock.pending;
  const served = server.connect({ identity, kind: "long_poll", waitMs: 30_000 });
  served.connection.feed(contactRecord(allowed));
  await waitFor(() => server.clock.pending > before, { what: "the poll waits" });
  return served;
}

function preferring(...values: string[]): number | undefined {
  const headers = new Headers();
  for (const value of values) headers.append("prefer", value);
  return preferredWaitMs(headers);
}

describe("a long poll", () => {
  test("is answered at once when something is due", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    await server.poll(identity, contactRecord({}));
    const message = await server.insert(identity.clientId);
    const served = server.connect({ identity, kind: "long_poll", waitMs: 30_000 });
    served.connection.feed(contactRecord(allowed));
    await served.done;
    expect(served.answers()[0]?.messages.map(({ messageId }) => messageId)).toEqual([
      message.messageId,
    ]);
    expect(server.delivery.connectedCount).toBe(0);
  });

  test("is answered as soon as there is a message, without any time passing", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    const served = await waitingPoll(server, identity);
    expect(served.answers()).toEqual([]);
    const message = await server.insert(identity.clientId);
    server.delivery.notify([identity.clientId]);
    await served.done;
    const [answer, ...more] = served.answers();
    expect(more).toEqual([]);
    expect(answer?.messages.map(({ messageId }) => messageId)).toEqual([message.messageId]);
    expect(answer?.sequencingNonce).toBeGreaterThan(0n);
    expect(server.delivery.connectedCount).toBe(0);
  });

  test("is answered by nothing when its time is over", async () => {
    await using server = new ServerFixture();
    const served = await waitingPoll(server, newIdentity());
    await server.clock.advance(29_999);
    expect(served.answers()).toEqual([]);
    await server.clock.advance(1);
    await served.done;
    expect(served.answers()[0]?.messages).toEqual([]);
    expect(served.connection.closeError).toBeUndefined();
  });

  test("a notification without a message for it leaves it waiting", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    const served = await waitingPoll(server, identity);
    server.delivery.notify([identity.clientId]);
    await server.clock.advance(1);
    await server.insert(identity.clientId, "another service");
    server.delivery.notify([identity.clientId]);
    await server.clock.advance(1);
    expect(served.answers()).toEqual([]);
    await server.insert(identity.clientId);
    server.delivery.notify([identity.clientId]);
    await served.done;
    expect(served.answers()[0]?.messages).toHaveLength(1);
  });

  test("a newer one of the same client ends it, and gets the messages", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    const older = await waitingPoll(server, identity);
    const newer = server.connect({ identity, kind: "long_poll", waitMs: 30_000 });
    newer.connection.feed(contactRecord(allowed));
    await older.done;
    expect(older.answers()[0]?.messages).toEqual([]);
    await server.insert(identity.clientId);
    server.delivery.notify([identity.clientId]);
    await newer.done;
    expect(newer.answers()[0]?.messages).toHaveLength(1);
  });

  test("what is claimed when its time ends is still its answer", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    const served = await waitingPoll(server, identity);
    await server.insert(identity.clientId);
    server.delivery.notify([identity.clientId]);
    // The claim begins in the next microtask, and is not over when the time is.
    await Promise.resolve();
    await server.clock.advance(30_000);
    await served.done;
    expect(served.answers()[0]?.messages).toHaveLength(1);
  });

  test("one whose client is gone takes no messages", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    const gone = await waitingPoll(server, identity);
    gone.connection.break();
    await gone.done;
    expect(server.delivery.connectedCount).toBe(0);
    await server.insert(identity.clientId);
    const { answer } = await server.poll(identity, contactRecord(allowed));
    expect(answer?.messages).toHaveLength(1);
  });

  test("the server's end answers it", async () => {
    await using server = new ServerFixture();
    const served = await waitingPoll(server, newIdentity());
    server.delivery.endAll();
    await served.done;
    expect(served.answers()).toHaveLength(1);
  });
});

describe("long polls that cross", () => {
  const ours = { fleetClientVersion: "1.0.0", kind: "long_poll" } as const;
  const same = { ...ours, sameContact: true };

  /** What the client is told in the answer that opens a contact. */
  async function open(server: ServerFixture, identity: PeerIdentity, sequencingNonce = 0n) {
    const { answer } = await server.poll(identity, contactRecord({ sequencingNonce }), ours);
    if (answer === undefined) throw new Error("no answer");
    return answer.sequencingNonce;
  }

  function contactsOf(server: ServerFixture, { clientId }: PeerIdentity) {
    return server.store.contacts.list(clientId, { before: undefined, limit: 100 });
  }

  test("are one contact, with one nonce, and what they bring and take is its", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    const nonce = await open(server, identity);
    const waiting = server.connect({ identity, ...same, waitMs: 30_000 });
    waiting.connection.feed(contactRecord({ ...allowed, sequencingNonce: nonce }));
    await waitFor(() => server.delivery.connectedCount === 1, { what: "the poll waits" });
    await server.clock.advance(5_000);
    const noRoom = new Map([["endpoint", 0n]]);
    const message = clientMessage("sink");
    const beside = await server.poll(
      identity,
      contactRecord({ sequencingNonce: nonce, allowedMessages: noRoom, messages: [message] }),
      same,
    );
    expect(beside.answer).toMatchObject({ sequencingNonce: nonce, messages: [] });
    expect(waiting.answers()).toEqual([]);
    expect(server.delivery.connectedCount).toBe(1);
    const { messageId } = await server.insert(identity.clientId);
    server.delivery.notify([identity.clientId]);
    await waiting.done;
    expect(waiting.answers()).toMatchObject([
      { sequencingNonce: nonce, messages: [{ messageId }] },
    ]);
    const [contact, ...others] = await contactsOf(server, identity);
    expect(others).toEqual([]);
    expect(contact?.endedTime).toBe(microsFromMs(server.clock.now()));
    const life = await server.store.messages.life([messageId]);
    expect(life.get(messageId)).toMatchObject({ tries: 1, handedOutContact: contact?.contactId });
    const [client] = (await server.store.clients.get([identity.clientId])).values();
    expect(client?.lastContactTime).toBe(microsFromMs(server.clock.now()));
  });

  test("what one was handed is not due again at the next, but when the client begins anew", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    const nonce = await open(server, identity);
    await server.insert(identity.clientId);
    const record = contactRecord({ ...allowed, sequencingNonce: nonce });
    const first = await server.poll(identity, record, same);
    expect(first.answer?.messages).toHaveLength(1);
    const second = await server.poll(identity, record, same);
    expect(second.answer?.messages).toEqual([]);
    const anew = await server.poll(identity, record, ours);
    expect(anew.answer?.messages).toHaveLength(1);
    expect(anew.answer?.sequencingNonce).not.toBe(nonce);
  });

  test("of a copy of the client are contacts of their own, and none waits before it knows its nonce", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    const nonce = await open(server, identity);
    const copys = await open(server, identity, nonce);
    const answers: (bigint | undefined)[] = [];
    for (const sequencingNonce of [nonce, copys]) {
      const served = server.connect({ identity, ...same, waitMs: 30_000 });
      served.connection.feed(contactRecord({ ...allowed, sequencingNonce }));
      await served.done;
      answers.push(served.answers()[0]?.sequencingNonce);
    }
    const contacts = await contactsOf(server, identity);
    expect(contacts.map(({ receivedNonce }) => receivedNonce)).toEqual([copys, nonce, nonce, 0n]);
    expect(new Set([nonce, copys, ...answers]).size).toBe(4);
  });

  test("a client that is not ours, or never had a nonce, joins nothing", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    const nonce = await open(server, identity);
    const foreign = { kind: "long_poll", sameContact: true } as const;
    await server.poll(identity, contactRecord({ sequencingNonce: nonce }), foreign);
    await server.poll(identity, contactRecord({ sequencingNonce: 0n }), same);
    expect(await contactsOf(server, identity)).toHaveLength(3);
  });
});

describe("Prefer", () => {
  test("says how long an answer may wait, at most 55 s", () => {
    expect(preferring("wait=10")).toBe(10_000);
    expect(preferring("respond-async", 'x=y, Wait = "7"; z')).toBe(7_000);
    expect(preferring("wait=0")).toBe(0);
    expect(preferring("wait=56")).toBe(55_000);
    expect(preferring("wait=999999999")).toBe(55_000);
    expect(preferring("wait=5", "wait=6")).toBe(5_000);
  });

  test("is ignored where it says something else", () => {
    for (const value of [
      "",
      "wait",
      "wait=",
      "wait=-1",
      "wait=1.5",
      "awaits=5",
      "wait=9999999999",
    ]) {
      expect(preferring(value)).toBeUndefined();
    }
    expect(preferring()).toBeUndefined();
  });
});
