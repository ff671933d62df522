/**
 * What the memory store is made of: Maps that remember how to take back what a failing call has done.
 */
import type { NewAuditEntry } from "../../core/audit.ts";
import { FleetError, toFleetError } from "../../core/errors.ts";
import { AuditScopes } from "../audit-scopes.ts";

type Undo = () => void;

/** Adds an entry to the audit log. */
type WriteEntry = (entry: NewAuditEntry, failure: string | undefined) => void;

/** A Map of rows. Rows are replaced, never changed. Changes happen inside `MemoryTransactions.run` only. */
export class Table<Key, Row> {
  readonly #rows = new Map<Key, Row>();
  readonly #undo: Undo[];

  constructor(transactions: MemoryTransactions) {
    this.#undo = transactions.undo;
  }

  get(key: Key): Row | undefined {
    return this.#rows.get(key);
  }

  has(key: Key): boolean {
    return this.#rows.has(key);
  }

  entries(): [Key, Row][] {
    return [...this.#rows];
  }

  rows(): Row[] {
    return [...this.#rows.values()];
  }

  set(key: Key, row: Row): void {
    this.#remember(key);
    this.#rows.set(key, row);
  }

  delete(key: Key): boolean {
    this.#remember(key);
    return this.#rows.delete(key);
  }

  #remember(key: Key): void {
    const before = this.#rows.get(key);
    this.#undo.push(() => {
      if (before === undefined) this.#rows.delete(key);
      else this.#rows.set(key, before);
    });
  }
}

export class MemoryTransactions {
  readonly undo: Undo[] = [];
  readonly audits = new AuditScopes();
  #writeEntry: WriteEntry | undefined;
  #closed = false;

  /** Who writes entries for `change`. */
  auditWith(writeEntry: WriteEntry): void {
    this.#writeEntry = writeEntry;
  }

  /** As run, for what changes something: it takes the entry of the audit log that waits for it (audit-scopes.ts). */
  async change<T>(action: string, body: () => T): Promise<T> {
    const waiting = this.audits.take();
    if (!waiting) return this.run(action, body);
    return this.run(action, () => {
      const value = body();
      const failure = waiting.judge?.(value);
      this.#writeEntry?.(waiting.entry, failure);
      waiting.written = failure === undefined ? "done" : "failed";
      return value;
    });
  }

  /** Runs a call: all of it or, if it throws, nothing. @param action as in "cannot <action>". */
  async run<T>(action: string, body: () => T): Promise<T> {
    if (this.#closed) throw new FleetError("unavailable", `cannot ${action}: the store is closed`);
    this.undo.length = 0;
    try {
      return body();
    } catch (thrown) {
      for (const undo of this.undo.reverse()) undo();
      throw toFleetError(thrown);
    }
  }

  close(): void {
    this.#closed = true;
  }
}
