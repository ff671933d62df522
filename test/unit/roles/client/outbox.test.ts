import { describe, expect, test } from "bun:test";

import { type ClientId, parseClientId } from "../../../../src/core/ids.ts";
import { Bell } from "../../../../src/roles/client/bell.ts";
import { Outbox, maxBatchBytes } from "../../../../src/roles/client/outbox.ts";
import type { ClientDatabase } from "../../../../src/roles/client/state/database.ts";
import { openDatabase, outgoing, settle, temporaryFolder } from "./support.ts";

const me: ClientId = parseClientId("0102030405060708");
const limits = { maxMessages: 1000, maxBytes: 1 << 20 };

function open(database: ClientDatabase, changed: Partial<typeof limits> = {}): Outbox {
  return new Outbox(database, { ...limits, ...changed }, new Bell());
}

function types(outbox: Outbox, maxMessages?: number): string[] {
  return outbox.takeBatch(me, maxMessages)?.messages.map(({ messageType }) => messageType) ?? [];
}

function payload(bytes: number): { data: { typeUrl: string; value: Uint8Array } } {
  return { data: { typeUrl: "type.googleapis.com/x", value: new Uint8Array(bytes) } };
}

describe("the outbox", () => {
  test("offers by priority, then in the order of adding", async () => {
    using folder = temporaryFolder();
    await using database = openDatabase(folder);
    const outbox = open(database);
    await outbox.add([outgoing("low", { priority: "low" }), outgoing("medium 1")]);
    await outbox.add([outgoing("high", { priority: "high" }), outgoing("medium 2")]);
    expect(types(outbox)).toEqual(["high", "medium 1", "medium 2", "low"]);
    expect(types(outbox)).toEqual([]);
  });

  test("gives a message an id once, and keeps one that it has", async () => {
    using folder = temporaryFolder();
    await using database = openDatabase(folder);
    const outbox = open(database);
    await outbox.add([outgoing("own", { sourceMessageId: "abcd" }), outgoing("none")]);
    const first = outbox.takeBatch(me)?.messages ?? [];
    expect(first[0]?.sourceMessageId).toBe("abcd");
    expect(first[1]?.sourceMessageId).toMatch(/^[0-9a-f]{32}$/);
    expect(first[0]?.source).toEqual({ clientId: me, serviceName: "test" });
    outbox.offerAgain();
    expect(outbox.takeBatch(me)?.messages).toEqual(first);
  });

  test("keeps what it was given when it is opened again", async () => {
    using folder = temporaryFolder();
    {
      await using database = openDatabase(folder);
      const outbox = open(database);
      await outbox.add([outgoing("kept"), outgoing("acknowledged")]);
      outbox.takeBatch(me, 1);
      const second = outbox.takeBatch(me, 1);
      if (second) await outbox.acknowledge(second);
    }
    await using database = openDatabase(folder);
    const outbox = open(database);
    expect(outbox.depth.messages).toBe(1);
    expect(types(outbox)).toEqual(["kept"]);
  });

  test("offers to the next contact what the last one did not see acknowledged", async () => {
    using folder = temporaryFolder();
    await using database = openDatabase(folder);
    const outbox = open(database);
    await outbox.add([outgoing("1"), outgoing("2"), outgoing("3")]);
    const first = outbox.takeBatch(me, 2);
    if (first) await outbox.acknowledge(first);
    expect(types(outbox, 1)).toEqual(["3"]);
    outbox.offerAgain();
    expect(types(outbox)).toEqual(["3"]);
    expect(outbox.depth).toMatchObject({ messages: 1 });
  });

  test("bounds a batch by bytes, but carries any message that fits alone", async () => {
    using folder = temporaryFolder();
    await using database = openDatabase(folder);
    const outbox = open(database, { maxBytes: 1 << 24 });
    await outbox.add([outgoing("a", payload(700)), outgoing("b", payload(700)), outgoing("c")]);
    expect(outbox.takeBatch(me, 100, 1000)?.messages.map((one) => one.messageType)).toEqual(["a"]);
    expect(outbox.takeBatch(me, 100, 1000)?.messages.map((one) => one.messageType)).toEqual([
      "b",
      "c",
    ]);
  });

  test("refuses a message that no contact can carry", async () => {
    using folder = temporaryFolder();
    await using database = openDatabase(folder);
    const adding = open(database).add([outgoing("huge", payload(maxBatchBytes))]);
    await expect(adding).rejects.toMatchObject({ code: "invalid_argument" });
  });

  test("makes whoever adds to a full outbox wait, in turn, until there is room", async () => {
    using folder = temporaryFolder();
    await using database = openDatabase(folder);
    const outbox = open(database, { maxMessages: 2 });
    await outbox.add([outgoing("1"), outgoing("2")]);
    const added: string[] = [];
    void outbox.add([outgoing("3")]).then(() => added.push("3"));
    void outbox.add([outgoing("4")]).then(() => added.push("4"));
    await settle();
    expect(added).toEqual([]);
    const first = outbox.takeBatch(me, 1);
    if (first) await outbox.acknowledge(first);
    await settle();
    expect(added).toEqual(["3"]);
    expect(outbox.depth.messages).toBe(2);
    const rest = outbox.takeBatch(me);
    if (rest) await outbox.acknowledge(rest);
    await settle();
    expect(added).toEqual(["3", "4"]);
    expect(outbox.depth.messages).toBe(1);
  });

  test("lets the client's own messages in when it is full, and ends the waiting with its signal", async () => {
    using folder = temporaryFolder();
    await using database = openDatabase(folder);
    const outbox = open(database, { maxMessages: 1 });
    await outbox.add([outgoing("1")]);
    await outbox.add([outgoing("ack")], { exempt: true });
    const stop = new AbortController();
    const waiting = outbox.add([outgoing("2")], { signal: stop.signal });
    stop.abort(new Error("stopped"));
    await expect(waiting).rejects.toThrow("stopped");
    expect(outbox.depth.messages).toBe(2);
  });

  test("replaces a message of the same slot", async () => {
    using folder = temporaryFolder();
    await using database = openDatabase(folder);
    const outbox = open(database);
    await outbox.add([outgoing("info 1")], { slot: "info" });
    await outbox.add([outgoing("info 2")], { slot: "info" });
    expect(outbox.depth.messages).toBe(1);
    expect(types(outbox)).toEqual(["info 2"]);
    expect(outbox.depth.bytes).toBeGreaterThan(0);
  });

  test("writes nothing when what belongs to the same transaction fails", async () => {
    using folder = temporaryFolder();
    await using database = openDatabase(folder);
    const outbox = open(database);
    const failing = outbox.add([outgoing("a")], {
      also: () => {
        throw new Error("no");
      },
    });
    const passing = outbox.add([outgoing("b")]);
    await expect(failing).rejects.toThrow("no");
    await passing;
    expect(types(outbox)).toEqual(["b"]);
    expect(outbox.depth.messages).toBe(1);
  });
});
