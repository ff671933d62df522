/**
 * Listings where there is too much to look at everything: pages may be short, and together they are complete all the
 * same. What each filter means is in test/conformance.
 */
import { Database } from "bun:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "bun:test";

import { makeBigDatabase, type BigDatabase } from "../../../benchmarks/lib/big-database.ts";
import { makeMessage } from "../../../src/core/message.ts";
import { hexToBytes, newMessageId, type ClientId } from "../../../src/core/ids.ts";
import type { MessageFilter } from "../../../src/store/reports.ts";
import { openSqliteStore } from "../../../src/store/sqlite/store.ts";
import type { NewMessage, Store } from "../../../src/store/store.ts";
import { makeFolder, type Folder } from "./support.ts";

const now = 1_700_000_000_000;
let folder: Folder;
let big: BigDatabase;
let store: Store;
let client: ClientId;

beforeAll(async () => {
  folder = makeFolder();
  big = makeBigDatabase({ path: folder.database, clients: 2, messages: 50_000, now });
  [client = client] = big.clientIds;
  store = await openSqliteStore({ path: folder.database });
  const [, other = client] = big.clientIds;
  await store.messages.store(Array.from({ length: 2500 }, () => report(other)));
  await store.messages.store([report(client), report(client)]);
});

/** Older than everything else. */
function report(clientId: ClientId): NewMessage {
  const message = {
    ...makeMessage({
      source: { clientId, serviceName: "Inventory" },
      destination: { clientId: undefined, serviceName: "Inventory" },
      messageType: "Rare",
    }),
    messageId: newMessageId(),
    creationTime: { seconds: now / 1000 - 40 * 86_400, nanos: 0 },
  };
  return { message, contactId: undefined, dueTime: now * 1000 };
}

afterAll(async () => {
  await store[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

async function pages(filter: MessageFilter, limit: number): Promise<string[][]> {
  const all: string[][] = [];
  let after: string | undefined;
  do {
    const page = await store.reports.listMessages({ ...filter, after, limit });
    all.push(page.messages.map(({ messageId }) => messageId));
    expect(page.next).not.toBe(after ?? "");
    after = page.next;
  } while (after !== undefined);
  return all;
}

/** All rows that match, looked at one by one. */
function expected(where: string): string[] {
  using db = new Database(folder.database, { readonly: true });
  using query = db.prepare<{ id: string }, [Uint8Array]>(
    `SELECT lower(hex(message_id)) AS id FROM message_rows m
     WHERE ?1 IN (source_client_id, (SELECT client_id FROM client_rows c WHERE c.client = m.client)) AND ${where}
     ORDER BY creation_seconds DESC, message DESC`,
  );
  return query.all(hexToBytes(client)).map(({ id }) => id);
}

describe("a listing of one client's messages", () => {
  test("gives up where too many do not match, and goes on from there", async () => {
    const listed = await pages({ clientId: client, messageType: "Rare" }, 100);
    expect(listed.map((page) => page.length)).toEqual([0, 0, 2]);
    expect(listed.flat()).toEqual(expected("message_type = 'Rare'"));
  });

  test("looks no further back than the page goes", async () => {
    const listed = await pages({ clientId: client, messageType: "StdinInput" }, 100);
    expect(listed.flat()).toEqual(expected("message_type = 'StdinInput'"));
    expect(listed.slice(0, -1).every((page) => page.length === 100)).toBe(true);
  });

  test("is whole at once where few messages of all clients match", async () => {
    const filter = { clientId: client, serviceName: "Shell", state: "failed" } as const;
    const listed = await pages(filter, 1000);
    expect(listed).toEqual([expected("service = 'Shell' AND failed = 1")]);
    expect(listed.flat().length).toBeGreaterThan(10);
  });

  test("is empty at once where nothing of the kind was ever stored", async () => {
    expect(await pages({ clientId: client, messageType: "Nothing" }, 10)).toEqual([[]]);
  });

  test("may be asked for in pages of any size", async () => {
    const all = expected("1");
    expect((await pages({ clientId: client }, 977)).flat()).toEqual(all);
    const processed = await pages({ clientId: client, state: "processed" }, 977);
    expect(processed.flat()).toEqual(expected("failed = 0"));
  });
});

test("replies that are far behind their question are found page by page", async () => {
  const { reports } = store;
  const asked = await reports.listMessages({
    ...{ clientId: client, direction: "to_client", messageType: "StdinInput", limit: 1 },
    createdBefore: (now - 29 * 86_400e3) * 1000,
  } as const);
  const [question] = asked.messages;
  if (question === undefined) throw new Error("there is no question");
  let after: string | undefined;
  let empty = 0;
  const found: string[] = [];
  do {
    const page = await reports.replies({ messageId: question.messageId, after, limit: 10 });
    found.push(...page.messages.map(({ messageId }) => messageId));
    empty += page.messages.length === 0 ? 1 : 0;
    after = page.next;
  } while (after !== undefined);
  expect(empty).toBeGreaterThan(0);
  expect(found.toReversed()).toEqual(expected(`instr(extras, '${question.messageId}')`));
});
