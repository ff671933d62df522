/**
 * What a store says of a client, a contact and a message's life: the records that store.ts and reports.ts have in common.
 */
import type { ClientId, MessageId } from "../core/ids.ts";
import type { Label } from "../core/labels.ts";
import type { MessageResult } from "../core/message.ts";
import type { Micros, Timestamp } from "../core/time.ts";

export interface ClientRecord {
  readonly clientId: ClientId;
  readonly publicKey: Uint8Array;
  /** Sorted by service, then label; no duplicates. */
  readonly labels: readonly Label[];
  readonly blacklisted: boolean;
  /** Its first contact. */
  readonly addedTime: Micros;
  readonly lastContactTime: Micros;
  /** "address:port"; empty before the first contact. */
  readonly lastContactAddress: string;
  /** The notification address of the server that holds the client's stream; undefined when none does. */
  readonly lastContactStreamingTo: string | undefined;
  /** What the client's clock said at its last contact. */
  readonly lastClock: Timestamp | undefined;
}

/** A contact's number in this database; greater than those of earlier contacts. */
export type ContactId = number;

export interface ContactRecord {
  readonly contactId: ContactId;
  readonly time: Micros;
  readonly sentNonce: bigint;
  readonly receivedNonce: bigint;
  readonly observedAddress: string;
  /** The server process that recorded it. */
  readonly server: string;
  /** undefined while it is open. */
  readonly endedTime: Micros | undefined;
}

/** What happened to a message so far, kept in its row. */
export interface MessageLife {
  readonly messageId: MessageId;
  readonly creationTime: Timestamp;
  readonly result: MessageResult | undefined;
  /** How often it was handed out: to a client's contact, or to a server service. */
  readonly tries: number;
  /** The last time it was handed out, by which server, on which contact (for messages to clients). */
  readonly handedOutTime: Micros | undefined;
  readonly handedOutBy: string | undefined;
  readonly handedOutContact: ContactId | undefined;
  /** When a pending message is due; undefined once there is a result. */
  readonly dueTime: Micros | undefined;
}
