/**
 * One open database as the store's parts use it: statements, reads at once, writes through the group commit.
 */
import type { Database, SQLQueryBindings, Statement } from "bun:sqlite";
import { statSync } from "node:fs";

import { FleetError } from "../../core/errors.ts";
import { hexToBytes, type ClientId } from "../../core/ids.ts";
import type { NewAuditEntry } from "../../core/audit.ts";
import { AuditScopes, type WaitingEntry } from "../audit-scopes.ts";
import { storeError } from "./errors.ts";
import { GroupCommit, type CommitInfo, type Participant } from "./group-commit.ts";

export type Query<Row> = Statement<Row, SQLQueryBindings[]>;

/** Adds an entry to the audit log, inside a write. */
type WriteEntry = (entry: NewAuditEntry, failure: string | undefined) => void;

export class Session {
  readonly audits = new AuditScopes();
  readonly #db: Database;
  readonly #writes: GroupCommit;
  readonly #statements: Statement[] = [];
  readonly #clientById: Query<{ client: number }>;
  readonly #freePages: Query<{ freelist_count: number }>;
  readonly #pages: Query<{ page_count: number }>;
  #writeEntry: WriteEntry | undefined;
  readonly #version: Query<{ user_version: number }>;
  #closed = false;

  constructor(db: Database, onCommit: ((info: CommitInfo) => void) | undefined) {
    this.#db = db;
    this.#writes = new GroupCommit(db, onCommit);
    this.#clientById = this.prepare("SELECT client FROM client_rows WHERE client_id = ?");
    this.#freePages = this.prepare("PRAGMA freelist_count");
    this.#version = this.prepare("PRAGMA user_version");
    this.#pages = this.prepare("PRAGMA page_count");
  }

  /** Compiled once, freed at close. */
  prepare<Row>(sql: string): Query<Row> {
    const statement = this.#db.prepare<Row, SQLQueryBindings[]>(sql);
    this.#statements.push(statement);
    return statement;
  }

  /** As prepare, with every integer of a row as bigint: for columns that may pass 2^53. */
  prepareWide<Row>(sql: string): Query<Row> {
    return this.prepare<Row>(sql).safeIntegers(true);
  }

  /** All rows of a statement whose text is put together for this one call. */
  once<Row>(sql: string, values: readonly SQLQueryBindings[]): Row[] {
    using statement = this.#db.prepare<Row, SQLQueryBindings[]>(sql);
    return statement.all(...values);
  }

  /** The database file and its log. */
  bytesOnDisk(): number {
    const bytesOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    return bytesOf(this.#db.filename) + bytesOf(`${this.#db.filename}-wal`);
  }

  /** @param action as in "cannot <action>". */
  async read<T>(action: string, body: () => T): Promise<T> {
    this.#checkOpen(action);
    try {
      return body();
    } catch (thrown) {
      throw storeError(action, thrown);
    }
  }

  /**
   * A change. It takes the entry of the audit log that waits for it into its transaction (audit-scopes.ts).
   * @param body synchronous; it runs later in this turn, so whatever the caller may change must have been copied before.
   */
  async write<T>(action: string, body: () => T): Promise<T> {
    this.#checkOpen(action);
    const waiting = this.audits.take();
    return waiting ? this.#writeAudited(action, body, waiting) : this.#writes.add(action, body);
  }

  /** As write, for what is no change of the fleet's: no entry waits for it. */
  async note<T>(action: string, body: () => T): Promise<T> {
    this.#checkOpen(action);
    return this.#writes.add(action, body);
  }

  /** Who writes entries for `write`. */
  auditWith(writeEntry: WriteEntry): void {
    this.#writeEntry = writeEntry;
  }

  /** Writes the database's first page again, as it is. */
  checkWritable(): Promise<void> {
    return this.note("write to the database", () => {
      const version = this.#version.get()?.user_version ?? 0;
      this.#db.run(`PRAGMA user_version = ${version}`);
    });
  }

  /** @param participant until the session is closed. */
  takePart(participant: Participant): void {
    this.#writes.takePart(participant);
  }

  /** A client's row number. Only inside a read or write. */
  clientRow(clientId: ClientId): number | undefined {
    return this.#clientById.get(hexToBytes(clientId))?.client;
  }

  /** @throws not_found */
  requireClientRow(clientId: ClientId, action: string): number {
    const client = this.clientRow(clientId);
    if (client !== undefined) return client;
    throw new FleetError("not_found", `cannot ${action}: there is no client "${clientId}"`, {
      hint: "List the clients that this database knows.",
    });
  }

  /** Gives free pages at the end of the file back to the system, when they are worth it. Only inside a write. */
  shrink(maxPages: number): void {
    const free = this.#freePages.get()?.freelist_count ?? 0;
    const total = this.#pages.get()?.page_count ?? 0;
    if (free > total / 4) this.#db.run(`PRAGMA incremental_vacuum(${maxPages})`);
  }

  /** Finishes what is queued, brings the log into the database file and closes it. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#writes.close();
    for (const statement of this.#statements) statement.finalize();
    try {
      this.#db.run("PRAGMA wal_checkpoint(TRUNCATE)");
    } finally {
      this.#db.close(true);
    }
  }

  async #writeAudited<T>(action: string, body: () => T, waiting: WaitingEntry): Promise<T> {
    const { entry, judge } = waiting;
    const { value, failure } = await this.#writes.add(action, () => {
      const made = body();
      const reason = judge?.(made);
      this.#writeEntry?.(entry, reason);
      return { value: made, failure: reason };
    });
    waiting.written = failure === undefined ? "done" : "failed";
    return value;
  }

  #checkOpen(action: string): void {
    if (!this.#closed) return;
    throw new FleetError("unavailable", `cannot ${action}: the store is closed`, {
      hint: "Start the server again.",
    });
  }
}
