/**
 * Messages in SQLite: storing them, their results, and what became of them. Handing them out is claims.ts.
 */
import { bytesToHex, hexToBytes, type MessageId } from "../../core/ids.ts";
import type { IdentifiedMessage } from "../../core/message.ts";
import { checkTimestamp } from "../checks.ts";
import type {
  MessageLife,
  NewMessage,
  ResultChange,
  ResultOutcome,
  StoreOutcome,
} from "../store.ts";
import {
  messageColumns,
  messageOf,
  messageTables,
  resultOf,
  type MessageRow,
  type ResultRow,
} from "./message-rows.ts";
import { prepareMessage, type MessageWriter } from "./message-writer.ts";
import type { Query, Session } from "./session.ts";

interface LifeRow extends ResultRow {
  message_id: Uint8Array;
  creation_seconds: number;
  creation_nanos: number;
  due_time: number | null;
  tries: number;
  handed_out_time: number | null;
  handed_out_by: string | null;
  handed_out_contact: number | null;
}

export class SqliteMessages {
  readonly #session: Session;
  readonly #writer: MessageWriter;
  readonly #byId: Query<MessageRow>;
  readonly #life: Query<LifeRow>;

  constructor(session: Session, writer: MessageWriter) {
    this.#session = session;
    this.#writer = writer;
    this.#byId = session.prepare(
      `SELECT ${messageColumns}, p.value FROM ${messageTables} WHERE m.message_id = ?`,
    );
    this.#life = session.prepare(
      `SELECT message_id, creation_seconds, creation_nanos, failed, failed_reason, processed_seconds, processed_nanos,
         due_time, tries, handed_out_time, handed_out_by, handed_out_contact
       FROM message_rows WHERE message_id = ?`,
    );
  }

  async store(messages: readonly NewMessage[]): Promise<StoreOutcome[]> {
    const prepared = messages.map(prepareMessage);
    return this.#session.write("store messages", () =>
      prepared.map((message) => this.#writer.store(message)),
    );
  }

  async setResults(changes: readonly ResultChange[]): Promise<ResultOutcome[]> {
    for (const { result } of changes) checkTimestamp("a processed time", result.processedTime);
    return this.#session.write("store results", () =>
      changes.map((change) => this.#setResult(change)),
    );
  }

  #setResult({ messageId, result, onlyForClient }: ResultChange): ResultOutcome {
    const present = this.#writer.present(hexToBytes(messageId));
    if (!present) return "unknown";
    const only =
      onlyForClient === undefined ? present.client : this.#session.clientRow(onlyForClient);
    if (only !== present.client) return "foreign";
    return this.#writer.setResult(present, result) ? "set" : "kept";
  }

  get(messageIds: readonly MessageId[]): Promise<Map<MessageId, IdentifiedMessage>> {
    return this.#session.read("read messages", () => collect(messageIds, this.#byId, messageOf));
  }

  life(messageIds: readonly MessageId[]): Promise<Map<MessageId, MessageLife>> {
    return this.#session.read("read messages' lives", () =>
      collect(messageIds, this.#life, lifeOf),
    );
  }
}

function collect<Row, Value>(
  messageIds: readonly MessageId[],
  byId: Query<Row>,
  valueOf: (row: Row) => Value,
): Map<MessageId, Value> {
  const found = new Map<MessageId, Value>();
  for (const messageId of messageIds) {
    const row = byId.get(hexToBytes(messageId));
    if (row) found.set(messageId, valueOf(row));
  }
  return found;
}

function lifeOf(row: LifeRow): MessageLife {
  return {
    messageId: bytesToHex(row.message_id) as MessageId,
    creationTime: { seconds: row.creation_seconds, nanos: row.creation_nanos },
    result: resultOf(row),
    tries: row.tries,
    handedOutTime: row.handed_out_time ?? undefined,
    handedOutBy: row.handed_out_by ?? undefined,
    handedOutContact: row.handed_out_contact ?? undefined,
    dueTime: row.due_time ?? undefined,
  };
}
