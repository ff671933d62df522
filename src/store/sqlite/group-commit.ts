/**
 * Group commit: the calls that arrive in one turn of the event loop become one transaction, so that many callers pay for
 * one fsync. Each call stays isolated in a savepoint of its own, and none is answered before the commit has returned.
 *
 * It knows nothing of tables. It owns every transaction of its connection: nobody else may begin one.
 */
import type { Database, Statement } from "bun:sqlite";

import { FleetError } from "../../core/errors.ts";
import { storeError } from "./errors.ts";

/** What one transaction was, for metrics. */
export interface CommitInfo {
  readonly calls: number;
  readonly durationMs: number;
}

/** Keeps something in memory that belongs to the transaction, and learns what becomes of each call. */
export interface Participant {
  /** What the call did stays, if the transaction does. */
  callDone(): void;
  /** Nothing of what the call did is left. */
  callUndone(): void;
  /** May write. */
  beforeCommit(): void;
  /** Nothing of the transaction is left. */
  transactionUndone(): void;
}

interface Call {
  /** As in "cannot <action>". */
  readonly action: string;
  /** Synchronous, and touching nothing but the database: it may be undone. */
  readonly body: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: FleetError) => void;
  outcome: { readonly value: unknown } | { readonly error: FleetError } | undefined;
}

interface FailedCall extends Call {
  outcome: { readonly error: FleetError };
}

export class GroupCommit {
  readonly #db: Database;
  readonly #onCommit: ((info: CommitInfo) => void) | undefined;
  readonly #begin: Statement<unknown, []>;
  readonly #commit: Statement<unknown, []>;
  readonly #savepoint: Statement<unknown, []>;
  readonly #release: Statement<unknown, []>;
  readonly #participants: Participant[] = [];
  #queue: Call[] = [];

  constructor(db: Database, onCommit: ((info: CommitInfo) => void) | undefined) {
    this.#db = db;
    this.#onCommit = onCommit;
    this.#begin = db.prepare<unknown, []>("BEGIN IMMEDIATE");
    this.#commit = db.prepare<unknown, []>("COMMIT");
    this.#savepoint = db.prepare<unknown, []>("SAVEPOINT call");
    this.#release = db.prepare<unknown, []>("RELEASE call");
  }

  takePart(participant: Participant): void {
    this.#participants.push(participant);
  }

  /** Runs the body in this turn's transaction; resolves with its value once that is durable. */
  add<T>(action: string, body: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#queue.length === 0) setImmediate(() => this.flush());
      this.#queue.push({
        action,
        body,
        resolve: resolve as (value: unknown) => void,
        reject,
        outcome: undefined,
      });
    });
  }

  /** Runs what is queued and takes no more. */
  close(): void {
    this.flush();
    for (const statement of [this.#begin, this.#commit, this.#savepoint, this.#release])
      statement.finalize();
  }

  /** Runs what is queued at once. */
  flush(): void {
    const calls = this.#queue;
    if (calls.length === 0) return;
    this.#queue = [];
    const start = performance.now();
    try {
      this.#transaction(calls);
    } catch (thrown) {
      this.#abandon(calls, thrown);
    }
    for (const call of calls) settle(call);
    this.#onCommit?.({
      calls: calls.length,
      durationMs: performance.now() - start,
    });
  }

  #transaction(calls: readonly Call[]): void {
    this.#begin.run();
    const alone = calls.length === 1;
    for (const call of calls) {
      if (alone) run(call);
      else this.#runInSavepoint(call);
      for (const participant of this.#participants) {
        if (hasFailed(call)) participant.callUndone();
        else participant.callDone();
      }
    }
    const [first] = calls;
    if (alone && first && hasFailed(first)) return this.#rollback();
    for (const participant of this.#participants) participant.beforeCommit();
    this.#commit.run();
  }

  #runInSavepoint(call: Call): void {
    this.#savepoint.run();
    run(call);
    if (hasFailed(call)) {
      // A full disk or a failing one makes SQLite give up the whole transaction: nothing of this turn is left to keep.
      if (!this.#db.inTransaction) throw call.outcome.error;
      this.#db.run("ROLLBACK TO call");
    }
    this.#release.run();
  }

  /** The transaction failed as a whole: nothing of it happened, whatever its calls returned. */
  #abandon(calls: readonly Call[], thrown: unknown): void {
    for (const participant of this.#participants) participant.transactionUndone();
    for (const call of calls) {
      if (hasFailed(call)) continue;
      call.outcome = { error: storeError(call.action, causeOf(thrown)) };
    }
    try {
      this.#rollback();
    } catch {
      // Every caller is told already; where even this fails, the next BEGIN fails too and says why.
    }
  }

  #rollback(): void {
    if (this.#db.inTransaction) this.#db.run("ROLLBACK");
  }
}

function hasFailed(call: Call): call is FailedCall {
  return call.outcome !== undefined && "error" in call.outcome;
}

function run(call: Call): void {
  try {
    call.outcome = { value: call.body() };
  } catch (thrown) {
    call.outcome = { error: storeError(call.action, thrown) };
  }
}

function settle(call: Call): void {
  if (call.outcome === undefined)
    call.reject(new FleetError("internal", `${call.action}: the call was never run`));
  else if ("error" in call.outcome) call.reject(call.outcome.error);
  else call.resolve(call.outcome.value);
}

/** The error below a FleetError, so that each call gets one that names its own action. */
function causeOf(thrown: unknown): unknown {
  return thrown instanceof FleetError && thrown.cause !== undefined ? thrown.cause : thrown;
}
