/**
 * The outbox: what services handed over and the server has not acknowledged yet, on the disk (protocol.md 8; ours.md 1).
 *
 * Bounded; whoever adds to a full one waits. Sent by priority, then in the order of adding. A contact goes through the
 * rows once with a cursor per priority; what is acknowledged is deleted, and the next contact starts from what is left,
 * with the same ids. The bytes of waiting messages are on the disk alone.
 */
import { randomBytes } from "node:crypto";

import { FleetError } from "../../core/errors.ts";
import type { ClientId } from "../../core/ids.ts";
import { type Message, type Priority, maxContactMessages } from "../../core/message.ts";
import { decodeMessage, encodeMessage } from "../../proto/codec.ts";
import type { Bell } from "./bell.ts";
import { type Amount, type OutboxLimits, OutboxRoom } from "./outbox-room.ts";
import type { ClientDatabase } from "./state/database.ts";

/** What was sent in one record. Opaque to whoever carries it. */
export interface SentBatch {
  readonly sequences: readonly number[];
}

/** Messages of one record. */
export interface OutboxBatch extends SentBatch {
  readonly messages: readonly Message[];
  readonly bytes: number;
}

export interface AddOptions {
  /** The client's own messages (acknowledgements, reports): they never wait for room. */
  readonly exempt?: boolean;
  /** A message that was added for the same slot and is still here makes way. */
  readonly slot?: string;
  /** Written in the same transaction. */
  readonly also?: () => void;
  /** Ends the waiting for room. */
  readonly signal?: AbortSignal;
}

/** protocol.md 5: a poll leaves at once at this size; no record is larger. Bytes. */
export const maxBatchBytes = 15 * 1024 * 1024;
const sourceMessageIdBytes = 16;
const ranks: Readonly<Record<Priority, number>> = { high: 0, medium: 1, low: 2 };
/** Emptied after it held as much, the outbox gives its pages back. Bytes. */
const worthShrinking = 4 * 1024 * 1024;

interface Row {
  readonly seq: number;
  readonly message: Uint8Array;
}

export class Outbox {
  readonly #database: ClientDatabase;
  readonly #bell: Bell;
  readonly #room: OutboxRoom;
  readonly #cursors: [number, number, number] = [0, 0, 0];
  #peakBytes = 0;
  /** Not offered on this contact yet. */
  #waitingCount = 0;
  #waitingBytes = 0;

  /** @param bell is rung when there is something to send. */
  constructor(database: ClientDatabase, limits: OutboxLimits, bell: Bell) {
    this.#database = database;
    this.#bell = bell;
    const row = database
      .sql<{ messages: number; bytes: number | null }>(
        "SELECT count(*) AS messages, sum(length(message)) AS bytes FROM outbox",
      )
      .get();
    this.#room = new OutboxRoom(limits, { messages: row?.messages ?? 0, bytes: row?.bytes ?? 0 });
    this.offerAgain();
  }

  /** Everything that is kept: waiting, or sent and not acknowledged. */
  get depth(): Amount {
    return this.#room.used;
  }

