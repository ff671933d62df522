import { describe, expect, test } from "bun:test";

import {
  type MessageId,
  bytesToHex,
  newMessageId,
  parseClientId,
} from "../../../../src/core/ids.ts";
import type { Message } from "../../../../src/core/message.ts";
import { packAny } from "../../../../src/proto/codec.ts";
import {
  decodeMessageAck,
  decodeMessageError,
  encodeDieRequest,
  encodeRestartService,
  typeNames,
} from "../../../../src/proto/system-codec.ts";
import { Bell } from "../../../../src/roles/client/bell.ts";
import { Outbox } from "../../../../src/roles/client/outbox.ts";
import type { ServiceInstallation } from "../../../../src/roles/client/services/installed-services.ts";
import { ServicesManager } from "../../../../src/roles/client/services/manager.ts";
import type {
  ClientService,
  OutgoingMessage,
  Processed,
  ServiceContext,
} from "../../../../src/roles/client/services/service.ts";
import type { ClientDatabase } from "../../../../src/roles/client/state/database.ts";
import { SeenMessages } from "../../../../src/roles/client/state/seen-messages.ts";
import {
  FakeClock,
  incoming,
  openDatabase,
  outgoing,
  settle,
  silentLog,
  temporaryFolder,
} from "./support.ts";

const me = parseClientId("0102030405060708");
const nobody = parseClientId("ffffffffffffffff");

interface Harness {
  readonly clock: FakeClock;
  readonly outbox: Outbox;
  readonly manager: ServicesManager;
  readonly calls: string[];
  /** What waits to be sent, in order, and from then on counts as sent. */
  readonly sent: () => readonly Message[];
}

async function start(database: ClientDatabase, maxMessages = 1000): Promise<Harness> {
  const clock = new FakeClock();
  const bell = new Bell();
  const outbox = new Outbox(database, { maxMessages, maxBytes: 1 << 24 }, bell);
  const calls: string[] = [];
  const manager = new ServicesManager({
    clock,
    log: silentLog,
    outbox,
    seen: new SeenMessages(database),
    bell,
    identity: { clientId: me },
    die: (force) => void calls.push(`die ${force}`),
    rekey: () => void calls.push("rekey"),
    ackBatchMs: 1000,
    diskRetryMs: 5000,
  });
  await manager.start();
  return { clock, outbox, manager, calls, sent: () => outbox.takeBatch(me)?.messages ?? [] };
}

interface Probe {
  readonly installation: ServiceInstallation;
  readonly taken: string[];
  starts: number;
  stops: number;
  context: ServiceContext | undefined;
}

/** A service that does with each message what `process` says. */
function probe(
  name: string,
  process: (message: Message, signal: AbortSignal) => Processed | Promise<Processed> = () => ({}),
  fingerprint = "1",
): Probe {
  const one: Probe = {
    taken: [],
    starts: 0,
    stops: 0,
    context: undefined,
    installation: {
      name,
      signature: new Uint8Array(),
      fingerprint,
      make: (context): Promise<ClientService> => {
        one.starts++;
        one.context = context;
        return Promise.resolve({
          process: async (message, signal) => {
            one.taken.push(message.messageType);
            return await process(message, signal);
          },
          [Symbol.asyncDispose]: () => Promise.resolve(void one.stops++),
        });
      },
    },
  };
  return one;
}

const none: ReadonlyMap<string, string> = new Map();

function acked(message: Message | undefined): string[] {
  expect(message?.messageType).toBe("MessageAck");
  return decodeMessageAck(message?.data?.value ?? new Uint8Array()).map(bytesToHex);
}

function errorOf(message: Message | undefined): { messageId: string; error: string } {
  expect(message?.messageType).toBe("MessageError");
  const { messageId, error } = decodeMessageError(message?.data?.value ?? new Uint8Array());
  return { messageId: bytesToHex(messageId), error };
}

