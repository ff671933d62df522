import { describe, expect, test } from "bun:test";

import { FleetError } from "../../../../src/core/errors.ts";
import type { Message } from "../../../../src/core/message.ts";
import { Bell } from "../../../../src/roles/client/bell.ts";
import { runStreamContact } from "../../../../src/roles/client/contact.ts";
import { clientLabels } from "../../../../src/roles/client/labels.ts";
import { Outbox } from "../../../../src/roles/client/outbox.ts";
import { runPollContacts } from "../../../../src/roles/client/poll-contact.ts";
import { pollDelayMs } from "../../../../src/roles/client/poll-rhythm.ts";
import type { ContactParts } from "../../../../src/roles/client/record.ts";
import type { ServiceInstallation } from "../../../../src/roles/client/services/installed-services.ts";
import { ServicesManager } from "../../../../src/roles/client/services/manager.ts";
import { makeNoopService } from "../../../../src/roles/client/services/noop.ts";
import { Identity } from "../../../../src/roles/client/state/identity.ts";
import { SeenMessages } from "../../../../src/roles/client/state/seen-messages.ts";
import {
  FakeClock,
  FakeServerChannel,
  FakeTransport,
  incoming,
  openDatabase,
  outgoing,
  settle,
  silentLog,
  temporaryFolder,
} from "./support.ts";

const noop: ServiceInstallation = {
  name: "noop",
  signature: new Uint8Array(),
  fingerprint: "",
  make: () => Promise.resolve(makeNoopService()),
};

interface Setup extends AsyncDisposable {
  readonly clock: FakeClock;
  readonly bell: Bell;
  readonly outbox: Outbox;
  readonly parts: ContactParts;
}

