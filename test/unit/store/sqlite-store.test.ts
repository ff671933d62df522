import { Database } from "bun:sqlite";
import { expect, test } from "bun:test";
import { statSync } from "node:fs";

import { openSqliteStore } from "../../../src/store/sqlite/store.ts";
import {
  addClients,
  clientId,
  start,
  success,
  toClient,
  toServer,
} from "../../conformance/fixtures.ts";
import { makeFolder, nextLine, startChild } from "./support.ts";

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);
const nothing = {
  messages: undefined,
  contacts: undefined,
  resourceUsage: undefined,
  broadcasts: undefined,
};

test("onCommit is told of each transaction", async () => {
  using folder = makeFolder();
  const calls: number[] = [];
  await using store = await openSqliteStore({
    path: folder.database,
    onCommit: (info) => calls.push(info.calls),
  });
  await Promise.all(numbers(5).map((n) => store.messages.store([toServer(n)])));
  await store.clients.get([clientId(1)]);
  expect(calls).toEqual([5]);
});

test("dropped payloads leave the database, and pruning gives its space back", async () => {
  using folder = makeFolder();
  {
    await using store = await openSqliteStore({ path: folder.database });
    await addClients(store, 1);
    await store.messages.store(
      numbers(500).map((n) => toClient(n, clientId(1), { bytes: 10_000 })),
    );
    await store.messages.deletePending([clientId(1)], success);
  }
  const before = statSync(folder.database).size;
  expect(before).toBeGreaterThan(5_000_000);
  {
    using db = new Database(folder.database);
    expect(db.query("SELECT count(*) AS n FROM payload_rows").get()).toEqual({ n: 0 });
  }
  {
    await using store = await openSqliteStore({ path: folder.database });
    await store.prune({ ...nothing, messages: start, maxRows: 500 });
    await store.prune({ ...nothing, messages: start, maxRows: 1000 });
  }
  expect(before - statSync(folder.database).size).toBeGreaterThan(4_000_000);
});

test("a child process that outlives the store does not keep it locked", async () => {
  using folder = makeFolder();
  const store = await openSqliteStore({ path: folder.database });
  using child = startChild("waiter.ts", []);
  expect(await nextLine(child)).toBe("waiting");
  await store[Symbol.asyncDispose]();
  await using _again = await openSqliteStore({ path: folder.database });
});
