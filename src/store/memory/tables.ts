/**
 * What the memory store is made of: Maps that remember how to take back what a failing call has done.
 */
import { FleetError, toFleetError } from "../../core/errors.ts";

type Undo = () => void;

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
  #closed = false;

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