describe("the services manager", () => {
  test("acknowledges a processed message at once, and those that follow together after a second", async () => {
    using folder = temporaryFolder();
    await using database = openDatabase(folder);
    const { manager, clock, sent } = await start(database);
    await using _manager = manager;
    await manager.configure([probe("echo").installation], none);
    const [first, second, third] = [incoming("echo"), incoming("echo"), incoming("echo")];
    manager.deliver([first]);
    await clock.advance(0);
    expect(acked(sent()[0])).toEqual([first.messageId]);
    manager.deliver([second, third]);
    await clock.advance(900);
    expect(sent()).toEqual([]);
    await clock.advance(100);
    expect(acked(sent()[0])).toEqual([second.messageId, third.messageId]);
  });

  test("sends replies and the acknowledgement together", async () => {
    using folder = temporaryFolder();
    await using database = openDatabase(folder);
    const { manager, sent } = await start(database);
    await using _manager = manager;
    const reply: OutgoingMessage = { messageType: "Reply" };
    await manager.configure([probe("echo", () => ({ replies: [reply] })).installation], none);
    const message = incoming("echo");
    manager.deliver([message]);
    await settle();
    const [ack, answer] = sent();
    expect(acked(ack)).toEqual([message.messageId]);
    expect(ack).toMatchObject({ priority: "high", background: true });
    expect(answer).toMatchObject({
      messageType: "Reply",
      source: { clientId: me, serviceName: "echo" },
      destination: { clientId: undefined, serviceName: "echo" },
    });
  });

  test("reports a failure instead, with the replies that there are", async () => {
    using folder = temporaryFolder();
    await using database = openDatabase(folder);
    const { manager, sent } = await start(database);
    await using _manager = manager;
    const failing = probe("run", () => ({
      replies: [{ messageType: "Reply" }],
      failure: "status 3",
    }));
    const throwing = probe("throw", () => Promise.reject(new Error("broken")));
    await manager.configure([failing.installation, throwing.installation], none);
    const [one, two] = [incoming("run"), incoming("throw")];
    expect(manager.deliver([one, two])).toEqual([one, two]);
    expect(manager.deliver([one, two])).toEqual([]);
    await settle();
    const messages = sent();
    const errors = messages
      .filter(({ messageType }) => messageType === "MessageError")
      .map(errorOf);
    expect(errors).toContainEqual({ messageId: one.messageId, error: "status 3" });
    expect(errors).toContainEqual({ messageId: two.messageId, error: "broken" });
    expect(messages.map(({ messageType }) => messageType)).toContain("Reply");
    expect(messages.map(({ messageType }) => messageType)).not.toContain("MessageAck");
  });

  test("processes a repeated message once and answers it again, also after a restart", async () => {
    using folder = temporaryFolder();
    const ok = incoming("echo");
    const bad = incoming("unknown");
    {
      await using database = openDatabase(folder);
      const { manager, clock, sent } = await start(database);
      await using _manager = manager;
      const echo = probe("echo");
      await manager.configure([echo.installation], none);
      manager.deliver([ok, ok, bad]);
      await clock.advance(0);
      sent();
      manager.deliver([ok, bad]);
      await clock.advance(1000);
      expect(echo.taken.length).toBe(1);
      const again = sent();
      expect(again.map(({ messageType }) => messageType).toSorted()).toEqual([
        "MessageAck",
        "MessageError",
      ]);
    }
    await using database = openDatabase(folder);
    const { manager, clock, sent } = await start(database);
    await using _manager = manager;
    const echo = probe("echo");
    await manager.configure([echo.installation], none);
    sent();
    manager.deliver([ok]);
    await clock.advance(0);
    expect(echo.taken).toEqual([]);
    expect(acked(sent()[0])).toEqual([ok.messageId]);
  });

  test("says of an unknown service that it is unknown, and why a configured one does not run", async () => {
    using folder = temporaryFolder();
    await using database = openDatabase(folder);
    const { manager, sent } = await start(database);
    await using _manager = manager;
    const broken: ServiceInstallation = {
      ...probe("broken").installation,
      make: () => Promise.reject(new Error("no program given")),
    };
    await manager.configure([broken], new Map([["unsigned", "its signature is missing"]]));
    manager.deliver([incoming("nothing"), incoming("unsigned"), incoming("broken")]);
    await settle();
    expect(sent().map((message) => errorOf(message).error)).toEqual([
      'unknown service "nothing"',
      'service "unsigned" is not installed: its signature is missing',
      'service "broken" is not installed: no program given',
    ]);
    expect(manager.installed).toEqual([]);
  });

  test("announces free slots, counts what was processed, and wants a record after 32", async () => {
    using folder = temporaryFolder();
    await using database = openDatabase(folder);
    const { manager } = await start(database);
    await using _manager = manager;
    const held = Promise.withResolvers<Processed>();
    const slow = probe("slow", () => held.promise);
    await manager.configure([slow.installation, probe("fast").installation], none);
    expect(manager.announce()).toEqual(
      new Map([
        ["system", 100n],
        ["slow", 100n],
        ["fast", 100n],
      ]),
    );
    manager.deliver([incoming("slow"), incoming("slow")]);
    for (let index = 0; index < 31; index++) manager.deliver([incoming("fast")]);
    for (let round = 0; round < 20; round++) await settle();
    expect(manager.mustReport).toBe(false);
    manager.deliver([incoming("fast")]);
    await settle();
    expect(manager.mustReport).toBe(true);
    expect(manager.takeProcessed()).toEqual(new Map([["fast", 32n]]));
    expect(manager.announce().get("slow")).toBe(98n);
    held.resolve({});
    await settle();
    expect(manager.takeProcessed()).toEqual(new Map([["slow", 2n]]));
  });

  test("leaves what an inbox cannot take to be sent again", async () => {
    using folder = temporaryFolder();
    await using database = openDatabase(folder);
    const { manager } = await start(database);
    await using _manager = manager;
    const held = Promise.withResolvers<Processed>();
    const slow = probe("slow", () => held.promise);
    await manager.configure([slow.installation], none);
    const last = incoming("slow", { messageType: "Last" });
    manager.deliver(Array.from({ length: 100 }, () => incoming("slow")));
    expect(manager.takeLeft()).toBe(false);
    manager.deliver([last]);
    expect([manager.takeLeft(), manager.takeLeft()]).toEqual([true, false]);
    expect(manager.announce().get("slow")).toBe(0n);
    held.resolve({});
    for (let round = 0; round < 60; round++) await settle();
    expect(slow.taken).not.toContain("Last");
    manager.deliver([last]);
    await settle();
    expect(slow.taken).toContain("Last");
  });

  test("delivers to a service of its own client locally, and refuses another client", async () => {
    using folder = temporaryFolder();
    await using database = openDatabase(folder);
    const { manager, sent } = await start(database);
    await using _manager = manager;
    const [a, b] = [probe("a"), probe("b")];
    await manager.configure([a.installation, b.installation], none);
    await a.context?.send({
      messageType: "Hello",
      destination: { clientId: me, serviceName: "b" },
    });
    await settle();
    expect(b.taken).toEqual(["Hello"]);
    expect(sent()).toEqual([]);
    const other = a.context?.send({
      messageType: "No",
      destination: { clientId: nobody, serviceName: "b" },
    });
    await expect(other).rejects.toMatchObject({ code: "invalid_argument" });
    manager.deliver([incoming("a", { destination: { clientId: nobody, serviceName: "a" } })]);
    await settle();
    expect(errorOf(sent()[0]).error).toContain(nobody);
  });

  test("holds a service back while the outbox is full, and loses nothing", async () => {
    using folder = temporaryFolder();
    await using database = openDatabase(folder);
    const { manager, outbox } = await start(database, 1);
    await using _manager = manager;
    const echo = probe("echo", () => ({ replies: [{ messageType: "Reply" }] }));
    await manager.configure([echo.installation], none);
    await outbox.add([outgoing("full")]);
    manager.deliver([incoming("echo"), incoming("echo")]);
    await settle();
    expect(echo.taken.length).toBe(1);
    for (let round = 0; round < 6; round++) {
      const batch = outbox.takeBatch(me);
      if (batch) await outbox.acknowledge(batch);
      await settle();
    }
    expect(echo.taken.length).toBe(2);
    expect(outbox.depth.messages).toBe(0);
  });

  test("waits for a full disk, and sends the reply when there is room again", async () => {
    using folder = temporaryFolder();
    await using database = openDatabase(folder);
    const { manager, clock, sent } = await start(database);
    await using _manager = manager;
    const value = new Uint8Array(200_000);
    const reply = { messageType: "Reply", data: { typeUrl: "type.googleapis.com/x", value } };
    const echo = probe("echo", () => ({ replies: [reply] }));
    await manager.configure([echo.installation], none);
    database.sql("PRAGMA max_page_count = 20").get();
    manager.deliver([incoming("echo")]);
    await clock.advance(12_000);
    expect(sent()).toEqual([]);
    database.sql("PRAGMA max_page_count = 100000").get();
    await clock.advance(5_000);
    expect(sent().map(({ messageType }) => messageType)).toEqual(["MessageAck", "Reply"]);
    expect(echo.taken.length).toBe(1);
  });

  test("reports replies that no contact can carry, and goes on", async () => {
    using folder = temporaryFolder();
    await using database = openDatabase(folder);
    const { manager, sent } = await start(database);
    await using _manager = manager;
    const value = new Uint8Array(16 << 20);
    const reply = { messageType: "Reply", data: { typeUrl: "type.googleapis.com/x", value } };
    const huge = probe("huge", (message) =>
      message.messageType === "Huge" ? { replies: [reply] } : {},
    );
    await manager.configure([huge.installation], none);
    manager.deliver([incoming("huge", { messageType: "Huge" }), incoming("huge")]);
    for (let round = 0; round < 3; round++) await settle();
    expect(huge.taken.length).toBe(2);
    expect(errorOf(sent()[0]).error).toContain("larger than a contact can carry");
  });

  test("starts new services, restarts changed ones, stops others", async () => {
    using folder = temporaryFolder();
    await using database = openDatabase(folder);
    const { manager } = await start(database);
    await using _manager = manager;
    const [same, changed, gone] = [probe("same"), probe("changed"), probe("gone")];
    await manager.configure([same.installation, changed.installation, gone.installation], none);
    const next = probe("changed", undefined, "2");
    await manager.configure([same.installation, next.installation], none);
    expect([same.starts, same.stops]).toEqual([1, 0]);
    expect([changed.stops, next.starts]).toEqual([1, 1]);
    expect(gone.stops).toBe(1);
    expect(manager.installed.map(({ name }) => name).toSorted()).toEqual(["changed", "same"]);
  });

  test("ends what hangs when a service is restarted, reports it, and goes on with the next message", async () => {
    using folder = temporaryFolder();
    await using database = openDatabase(folder);
    const { manager, sent } = await start(database);
    await using _manager = manager;
    const hanging = probe("hang", (message, signal) =>
      message.messageType === "Hang"
        ? new Promise((_resolve, reject) =>
            signal.addEventListener("abort", () => reject(signal.reason)),
          )
        : {},
    );
    await manager.configure([hanging.installation], none);
    const stuck = incoming("hang", { messageType: "Hang" });
    manager.deliver([stuck, incoming("hang", { messageType: "Next" })]);
    await settle();
    const data = packAny(typeNames.restartService, encodeRestartService("hang"));
    const request = incoming("system", { messageType: "RestartService", data });
    manager.deliver([request]);
    for (let round = 0; round < 5; round++) await settle();
    expect(hanging.starts).toBe(2);
    expect(hanging.taken).toEqual(["Hang", "Next"]);
    const errors = sent().filter(({ messageType }) => messageType === "MessageError");
    expect(errors.map((message) => errorOf(message).messageId)).toEqual([stuck.messageId]);
  });
});

