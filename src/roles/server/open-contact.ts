/**
 * What every contact has, whatever carries it: its opening by the first record, and the handing out of what is due
 * (protocol.md 4). contact.ts goes on with a poll, stream-session.ts with a stream.
 */
import type { Clock } from "../../core/clock.ts";
import type { ContactData, WrappedContact } from "../../core/contact.ts";
import { newMessageId } from "../../core/ids.ts";
import {
  type IdentifiedMessage,
  type Message,
  makeMessage,
  maxContactBytes,
  maxContactMessages,
  systemService,
} from "../../core/message.ts";
import { microsFromMs, timestampFromMs } from "../../core/time.ts";
import { DeliveryTokens } from "../../core/tokens.ts";
import type { Connection } from "../../net/connection.ts";
import type { Events } from "../../observability/events.ts";
import {
  type DecodedContact,
  decodeContactData,
  decodeWrappedContact,
  encodeContactData,
} from "../../proto/codec.ts";
import type { ClientClaim, ClientRecord, Store } from "../../store/store.ts";
import { admitContact } from "./admission.ts";
import type { Authorizer } from "./authorizer.ts";
import type { Broadcasts } from "./broadcasts.ts";
import { type ContactPlace, placeContact } from "./contact-place.ts";
import type { Delivery } from "./delivery.ts";
import type { DiskFloor } from "./disk-floor.ts";
import type { Ingest } from "./ingest.ts";

export interface ContactOptions {
  readonly store: Store;
  readonly events: Events;
  readonly clock: Clock;
  readonly ingest: Ingest;
  readonly delivery: Delivery;
  readonly broadcasts: Broadcasts;
  readonly authorizer: Authorizer;
  /** Optional: without it, messages are taken until the disk is full. */
  readonly disk?: DiskFloor | undefined;
  /** A fresh sequencing nonce: uint64 from a source that cannot be guessed. */
  readonly newNonce: () => bigint;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** Names this server in contacts and in the life of messages. */
  readonly server: string;
  /** What is recorded as the place that holds a client's stream. */
  readonly notificationAddress: () => string;
  readonly timers: ContactTimers;
}

export interface ContactTimers {
  /** How long a stream lives, plus up to a fifth of jitter. */
  readonly contactLifetimeMs: number;
  /** How long before its end a stream is told done_sending. */
  readonly doneSendingLeadMs: number;
  /** When a message that was handed out and not acknowledged is offered again on its own. */
  readonly reofferMs: number;
}

/** A client that was admitted, and its contact on record. */
export interface OpenContact extends ContactPlace {
  readonly connection: Connection;
  readonly client: ClientRecord;
  readonly tokens: DeliveryTokens;
}

/** Bytes of payload in one ContactData to a client, so that a batch of large messages does not become a huge record. */
const maxReplyBytes = maxContactBytes / 2;

/** Steps 1 to 6 of protocol.md 4 for the first record of a connection. */
export async function openContact(
  connection: Connection,
  record: Uint8Array,
  options: ContactOptions,
): Promise<OpenContact> {
  const { store, clock } = options;
  const { wrapped, data, malformed } = decodeRecord(record);
  if (data.messages.length > 0) options.disk?.check();
  const tokens = new DeliveryTokens();
  tokens.add(data.allowedMessages);
  const now = microsFromMs(clock.now());
  const { client, validationTags } = await admitContact(connection, wrapped, now, options);
  const place = await placeContact(connection, data, now, options);
  options.events.messagesInvalid(client.clientId, malformed);
  try {
    await options.ingest.accept(client, place.contactId, data.messages, validationTags);
  } catch (thrown) {
    if (!place.joined) await store.contacts.end([place.contactId], microsFromMs(clock.now()));
    throw thrown;
  }
  return { connection, client, ...place, tokens };
}

/** What the first reply carries: what is due, or to a blacklisted client a RekeyRequest only. */
export async function firstMessages(
  contact: OpenContact,
  options: ContactOptions,
): Promise<readonly Message[]> {
  if (contact.client.blacklisted) return [await rekeyRequest(contact, options)];
  await options.broadcasts.offer([contact.client.clientId]);
  const [claimed] = await options.store.messages.claimForClients([claimOf(contact, options)]);
  const messages = claimed?.messages ?? [];
  noteHandedOut(contact, messages, options);
  return messages;
}

/** Takes the tokens of messages handed out and reports them. */
export function noteHandedOut(
  contact: OpenContact,
  messages: readonly IdentifiedMessage[],
  options: ContactOptions,
): void {
  if (messages.length === 0) return;
  contact.tokens.take(messages.map(({ destination }) => destination.serviceName));
  options.events.messagesHandedOut(contact.client.clientId, messages);
}

/** Sends one record, and measures it. @throws as Connection.write. */
export async function writeRecord(
  connection: Connection,
  data: ContactData,
  { events, clock }: ContactOptions,
): Promise<void> {
  const record = encodeContactData(data);
  const started = clock.elapsed();
  await connection.write(record);
  events.recordWritten(connection.kind, record.length, clock.elapsed() - started);
}

/** Everything that is due for the client of this contact, within flow control. */
export function claimOf(contact: OpenContact, options: ContactOptions): ClientClaim {
  const now = microsFromMs(options.clock.now());
  return {
    clientId: contact.client.clientId,
    contactId: contact.contactId,
    server: options.server,
    now,
    reofferTime: now + options.timers.reofferMs * 1000,
    maxMessages: maxContactMessages,
    maxBytes: maxReplyBytes,
    allowed: contact.tokens.allowed,
  };
}

/** The one that is pending, else a new one: a client that goes on coming must not fill the store with them. */
async function rekeyRequest(contact: OpenContact, options: ContactOptions): Promise<Message> {
  const pending = await options.store.messages.pending({
    clientIds: [contact.client.clientId],
    offset: 0,
    limit: undefined,
    wantData: false,
  });
  const present = pending.find(
    ({ destination, messageType }) =>
      destination.serviceName === systemService && messageType === "RekeyRequest",
  );
  return present ?? storeRekeyRequest(contact, options);
}

async function storeRekeyRequest(contact: OpenContact, options: ContactOptions): Promise<Message> {
  const message: IdentifiedMessage = {
    ...makeMessage({
      source: { clientId: undefined, serviceName: systemService },
      destination: { clientId: contact.client.clientId, serviceName: systemService },
      messageType: "RekeyRequest",
    }),
    messageId: newMessageId(),
    creationTime: timestampFromMs(options.clock.now()),
  };
  const dueTime = microsFromMs(options.clock.now() + options.timers.reofferMs);
  await options.store.messages.store([{ message, contactId: undefined, dueTime }]);
  options.events.messagesInserted([message]);
  return message;
}

/**
 * The contents of one record.
 * @throws invalid_data for what is not protobuf, and for over 100 messages: the contact as a whole fails.
 */
export function decodeRecord(record: Uint8Array): DecodedContact & { wrapped: WrappedContact } {
  const wrapped = decodeWrappedContact(record);
  const { data, malformed } = decodeContactData(wrapped.contactData);
  return { wrapped, data, malformed };
}
