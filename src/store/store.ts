/**
 * The store: everything that a server must still know after its power was cut. This file is the contract and
 * holds no code; sqlite/ and memory/ implement it, mysql/ will (on the original's tables), and
 * test/conformance/ holds every implementation to what is written here.
 *
 * Rules for every operation:
 * - A call is atomic: all of it happens or none of it, and its promise resolves only once the change is durable.
 *   Calls that arrive in one turn of the event loop may share a transaction, in the order they were made; each is
 *   isolated: one that fails rejects alone and leaves nothing behind. When the shared commit fails, all of them reject.
 * - Reads see every change whose promise has resolved. They may or may not see changes still under way.
 * - Calls take and give sets. Results come in the order of the arguments. An empty set is a valid, cheap call.
 * - Ids in arguments may repeat; a repeated write counts as made twice in that order.
 * - Buffers are copied on the way in; those given back belong to the caller.
 * - Times are those of the caller's clock, in microseconds (Micros) or as Timestamp; the store has no clock.
 * - Errors are FleetErrors: invalid_argument for what cannot be stored (a name over 128 characters, a negative limit),
 *   not_found where an operation says so, conflict for a lock, resource_exhausted for a full disk, unavailable after
 *   close. Nothing is retried inside.
 */
import type { Broadcast, BroadcastAllocation } from "../core/broadcast.ts";
import type { AllocationId, BroadcastId, ClientId, MessageId } from "../core/ids.ts";
import type { Label } from "../core/labels.ts";
import type { IdentifiedMessage, MessageResult } from "../core/message.ts";
import type { Micros, Timestamp } from "../core/time.ts";
import type { AuditStore, CredentialStore, IdempotencyStore } from "./access.ts";
import type { ClientRecord, ContactId, ContactRecord, MessageLife } from "./records.ts";
import type { ReportStore } from "./reports.ts";

export type { ClientRecord, ContactId, ContactRecord, MessageLife } from "./records.ts";

export interface Store extends AsyncDisposable {
  readonly clients: ClientStore;
  readonly contacts: ContactStore;
  readonly messages: MessageStore;
  readonly broadcasts: BroadcastStore;
  readonly files: FileStore;
  readonly resourceUsage: ResourceUsageStore;
  readonly credentials: CredentialStore;
  readonly audit: AuditStore;
  readonly idempotency: IdempotencyStore;
  /** Search, listings, counts: what people read (reports.ts). */
  readonly reports: ReportStore;

  /**
   * Removes what is older than the given times, at most `maxRows` rows of each kind per call so that nobody waits long:
   * messages that have a result (by creation time), contacts that no remaining message refers to, resource usage
   * records, expired broadcasts with what was recorded of them. A kind whose time is undefined is left alone.
   * Pending messages, clients, files and a client's last contact while it is open are never pruned.
   */
  prune(before: PruneLimits): Promise<PruneCounts>;

  /** A write that is as durable as any other and changes nothing: rejects as any write would now. */
  checkWritable(): Promise<void>;

  /** Waits for what is under way, then frees everything. Calls made afterwards reject with unavailable. */
  [Symbol.asyncDispose](): Promise<void>;
}

export interface PruneLimits {
  readonly messages: Micros | undefined;
  readonly contacts: Micros | undefined;
  readonly resourceUsage: Micros | undefined;
  readonly broadcasts: Micros | undefined;
  readonly maxRows: number;
}

/** Rows removed: maxRows means that there may be more. A broadcast counts as one and one for each client that had it. */
export interface PruneCounts {
  readonly messages: number;
  readonly contacts: number;
  readonly resourceUsage: number;
  readonly broadcasts: number;
}

// ---------------------------------------------------------------------------------------------------------- clients

export interface NewClient {
  readonly clientId: ClientId;
  /** DER SubjectPublicKeyInfo, kept whole: ids alone have only 64 bits (ours.md 5). */
  readonly publicKey: Uint8Array;
  readonly labels: readonly Label[];
  /** When the client is added; the last contact's time too until there is a contact. */
  readonly time: Micros;
}

export interface ClientPage {
  /** Only clients whose id is greater; undefined: from the first. */
  readonly after: ClientId | undefined;
  readonly limit: number;
  readonly includeBlacklisted: boolean;
  /** Only clients whose last contact is later; undefined: all. */
  readonly lastContactAfter: Micros | undefined;
}

export interface ClientStore {
  /** Those of the ids that are known. */
  get(clientIds: readonly ClientId[]): Promise<Map<ClientId, ClientRecord>>;

  /** The clients in ascending order of their ids, a page at a time. */
  page(page: ClientPage): Promise<ClientRecord[]>;

  /** Adds clients. One that exists stays as it is, its key and labels too, and gives "exists". */
  add(clients: readonly NewClient[]): Promise<("added" | "exists")[]>;