describe("a service that is restarted while the outbox is full", () => {
  /** Its reply waits for room; what it sends to "other" has arrived. */
  async function startWaiting(database: ClientDatabase) {
    const harness = await start(database, 1);
    const replies: OutgoingMessage[] = [
      { messageType: "Local", destination: { clientId: me, serviceName: "other" } },
      { messageType: "Reply" },
    ];
    const [old, next, other] = [
      probe("echo", () => ({ replies }), "1"),
      probe("echo", () => ({ replies }), "2"),
      probe("other"),
    ];
    await harness.manager.configure([old.installation, other.installation], none);
    await harness.outbox.add([outgoing("full")]);
    harness.manager.deliver([incoming("echo")]);
    await settle();
    const changed = harness.manager.configure([next.installation, other.installation], none);
    await settle();
    return { ...harness, next, other, changed };
  }

  test("starts anew at once, and its reply follows", async () => {
    using folder = temporaryFolder();
    await using database = openDatabase(folder);
    const { manager, outbox, next, changed } = await startWaiting(database);
    await using _manager = manager;
    expect(next.starts).toBe(1);
    await changed;
    const types: string[] = [];
    for (let round = 0; round < 4; round++) {
      const batch = outbox.takeBatch(me);
      types.push(...(batch?.messages ?? []).map(({ messageType }) => messageType));
      if (batch) await outbox.acknowledge(batch);
      await settle();
    }
    expect(types).toEqual(["full", "MessageAck", "Reply"]);
    expect(next.taken).toEqual([]);
  });

  test("does not keep the client from stopping", async () => {
    using folder = temporaryFolder();
    await using database = openDatabase(folder);
    const { manager, outbox } = await startWaiting(database);
    let isStopped = false;
    const stopping = manager[Symbol.asyncDispose]().then(() => (isStopped = true));
    for (let round = 0; round < 5; round++) await settle();
    const wasStopped = isStopped;
    // So that the test ends in either case.
    const batch = outbox.takeBatch(me);
    if (batch) await outbox.acknowledge(batch);
    await stopping;
    expect(wasStopped).toBe(true);
  });

  test("sends nothing twice to a service of its own client", async () => {
    using folder = temporaryFolder();
    await using database = openDatabase(folder);
    const { manager, outbox, other, changed } = await startWaiting(database);
    await using _manager = manager;
    const batch = outbox.takeBatch(me);
    if (batch) await outbox.acknowledge(batch);
    await changed;
    await settle();
    expect(other.taken).toEqual(["Local"]);
  });
});

