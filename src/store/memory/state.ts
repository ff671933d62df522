/**
 * The tables of the memory store.
 */
import type { Broadcast, BroadcastAllocation } from "../../core/broadcast.ts";
import type { AuditEntry } from "../../core/audit.ts";
import type { CredentialId } from "../../core/credential.ts";
import { FleetError } from "../../core/errors.ts";
import type { AllocationId, BroadcastId, ClientId, MessageId } from "../../core/ids.ts";
import type { IdentifiedMessage } from "../../core/message.ts";
import { timestampFromMicros, type Micros, type Timestamp } from "../../core/time.ts";
import type {
  ClientRecord,
  ContactId,
  FileName,
  MessageLife,
  NewContact,
  ResourceUsageRecord,
  StoredFile,
} from "../store.ts";
import type { CredentialRecord, IdempotencyRecord } from "../access.ts";
import type { CountedName } from "../counted-names.ts";
import type { ClientService, MessageState } from "../reports.ts";
import { MemoryTransactions, Table } from "./tables.ts";

export interface ClientRow extends ClientRecord {
  readonly lastContact: ContactId | undefined;
}

export interface ContactRow extends NewContact {
  readonly contactId: ContactId;
  readonly endedTime: Micros | undefined;
}

export interface ServiceRow extends ClientService {
  readonly clientId: ClientId;
}

declare const tallyKey: unique symbol;
export type TallyKey = string & { readonly [tallyKey]: true };

/** How many messages of one day and name have each state, or had it when they were pruned. */
export interface TallyRow extends CountedName, Readonly<Record<MessageState, number>> {
  readonly day: number;
}

export interface MessageRow {
  /** Ascending in the order of storing. */
  readonly number: number;
  /** Its data is dropped when it has a result. */
  readonly message: IdentifiedMessage;
  readonly contactId: ContactId | undefined;
  readonly tally: TallyKey;
  readonly life: Pick<
    MessageLife,
    "tries" | "handedOutTime" | "handedOutBy" | "handedOutContact" | "dueTime"
  >;
}

export interface BroadcastRow {
  readonly broadcast: Broadcast;
  readonly limit: bigint;
  readonly sent: bigint;
  readonly allocated: bigint;
  readonly sentTo: ReadonlySet<ClientId>;
}

export interface AllocationRow extends BroadcastAllocation {
  readonly sent: bigint;
}

export class MemoryState {
  readonly transactions = new MemoryTransactions();
  readonly clients = new Table<ClientId, ClientRow>(this.transactions);
  readonly contacts = new Table<ContactId, ContactRow>(this.transactions);
  /** By JSON of client and service. */
  readonly services = new Table<string, ServiceRow>(this.transactions);
  readonly tallies = new Table<TallyKey, TallyRow>(this.transactions);
  readonly messages = new Table<MessageId, MessageRow>(this.transactions);
  readonly broadcasts = new Table<BroadcastId, BroadcastRow>(this.transactions);
  readonly allocations = new Table<AllocationId, AllocationRow>(this.transactions);
  /** By JSON of service and name. */
  readonly files = new Table<string, FileName & StoredFile>(this.transactions);
  readonly usage = new Table<number, ResourceUsageRecord>(this.transactions);
  readonly credentials = new Table<CredentialId, CredentialRecord>(this.transactions);
  /** By seq. */
  readonly audit = new Table<number, AuditEntry>(this.transactions);
  /** By JSON of caller, operation and key. */
  readonly writes = new Table<string, IdempotencyRecord>(this.transactions);
  #lastNumber = 0;

  /** For whatever needs a number greater than earlier ones. */
  nextNumber(): number {
    return ++this.#lastNumber;
  }

  /** @throws not_found */
  client(clientId: ClientId): ClientRow {
    const row = this.clients.get(clientId);
    if (row) return row;
    throw new FleetError("not_found", `there is no client "${clientId}"`);
  }

  /** Pending messages that pass, in the order in which they were stored. */
  pending(wanted: (row: MessageRow) => boolean): MessageRow[] {
    const rows = this.messages
      .rows()
      .filter((row) => row.message.result === undefined && wanted(row));
    return rows.sort((left, right) => left.number - right.number);
  }

  /** Changes what is known of a message's handing out. */
  updateLife(row: MessageRow, life: Partial<MessageRow["life"]>): void {
    this.messages.set(row.message.messageId, { ...row, life: { ...row.life, ...life } });
  }
}

/** Whether a message is due. */
export function isDue(row: MessageRow, now: Micros): boolean {
  return row.life.dueTime !== undefined && row.life.dueTime <= now;
}

/** Negative, zero or positive as the timestamp is before, at or after the other point in time. */
export function compareTimes(time: Timestamp, micros: Micros): number {
  const other = timestampFromMicros(micros);
  return time.seconds - other.seconds || time.nanos - other.nanos;
}