  /**
   * Makes each client's labels of one service exactly these.
   * @throws not_found for an unknown client.
   */
  setLabels(
    changes: readonly {
      readonly clientId: ClientId;
      readonly serviceName: string;
      readonly labels: readonly string[];
    }[],
  ): Promise<void>;

  /**
   * Marks clients as blacklisted: only a RekeyRequest is delivered to them (protocol.md 4).
   * @throws not_found for an unknown client; then none is marked.
   */
  blacklist(clientIds: readonly ClientId[]): Promise<void>;

  /**
   * Makes these the services that a client says to run. Those that it named before and names no more go; versions of the
   * others stay, also of those that it never named here. A service beyond maxClientServices (reports.ts) is left out.
   * @throws not_found for an unknown client.
   */
  setServices(
    clientId: ClientId,
    services: readonly { readonly serviceName: string; readonly signed: boolean }[],
    time: Micros,
  ): Promise<void>;

  /**
   * Notes which version of a service a client runs. A service beyond maxClientServices is not noted.
   * @throws not_found for an unknown client.
   */
  noteVersion(
    clientId: ClientId,
    service: { readonly serviceName: string; readonly version: string },
    time: Micros,
  ): Promise<void>;
}

// --------------------------------------------------------------------------------------------------------- contacts

export interface NewContact {
  readonly clientId: ClientId;
  readonly time: Micros;
  /** The fresh nonce that the reply carries. uint64. */
  readonly sentNonce: bigint;
  /** What the client gave back of its last contact; 0 at its first. uint64. */
  readonly receivedNonce: bigint;
  /** "address:port" */
  readonly observedAddress: string;
  readonly clientClock: Timestamp | undefined;
  /** This server's notification address while a stream is held; undefined for a poll. */
  readonly streamingTo: string | undefined;
  /** Names the server process, so that a restarted one can end what its predecessor left open. */
  readonly server: string;
  /** Whether what this contact was handed and did not acknowledge is due at once when it ends (ours.md 4, Re-offer). */
  readonly reofferAtEnd: boolean;
  /** As reofferAtEnd, but due only when the client begins anew: at a contact that does not continue. Optional: false. */
  readonly reofferAnew?: boolean;
  /**
   * Whether the client goes on where its last contact left off. Where it does not, and that one was recorded with
   * reofferAnew, pending messages that were last handed out on contacts with reofferAnew are due at `time`. Optional: false.
   */
  readonly continues?: boolean;
}

export interface ContactStore {
  /**
   * Records contacts and makes them their clients' last ones (time, address, clock, streaming_to).
   * @throws not_found for an unknown client.
   */
  record(contacts: readonly NewContact[]): Promise<ContactId[]>;

  /**
   * Moves the last contact time of the clients whose last contact this is: their streams are alive. Where it has ended,
   * its end moves too, never back: more polls belong to it.
   */
  touch(contactIds: readonly ContactId[], time: Micros): Promise<void>;

  /**
   * Marks contacts as over. Where one is its client's last, `lastContactStreamingTo` becomes undefined. Pending messages
   * that were last handed out on one recorded with reofferAtEnd are due at `time`. Ended and unknown ones are left alone.
   * @param unheard what was handed out on them did not arrive: it is due at `time` whatever they were recorded with.
   */
  end(contactIds: readonly ContactId[], time: Micros, unheard?: boolean): Promise<void>;

  /** Ends, as `end` does, every contact that this server recorded and never ended: it has just started. */
  endAllOf(server: string, time: Micros): Promise<void>;

  /** A client's contacts, newest first. Empty for an unknown client. */
  list(
    clientId: ClientId,
    page: { readonly before: ContactId | undefined; readonly limit: number },
  ): Promise<ContactRecord[]>;
}

// --------------------------------------------------------------------------------------------------------- messages

export interface NewMessage {
  /** With a result, no payload is kept and the message is not pending. */
  readonly message: IdentifiedMessage;
  /** The contact that brought it, for messages of clients. */
  readonly contactId: ContactId | undefined;
  /**
   * When it may first be claimed, if it is pending. A server that goes on to process what it stores gives a later time,
   * so that nobody else starts on it.
   */
  readonly dueTime: Micros;
}

/**
 * - "stored": new.
 * - "updated": existed; its result was set or replaced (core/message.ts, resultOverwrites).
 * - "duplicate": existed; nothing changed.
 * - "unknown_client": its destination is a client that is not known; nothing stored.
 */
export type StoreOutcome = "stored" | "updated" | "duplicate" | "unknown_client";

