/**
 * A stream from its first reply to its end (protocol.md 5 and 6): records in and their acknowledgements, messages out,
 * and the orderly end after its lifetime.
 */
import { setImmediate } from "node:timers/promises";

import { type ContactData, makeContactData } from "../../core/contact.ts";
import { FleetError, toFleetError } from "../../core/errors.ts";
import type { IdentifiedMessage } from "../../core/message.ts";
import { microsFromMs } from "../../core/time.ts";
import { validateRecord } from "./admission.ts";
import type { DeliveryTarget } from "./delivery.ts";
import {
  type ContactOptions,
  type OpenContact,
  claimOf,
  decodeRecord,
  firstMessages,
  noteHandedOut,
  writeRecord,
} from "./open-contact.ts";
import { factsOf } from "./peers.ts";

/** How many records, and how many bytes of them, may wait for their acknowledgement before reading goes on. */
const maxRecordsUnderWay = 32;
const maxBytesUnderWay = 1024 * 1024;
/** After so many records everything else has its turn: records that are at hand are read without ever waiting. */
const recordsPerTurn = 32n;
/** Records without any content, one after the other: a compressed stream can hold millions in a few bytes. */
const maxEmptyInARow = 1_000;

/**
 * Serves a stream until the client ends it, it breaks, or its lifetime is over.
 * @param arrived when the first record had, by the clock's elapsed().
 * @throws what broke it; the connection is left to the caller to close.
 */
export async function serveStream(
  contact: OpenContact,
  options: ContactOptions,
  arrived: number,
): Promise<void> {
  const { store, events, clock } = options;
  const facts = factsOf(contact.connection);
  const session = new StreamSession(contact, options);
  let reason: string | undefined;
  events.streamStarted(facts);
  try {
    await session.run(arrived);
  } catch (thrown) {
    reason = toFleetError(thrown).message;
    throw thrown;
  } finally {
    events.streamEnded({ ...facts, reason, endedHere: session.endedHere });
    await store.contacts.end([contact.contactId], microsFromMs(clock.now()));
  }
}

class StreamSession implements DeliveryTarget {
  readonly #contact: OpenContact;
  readonly #options: ContactOptions;
  /** Whether its lifetime was over, or the server had another reason. */
  endedHere = false;
  #doneSending = false;
  /** Nothing more is read: it ended, or is ended here. */
  #ended = false;
  #cancelRead: () => void = () => {};
  /** Resolves once every record read so far is acknowledged. */
  #acknowledged: Promise<void> = Promise.resolve();
  #recordsUnderWay = 0;
  #bytesUnderWay = 0;
  #emptyInARow = 0;

  constructor(contact: OpenContact, options: ContactOptions) {
    this.#contact = contact;
    this.#options = options;
  }

  get clientId() {
    return this.#contact.client.clientId;
  }

  get contactId() {
    return this.#contact.contactId;
  }