async function setup(): Promise<Setup> {
  const stack = new AsyncDisposableStack();
  const folder = stack.use(temporaryFolder());
  const database = stack.use(openDatabase(folder));
  const clock = new FakeClock();
  const bell = new Bell();
  const identity = Identity.open({ path: folder.stateFile, clock, log: silentLog });
  const outbox = new Outbox(database, { maxMessages: 10_000, maxBytes: 1 << 26 }, bell);
  const manager = stack.use(
    new ServicesManager({
      clock,
      log: silentLog,
      outbox,
      seen: new SeenMessages(database),
      bell,
      identity,
      die: () => {},
      rekey: () => {},
      ackBatchMs: 1000,
      diskRetryMs: 5000,
    }),
  );
  await manager.start();
  await manager.configure([noop], new Map());
  const labels = (): ReturnType<typeof clientLabels> => clientLabels(["blue"], "x64", "linux");
  const parts = { identity, outbox, manager, labels, clock, log: silentLog };
  return { clock, bell, outbox, parts, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

interface Contact {
  readonly channel: FakeServerChannel;
  readonly stop: AbortController;
  /** How it ended. */
  readonly end: Promise<FleetError | "in order">;
  established: number;
}

function begin({ parts, bell }: Setup): Contact {
  const channel = new FakeServerChannel();
  const stop = new AbortController();
  const contact = { channel, stop, established: 0 };
  const run = runStreamContact(channel, {
    ...parts,
    bell,
    firstAnswerMs: 10_000,
    ackTimeoutMs: 60_000,
    onEstablished: () => void result.established++,
    signal: stop.signal,
  });
  const end = run.then(
    () => "in order" as const,
    (thrown: unknown) =>
      thrown instanceof FleetError ? thrown : new FleetError("internal", String(thrown)),
  );
  const result = { ...contact, end };
  return result;
}

async function established(parts: Setup): Promise<Contact> {
  const contact = begin(parts);
  await settle();
  await contact.channel.send({ sequencingNonce: 77n });
  return contact;
}

function typesOf(contact: Contact, record: number): string[] | undefined {
  return contact.channel.records[record]?.data.messages.map(({ messageType }) => messageType);
}

describe("a stream contact", () => {
  test("begins with who speaks and what fits, and keeps the nonce of the answer", async () => {
    await using all = await setup();
    await all.outbox.add([outgoing("waiting")]);
    const contact = begin(all);
    await settle();
    expect(contact.channel.records.length).toBe(1);
    const [first] = contact.channel.records;
    expect(first?.labels).toEqual(["amd64", "linux", "blue"]);
    expect(first?.data.messages).toEqual([]);
    expect(first?.data.sequencingNonce).toBe(0n);
    expect(first?.data.allowedMessages).toEqual(
      new Map([
        ["system", 100n],
        ["noop", 100n],
      ]),
    );
    expect(first?.data.clientClock?.seconds).toBe(all.clock.now() / 1000);
    expect(contact.established).toBe(0);
    await contact.channel.send({ sequencingNonce: 2n ** 64n - 1n });
    expect(contact.established).toBe(1);
    expect(all.parts.identity.sequencingNonce).toBe(2n ** 64n - 1n);
    expect(typesOf(contact, 1)).toEqual(["waiting"]);
    contact.stop.abort(new FleetError("unavailable", "stopped"));
    expect(await contact.end).toMatchObject({ message: "stopped" });
  });

  test("deletes what is acknowledged, and offers the rest to the next contact with the same ids", async () => {
    await using all = await setup();
    await all.outbox.add([outgoing("1")]);
    const contact = await established(all);
    await all.outbox.add([outgoing("2")]);
    await settle();
    expect([typesOf(contact, 1), typesOf(contact, 2)]).toEqual([["1"], ["2"]]);
    await contact.channel.send({ ackIndex: 1n });
    expect(all.outbox.depth.messages).toBe(1);
    await contact.channel.break(new FleetError("unavailable", "gone"));
    expect(await contact.end).toMatchObject({ message: "gone" });

    const next = await established(all);
    expect(typesOf(next, 1)).toEqual(["2"]);
    const id = (one: Contact, record: number) =>
      one.channel.records[record]?.data.messages[0]?.sourceMessageId;
    expect(id(next, 1)).toBe(id(contact, 2));
    next.stop.abort();
  });

  test.each([
    ["never sent", [2n]],
    ["repeated", [1n, 1n]],
    ["far beyond", [2n ** 63n]],
  ])("ends at an acknowledgement that was %s", async (_what, indexes) => {
    await using all = await setup();
    await all.outbox.add([outgoing("1")]);
    const contact = await established(all);
    for (const ackIndex of indexes) await contact.channel.send({ ackIndex });
    expect(await contact.end).toMatchObject({ code: "invalid_data" });
  });

  test("takes acknowledgements in any order, each for its own record only", async () => {
    await using all = await setup();
    const contact = await established(all);
    for (const type of ["1", "2", "3"]) {
      await all.outbox.add([outgoing(type)]);
      await settle();
    }
    await contact.channel.send({ ackIndex: 3n });
    await contact.channel.send({ ackIndex: 1n });
    expect(all.outbox.depth.messages).toBe(1);
    await contact.channel.break(new FleetError("unavailable", "gone"));
    const next = await established(all);
    expect(typesOf(next, 1)).toEqual(["2"]);
    next.stop.abort();
  });

  test("is not deceived about a record that is never acknowledged by later ones that are", async () => {
    await using all = await setup();
    const contact = await established(all);
    await all.outbox.add([outgoing("1")]);
    await settle();
    await all.outbox.add([outgoing("2")]);
    await settle();
    await all.clock.advance(59_000);
    await contact.channel.send({ ackIndex: 2n });
    await all.clock.advance(1_000);
    expect(await contact.end).toMatchObject({ code: "unavailable" });
  });

  test("acknowledges and counts what it received, in the same record", async () => {
    await using all = await setup();
    const contact = await established(all);
    const message = incoming("noop");
    await contact.channel.send({ messages: [message] });
    await all.clock.advance(0);
    expect(typesOf(contact, 1)).toEqual(["MessageAck"]);
    expect(contact.channel.records[1]?.data.allowedMessages).toEqual(new Map([["noop", 1n]]));
    contact.stop.abort();
  });

  test("sends a record after 32 processed messages, if it has nothing else to send", async () => {
    await using all = await setup();
    const contact = await established(all);
    await contact.channel.send({ messages: [incoming("noop")] });
    await all.clock.advance(0);
    await contact.channel.send({ ackIndex: 1n });
    await contact.channel.send({ messages: Array.from({ length: 32 }, () => incoming("noop")) });
    for (let round = 0; round < 10; round++) await settle();
    const counts = contact.channel.records
      .slice(2)
      .map(({ data }) => data.allowedMessages.get("noop"));
    expect(counts).toEqual([32n]);
    contact.stop.abort();
  });

  test("after done_sending writes no more, waits for its acknowledgements and ends in order", async () => {
    await using all = await setup();
    const contact = await established(all);
    await all.outbox.add([outgoing("sent")]);
    await settle();
    await contact.channel.send({ doneSending: true });
    await all.outbox.add([outgoing("too late")]);
    await settle();
    expect(contact.channel.records.length).toBe(2);
    expect(contact.channel.finished).toBe(true);
    await contact.channel.send({ ackIndex: 1n });
    expect(await contact.end).toBe("in order");
    expect(all.outbox.depth.messages).toBe(1);
  });

  test("ends when the first record is not answered in time", async () => {
    await using all = await setup();
    const contact = begin(all);
    await all.clock.advance(10_000);
    expect(await contact.end).toMatchObject({ code: "deadline_exceeded" });
    expect(contact.established).toBe(0);
  });

  test("ends when a record is not acknowledged in time, but never for silence alone", async () => {
    await using all = await setup();
    const contact = await established(all);
    await all.clock.advance(3_600_000);
    await all.outbox.add([outgoing("1")]);
    await settle();
    await all.clock.advance(59_999);
    expect(contact.channel.records.length).toBe(2);
    await all.clock.advance(1);
    expect(await contact.end).toMatchObject({ code: "unavailable" });
  });

  test("bounds what may wait for its acknowledgement", async () => {
    await using all = await setup();
    await all.outbox.add(Array.from({ length: 5000 }, (_, index) => outgoing(`${index}`)));
    const contact = await established(all);
    for (let round = 0; round < 20; round++) await settle();
    expect(contact.channel.records.length).toBe(5);
    await contact.channel.send({ ackIndex: 1n });
    await contact.channel.send({ ackIndex: 2n });
    await settle();
    expect(contact.channel.records.length).toBe(7);
    contact.stop.abort();
  });

  test("ends when the server sends what is no ContactData", async () => {
    await using all = await setup();
    const contact = begin(all);
    await settle();
    await contact.channel.sendBytes(Buffer.from("ffffffff", "hex"));
    expect(await contact.end).toMatchObject({ code: "invalid_data" });
  });
});

describe("polling", () => {
  test("keeps the rhythm of the original", () => {
    const rhythm = { maxPollDelayMs: 300_000, maxBufferDelayMs: 5_000 };
    expect(pollDelayMs(rhythm, 0, false)).toBe(200);
    expect(pollDelayMs(rhythm, 10_000, false)).toBe(1_200);
    expect(pollDelayMs(rhythm, 1e9, false)).toBe(300_000);
    // The clock was set back an hour.
    expect(pollDelayMs(rhythm, -3_600_000, false)).toBe(200);
    expect(pollDelayMs(rhythm, 1e9, true)).toBe(5_000);
  });

  test("sends what is buffered with the next poll, and offers it again when that fails", async () => {
    await using all = await setup();
    await all.outbox.add([outgoing("1")]);
    const channels = [new FakeServerChannel(), new FakeServerChannel()] as const;
    const transport = new FakeTransport("poll", [...channels]);
    const stop = new AbortController();
    const open = () =>
      transport.open({
        server: "s:1",
        credentials: all.parts.identity.credentials,
        signal: stop.signal,
      });
    const rhythm = { maxPollDelayMs: 60_000, maxBufferDelayMs: 5_000 };
    const options = {
      ...all.parts,
      bell: all.bell,
      rhythm,
      answerMs: 60_000,
      open,
      onAnswered: () => {},
    };
    const failed = runPollContacts({ ...options, until: undefined, signal: stop.signal }).catch(
      (e: unknown) => e,
    );
    await settle();
    expect(channels[0].records[0]?.data.messages).toEqual([]);
    await channels[0].send({ sequencingNonce: 1n });
    await all.clock.advance(200);
    expect(channels[0].records[1]?.data.messages.length).toBe(1);
    expect(channels[0].records[1]?.data.sequencingNonce).toBe(1n);
    expect(channels[0].closed).toBe(false);
    await channels[0].break(new FleetError("unavailable", "gone"));
    expect(await failed).toMatchObject({ message: "gone" });
    expect(channels[0].closed).toBe(true);
    expect(all.outbox.depth.messages).toBe(1);

    void runPollContacts({ ...options, until: undefined, signal: stop.signal }).catch(() => {});
    await settle();
    await channels[1].send({ sequencingNonce: 2n });
    await all.clock.advance(200);
    expect(channels[1].records[1]?.data.messages.length).toBe(1);
    await channels[1].send({ sequencingNonce: 3n });
    expect(all.outbox.depth.messages).toBe(0);
    stop.abort();
  });

  test("a message that is offered again while it is worked on does not make it poll faster", async () => {
    await using all = await setup();
    await using polling = startPolling(all);
    const message = incoming("stuck");
    await polling.answer([message]);
    const quickMs = await polling.pauseMs();
    await all.clock.advance(60_000);
    await polling.answer([message]);
    expect(quickMs).toBeLessThan(400);
    expect(await polling.pauseMs()).toBeGreaterThan(400);
  });

  test("goes on when the wall clock is set back", async () => {
    await using all = await setup();
    await using polling = startPolling(all);
    await polling.answer([]);
    all.clock.stepWall(-3_600_000);
    await all.clock.advance(1_000);
    await polling.answer([]);
    expect(await polling.pauseMs()).toBeLessThan(1_000);
  });
});

interface Polling extends AsyncDisposable {
  /** Answers the poll that is under way. */
  answer(messages: readonly Message[]): Promise<void>;
  /** The pause before the next poll. */
  pauseMs(): Promise<number>;
}

function startPolling({ clock, bell, parts }: Setup): Polling {
  const channel = new FakeServerChannel();
  let answers = 0n;
  const stop = new AbortController();
  const ended = runPollContacts({
    ...parts,
    bell,
    rhythm: { maxPollDelayMs: 60_000, maxBufferDelayMs: 60_000 },
    answerMs: 600_000,
    open: () => Promise.resolve(channel),
    onAnswered: () => {},
    until: undefined,
    signal: stop.signal,
  }).catch(() => {});
  return {
    answer: async (messages) => {
      await settle();
      answers += 1n;
      await channel.send({ sequencingNonce: answers, messages });
      await settle();
    },
    pauseMs: () => Promise.resolve(clock.pendingMs[0] ?? 0),
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await ended;
    },
  };
}
