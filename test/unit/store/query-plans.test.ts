/**
 * No statement of the store looks at every row of a table that grows: what SQLite says it would do, for each of them.
 */
import type { Database } from "bun:sqlite";
import { expect, test } from "bun:test";

import { BroughtMessages } from "../../../src/store/sqlite/brought-messages.ts";
import { SqliteBroadcasts } from "../../../src/store/sqlite/broadcasts.ts";
import { SqliteClaims } from "../../../src/store/sqlite/claims.ts";
import { SqliteClients } from "../../../src/store/sqlite/clients.ts";
import { SqliteContacts } from "../../../src/store/sqlite/contacts.ts";
import { openDatabase } from "../../../src/store/sqlite/database.ts";
import { SqliteFiles } from "../../../src/store/sqlite/files.ts";
import { MessageWriter } from "../../../src/store/sqlite/message-writer.ts";
import { SqliteMessages } from "../../../src/store/sqlite/messages.ts";
import { SqlitePending } from "../../../src/store/sqlite/pending.ts";
import { SqlitePruning } from "../../../src/store/sqlite/prune.ts";
import { SqliteReports } from "../../../src/store/sqlite/reports.ts";
import { SqliteResourceUsage } from "../../../src/store/sqlite/resource-usage.ts";
import { Session, type Query } from "../../../src/store/sqlite/session.ts";
import { Tallies } from "../../../src/store/sqlite/tallies.ts";
import { makeFolder } from "./support.ts";

/** Prepares as a session does, and keeps the text. */
class RecordingSession extends Session {
  readonly texts: string[] = [];

  override prepare<Row>(sql: string): Query<Row> {
    // Called by the base class's constructor, before this class's fields exist.
    (this.texts as string[] | undefined)?.push(sql);
    return super.prepare(sql);
  }
}

/** All of few rows: the files of a listing, the broadcasts that are live, the allocations that servers hold. */
const allowed = [
  /^SCAN file_rows/,
  /^SCAN broadcast_rows USING INDEX live_broadcasts/,
  /^SCAN allocation_rows/,
  /^SCAN json_each/,
  // Tallies: some dozens a day. Clients: the overview counts all of them.
  /^SCAN tally_rows/,
  /^SCAN client_rows$/,
  // What was found in an index, looked at row by row.
  /^SCAN f$/,
];

function plansOf(db: Database, sql: string): string[] {
  return db
    .query<{ detail: string }, []>(`EXPLAIN QUERY PLAN ${sql}`)
    .all()
    .map(({ detail }) => detail);
}

test("every statement goes through an index", () => {
  using folder = makeFolder();
  const db = openDatabase({ path: folder.database, exclusive: false });
  const session = new RecordingSession(db, undefined);
  const tallies = new Tallies(session);
  const brought = new BroughtMessages(session);
  const writer = new MessageWriter(session, tallies, brought);
  const parts = [
    new SqliteClients(session),
    new SqliteContacts(session),
    new SqliteMessages(session, writer),
    new SqliteClaims(session),
    new SqlitePending(session, tallies),
    new SqliteBroadcasts(session, writer),
    new SqliteFiles(session),
    new SqliteResourceUsage(session),
    new SqlitePruning(session, brought),
    new SqliteReports(session),
  ];
  expect(session.texts.length).toBeGreaterThan(parts.length * 3);
  const bad: string[] = [];
  for (const sql of session.texts) {
    if (sql.startsWith("PRAGMA")) continue;
    const plans = plansOf(db, sql);
    const scans = plans.filter(
      (plan) => plan.startsWith("SCAN") && !allowed.some((pattern) => pattern.test(plan)),
    );
    if (scans.length > 0) bad.push(`${scans.join(", ")}: ${sql}`);
  }
  expect(bad).toEqual([]);
  session.close();
});

test("claims read the front of each queue without sorting it", () => {
  using folder = makeFolder();
  const db = openDatabase({ path: folder.database, exclusive: false });
  const session = new RecordingSession(db, undefined);
  new SqliteClaims(session);
  const queues = session.texts.filter((sql) => sql.includes("INDEXED BY"));
  expect(queues.length).toBe(6);
  for (const sql of queues) {
    expect(plansOf(db, sql)).toEqual([
      expect.stringMatching(/^SEARCH message_rows USING COVERING INDEX pending_for/),
    ]);
  }
  session.close();
});
