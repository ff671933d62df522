import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";

import { openSqliteStore } from "../../../src/store/sqlite/store.ts";
import { messageId } from "../../conformance/fixtures.ts";
import { makeFolder, nextLine, startChild } from "./support.ts";

test("what was acknowledged survives kill -9 in the middle of writing, and batches are whole", async () => {
  using folder = makeFolder();
  const acknowledged: number[] = [];
  for (let round = 0; round < 3; round++) {
    using child = startChild("writer.ts", [folder.database]);
    while (acknowledged.length < (round + 1) * 200)
      acknowledged.push(Number(await nextLine(child)));
    await child.kill();
    for await (const line of child.lines) acknowledged.push(Number(line));

    await using store = await openSqliteStore({ path: folder.database });
    const last = Math.max(...acknowledged);
    const ids = Array.from({ length: (last + 20) * 10 }, (_, n) => messageId(n));
    const found = await store.messages.get(ids);
    for (const batch of acknowledged) {
      for (let n = batch * 10; n < batch * 10 + 10; n++) expect(found.has(messageId(n))).toBe(true);
    }
    expect(found.size % 10).toBe(0);
  }
}, 60_000);

test("a second process is locked out, told by whom, and let in when the first was killed", async () => {
  using folder = makeFolder();
  using first = startChild("opener.ts", [folder.database]);
  expect(JSON.parse(await nextLine(first))).toEqual({ code: "opened" });
  using second = startChild("opener.ts", [folder.database]);
  expect(JSON.parse(await nextLine(second))).toEqual({
    code: "conflict",
    message: `cannot lock "${folder.database}.lock": process ${first.pid} holds it`,
    hint: "End that process first, or let this one keep its data elsewhere.",
  });
  await first.kill();
  await using store = await openSqliteStore({ path: folder.database });
  expect(await store.files.list(undefined)).toEqual([]);
  expect(readFileSync(`${folder.database}.lock`, "utf8")).toBe(`${process.pid}\n`);
}, 30_000);