/** A contact asks for what is due for its client. */
export interface ClientClaim {
  readonly clientId: ClientId;
  readonly contactId: ContactId;
  readonly server: string;
  readonly now: Micros;
  /** Messages handed out now are due again at this time, unless they have a result by then. */
  readonly reofferTime: Micros;
  /** At most so many messages, over all services. */
  readonly maxMessages: number;
  /** At most so many bytes of payload, but always one message. */
  readonly maxBytes: number;
  /** Flow control: how many per destination service; one that is not listed gets none. undefined: no such limit. */
  readonly allowed: ReadonlyMap<string, number> | undefined;
}

export interface ClientClaimResult {
  readonly messages: IdentifiedMessage[];
  /** Whether more was due than maxMessages or maxBytes let through: ask again at once. Flow control does not count. */
  readonly more: boolean;
}

export interface ServerClaim {
  readonly server: string;
  readonly now: Micros;
  readonly maxMessages: number;
  /** At most so many per destination service, none for one that is busy; one that is not listed has no limit of its own. */
  readonly limits: ReadonlyMap<string, number>;
  /** When a claimed message is due again unless it has a result by then. @param tries including this one. */
  readonly retryTime: (tries: number) => Micros;
}

export interface ClaimedMessage {
  readonly message: IdentifiedMessage;
  /** How often it was handed out, this time included. */
  readonly tries: number;
}

export interface ResultChange {
  readonly messageId: MessageId;
  readonly result: MessageResult;
  /** Only if the message is for this client: an acknowledgement proves nothing about another's message. */
  readonly onlyForClient: ClientId | undefined;
}

/** "set": changed; "kept": there was a result that this one does not overwrite; "foreign": not for that client. */
export type ResultOutcome = "set" | "kept" | "foreign" | "unknown";

export interface PendingQuery {
  readonly clientIds: readonly ClientId[];
  readonly offset: number;
  /** undefined: all. */
  readonly limit: number | undefined;
  /** Without it, `data` keeps its type and loses its value. */
  readonly wantData: boolean;
}

export interface MessageStore {
  /**
   * Stores messages with their payload while they are pending. One that exists, by message_id, takes the result of the
   * new one where that overwrites (its payload is dropped then), and nothing else of it: see StoreOutcome.
   */
  store(messages: readonly NewMessage[]): Promise<StoreOutcome[]>;

  /**
   * Hands out pending messages for clients, oldest first, and records that it did: a message is given to one claim only
   * until its reofferTime has come or its contact ended. Claims are served in order.
   */
  claimForClients(claims: readonly ClientClaim[]): Promise<ClientClaimResult[]>;

  /** Hands out pending messages for server services, those that have been due for longest first. */
  claimForServer(claim: ServerClaim): Promise<ClaimedMessage[]>;

  /** Makes pending messages for server services due at this time: their processing was put off. */
  postpone(messageIds: readonly MessageId[], dueTime: Micros): Promise<void>;

  /** As `postpone`, for claimed messages that nobody began to process: that claim does not count as a try. */
  putBack(messageIds: readonly MessageId[], dueTime: Micros): Promise<void>;

  /**
   * Makes what was left to this server due at `time`, if it is due later: pending messages for server services that it
   * handed out last, or that were never handed out. It has just started, and works on none.
   */
  takeUpAgain(server: string, time: Micros): Promise<void>;

  /** When the next message for a server service other than these is due; undefined when none is pending. */
  nextServerDue(exceptServices: readonly string[]): Promise<Micros | undefined>;

  /** Gives messages their results and drops the payloads of those that changed. */
  setResults(changes: readonly ResultChange[]): Promise<ResultOutcome[]>;

  /** Those of the ids that are known, without payload where none is kept any more. */
  get(messageIds: readonly MessageId[]): Promise<Map<MessageId, IdentifiedMessage>>;

  /** Those of the ids that are known. */
  life(messageIds: readonly MessageId[]): Promise<Map<MessageId, MessageLife>>;

  /** Which of the clients have a message that is due. */
  clientsWithDue(clientIds: readonly ClientId[], now: Micros): Promise<Set<ClientId>>;

  /** Pending messages for these clients, oldest first. */
  pending(query: PendingQuery): Promise<IdentifiedMessage[]>;

  countPending(clientIds: readonly ClientId[]): Promise<number>;

  /** Gives all pending messages for these clients this (failed) result. @returns how many there were. */
  deletePending(clientIds: readonly ClientId[], result: MessageResult): Promise<number>;
}

// ------------------------------------------------------------------------------------------------------- broadcasts

export interface BroadcastRecord {
  readonly broadcast: Broadcast;
  /** 0: disabled. unlimitedBroadcast: no limit. */
  readonly limit: bigint;
  /** Messages saved for it, over all servers. */
  readonly sent: bigint;
  /** What servers hold in allocations and have not sent yet. */
  readonly allocated: bigint;
}

