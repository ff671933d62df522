/**
 * What people and their scripts read of a store: search, listings, counts and traces. Contract only, as store.ts, whose
 * rules hold here too; test/conformance/ holds every implementation to it.
 *
 * Every call is made for somebody who waits: it looks at a bounded number of rows, whatever was asked. Where an answer
 * would need more, a page may be short, even empty, and still say where to go on.
 */
import type { ClientId, MessageId } from "../core/ids.ts";
import type { Address, AnyData, MessageResult } from "../core/message.ts";
import type { Micros, Timestamp } from "../core/time.ts";
import type { ClientRecord, ContactRecord, MessageLife } from "./records.ts";

export interface ReportStore {
  /** Clients that match, a page at a time. A client whose sort value changes meanwhile may come twice or not at all. */
  searchClients(search: ClientSearch): Promise<ClientSearchPage>;

  /** A client as searchClients lists it. */
  client(clientId: ClientId, onlineSince: Micros): Promise<ListedClient | undefined>;

  /** The addresses (without port) in the newest `maxContacts` contacts of a client, last used first. */
  clientAddresses(clientId: ClientId, maxContacts: number): Promise<AddressHistory>;

  /** What a client said to run, sorted by name (ClientStore.setServices, noteVersion). Empty for an unknown client. */
  clientServices(clientId: ClientId): Promise<ClientService[]>;

  /** Messages that match, newest first: by the second of their creation, then the last stored first. */
  listMessages(query: MessageQuery): Promise<MessagePage>;

  /**
   * Messages whose annotation `fleet.in_reply_to` names this message, oldest first: of those that the client which it was
   * for has sent since. Empty for an unknown message, and for one that was not for a client.
   */
  replies(query: ReplyQuery): Promise<MessagePage>;

  /** Everything that is known of a message's life; undefined for an unknown one. */
  trace(messageId: MessageId): Promise<MessageTrace | undefined>;

  /** How many messages there were, pruned ones too: exact, and grouped as asked. */
  counts(query: CountQuery): Promise<MessageCount[]>;

  overview(query: OverviewQuery): Promise<Overview>;
}

// ---------------------------------------------------------------------------------------------------------- clients

export type ClientSort = "last_contact" | "client_id" | "address" | "added";
export type ClientState = "online" | "offline" | "blacklisted";

export interface ClientSearch {
  /**
   * All of them must be found in the client: at the beginning of its id, or anywhere in its address or in one of its
   * labels, written "service:label". Case does not count in ASCII. At most 16 words of at most 128 characters.
   */
  readonly words?: readonly string[];
  /** Only clients that have this label. */
  readonly label?: { readonly serviceName: string; readonly label: string } | undefined;
  /** "offline" are those that are not online; both may be blacklisted. */
  readonly state?: ClientState | undefined;
  /** Only clients whose last contact is later. */
  readonly seenAfter?: Micros | undefined;
  /** A client is online when a stream is held, or its last contact was at this time or later. */
  readonly onlineSince: Micros;
  readonly sort: ClientSort;
  /** Equal sort values come in the order of the ids, which turns with this too. */
  readonly descending: boolean;
  /** `next` of the page before, which was asked for with the same search; undefined: from the first. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface ListedClient extends Omit<ClientRecord, "publicKey"> {
  readonly online: boolean;
}

export interface ClientSearchPage {
  readonly clients: ListedClient[];
  /** How many clients match, on all pages. */
  readonly total: number;
  /** undefined: this was the last page. */
  readonly next: string | undefined;
}

export interface AddressHistory {
  readonly addresses: {
    /** Host or IP address: what was observed without its port. */
    readonly address: string;
    readonly firstTime: Micros;
    readonly lastTime: Micros;
    readonly contacts: number;
  }[];
  /** Whether the client has more contacts than were looked at. */
  readonly more: boolean;
}

/** What is kept of each client at most; further services are left out. */
export const maxClientServices = 256;

export interface ClientService {
  readonly serviceName: string;
  /** Whether its configuration was signed; undefined where only its resource usage spoke of it. */
  readonly signed: boolean | undefined;
  /** As its last resource usage report says; undefined where none did. */
  readonly version: string | undefined;
  /** When the client last said something of it. */
  readonly seenTime: Micros;
}

// --------------------------------------------------------------------------------------------------------- messages

/** By its destination. */
export type MessageDirection = "to_client" | "to_server";
export type MessageState = "pending" | "processed" | "failed";

