/**
 * A message as the program handles it: fleetspeak.Message with ids as hex, absence as undefined and
 * 64-bit integers as bigint (protocol.md 2).
 */
import type { ClientId, MessageId } from "./ids.ts";
import type { Timestamp } from "./time.ts";

export interface Address {
  /** undefined means the server. */
  readonly clientId: ClientId | undefined;
  /** Empty where the wire had none. */
  readonly serviceName: string;
}

/** google.protobuf.Any. */
export interface AnyData {
  /** "type.googleapis.com/<package>.<Message>" */
  readonly typeUrl: string;
  /** Owned: never a view into a larger buffer that something else reuses. */
  readonly value: Uint8Array;
}

export type Priority = "low" | "medium" | "high";

export interface MessageResult {
  readonly processedTime: Timestamp | undefined;
  readonly failed: boolean;
  /** Empty unless failed; at most 900 characters when made here. */
  readonly failedReason: string;
}

export interface Annotation {
  readonly key: string;
  readonly value: string;
}

export interface Message {
  /** undefined until the server made one: on the way up a client leaves it to the server. */
  readonly messageId: MessageId | undefined;
  readonly source: Address;
  /** Hex of up to 16 bytes that the sender chose; empty if none. */
  readonly sourceMessageId: string;
  readonly destination: Address;
  readonly messageType: string;
  readonly creationTime: Timestamp | undefined;
  readonly data: AnyData | undefined;
  /** validation_info: what the authorizer noted about the contact that brought it. */
  readonly validationTags: Readonly<Record<string, string>>;
  readonly result: MessageResult | undefined;
  readonly priority: Priority;
  /** Does not count as activity of a polling client. */
  readonly background: boolean;
  readonly annotations: readonly Annotation[];
  readonly isBlocklistedSource: boolean;
}

/** A message that has its id: one that the server made or accepted. */
export interface IdentifiedMessage extends Message {
  readonly messageId: MessageId;
  readonly creationTime: Timestamp;
}

export const serverAddress: Address = { clientId: undefined, serviceName: "" };

/** The service of the client and the server themselves (protocol.md 7). */
export const systemService = "system";

/** Names that cannot be configured (protocol.md 7). */
export const reservedServiceNames: ReadonlySet<string> = new Set(["", "system", "client"]);

/** protocol.md 3: of one message to a client, and of one local frame. Bytes. */
export const maxMessageBytes = 2 * 1024 * 1024;
/** protocol.md 3: serialized WrappedContactData, compressed and inflated alike. Bytes. */
export const maxContactBytes = 20 * 1024 * 1024;
/** protocol.md 3. */
export const maxContactMessages = 100;
/** protocol.md 11. Characters. */
export const maxFailedReasonLength = 900;

/** A message with everything that is not said left empty. */
export function makeMessage(
  fields: Partial<Message> & Pick<Message, "source" | "destination" | "messageType">,
): Message {
  return {
    messageId: undefined,
    sourceMessageId: "",
    creationTime: undefined,
    data: undefined,
    validationTags: {},
    result: undefined,
    priority: "medium",
    background: false,
    annotations: [],
    isBlocklistedSource: false,
    ...fields,
  };
}

/** The result of a message that was processed. */
export function successAt(processedTime: Timestamp): MessageResult {
  return { processedTime, failed: false, failedReason: "" };
}

/** The result of a message that never will be. @param reason cut to what a result may hold. */
export function failureAt(processedTime: Timestamp, reason: string): MessageResult {
  return { processedTime, failed: true, failedReason: reason.slice(0, maxFailedReasonLength) };
}

/**
 * Whether a new result takes the place of what is there (protocol.md 13): a success overwrites any result,
 * a failure none.
 */
export function resultOverwrites(
  present: MessageResult | undefined,
  next: MessageResult | undefined,
): boolean {
  if (next === undefined) return false;
  return present === undefined || !next.failed;
}
