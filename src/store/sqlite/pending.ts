/**
 * What an administrator sees and does of the messages that wait for clients.
 */
import type { ClientId } from "../../core/ids.ts";
import type { IdentifiedMessage, MessageResult } from "../../core/message.ts";
import { stateOf } from "../counted-names.ts";
import { checkCount, checkTimestamp } from "../checks.ts";
import type { PendingQuery } from "../store.ts";
import {
  messageColumns,
  messageOf,
  messageTables,
  resultValues,
  type MessageRow,
} from "./message-rows.ts";
import type { Query, Session } from "./session.ts";
import type { Tallies, TallyRow } from "./tallies.ts";

/** SQLite's "no limit". */
const unlimited = -1;

export class SqlitePending {
  readonly #session: Session;
  readonly #tallies: Tallies;
  readonly #list: Query<MessageRow>;
  readonly #listWithoutData: Query<MessageRow>;
  readonly #count: Query<{ count: number }>;
  readonly #counts: Query<{ tally: TallyRow; count: number }>;
  readonly #deletePayloads: Query<unknown>;
  readonly #setResults: Query<unknown>;

  constructor(session: Session, tallies: Tallies) {
    this.#session = session;
    this.#tallies = tallies;
    const pendingOf = "client IN (SELECT value FROM json_each(?)) AND due_time IS NOT NULL";
    // The page is cut from the index before any row is read.
    const list = (value: string) =>
      `SELECT ${messageColumns}, ${value} AS value FROM ${messageTables} WHERE m.message IN
         (SELECT message FROM message_rows WHERE ${pendingOf} ORDER BY message LIMIT ? OFFSET ?)
       ORDER BY m.message`;
    this.#list = session.prepare(list("p.value"));
    this.#listWithoutData = session.prepare(list("NULL"));
    this.#count = session.prepare(`SELECT count(*) AS count FROM message_rows WHERE ${pendingOf}`);
    const ofOne = "client = ? AND due_time IS NOT NULL";
    this.#counts = session.prepare(
      `SELECT tally, count(*) AS count FROM message_rows WHERE ${ofOne} GROUP BY tally`,
    );
    this.#deletePayloads = session.prepare(
      `DELETE FROM payload_rows WHERE message IN (SELECT message FROM message_rows WHERE ${ofOne})`,
    );
    this.#setResults = session.prepare(
      `UPDATE message_rows SET failed = ?, failed_reason = ?, processed_seconds = ?, processed_nanos = ?, due_time = NULL
       WHERE ${ofOne}`,
    );
  }

  pending({ clientIds, offset, limit, wantData }: PendingQuery): Promise<IdentifiedMessage[]> {
    return this.#session.read("list pending messages", () => {
      checkCount("the offset", offset);
      if (limit !== undefined) checkCount("the limit", limit);
      const list = wantData ? this.#list : this.#listWithoutData;
      return list.all(this.#clientsJson(clientIds), limit ?? unlimited, offset).map(messageOf);
    });
  }

  countPending(clientIds: readonly ClientId[]): Promise<number> {
    return this.#session.read(
      "count pending messages",
      () => this.#count.get(this.#clientsJson(clientIds))?.count ?? 0,
    );
  }

  async deletePending(clientIds: readonly ClientId[], result: MessageResult): Promise<number> {
    checkTimestamp("a processed time", result.processedTime);
    return this.#session.write("delete pending messages", () => {
      let count = 0;
      for (const client of this.#clientRows(clientIds)) {
        for (const { tally, count: moved } of this.#counts.all(client))
          this.#tallies.moved(tally, "pending", stateOf(result), moved);
        this.#deletePayloads.run(client);
        count += this.#setResults.run(...resultValues(result), client).changes;
      }
      return count;
    });
  }

  #clientRows(clientIds: readonly ClientId[]): number[] {
    return clientIds
      .map((clientId) => this.#session.clientRow(clientId))
      .filter((client) => client !== undefined);
  }

  #clientsJson(clientIds: readonly ClientId[]): string {
    return JSON.stringify(this.#clientRows(clientIds));
  }
}
