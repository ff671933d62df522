/**
 * Ids: branded lower-case hex strings inside the program, bytes only on the wire and in a database.
 *
 * Source of the derivations: protocol.md 1.
 */
import { createHash, randomBytes } from "node:crypto";

import { FleetError } from "./errors.ts";

declare const brand: unique symbol;
type Hex<Name extends string> = string & { readonly [brand]: Name };

/** 16 hex digits: the first 8 bytes of SHA-256 over the client's SubjectPublicKeyInfo. */
export type ClientId = Hex<"ClientId">;
/** 64 hex digits. */
export type MessageId = Hex<"MessageId">;
/** 16 hex digits. */
export type BroadcastId = Hex<"BroadcastId">;
/** 16 hex digits. */
export type AllocationId = Hex<"AllocationId">;

const clientIdBytes = 8;
const messageIdBytes = 32;
const shortIdBytes = 8;

export function bytesToHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");
}

/** The bytes of an id of this module, or of any other string that is known to be hex. */
export function hexToBytes(hex: string): Buffer {
  return Buffer.from(hex, "hex");
}

function fromBytes<Id extends Hex<string>>(bytes: Uint8Array, length: number, kind: string): Id {
  if (bytes.length !== length) {
    throw new FleetError("invalid_data", `a ${kind} id has ${length} bytes, not ${bytes.length}`);
  }
  return bytesToHex(bytes) as Id;
}

function fromText<Id extends Hex<string>>(text: string, length: number, kind: string): Id {
  const id = text.toLowerCase();
  if (id.length !== length * 2 || !/^[0-9a-f]*$/.test(id)) {
    throw new FleetError("invalid_argument", `"${text}" is not a ${kind} id`, {
      hint: `A ${kind} id is ${length * 2} hex digits.`,
    });
  }
  return id as Id;
}

/** @throws invalid_data unless there are exactly 8 bytes. */
export function clientIdFromBytes(bytes: Uint8Array): ClientId {
  return fromBytes(bytes, clientIdBytes, "client");
}

/** @throws invalid_argument unless it is 16 hex digits of either case. */
export function parseClientId(text: string): ClientId {
  return fromText(text, clientIdBytes, "client");
}

/** @throws invalid_data unless there are exactly 32 bytes. */
export function messageIdFromBytes(bytes: Uint8Array): MessageId {
  return fromBytes(bytes, messageIdBytes, "message");
}

/** @throws invalid_argument unless it is 64 hex digits of either case. */
export function parseMessageId(text: string): MessageId {
  return fromText(text, messageIdBytes, "message");
}

/** @throws invalid_data unless there are exactly 8 bytes. */
export function broadcastIdFromBytes(bytes: Uint8Array): BroadcastId {
  return fromBytes(bytes, shortIdBytes, "broadcast");
}

/** @throws invalid_argument unless it is 16 hex digits of either case. */
export function parseBroadcastId(text: string): BroadcastId {
  return fromText(text, shortIdBytes, "broadcast");
}

/** @throws invalid_data unless there are exactly 8 bytes. */
export function allocationIdFromBytes(bytes: Uint8Array): AllocationId {
  return fromBytes(bytes, shortIdBytes, "allocation");
}

/** The id of whoever holds this key. @param spki DER of the PKIX SubjectPublicKeyInfo, of any key type. */
export function deriveClientId(spki: Uint8Array): ClientId {
  return createHash("sha256")
    .update(spki)
    .digest("hex")
    .slice(0, clientIdBytes * 2) as ClientId;
}

/**
 * The id of a message from a client, the same at every resend.
 *
 * @param sourceMessageId as the client chose it, as bytes.
 */
export function deriveMessageId(
  clientId: ClientId,
  serviceName: string,
  sourceMessageId: Uint8Array,
): MessageId {
  return createHash("sha256")
    .update(hexToBytes(clientId))
    .update("\0")
    .update(serviceName)
    .update("\0")
    .update(sourceMessageId)
    .digest("hex") as MessageId;
}

/** The id of a message that was made on the server: random. */
export function newMessageId(): MessageId {
  return randomBytes(messageIdBytes).toString("hex") as MessageId;
}

/**
 * The id of a message from the server that its sender may repeat: the same for the same key, client and service.
 *
 * @param key of any length.
 */
export function messageIdForKey(key: string, clientId: ClientId, serviceName: string): MessageId {
  return createHash("sha256")
    .update("fleet message for a key\0")
    .update(hexToBytes(clientId))
    .update(`${serviceName}\0${key}`)
    .digest("hex") as MessageId;
}

export function newBroadcastId(): BroadcastId {
  return randomBytes(shortIdBytes).toString("hex") as BroadcastId;
}

export function newAllocationId(): AllocationId {
  return randomBytes(shortIdBytes).toString("hex") as AllocationId;
}
