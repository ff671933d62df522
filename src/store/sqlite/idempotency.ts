/** Writes that may be repeated, in SQLite. */
import { FleetError } from "../../core/errors.ts";
import type { Micros } from "../../core/time.ts";
import type { IdempotencyKey, IdempotencyRecord, IdempotencyStore } from "../access.ts";
import { checkAnswer, checkIdempotency } from "../checks-access.ts";
import { checkCount, checkMicros } from "../checks.ts";
import type { Query, Session } from "./session.ts";

interface IdempotencyRow {
  input_hash: Uint8Array;
  server: string;
  time: number;
  answer: string | null;
}

export class SqliteIdempotency implements IdempotencyStore {
  readonly #session: Session;
  readonly #get: Query<IdempotencyRow>;
  readonly #count: Query<{ count: number }>;
  readonly #insert: Query<unknown>;
  readonly #complete: Query<unknown>;
  readonly #forget: Query<unknown>;
  readonly #prune: Query<unknown>;

  constructor(session: Session) {
    this.#session = session;
    const named = "WHERE caller = ? AND operation = ? AND key = ?";
    this.#get = session.prepare(
      `SELECT input_hash, server, time, answer FROM idempotency_rows ${named}`,
    );
    this.#count = session.prepare(
      "SELECT count(*) AS count FROM idempotency_rows WHERE caller = ?",
    );
    this.#insert = session.prepare(
      "INSERT INTO idempotency_rows (caller, operation, key, input_hash, server, time) VALUES (?, ?, ?, ?, ?, ?)",
    );
    this.#complete = session.prepare(`UPDATE idempotency_rows SET answer = ? ${named}`);
    this.#forget = session.prepare(`DELETE FROM idempotency_rows ${named} AND answer IS NULL`);
    this.#prune = session.prepare(
      `DELETE FROM idempotency_rows WHERE write IN (
         SELECT write FROM idempotency_rows WHERE time < ? ORDER BY time LIMIT ?)`,
    );
  }

  async begin(
    key: IdempotencyKey,
    record: Omit<IdempotencyRecord, "answer">,
    maxRecords: number,
  ): Promise<IdempotencyRecord | undefined> {
    checkIdempotency(key, record);
    checkCount("maxRecords", maxRecords);
    const { inputHash, server, time } = record;
    const values = [...namesOf(key), inputHash.slice(), server, time] as const;
    return this.#session.note("begin a write", () => {
      const found = this.#get.get(...namesOf(key));
      if (found) return recordOf(found);
      if ((this.#count.get(key.caller)?.count ?? 0) >= maxRecords) throw tooMany(maxRecords);
      this.#insert.run(...values);
      return undefined;
    });
  }

  async complete(key: IdempotencyKey, answer: string): Promise<void> {
    checkAnswer(answer);
    await this.#session.note("keep an answer", () => {
      if (this.#complete.run(answer, ...namesOf(key)).changes > 0) return;
      throw new FleetError("not_found", `cannot keep an answer: nobody began "${key.key}"`);
    });
  }

  async forget(key: IdempotencyKey): Promise<void> {
    await this.#session.note("forget a write", () => void this.#forget.run(...namesOf(key)));
  }

  async prune(before: Micros, maxRows: number): Promise<number> {
    checkMicros("a retention time", before);
    checkCount("maxRows", maxRows);
    return this.#session.note("remove old answers", () => this.#prune.run(before, maxRows).changes);
  }
}

function namesOf({ caller, operation, key }: IdempotencyKey): [string, string, string] {
  return [caller, operation, key];
}

function recordOf({ input_hash, server, time, answer }: IdempotencyRow): IdempotencyRecord {
  return { inputHash: input_hash, server, time, answer: answer ?? undefined };
}

function tooMany(maxRecords: number): FleetError {
  return new FleetError(
    "resource_exhausted",
    `cannot begin a write: the answers of ${maxRecords} others of this caller are kept for their repetition`,
    { hint: "They are kept for a day. Send fewer writes with an Idempotency-Key." },
  );
}