  async run(arrived: number): Promise<void> {
    const { broadcasts, delivery, events } = this.#options;
    const { connection, sentNonce } = this.#contact;
    const messages = await firstMessages(this.#contact, this.#options);
    await this.#write(makeContactData({ sequencingNonce: sentNonce, messages }));
    this.#noteAnswered(arrived);
    using registration = delivery.register(this);
    if (registration.replaced) events.streamReplaced(factsOf(connection));
    using _lifetime = this.#startLifetime();
    // What was stored between the first claim and the registration was notified to nobody.
    delivery.notify([this.clientId]);
    // The same holds for a broadcast; blacklisted clients are offered none.
    void broadcasts.offer([this.clientId]);
    await this.#readRecords();
    await this.#acknowledged;
  }

  claim() {
    const { client, connection } = this.#contact;
    const isOver = this.#doneSending || this.#ended || connection.closed.aborted;
    if (isOver || client.blacklisted) return undefined;
    return claimOf(this.#contact, this.#options);
  }

  async deliver(messages: readonly IdentifiedMessage[]): Promise<void> {
    if (messages.length === 0) return;
    noteHandedOut(this.#contact, messages, this.#options);
    try {
      await this.#write(makeContactData({ messages }));
    } catch {
      // The connection is gone: reading ends for the same reason, and the contact's end re-offers these.
    }
  }

  end(): void {
    this.endedHere = !this.#ended;
    this.#sendDone();
    this.#stopReading();
  }

  async #readRecords(): Promise<void> {
    for (let index = 1n; ; index += 1n) {
      const record = await this.#nextRecord();
      if (record === undefined) return this.#stopReading();
      this.#options.events.recordRead(this.#contact.connection.kind, record.length);
      this.#recordsUnderWay += 1;
      this.#bytesUnderWay += record.length;
      this.#acknowledge(index, record.length, this.#accept(record));
      if (this.#recordsUnderWay >= maxRecordsUnderWay || this.#bytesUnderWay >= maxBytesUnderWay) {
        await this.#acknowledged;
      }
      if (index % recordsPerTurn === 0n) await setImmediate();
    }
  }

  /** Undefined when the client has ended the stream, and when it is ended here. */
  #nextRecord(): Promise<Uint8Array | undefined> {
    if (this.#ended) return Promise.resolve(undefined);
    return new Promise((resolve, reject) => {
      this.#cancelRead = () => resolve(undefined);
      this.#contact.connection.read().then(resolve, reject);
    });
  }

  #stopReading(): void {
    this.#ended = true;
    this.#cancelRead();
  }

  async #accept(record: Uint8Array): Promise<void> {
    const { client, contactId, tokens } = this.#contact;
    const { wrapped, data, malformed } = decodeRecord(record);
    this.#noteContent(data.messages.length + malformed.length + data.allowedMessages.size);
    if (data.messages.length > 0) this.#options.disk?.check();
    const validationTags = validateRecord(this.#contact, wrapped, this.#options);
    this.#options.events.messagesInvalid(client.clientId, malformed);
    if (data.allowedMessages.size > 0) {
      tokens.add(data.allowedMessages);
      this.#options.delivery.notify([client.clientId]);
    }
    await this.#options.ingest.accept(client, contactId, data.messages, validationTags);
  }

  #noteContent(items: number): void {
    this.#emptyInARow = items === 0 ? this.#emptyInARow + 1 : 0;
    if (this.#emptyInARow <= maxEmptyInARow) return;
    throw new FleetError("invalid_data", `over ${maxEmptyInARow} empty records in a row`);
  }

  /** Acknowledges a record after those before it: clients count on the order and on none being skipped. */
  #acknowledge(index: bigint, bytes: number, accepted: Promise<void>): void {
    const arrived = this.#options.clock.elapsed();
    const acknowledged = Promise.all([this.#acknowledged, accepted]).then(async () => {
      await this.#write(makeContactData({ ackIndex: index }));
      this.#noteAnswered(arrived);
      // Not before: a client that reads no acknowledgements would have them queue without end.
      this.#recordsUnderWay -= 1;
      this.#bytesUnderWay -= bytes;
    });
    // A record that cannot be processed ends the stream, also while nothing arrives: run() then throws the reason.
    acknowledged.catch(() => this.#stopReading());
    this.#acknowledged = acknowledged;
  }

  #startLifetime(): Disposable {
    const { clock, random, timers } = this.#options;
    const lifetimeMs = timers.contactLifetimeMs * (1 + random() / 5);
    const timers_ = [
      clock.after(Math.max(0, lifetimeMs - timers.doneSendingLeadMs), () => this.#sendDone()),
      clock.after(lifetimeMs, () => this.end()),
    ];
    return { [Symbol.dispose]: () => timers_.forEach((timer) => timer[Symbol.dispose]()) };
  }

  #sendDone(): void {
    if (this.#doneSending) return;
    this.#doneSending = true;
    // A connection that broke meanwhile is noticed by its reader.
    this.#write(makeContactData({ doneSending: true })).catch(() => {});
  }

  #write(data: ContactData): Promise<void> {
    return writeRecord(this.#contact.connection, data, this.#options);
  }

  #noteAnswered(arrived: number): void {
    const { events, clock } = this.#options;
    events.recordAnswered(this.#contact.connection.kind, clock.elapsed() - arrived);
  }
}