/** What is undefined lets everything through. */
export interface MessageFilter {
  /** From or to this client; with a direction, only those to it, or only those from it. */
  readonly clientId?: ClientId | undefined;
  readonly direction?: MessageDirection | undefined;
  /** Destination service. */
  readonly serviceName?: string | undefined;
  readonly messageType?: string | undefined;
  readonly state?: MessageState | undefined;
  /** Created at this time or later. */
  readonly createdFrom?: Micros | undefined;
  /** Created earlier than this. */
  readonly createdBefore?: Micros | undefined;
}

export interface MessageQuery extends MessageFilter {
  /** `next` of the page before, which was asked for with the same filter; undefined: from the newest. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface ReplyQuery {
  readonly messageId: MessageId;
  /** As in MessageQuery. A page that was the last has no `next`: ask again with the same `after` for later replies. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface MessagePage {
  readonly messages: ListedMessage[];
  /** undefined: nothing more matches. Otherwise there may be more, though this page be short or empty. */
  readonly next: string | undefined;
}

/** A message without its payload. */
export interface ListedMessage {
  readonly messageId: MessageId;
  readonly source: Address;
  readonly destination: Address;
  readonly messageType: string;
  readonly creationTime: Timestamp;
  readonly state: MessageState;
  readonly result: MessageResult | undefined;
  readonly tries: number;
  /** The payload's type and size, as long as it is kept: while the message is pending. */
  readonly data: (Pick<AnyData, "typeUrl"> & { readonly bytes: number }) | undefined;
}

/** A contact as a trace speaks of it. */
export interface TracedContact extends ContactRecord {
  readonly clientId: ClientId;
}

/**
 * A message's life, as its row tells it. Of several times that it was handed out the last is known, and how many there
 * were.
 *
 * For a message to a client the result is the client's own word: processed means acknowledged by the client (protocol.md
 * 7, MessageAck), at `result.processedTime`; there is no earlier acknowledgement that a store could know. For a message
 * of a client, the contact that brought it is acknowledged as soon as it is stored.
 */
export interface MessageTrace {
  readonly message: ListedMessage;
  readonly life: MessageLife;
  /** The contact that brought it, while that is kept. */
  readonly broughtBy: TracedContact | undefined;
  /** The contact on which it was handed out last (messages to clients), while that is kept. */
  readonly handedOutOn: TracedContact | undefined;
}

// ----------------------------------------------------------------------------------------------------------- counts

/**
 * Messages are counted by UTC day of creation, direction, destination service and type, in the transaction that changes
 * them. Clients choose types and destination services, so not all are counted by name: when a day has maxCountedTypes
 * types of one direction and service, further ones count as the type otherName; when it has maxCountedNames names of all
 * kinds, further ones count as the service and type otherName. Sums are exact all the same.
 */
export const otherName = "(other)";
export const maxCountedTypes = 250;
export const maxCountedNames = 1000;

export type CountedBy = "day" | "direction" | "service" | "type";

export interface CountQuery {
  /** One row for each combination of these; none: one row for everything, if there is anything. */
  readonly by: readonly CountedBy[];
  /** Days since the epoch (UTC), both included; undefined: no bound. */
  readonly fromDay?: number | undefined;
  readonly toDay?: number | undefined;
  readonly direction?: MessageDirection | undefined;
  readonly serviceName?: string | undefined;
  readonly messageType?: string | undefined;
  /** At most so many rows, the first of them; undefined: all, of which clients that make up types make many. */
  readonly limit?: number | undefined;
}

/** Sorted by day, direction, service, type. Only what was asked for in `by` is defined. */
export interface MessageCount {
  readonly day: number | undefined;
  readonly direction: MessageDirection | undefined;
  readonly serviceName: string | undefined;
  readonly messageType: string | undefined;
  /** processed + failed + pending */
  readonly stored: number;
  readonly processed: number;
  readonly failed: number;
  readonly pending: number;
}

export interface OverviewQuery {
  /** As in ClientSearch. */
  readonly onlineSince: Micros;
  /** Clients with a contact at this time or later count as seen. */
  readonly seenSince: Micros;
  /** Days since the epoch (UTC): whose messages count as those of today. */
  readonly today: number;
}

export interface Overview {
  readonly clients: {
    readonly online: number;
    readonly seen: number;
    readonly ever: number;
    readonly blacklisted: number;
  };
  readonly messages: {
    readonly pending: number;
    /** Ever, pruned ones too. */
    readonly failed: number;
    /** Of those created today. */
    readonly storedToday: number;
    readonly failedToday: number;
  };
  /** What the database takes on disk, its log included; 0 for a store without one. */
  readonly databaseBytes: number;
}