  /** What `takeBatch` would still find. */
  get waiting(): Amount {
    return { messages: this.#waitingCount, bytes: this.#waitingBytes };
  }

  /**
   * Keeps messages until the server acknowledged them. Resolves once they are on the disk: from then on they are sent,
   * whatever happens to this process. Waits while the outbox is full.
   *
   * @throws invalid_argument for a message that no contact can carry; resource_exhausted when the disk is full.
   */
  async add(messages: readonly Message[], options: AddOptions = {}): Promise<void> {
    const encoded = messages.map(encodeForKeeping);
    const amount = { messages: encoded.length, bytes: encoded.reduce(addLength, 0) };
    if (options.exempt) this.#room.take(amount);
    else await this.#room.wait(amount, options.signal);
    let replaced: Amount = { messages: 0, bytes: 0 };
    try {
      await this.#database.write(() => {
        replaced = this.#makeWay(options.slot);
        for (const row of encoded) this.#insert(row, options.slot ?? null);
        options.also?.();
      });
    } catch (thrown) {
      this.#room.give(amount);
      throw thrown;
    }
    this.#peakBytes = Math.max(this.#peakBytes, this.#room.used.bytes);
    this.#waitingCount += amount.messages;
    this.#waitingBytes += amount.bytes;
    this.#room.give(replaced);
    this.#bell.ring();
  }

  /** The next messages of this contact, `source.client_id` filled in; undefined when everything was offered. */
  takeBatch(
    clientId: ClientId,
    maxMessages = maxContactMessages,
    maxBytes = maxBatchBytes,
  ): OutboxBatch | undefined {
    const rows: Row[] = [];
    let bytes = 0;
    for (const rank of [0, 1, 2] as const) {
      for (const row of this.#nextRows(rank, maxMessages - rows.length)) {
        if (rows.length > 0 && bytes + row.message.length > maxBytes)
          return this.#batch(rows, bytes, clientId);
        rows.push(row);
        bytes += row.message.length;
        this.#cursors[rank] = row.seq;
      }
    }
    if (rows.length > 0) return this.#batch(rows, bytes, clientId);
    this.#waitingCount = 0;
    this.#waitingBytes = 0;
    return undefined;
  }

  /** Forgets messages that the server acknowledged. */
  async acknowledge(batch: SentBatch): Promise<void> {
    let deleted: Amount[] = [];
    await this.#database.write(() => {
      deleted = batch.sequences.map((seq) => this.#delete("seq = ?", seq));
    });
    for (const amount of deleted) this.#room.give(amount);
    if (this.#room.used.messages > 0 || this.#peakBytes <= worthShrinking) return;
    this.#peakBytes = 0;
    this.#database.shrink();
  }

  /** A new contact begins: what was sent and not acknowledged is offered to it again. */
  offerAgain(): void {
    this.#cursors.fill(0);
    const { messages, bytes } = this.#room.used;
    this.#waitingCount = messages;
    this.#waitingBytes = bytes;
    if (messages > 0) this.#bell.ring();
  }

  *#nextRows(rank: 0 | 1 | 2, limit: number): Generator<Row> {
    // One row at a time, so that a batch of large messages never reads more than it takes.
    const next = this.#database.sql<Row>(
      "SELECT seq, message FROM outbox WHERE priority = ? AND seq > ? ORDER BY seq LIMIT 1",
    );
    for (let taken = 0; taken < limit; taken++) {
      const row = next.get(rank, this.#cursors[rank]);
      if (!row) return;
      yield row;
    }
  }

  #batch(rows: readonly Row[], bytes: number, clientId: ClientId): OutboxBatch {
    this.#waitingCount = Math.max(0, this.#waitingCount - rows.length);
    this.#waitingBytes = Math.max(0, this.#waitingBytes - bytes);
    const messages = rows.map(({ message }) => {
      const kept = decodeMessage(message);
      return { ...kept, source: { ...kept.source, clientId } };
    });
    return { messages, sequences: rows.map(({ seq }) => seq), bytes };
  }

  #insert({ rank, message }: EncodedMessage, slot: string | null): void {
    this.#database
      .sql("INSERT INTO outbox (priority, slot, message) VALUES (?, ?, ?)")
      .run(rank, slot, message);
  }

  #makeWay(slot: string | undefined): Amount {
    return slot === undefined ? { messages: 0, bytes: 0 } : this.#delete("slot = ?", slot);
  }

  #delete(where: "seq = ?" | "slot = ?", value: number | string): Amount {
    const row = this.#database
      .sql<{ bytes: number }>(
        `DELETE FROM outbox WHERE ${where} RETURNING length(message) AS bytes`,
      )
      .get(value);
    return row ? { messages: 1, bytes: row.bytes } : { messages: 0, bytes: 0 };
  }
}

interface EncodedMessage {
  readonly rank: number;
  readonly message: Uint8Array;
}

function addLength(sum: number, { message }: EncodedMessage): number {
  return sum + message.length;
}

function encodeForKeeping(message: Message): EncodedMessage {
  const sourceMessageId =
    message.sourceMessageId || randomBytes(sourceMessageIdBytes).toString("hex");
  const source = { ...message.source, clientId: undefined };
  const bytes = encodeMessage({ ...message, source, sourceMessageId });
  if (bytes.length > maxBatchBytes) {
    throw new FleetError(
      "invalid_argument",
      `a message "${message.messageType}" of ${bytes.length} bytes is larger than a contact can carry`,
      { hint: `Split it: a message has at most ${maxBatchBytes} bytes.` },
    );
  }
  return { rank: ranks[message.priority], message: bytes };
}
