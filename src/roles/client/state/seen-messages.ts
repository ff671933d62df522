/**
 * Messages from the server that were dealt with: the last ones, kept durably, so that a repeat is answered again and
 * not processed again (ours.md 4).
 */
import { type MessageId, hexToBytes } from "../../../core/ids.ts";
import type { ClientDatabase } from "./database.ts";

export interface SeenMessage {
  /** What was reported of it; undefined: it was processed. */
  readonly error: string | undefined;
}

/** ours.md 4. */
export const keptSeenMessages = 10_000;

export class SeenMessages {
  readonly #database: ClientDatabase;
  readonly #kept: number;

  constructor(database: ClientDatabase, kept = keptSeenMessages) {
    this.#database = database;
    this.#kept = kept;
  }

  find(messageId: MessageId): SeenMessage | undefined {
    const row = this.#database
      .sql<{ error: string | null }>("SELECT error FROM seen WHERE message_id = ?")
      .get(hexToBytes(messageId));
    return row ? { error: row.error ?? undefined } : undefined;
  }

  /** Remembers a message and forgets the oldest one too many. Only inside of ClientDatabase.write. */
  mark(messageId: MessageId, error: string | undefined): void {
    const { lastInsertRowid } = this.#database
      .sql("INSERT OR REPLACE INTO seen (message_id, error) VALUES (?, ?)")
      .run(hexToBytes(messageId), error ?? null);
    this.#database.sql("DELETE FROM seen WHERE seq <= ?").run(Number(lastInsertRowid) - this.#kept);
  }
}
