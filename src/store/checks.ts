/**
 * What every store refuses to take, so that all of them refuse the same: pure checks of arguments.
 *
 * The sizes are those of the original's tables (mysql-schema.md), which a database may share with servers of the original.
 */
import { FleetError } from "../core/errors.ts";
import { unlimitedBroadcast, type Broadcast } from "../core/broadcast.ts";
import type { ClientId } from "../core/ids.ts";
import type { Label } from "../core/labels.ts";
import type { Address } from "../core/message.ts";
import type { Timestamp } from "../core/time.ts";
import type {
  BroadcastSend,
  ClientClaim,
  FileName,
  NewContact,
  NewMessage,
  ResourceUsageRecord,
} from "./store.ts";

/** Characters. */
export const maxNameLength = 128;
/** Bytes: what a MEDIUMBLOB holds. */
export const maxBlobBytes = 16 * 1024 * 1024 - 1;
/** Bytes. */
const maxSourceMessageIdBytes = 16;
const maxUint64 = 2n ** 64n - 1n;
const maxInt64 = 2n ** 63n - 1n;
const minInt64 = -(2n ** 63n);
/** Years 1 to 9999, as google.protobuf.Timestamp. */
const minSeconds = -62_135_596_800;
const maxSeconds = 253_402_300_799;

function refuse(message: string, hint?: string): never {
  throw new FleetError("invalid_argument", message, hint === undefined ? {} : { hint });
}

/** @param what as it reads in "cannot store <what> …" */
export function checkName(what: string, name: string): void {
  if (name.length <= maxNameLength) return;
  refuse(
    `cannot store ${what} "${name.slice(0, 32)}…" of ${name.length} characters`,
    `Names have at most ${maxNameLength} characters.`,
  );
}

export function checkLabels(labels: readonly Label[]): void {
  for (const { serviceName, label } of labels) {
    checkName("a service name", serviceName);
    checkName("a label", label);
  }
}

/** Without duplicates, sorted by service, then label, in the order of their UTF-8 bytes. */
export function sortedLabels(labels: readonly Label[]): Label[] {
  const sorted = [...labels].sort(
    (left, right) =>
      compareText(left.serviceName, right.serviceName) || compareText(left.label, right.label),
  );
  return sorted.filter((label, index) => {
    const before = sorted[index - 1];
    return before?.serviceName !== label.serviceName || before.label !== label.label;
  });
}

/** As SQLite orders texts; JavaScript's own order differs above U+FFFF. */
export function compareText(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}

/** A time in microseconds, or any other number that must survive as it is. */
export function checkMicros(what: string, micros: number | undefined): void {
  if (micros === undefined || Number.isSafeInteger(micros)) return;
  refuse(
    `cannot store ${what} ${micros}: it is not a whole number of microseconds that a double holds exactly`,
  );
}

export function checkTimestamp(what: string, time: Timestamp | undefined): void {
  if (time === undefined) return;
  const { seconds, nanos } = time;
  if (!Number.isInteger(seconds) || seconds < minSeconds || seconds > maxSeconds) {
    refuse(`cannot store ${what}: ${seconds} seconds are not within the years 1 to 9999`);
  }
  if (!Number.isInteger(nanos) || nanos < 0 || nanos > 999_999_999) {
    refuse(`cannot store ${what}: ${nanos} nanoseconds are not a part of a second`);
  }
}

/** A limit or offset of a listing, a claim or a prune. */
export function checkCount(what: string, count: number): void {
  if (Number.isSafeInteger(count) && count >= 0) return;
  refuse(`${what} is ${count}, not a whole number from 0 up`);
}

export function checkBroadcastLimit(limit: bigint): void {
  if (limit >= 0n && limit <= unlimitedBroadcast) return;
  refuse(
    `cannot store a broadcast limit of ${limit}`,
    "It is 0 to 2^63-1, the latter meaning no limit.",
  );
}

export function checkAddress(what: string, address: Address): void {
  checkName(`${what} service`, address.serviceName);
}

export function checkBlob(what: string, bytes: Uint8Array): void {
  if (bytes.byteLength <= maxBlobBytes) return;
  refuse(
    `cannot store ${what} of ${bytes.byteLength} bytes`,
    `At most ${maxBlobBytes} bytes are kept in one piece.`,
  );
}

export function checkContact(contact: NewContact): void {
  checkMicros("a contact's time", contact.time);
  checkTimestamp("a client's clock", contact.clientClock);
  checkName("a server name", contact.server);
  checkName("an observed address", contact.observedAddress);
  checkName("a notification address", contact.streamingTo ?? "");
  for (const nonce of [contact.sentNonce, contact.receivedNonce]) {
    if (nonce < 0n || nonce > maxUint64)
      refuse(`cannot store the nonce ${nonce}: it is not a uint64`);
  }
}

export function checkMessage({ message, dueTime }: Pick<NewMessage, "message" | "dueTime">): void {
  checkAddress("a source", message.source);
  checkAddress("a destination", message.destination);
  checkName("a message type", message.messageType);
  checkMicros("a due time", dueTime);
  checkTimestamp("a creation time", message.creationTime);
  checkTimestamp("a processed time", message.result?.processedTime);
  if (message.data) checkBlob("message data", message.data.value);
  const { sourceMessageId } = message;
  if (
    sourceMessageId.length > maxSourceMessageIdBytes * 2 ||
    !/^(?:[0-9a-f]{2})*$/.test(sourceMessageId)
  ) {
    refuse(
      `cannot store the source message id "${sourceMessageId.slice(0, 64)}": it is not hex of up to 16 bytes`,
    );
  }
}

export function checkClaim(claim: ClientClaim): void {
  checkCount("maxMessages", claim.maxMessages);
  checkCount("maxBytes", claim.maxBytes);
  checkMicros("the time of a claim", claim.now);
  checkMicros("a re-offer time", claim.reofferTime);
  checkName("a server name", claim.server);
}

/** @returns the client that it is for. */
export function checkSend(send: BroadcastSend): ClientId {
  checkMessage(send);
  const { clientId } = send.message.destination;
  if (clientId === undefined)
    refuse(`cannot send broadcast ${send.broadcastId}: its message names no client`);
  if (send.message.result)
    refuse(`cannot send broadcast ${send.broadcastId}: its message has a result already`);
  return clientId;
}

export function checkBroadcast(broadcast: Broadcast): void {
  checkAddress("a source", broadcast.source);
  checkAddress("a destination", broadcast.destination);
  checkName("a message type", broadcast.messageType);
  checkName("a group name", broadcast.groupName);
  checkLabels(broadcast.requiredLabels);
  checkTimestamp("an expiration time", broadcast.expirationTime);
  if (broadcast.data) checkBlob("broadcast data", broadcast.data.value);
}

export function checkFileName({ serviceName, fileName }: FileName): void {
  checkName("a service name", serviceName);
  checkName("a file name", fileName);
}

export function checkUsage(record: ResourceUsageRecord): void {
  checkName("a scope", record.scope);
  checkMicros("a server time", record.serverTime);
  checkMicros("a client time", record.clientTime);
  checkMicros("a process start time", record.processStartTime);
  if (record.pid < minInt64 || record.pid > maxInt64)
    refuse(`cannot store the process id ${record.pid}`);
  for (const [name, value] of Object.entries(record)) {
    if (typeof value === "number" && !Number.isFinite(value))
      refuse(`cannot store ${name} ${value}: it is not finite`);
  }
}
