import { expect, test } from "bun:test";

import { FleetError } from "../../../../src/core/errors.ts";
import { makeContactData } from "../../../../src/core/contact.ts";
import {
  decodeContactData,
  decodeWrappedContact,
  encodeContactData,
} from "../../../../src/proto/codec.ts";
import { Bell } from "../../../../src/roles/client/bell.ts";
import type { ClientChannel, PollStanding } from "../../../../src/roles/client/comms/transport.ts";
import { runLongPollContacts } from "../../../../src/roles/client/long-poll-contact.ts";
import { Outbox } from "../../../../src/roles/client/outbox.ts";
import { ServicesManager } from "../../../../src/roles/client/services/manager.ts";
import { Identity } from "../../../../src/roles/client/state/identity.ts";
import { SeenMessages } from "../../../../src/roles/client/state/seen-messages.ts";
import {
  FakeClock,
  openDatabase,
  outgoing,
  settle,
  silentLog,
  temporaryFolder,
} from "./support.ts";

/** A server that knows long polls, or not. */
class PollChannel implements ClientChannel {
  readonly waits: boolean;
  /** How many messages each record had, and how many slots it announced for "system". */
  readonly records: { readonly messages: number; readonly slots: bigint | undefined }[] = [];
  /** How each stood to those before it, and the nonce that it gave back. */
  readonly standings: (PollStanding | undefined)[] = [];
  readonly nonces: bigint[] = [];
  answers: boolean;
  #answer = Promise.withResolvers<Uint8Array>();

  constructor(options: { readonly waits: boolean; readonly answers: boolean }) {
    this.waits = options.waits;
    this.answers = options.answers;
  }

  write(record: Uint8Array, standing?: PollStanding): Promise<void> {
    this.standings.push(standing);
    const { data } = decodeContactData(decodeWrappedContact(record).contactData);
    const slots = data.allowedMessages.get("system");
    this.nonces.push(data.sequencingNonce);
    this.records.push({ messages: data.messages.length, slots });
    this.#answer = Promise.withResolvers();
    if (this.answers) this.answer();
    return Promise.resolve();
  }

  answer(sequencingNonce = 5n): void {
    this.#answer.resolve(encodeContactData(makeContactData({ sequencingNonce })));
  }

  read(): Promise<Uint8Array> {
    return this.#answer.promise;
  }

  finish(): Promise<void> {
    return Promise.resolve();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return Promise.resolve();
  }
}

async function start(sender: PollChannel, waiting: PollChannel) {
  const stack = new AsyncDisposableStack();
  const folder = stack.use(temporaryFolder());
  const database = stack.use(openDatabase(folder));
  const [clock, bell, log] = [new FakeClock(), new Bell(), silentLog];
  const identity = Identity.open({ path: folder.stateFile, clock, log });
  const outbox = new Outbox(database, { maxMessages: 100, maxBytes: 1 << 20 }, bell);
  const seen = new SeenMessages(database);
  const nothing = (): void => {};
  const parts = { clock, log, outbox, bell, identity };
  const manager = stack.use(
    new ServicesManager({
      ...{ ...parts, seen, die: nothing, rekey: nothing },
      ...{ ackBatchMs: 1000, diskRetryMs: 1000 },
    }),
  );
  const stop = new AbortController();
  const ended: { error?: unknown; answers: number } = { answers: 0 };
  void runLongPollContacts({
    ...{ ...parts, manager, labels: () => [], random: () => 0, signal: stop.signal },
    ...{ firstAnswerMs: 10_000, answerMs: 60_000, contactMs: 300_000, until: undefined },
    open: ({ waitSeconds }) => Promise.resolve(waitSeconds === 0 ? sender : waiting),
    onAnswered: () => (ended.answers += 1),
  }).catch((thrown: unknown) => (ended.error = thrown));
  stack.defer(async () => {
    stop.abort(new FleetError("unavailable", "stopped"));
    await settle();
  });
  await settle();
  return { clock, outbox, ended, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

test("what is to be sent leaves beside the poll that waits, and promises no room", async () => {
  const sender = new PollChannel({ waits: true, answers: true });
  const waiting = new PollChannel({ waits: true, answers: false });
  await using contact = await start(sender, waiting);
  expect(waiting.records).toEqual([{ messages: 0, slots: 100n }]);
  await contact.outbox.add([outgoing("A"), outgoing("B")]);
  await settle();
  expect(sender.records).toEqual([
    { messages: 0, slots: 100n },
    { messages: 2, slots: 0n },
  ]);
  expect(contact.outbox.depth.messages).toBe(0);
  expect(waiting.records).toHaveLength(1);
  expect([sender.standings, waiting.standings]).toEqual([["anew", "same"], ["same"]]);
  expect([sender.nonces, waiting.nonces]).toEqual([[0n, 5n], [5n]]);
});

test("the nonce that counts is the newest, whichever answer comes last", async () => {
  const sender = new PollChannel({ waits: true, answers: true });
  const waiting = new PollChannel({ waits: true, answers: false });
  await using contact = await start(sender, waiting);
  sender.answers = false;
  await contact.outbox.add([outgoing("A")]);
  await settle();
  // The server did not know the contact any more, and opened another for the poll that sends.
  sender.answer(6n);
  await settle();
  waiting.answer(5n);
  await contact.clock.advance(2_000);
  expect([sender.nonces, waiting.nonces]).toEqual([
    [0n, 5n],
    [5n, 6n],
  ]);
});

test("a contact that is old is followed by another, between two polls that wait", async () => {
  const sender = new PollChannel({ waits: true, answers: true });
  const waiting = new PollChannel({ waits: true, answers: false });
  await using contact = await start(sender, waiting);
  for (let poll = 1; poll <= 6; poll += 1) {
    expect(waiting.standings).toHaveLength(poll);
    await contact.clock.advance(55_000);
    waiting.answer();
    await settle();
  }
  expect(sender.standings).toEqual(["anew", "continued"]);
  // It promises no room: the poll that waits does.
  expect(sender.records[1]).toEqual({ messages: 0, slots: 0n });
  expect(new Set(waiting.standings)).toEqual(new Set(["same"]));
});

test("a server that does not say that it waits has answered a plain poll", async () => {
  const sender = new PollChannel({ waits: false, answers: true });
  await using contact = await start(sender, new PollChannel({ waits: false, answers: false }));
  expect(contact.ended).toMatchObject({ answers: 0, error: { code: "not_found" } });
});

test("a first poll that is not answered in time blames the transport, a later one the server", async () => {
  const silent = new PollChannel({ waits: true, answers: false });
  await using first = await start(silent, silent);
  await first.clock.advance(10_000);
  expect(first.ended.error).toHaveProperty("code", "deadline_exceeded");
  const sender = new PollChannel({ waits: true, answers: true });
  await using later = await start(sender, new PollChannel({ waits: true, answers: false }));
  await later.clock.advance(114_999);
  expect(later.ended.error).toBeUndefined();
  await later.clock.advance(1);
  expect(later.ended.error).toHaveProperty("code", "unavailable");
});

test("answers that bring nothing at once do not make a busy loop", async () => {
  const sender = new PollChannel({ waits: true, answers: true });
  const waiting = new PollChannel({ waits: true, answers: true });
  await using contact = await start(sender, waiting);
  await contact.clock.advance(10_000);
  expect(waiting.records.length).toBeGreaterThan(5);
  expect(waiting.records.length).toBeLessThan(15);
});
