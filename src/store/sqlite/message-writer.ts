/**
 * Writes messages and their results: what `messages.store`, `messages.setResults` and `broadcasts.send` have in common.
 * Everything here runs inside a write of the session.
 */
import { resultOverwrites, type MessageResult } from "../../core/message.ts";
import type { Micros } from "../../core/time.ts";
import { checkMessage } from "../checks.ts";
import { stateOf } from "../counted-names.ts";
import type { ContactId, NewMessage, StoreOutcome } from "../store.ts";
import type { BroughtMessages } from "./brought-messages.ts";
import {
  resultOf,
  resultValues,
  valuesOf,
  type MessageValues,
  type ResultRow,
} from "./message-rows.ts";
import type { Query, Session } from "./session.ts";
import type { Tallies, TallyRow } from "./tallies.ts";

/** A message to store, checked, and free of anything that the caller may still change. */
export interface PreparedMessage {
  readonly values: MessageValues;
  readonly contactId: ContactId | undefined;
  readonly dueTime: Micros;
}

/** @throws invalid_argument */
export function prepareMessage(
  message: Pick<NewMessage, "message" | "contactId" | "dueTime">,
): PreparedMessage {
  checkMessage(message);
  return {
    values: valuesOf(message.message),
    contactId: message.contactId,
    dueTime: message.dueTime,
  };
}

export interface PresentMessage extends ResultRow {
  readonly message: number;
  readonly client: number | null;
  readonly tally: TallyRow;
}

export class MessageWriter {
  readonly #session: Session;
  readonly #tallies: Tallies;
  readonly #brought: BroughtMessages;
  readonly #insert: Query<unknown>;
  readonly #insertPayload: Query<unknown>;
  readonly #present: Query<PresentMessage>;
  readonly #setResult: Query<unknown>;
  readonly #deletePayload: Query<unknown>;

  constructor(session: Session, tallies: Tallies, brought: BroughtMessages) {
    this.#session = session;
    this.#tallies = tallies;
    this.#brought = brought;
    this.#insert = session.prepare(
      `INSERT INTO message_rows (message_id, source_client_id, source_service, source_message_id, client, service,
         message_type, creation_seconds, creation_nanos, extras, contact, due_time, failed, failed_reason,
         processed_seconds, processed_nanos, tally)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    );
    this.#insertPayload = session.prepare("INSERT INTO payload_rows VALUES (?, ?, ?)");
    this.#present = session.prepare(
      `SELECT message, client, tally, failed, failed_reason, processed_seconds, processed_nanos FROM message_rows
       WHERE message_id = ?`,
    );
    this.#setResult = session.prepare(
      `UPDATE message_rows SET failed = ?, failed_reason = ?, processed_seconds = ?, processed_nanos = ?, due_time = NULL
       WHERE message = ?`,
    );
    this.#deletePayload = session.prepare("DELETE FROM payload_rows WHERE message = ?");
  }

  store({ values, contactId, dueTime }: PreparedMessage): StoreOutcome {
    const client = this.#destination(values);
    if (client === undefined) return "unknown_client";
    const { creationSeconds, serviceName, messageType } = values;
    const tally = this.#tallies.of(creationSeconds, client !== null, serviceName, messageType);
    const due = values.result === undefined ? dueTime : null;
    const { changes, lastInsertRowid } = this.#insert.run(
      ...values.head,
      client,
      ...values.tail,
      contactId ?? null,
      due,
      ...resultValues(values.result),
      tally,
    );
    if (changes === 0) return this.#storeAgain(values);
    this.#tallies.stored(tally, stateOf(values.result));
    if (contactId !== undefined) this.#brought.stored(contactId);
    if (values.data)
      this.#insertPayload.run(lastInsertRowid, values.data.typeUrl, values.data.value);
    return "stored";
  }

  /** null: the server; undefined: a client that is not known. */
  #destination({ destinationClientId }: MessageValues): number | null | undefined {
    return destinationClientId === undefined ? null : this.#session.clientRow(destinationClientId);
  }

  #storeAgain({ messageId, result }: MessageValues): StoreOutcome {
    const present = this.present(messageId);
    if (!present || result === undefined) return "duplicate";
    return this.setResult(present, result) ? "updated" : "duplicate";
  }

  present(messageId: Uint8Array): PresentMessage | undefined {
    return this.#present.get(messageId) ?? undefined;
  }

  /** @returns whether the result took the place of what was there. */
  setResult(present: PresentMessage, result: MessageResult): boolean {
    const before = resultOf(present);
    if (!resultOverwrites(before, result)) return false;
    this.#setResult.run(...resultValues(result), present.message);
    this.#tallies.moved(present.tally, stateOf(before), stateOf(result), 1);
    if (before === undefined) this.#deletePayload.run(present.message);
    return true;
  }
}
