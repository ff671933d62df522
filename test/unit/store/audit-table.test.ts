import { Database } from "bun:sqlite";
import { afterEach, beforeEach, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { NewAuditEntry } from "../../../src/core/audit.ts";
import { openSqliteStore } from "../../../src/store/sqlite/store.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fleet-audit-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const entry: NewAuditEntry = {
  ...{ time: 1, door: "socket", who: "", from: "here", action: "StoreFile", what: "a file" },
};

async function withEntries(): Promise<Database> {
  const path = join(folder, "store.sqlite");
  const store = await openSqliteStore({ path });
  await store.audit.append(entry);
  await store.audit.append(entry);
  await store[Symbol.asyncDispose]();
  return new Database(path, { readwrite: true });
}

const columns = "seq, time, door, who, origin, action, what, failed, reason, hash";
const copyAs = (seq: string, verb = "INSERT") =>
  `${verb} INTO audit_rows (${columns}) SELECT ${seq}, time, door, who, origin, action, 'x', failed, reason, hash
   FROM audit_rows WHERE seq = 1`;

test.each([
  ["an update", "UPDATE audit_rows SET what = 'x'"],
  ["a deletion", "DELETE FROM audit_rows WHERE seq = 2"],
  ["a replacement", copyAs("2", "REPLACE")],
  ["a replacement on conflict", copyAs("2", "INSERT OR REPLACE")],
  ["a gap", copyAs("4")],
  ["a number chosen by SQLite", copyAs("NULL")],
])("the table of the audit log refuses %s", async (_name, sql) => {
  using db = await withEntries();
  const before = db.query("SELECT * FROM audit_rows").all();
  expect(() => db.run(sql)).toThrow("append-only");
  expect(db.query("SELECT * FROM audit_rows").all()).toEqual(before);
});

test("the view shows the log to people", async () => {
  using db = await withEntries();
  expect(db.query("SELECT seq, origin, action, outcome FROM audit_log").all()).toEqual([
    { seq: 1, origin: "here", action: "StoreFile", outcome: "done" },
    { seq: 2, origin: "here", action: "StoreFile", outcome: "done" },
  ]);
});
