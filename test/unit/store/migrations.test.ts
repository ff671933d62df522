import { Database } from "bun:sqlite";
import { describe, expect, test } from "bun:test";

import { migrate } from "../../../src/store/sqlite/migrations.ts";
import { migrationSteps } from "../../../src/store/sqlite/schema.ts";

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