export interface BroadcastSend {
  readonly broadcastId: BroadcastId;
  readonly allocationId: AllocationId;
  /** Pending, for the client; its destination client is the one that the broadcast is recorded as sent to. */
  readonly message: IdentifiedMessage;
  readonly contactId: ContactId | undefined;
  readonly dueTime: Micros;
}

/** "exhausted": the allocation is used up, expired and cleaned, or its broadcast disabled. */
export type BroadcastSendOutcome = "saved" | "already_sent" | "exhausted" | "unknown_client";

export interface BroadcastStore {
  /**
   * Adds a broadcast, and disables active ones with the same (not empty) group name, source, destination and labels.
   * @throws conflict if the id exists.
   */
  create(broadcast: Broadcast, limit: bigint): Promise<void>;

  /** Limit not 0 and not reached, not expired at `now`. Those of one source service if it is given. */
  listActive(now: Micros, serviceName: string | undefined): Promise<BroadcastRecord[]>;

  /** All of them, whatever became of them, in ascending order of their ids. @param page `after`: only greater ids. */
  page(page: {
    readonly after: BroadcastId | undefined;
    readonly limit: number;
  }): Promise<BroadcastRecord[]>;

  /** Those of the ids that are known. */
  get(broadcastIds: readonly BroadcastId[]): Promise<Map<BroadcastId, BroadcastRecord>>;

  /** Sets the limit to 0 and deletes the allocations. Unknown ids are left alone. */
  disable(broadcastIds: readonly BroadcastId[]): Promise<void>;

  /**
   * Takes part of what is left (core/broadcast.ts, allocationSize), so that all servers together never exceed the limit.
   * undefined when nothing is left, the broadcast is disabled, expired or unknown.
   */
  allocate(request: {
    readonly broadcastId: BroadcastId;
    readonly allocationId: AllocationId;
    readonly now: Micros;
    readonly expirationTime: Micros;
  }): Promise<BroadcastAllocation | undefined>;

  /** Gives back what the allocations have not used; unknown ones are left alone. */
  release(allocationIds: readonly AllocationId[]): Promise<void>;

  /** Releases the allocations that expired before `now`, of servers that did not return. @returns how many. */
  releaseExpired(now: Micros): Promise<number>;

  /** Which of these broadcasts each of these clients was already sent: one entry for each client asked for. */
  sentTo(
    clientIds: readonly ClientId[],
    broadcastIds: readonly BroadcastId[],
  ): Promise<Map<ClientId, Set<BroadcastId>>>;

  /** Saves one message per client and broadcast and counts it against the allocation. */
  send(sends: readonly BroadcastSend[]): Promise<BroadcastSendOutcome[]>;
}

// ------------------------------------------------------------------------------------- files and resource usage

export interface FileName {
  readonly serviceName: string;
  readonly fileName: string;
}

export interface StoredFile {
  readonly data: Uint8Array;
  readonly modifiedTime: Micros;
}

export interface FileStore {
  /** Stores a file of at most 16 MiB − 1, in place of one of the same name. */
  put(name: FileName, file: StoredFile): Promise<void>;
  get(name: FileName): Promise<StoredFile | undefined>;
  /** As get, without reading the data. */
  stat(
    name: FileName,
  ): Promise<{ readonly modifiedTime: Micros; readonly sizeBytes: number } | undefined>;
  /** Sorted by service, then name; of one service if given. */
  list(
    serviceName: string | undefined,
  ): Promise<(FileName & { readonly modifiedTime: Micros; readonly sizeBytes: number })[]>;
  /** @returns whether it was there. */
  delete(name: FileName): Promise<boolean>;
}

/** ClientResourceUsageRecord (protocol.md 2): rates in milliseconds of CPU per second, memory in MiB. */
export interface ResourceUsageRecord {
  readonly clientId: ClientId;
  /** The service, or "system" for the client itself. */
  readonly scope: string;
  readonly pid: bigint;
  readonly processStartTime: Micros | undefined;
  readonly clientTime: Micros | undefined;
  readonly serverTime: Micros;
  readonly processTerminated: boolean;
  readonly meanUserCpuRate: number;
  readonly maxUserCpuRate: number;
  readonly meanSystemCpuRate: number;
  readonly maxSystemCpuRate: number;
  readonly meanResidentMemoryMib: number;
  readonly maxResidentMemoryMib: number;
  readonly meanNumFds: number;
  readonly maxNumFds: number;
}

export interface ResourceUsageStore {
  /** @throws not_found for an unknown client. */
  record(records: readonly ResourceUsageRecord[]): Promise<void>;
  /**
   * A client's records with start ≤ serverTime < end, oldest first, and in the order in which they came where that is
   * equal. @param limit at most so many; undefined: all, and a client sends as many as it likes.
   */
  fetch(
    clientId: ClientId,
    start: Micros,
    end: Micros,
    limit?: number,
  ): Promise<ResourceUsageRecord[]>;
}
