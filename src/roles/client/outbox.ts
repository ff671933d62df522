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
import type { ClientDatabase } from "./state/database.ts";

export interface OutboxLimits {
  readonly maxMessages: number;
  readonly maxBytes: number;
}

/** Messages of one record. Opaque to whoever carries it but for `messages`. */
export interface OutboxBatch {
  readonly messages: readonly Message[];
  readonly sequences: readonly number[];
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

interface Waiter {
  readonly count: number;
  readonly bytes: number;
  readonly admit: () => void;
}

export class Outbox {
  readonly #database: ClientDatabase;
  readonly #limits: OutboxLimits;
  readonly #bell: Bell;
  readonly #cursors: [number, number, number] = [0, 0, 0];
  readonly #waiters: Waiter[] = [];
  /** Of rows, and of messages that are about to become rows. */
  #count = 0;
  #bytes = 0;
  #peakBytes = 0;
  /** Not offered on this contact yet. */
  #waitingCount = 0;
  #waitingBytes = 0;

  /** @param bell is rung when there is something to send. */
  constructor(database: ClientDatabase, limits: OutboxLimits, bell: Bell) {
    this.#database = database;
    this.#limits = limits;
    this.#bell = bell;
    const row = database
      .sql<{ count: number; bytes: number | null }>(
        "SELECT count(*) AS count, sum(length(message)) AS bytes FROM outbox",
      )
      .get();
    this.#count = row?.count ?? 0;
    this.#bytes = row?.bytes ?? 0;
    this.offerAgain();
  }

  /** Everything that is kept: waiting, or sent and not acknowledged. */
  get depth(): { readonly messages: number; readonly bytes: number } {
    return { messages: this.#count, bytes: this.#bytes };
  }

  /** What `takeBatch` would still find. */
  get waiting(): { readonly messages: number; readonly bytes: number } {
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
    const bytes = encoded.reduce((sum, { message }) => sum + message.length, 0);
    if (!options.exempt) await this.#roomFor(encoded.length, bytes, options.signal);
    this.#reserve(encoded.length, bytes);
    let replaced = { messages: 0, bytes: 0 };
    try {
      await this.#database.write(() => {
        replaced = this.#makeWay(options.slot);
        for (const row of encoded) this.#insert(row, options.slot ?? null);
        options.also?.();
      });
    } catch (thrown) {
      this.#release(encoded.length, bytes);
      throw thrown;
    }
    this.#waitingCount += encoded.length;
    this.#waitingBytes += bytes;
    this.#release(replaced.messages, replaced.bytes);
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
  async acknowledge(batch: OutboxBatch): Promise<void> {
    let deleted = 0;
    let bytes = 0;
    await this.#database.write(() => {
      deleted = 0;
      bytes = 0;
      for (const seq of batch.sequences) {
        const row = this.#delete("seq = ?", seq);
        deleted += row.messages;
        bytes += row.bytes;
      }
    });
    this.#release(deleted, bytes);
    if (this.#count === 0 && this.#peakBytes > worthShrinking) {
      this.#peakBytes = 0;
      this.#database.shrink();
    }
  }

  /** A new contact begins: what was sent and not acknowledged is offered to it again. */
  offerAgain(): void {
    this.#cursors.fill(0);
    this.#waitingCount = this.#count;
    this.#waitingBytes = this.#bytes;
    if (this.#count > 0) this.#bell.ring();
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

  #makeWay(slot: string | undefined): { messages: number; bytes: number } {
    return slot === undefined ? { messages: 0, bytes: 0 } : this.#delete("slot = ?", slot);
  }

  #delete(
    where: "seq = ?" | "slot = ?",
    value: number | string,
  ): { messages: number; bytes: number } {
    const row = this.#database
      .sql<{ bytes: number }>(
        `DELETE FROM outbox WHERE ${where} RETURNING length(message) AS bytes`,
      )
      .get(value);
    return row ? { messages: 1, bytes: row.bytes } : { messages: 0, bytes: 0 };
  }

  #fits(count: number, bytes: number): boolean {
    const { maxMessages, maxBytes } = this.#limits;
    if (this.#count === 0) return true;
    return this.#count + count <= maxMessages && this.#bytes + bytes <= maxBytes;
  }

  async #roomFor(count: number, bytes: number, signal: AbortSignal | undefined): Promise<void> {
    if (this.#waiters.length === 0 && this.#fits(count, bytes)) return;
    signal?.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiter: Waiter = { count, bytes, admit: resolve };
    const onAbort = (): void => {
      const at = this.#waiters.indexOf(waiter);
      if (at < 0) return;
      this.#waiters.splice(at, 1);
      reject(signal?.reason);
      // Who waits behind it may need less.
      this.#release(0, 0);
    };
    signal?.addEventListener("abort", onAbort, { once: true });
    this.#waiters.push(waiter);
    await promise;
    signal?.removeEventListener("abort", onAbort);
    // Admitted with its share counted, so that nobody overtakes; counted again by the caller.
    this.#count -= count;
    this.#bytes -= bytes;
  }

  #reserve(count: number, bytes: number): void {
    this.#count += count;
    this.#bytes += bytes;
    this.#peakBytes = Math.max(this.#peakBytes, this.#bytes);
  }

  #release(count: number, bytes: number): void {
    this.#count -= count;
    this.#bytes -= bytes;
    for (
      let next = this.#waiters[0];
      next && this.#fits(next.count, next.bytes);
      next = this.#waiters[0]
    ) {
      this.#waiters.shift();
      this.#reserve(next.count, next.bytes);
      next.admit();
    }
  }
}

interface EncodedMessage {
  readonly rank: number;
  readonly message: Uint8Array;
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