describe("the system service", () => {
  async function ask(
    messageType: string,
    data?: Message["data"],
  ): Promise<Harness & { id: MessageId }> {
    using folder = temporaryFolder();
    const database = openDatabase(folder);
    const harness = await start(database);
    const message = incoming("system", { messageType, data });
    harness.manager.deliver([message]);
    await harness.clock.advance(0);
    return { ...harness, id: message.messageId };
  }

  test("dies when told so, and never acknowledges it", async () => {
    const { calls, clock, sent } = await ask(
      "Die",
      packAny(typeNames.dieRequest, encodeDieRequest(true)),
    );
    await clock.advance(5000);
    expect(calls).toEqual(["die true"]);
    expect(sent()).toEqual([]);
  });

  test("takes a new key and acknowledges that", async () => {
    const { calls, sent, id } = await ask("RekeyRequest");
    expect(calls).toEqual(["rekey"]);
    expect(acked(sent()[0])).toEqual([id]);
  });

  test("reports what it does not know", async () => {
    const { sent, id } = await ask("Dance");
    expect(errorOf(sent()[0])).toMatchObject({
      messageId: id,
      error: expect.stringContaining("Dance"),
    });
    const unknown = await ask(
      "RestartService",
      packAny(typeNames.restartService, encodeRestartService("x")),
    );
    expect(errorOf(unknown.sent()[0]).error).toContain('unknown service "x"');
    const garbage = await ask("Die", packAny(typeNames.dieRequest, Buffer.from("ffff", "hex")));
    expect(errorOf(garbage.sent()[0]).error).toContain("DieRequest");
    expect(garbage.calls).toEqual([]);
    expect(newMessageId()).not.toBe(id);
  });
});
