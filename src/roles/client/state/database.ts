/**
 * The client's database: one SQLite file beside the state file, one process, one writer.
 *
 * Everything that is written in one turn of the event loop is one transaction; a promise of `write` is kept after its
 * commit. Tables: schema.ts; who uses them: outbox.ts, seen-messages.ts, memory.ts.
 */
import { Database, type SQLQueryBindings, type Statement } from "bun:sqlite";

import { FleetError, describeThrown } from "../../../core/errors.ts";
import { lockFile } from "../../../platform/file-lock.ts";
import type { ClientPaths } from "./paths.ts";
import { ensurePrivateFile } from "../../../platform/private-file.ts";
import { applicationId, migrations } from "./schema.ts";

/** NORMAL outlives the process, and all but the last moments before a loss of power; OFF only the process. */
export type Durability = "NORMAL" | "OFF";

interface PendingWrite {
  readonly work: () => void;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

export class ClientDatabase implements AsyncDisposable {
  readonly #database: Database;
  readonly #lock: Disposable;
  readonly #statements = new Map<string, Statement<unknown, SQLQueryBindings[]>>();
  #pending: PendingWrite[] = [];
  #closed = false;

  private constructor(database: Database, lock: Disposable) {
    this.#database = database;
    this.#lock = lock;
  }

  /**
   * @throws conflict when another client uses it or a newer version made it.
   * @throws configuration when it cannot be opened, or is no such database.
   */
  static open(paths: ClientPaths, durability: Durability): ClientDatabase {
    const lock = lockFile(paths.lock);
    let database: Database | undefined;
    try {
      ensurePrivateFile(paths.database, "client database");
      database = new Database(paths.database, { readwrite: true, create: true, strict: true });
      prepare(database, paths.database, durability);
      return new ClientDatabase(database, lock);
    } catch (thrown) {
      database?.close();
      lock[Symbol.dispose]();
      throw thrown instanceof FleetError ? thrown : unusable(paths.database, thrown);
    }
  }

  /** A prepared statement, the same for the same text. */
  sql<Row>(text: string): Statement<Row, SQLQueryBindings[]> {
    let statement = this.#statements.get(text);
    if (!statement) {
      statement = this.#database.prepare<unknown, SQLQueryBindings[]>(text);
      this.#statements.set(text, statement);
    }
    return statement as Statement<Row, SQLQueryBindings[]>;
  }

  /**
   * Runs the work in the transaction of this turn, in the order of the calls; resolves once it is committed.
   * The work is synchronous and may run a second time, when another work of its turn threw.
   * @throws resource_exhausted when the disk is full, unavailable when it fails or the database is closed; else what
   * the work threw.
   */
  write(work: () => void): Promise<void> {
    if (this.#closed)
      return Promise.reject(new FleetError("unavailable", "the client database is closed"));
    return new Promise((resolve, reject) => {
      if (this.#pending.length === 0) setImmediate(() => this.#commit());
      this.#pending.push({ work, resolve, reject });
    });
  }

  /** Gives pages that are no longer used back to the file system. */
  shrink(): void {
    this.#database.run("PRAGMA incremental_vacuum");
  }

  /** Commits what is waiting, closes the file and gives up the lock. */
  [Symbol.asyncDispose](): Promise<void> {
    if (this.#closed) return Promise.resolve();
    this.#commit();
    this.#closed = true;
    for (const statement of this.#statements.values()) statement.finalize();
    this.#database.close();
    this.#lock[Symbol.dispose]();
    return Promise.resolve();
  }

  #commit(): void {
    const writes = this.#pending;
    this.#pending = [];
    if (writes.length === 0) return;
    if (writes.length > 1 && this.#transaction(writes) === undefined) {
      for (const write of writes) write.resolve();
      return;
    }
    for (const write of writes) {
      const failure = this.#transaction([write]);
      if (failure === undefined) write.resolve();
      else write.reject(failure);
    }
  }

  /** All or none; what went wrong, if something did. */
  #transaction(writes: readonly PendingWrite[]): unknown {
    try {
      this.#database.run("BEGIN IMMEDIATE");
      for (const { work } of writes) work();
      this.#database.run("COMMIT");
      return undefined;
    } catch (thrown) {
      if (this.#database.inTransaction) this.#database.run("ROLLBACK");
      return writeFailure(thrown);
    }
  }
}

function prepare(database: Database, path: string, durability: Durability): void {
  // Before the first table; an outbox that was once full would keep its size for ever.
  database.run("PRAGMA auto_vacuum = INCREMENTAL");
  database.run("PRAGMA journal_mode = WAL");
  database.run(`PRAGMA synchronous = ${durability}`);
  database.run("PRAGMA busy_timeout = 2000");
  database.run("PRAGMA journal_size_limit = 1048576");
  database.run("PRAGMA cache_size = -512");
  checkOwner(database, path);
  migrate(database, path);
}

function checkOwner(database: Database, path: string): void {
  const id = numberOf(database, "PRAGMA application_id");
  const tables = numberOf(database, "SELECT count(*) FROM sqlite_schema");
  if (id === applicationId || (id === 0 && tables === 0)) return;
  throw new FleetError("configuration", `"${path}" is a database of another program`, {
    hint: "Give the client another state file, or move that database away.",
  });
}

function migrate(database: Database, path: string): void {
  const version = numberOf(database, "PRAGMA user_version");
  if (version > migrations.length) {
    throw new FleetError(
      "conflict",
      `"${path}" was made by a newer fleet: version ${version}, this one knows up to ${migrations.length}`,
      { hint: "Start the newer fleet again; what lies in the outbox is readable only to it." },
    );
  }
  migrations.slice(version).forEach((step, index) => {
    database.transaction(() => {
      database.run(step);
      database.run(`PRAGMA application_id = ${applicationId}`);
      database.run(`PRAGMA user_version = ${version + index + 1}`);
    })();
  });
}

function numberOf(database: Database, query: string): number {
  const [row] = database.query(query).values();
  const value = row?.[0];
  return typeof value === "number" ? value : 0;
}

function unusable(path: string, thrown: unknown): FleetError {
  return new FleetError(
    "configuration",
    `client database "${path}" cannot be used: ${describeThrown(thrown)}`,
    {
      hint: "Move it away; the identity stays, only messages that were not sent yet are lost.",
      cause: thrown,
    },
  );
}

function writeFailure(thrown: unknown): unknown {
  const code = thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";
  if (!code.startsWith("SQLITE_")) return thrown;
  const full = code.startsWith("SQLITE_FULL");
  return new FleetError(
    full ? "resource_exhausted" : "unavailable",
    `the client database cannot be written: ${describeThrown(thrown)}`,
    { hint: "Make room on the disk, and check that it works.", cause: thrown },
  );
}
