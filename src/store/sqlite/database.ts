/**
 * Opens the database file: private, durable, of a version that this program knows.
 */
import { Database } from "bun:sqlite";

import { FleetError } from "../../core/errors.ts";
import { ensurePrivateFile } from "../../platform/private-file.ts";
import { storeError } from "./errors.ts";
import { checkVersion, migrate } from "./migrations.ts";
import { applicationId } from "./schema.ts";

export interface DatabaseOptions {
  /** Its folder exists. Created with mode 0600, which SQLite gives to its -wal and -shm files too. */
  readonly path: string;
  /** Keeps every other process out by SQLite's own lock: for systems without flock. */
  readonly exclusive: boolean;
}

/**
 * - A database of a newer version is left untouched: conflict.
 * - One of another program, or no database: invalid_data.
 */
export function openDatabase({ path, exclusive }: DatabaseOptions): Database {
  ensurePrivateFile(path, "database");
  let db: Database | undefined;
  try {
    db = new Database(path, { readwrite: true, create: false, strict: true });
    db.run("PRAGMA busy_timeout = 0");
    if (exclusive) db.run("PRAGMA locking_mode = EXCLUSIVE");
    checkOwner(db, path);
    checkVersion(db, path);
    configure(db);
    migrate(db);
    return db;
  } catch (thrown) {
    db?.close();
    throw storeError(`open the database "${path}"`, thrown);
  }
}

/** Before anything is written: whose file this is. */
function checkOwner(db: Database, path: string): void {
  const owner = numberOf(db, "PRAGMA application_id");
  const tables = numberOf(db, "SELECT count(*) FROM sqlite_schema");
  if (owner === applicationId || (owner === 0 && tables === 0)) return;
  throw new FleetError(
    "invalid_data",
    `cannot open the database "${path}": it belongs to another program`,
    {
      hint: "Name another file; a missing one is created.",
    },
  );
}

function configure(db: Database): void {
  // Without it a database never gets smaller: whatever one bad week stored stays allocated, and only a VACUUM of the whole
  // file, with as much again free, would help. It must be chosen before the first table. No cost shows in
  // benchmarks/store.ts; prune() gives pages back in small steps.
  db.run("PRAGMA auto_vacuum = INCREMENTAL");
  db.run("PRAGMA journal_mode = WAL");
  // NORMAL would lose acknowledged commits when the power fails.
  db.run("PRAGMA synchronous = FULL");
  db.run("PRAGMA foreign_keys = ON");
  // Pages. Ids are random, so a checkpoint writes nearly every page of the messages' index: with the default of 1000 it
  // comes so often that ingest is a quarter slower. Longer logs gain nothing more.
  db.run("PRAGMA wal_autocheckpoint = 4000");
  // KiB: the upper levels of the indexes on random ids stay in memory, well below the server's limit.
  db.run("PRAGMA cache_size = -16000");
  db.run("PRAGMA temp_store = MEMORY");
}

function numberOf(db: Database, sql: string): number {
  const statement = db.prepare<Record<string, number>, []>(sql);
  try {
    return Object.values(statement.get() ?? {})[0] ?? 0;
  } finally {
    statement.finalize();
  }
}
