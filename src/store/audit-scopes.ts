/**
 * How an entry of the audit log finds the write that it is about: the entry waits beside the change under way, and the
 * first write made on behalf of that change takes it into its transaction. One for each store.
 */
import { AsyncLocalStorage } from "node:async_hooks";

import { type AuditOutcome, type NewAuditEntry } from "../core/audit.ts";
import { describeThrown } from "../core/errors.ts";
import type { JudgeChange } from "./access.ts";

export interface WaitingEntry {
  readonly entry: NewAuditEntry;
  readonly judge: JudgeChange | undefined;
  /** A write has it in its transaction, or the change is over. */
  isTaken: boolean;
  /** What is durable. */
  written: AuditOutcome | undefined;
}

/** Writes an entry by itself. */
type Append = (entry: NewAuditEntry, failure: string | undefined) => Promise<unknown>;

export class AuditScopes {
  readonly #underWay = new AsyncLocalStorage<WaitingEntry>();

  /** The entry that the write about to be made is to carry; each is given once. */
  take(): WaitingEntry | undefined {
    const waiting = this.#underWay.getStore();
    if (waiting === undefined || waiting.isTaken) return undefined;
    waiting.isTaken = true;
    return waiting;
  }

  /** As AuditStore.record. */
  async record<T>(
    entry: NewAuditEntry,
    change: () => Promise<T>,
    judge: JudgeChange | undefined,
    append: Append,
  ): Promise<T> {
    const waiting: WaitingEntry = { entry, judge, isTaken: false, written: undefined };
    let returned: T;
    try {
      returned = await this.#underWay.run(waiting, change);
    } catch (thrown) {
      waiting.isTaken = true;
      if (waiting.written !== "failed") await appendFailure(append, entry, thrown);
      throw thrown;
    }
    waiting.isTaken = true;
    if (waiting.written === undefined) await append(entry, undefined);
    return returned;
  }
}

/** A store that cannot write it could not make the change either: the caller hears of that. */
async function appendFailure(append: Append, entry: NewAuditEntry, thrown: unknown): Promise<void> {
  try {
    await append(entry, describeThrown(thrown));
  } catch {
    // The first error says more.
  }
}
