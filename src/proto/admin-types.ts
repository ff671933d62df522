/**
 * The requests and answers of the admin API as the program handles them: what the messages of protocol.md 2 (package
 * fleetspeak.server) and fleet.v1 say, with ids as hex, times as Timestamp and absence as undefined. No code.
 */
import type { Broadcast } from "../core/broadcast.ts";
import type { BroadcastId, ClientId, MessageId } from "../core/ids.ts";
import type { Label } from "../core/labels.ts";
import type { MessageResult } from "../core/message.ts";
import type { Timestamp } from "../core/time.ts";

/** fleetspeak.EmptyMessage. */
export type Empty = Readonly<Record<never, never>>;

export interface ClientIdRequest {
  readonly clientId: ClientId;
}

export interface ClientIdsRequest {
  readonly clientIds: readonly ClientId[];
}

/** fleetspeak.server.Client. */
export interface AdminClient {
  readonly clientId: ClientId;
  readonly labels: readonly Label[];
  readonly lastContactTime: Timestamp | undefined;
  /** "address:port"; empty before the first contact. */
  readonly lastContactAddress: string;
  readonly lastClock: Timestamp | undefined;
  readonly blacklisted: boolean;
  /** The notification address of the server that holds the client's stream; empty when none does. */
  readonly lastContactStreamingTo: string;
}

export interface StreamClientIdsRequest {
  readonly includeBlacklisted: boolean;
  readonly lastContactAfter: Timestamp | undefined;
}

export interface ClientContact {
  /** uint64 */
  readonly sentNonce: bigint;
  /** uint64 */
  readonly receivedNonce: bigint;
  readonly observedAddress: string;
  readonly timestamp: Timestamp | undefined;
}

export interface MessageStatus {
  /** undefined: the message is not known. */
  readonly creationTime: Timestamp | undefined;
  /** undefined: the message is pending, or not known. */
  readonly result: MessageResult | undefined;
}

export interface PendingMessagesRequest {
  readonly clientIds: readonly ClientId[];
  readonly offset: bigint;
  /** 0: no limit. */
  readonly limit: bigint;
  readonly wantData: boolean;
}

export interface CreateBroadcastRequest {
  /** Without an id: the server makes one. */
  readonly broadcast: Omit<Broadcast, "broadcastId"> & {
    readonly broadcastId: BroadcastId | undefined;
  };
  readonly limit: bigint;
}

export interface FileRequest {
  readonly serviceName: string;
  readonly fileName: string;
}

export interface StoreFileRequest extends FileRequest {
  readonly data: Uint8Array;
}

/** Of a message that was to be deleted: "done" had a result already, which stays. */
export type DeleteOutcome = "unknown" | "deleted" | "done";

export interface FetchUsageRequest {
  readonly clientId: ClientId;
  /** Inclusive; undefined: since ever. */
  readonly start: Timestamp | undefined;
  /** Exclusive; undefined: until now. */
  readonly end: Timestamp | undefined;
}

/** fleetspeak.server.ClientResourceUsageRecord: rates in milliseconds of CPU per second, memory in MiB. */
export interface UsageRecord {
  readonly scope: string;
  readonly pid: bigint;
  readonly processStartTime: Timestamp | undefined;
  readonly clientTimestamp: Timestamp | undefined;
  readonly serverTimestamp: Timestamp | undefined;
  readonly meanUserCpuRate: number;
  readonly maxUserCpuRate: number;
  readonly meanSystemCpuRate: number;
  readonly maxSystemCpuRate: number;
  readonly meanResidentMemoryMib: number;
  readonly maxResidentMemoryMib: number;
  readonly processTerminated: boolean;
  readonly meanNumFds: number;
  readonly maxNumFds: number;
}

/** fleet.v1.WatchMessagesRequest (ours.md 3). What is left out does not restrict. */
export interface WatchMessagesRequest {
  /** Of the destination; empty: all. */
  readonly serviceName: string;
  /** Empty: all. */
  readonly clientIds: readonly ClientId[];
  readonly inReplyTo: MessageId | undefined;
}
