import { Database } from "bun:sqlite";
import { describe, expect, test } from "bun:test";

import { ensurePrivateFile } from "../../../src/platform/private-file.ts";
import { maxCountedTypes, otherName, type MessageCount } from "../../../src/store/reports.ts";
import { migrate } from "../../../src/store/sqlite/migrations.ts";
import { openSqliteStore } from "../../../src/store/sqlite/store.ts";
import { migrationSteps } from "../../../src/store/sqlite/schema.ts";
import { makeFolder } from "./support.ts";

/** Two clients, one of them with two contacts; messages around midnight, and too many types. */
function fillOldDatabase(db: Database): void {
  db.run(
    "INSERT INTO client_rows (client, client_id, public_key, last_contact_time) VALUES (1, x'01', x'', 90), (2, x'02', x'', 70)".replaceAll(
      /x'0(.)'/g,
      "x'000000000000000$1'",
    ),
  );
  db.run(`INSERT INTO contact_rows (contact, client, time, sent_nonce, received_nonce, address, server, reoffer, ended_time)
    VALUES (1, 1, 5, x'00', x'00', '', '', 0, 6), (2, 1, 90, x'00', x'00', '', '', 0, 91)`);
  const insert = db.prepare(
    `INSERT INTO message_rows (message_id, source_client_id, source_service, source_message_id, client, service,
       message_type, creation_seconds, creation_nanos, contact, failed, due_time)
     VALUES (?, x'0000000000000001', 'Source', x'', ?, 'Main', ?, ?, 0, ?, ?, ?)`,
  );
  let id = 0;
  const message = (
    type: string,
    seconds: number,
    failed: number | null,
    client: number | null = null,
  ) =>
    insert.run(
      Buffer.alloc(32, ++id % 256).fill(id >> 8, 16),
      client,
      type,
      seconds,
      client === null ? 1 : null,
      failed,
      failed === null ? 1 : null,
    );
  message("Test", -1, 0);
  message("Test", 0, 0);
  message("Test", 86_399, 0);
  message("Test", 86_399, 1);
  message("Test", 86_399, null, 2);
  for (let n = 1; n <= maxCountedTypes + 9; n++) message(`made up ${n}`, 1000, 1);
  insert.finalize();
}

/** To the server, where it does not say otherwise. */
function countOf(fields: Partial<MessageCount>): MessageCount {
  const figures = { stored: 0, processed: 0, failed: 0, pending: 0 };
  return {
    day: 0,
    direction: "to_server",
    serviceName: "Main",
    messageType: "Test",
    ...figures,
    ...fields,
  };
}

const version = (db: Database) => db.query("PRAGMA user_version").get();

describe("migrations", () => {
  test("bring an older database forward and keep what is in it", () => {
    using db = new Database(":memory:");
    migrate(db);
    db.run(
      "INSERT INTO file_rows (service_name, file_name, modified_time, data) VALUES ('s', 'f', 1, x'00')",
    );
    const next = "ALTER TABLE file_rows ADD COLUMN note TEXT NOT NULL DEFAULT 'none'";
    migrate(db, [...migrationSteps, next]);
    expect(db.query("SELECT note FROM file_rows").get()).toEqual({ note: "none" });
    expect(version(db)).toEqual({ user_version: migrationSteps.length + 1 });
  });

  test("count the messages that an older database holds, and say when its clients came", async () => {
    using folder = makeFolder();
    {
      ensurePrivateFile(folder.database, "database");
      using db = new Database(folder.database);
      migrate(db, migrationSteps.slice(0, 1));
      fillOldDatabase(db);
    }
    await using store = await openSqliteStore({ path: folder.database });
    const { reports } = store;
    const counts = await reports.counts({ by: ["day", "direction", "service", "type"] });
    expect(counts.filter(({ messageType }) => !(messageType ?? "").startsWith("made up"))).toEqual([
      countOf({ day: -1, serviceName: "Main", messageType: "Test", stored: 1, processed: 1 }),
      countOf({
        day: 0,
        direction: "to_client",
        serviceName: "Main",
        messageType: "Test",
        stored: 1,
        pending: 1,
      }),
      countOf({ day: 0, serviceName: "Main", messageType: otherName, stored: 10, failed: 10 }),
      countOf({
        day: 0,
        serviceName: "Main",
        messageType: "Test",
        stored: 3,
        processed: 2,
        failed: 1,
      }),
    ]);
    expect(
      counts.filter(({ messageType }) => (messageType ?? "").startsWith("made up")),
    ).toHaveLength(maxCountedTypes - 1);
    const { messages } = await reports.listMessages({ messageType: "Test", limit: 9 });
    expect(messages.map(({ state }) => state)).toEqual([
      ...["pending", "failed", "processed", "processed", "processed"],
    ] as (typeof messages)[number]["state"][]);
    const hidden = await reports.listMessages({
      messageType: `made up ${maxCountedTypes + 9}`,
      limit: 9,
    });
    expect(hidden.messages).toHaveLength(1);
    const clients = await reports.searchClients({
      onlineSince: 0,
      sort: "client_id",
      descending: false,
      limit: 9,
    });
    expect(clients.clients.map(({ addedTime }) => addedTime)).toEqual([5, 70]);
    // A contact that messages name stays, though it is old; without them it goes.
    const old = {
      resourceUsage: undefined,
      broadcasts: undefined,
      messages: undefined,
      contacts: 1000,
      maxRows: 9,
    };
    expect((await store.prune(old)).contacts).toBe(1);
    expect((await store.prune({ ...old, messages: 86_400e6 * 3 })).messages).toBe(9);
  });

  test("are done once", () => {
    using db = new Database(":memory:");
    migrate(db);
    const changes = db.query(
      "SELECT total_changes() AS n, (SELECT count(*) FROM sqlite_schema) AS tables",
    );
    const before = changes.get();
    migrate(db);
    expect(changes.get()).toEqual(before);
  });

  test("leave the version before a step that fails half-way", () => {
    using db = new Database(":memory:");
    const broken = "CREATE TABLE half (a); CREATE TABLE half (a);";
    expect(() => migrate(db, [...migrationSteps, broken])).toThrow("already exists");
    expect(version(db)).toEqual({ user_version: migrationSteps.length });
    expect(db.query("SELECT 1 FROM sqlite_schema WHERE name = 'half'").all()).toEqual([]);
  });

  test("make a changed view anew", () => {
    using db = new Database(":memory:");
    migrate(db);
    db.run("DROP VIEW files");
    db.run("CREATE VIEW files AS SELECT 1 AS old");
    migrate(db);
    expect(db.query("SELECT * FROM files").columnNames).toContain("modified_time");
  });
});
