/**
 * Between the wire and the core types: contacts and messages (protocol.md 2).
 *
 * Bytes are copied out of the input, 64-bit integers become bigint, ids become hex. Decoding throws FleetError
 * invalid_data and nothing else. Other messages have codecs of their own beside this file.
 */
import Long from "long";
import $protobuf from "protobufjs/minimal.js";

import { type ContactData, type ContactSignature, type WrappedContact } from "../core/contact.ts";
import { FleetError, describeThrown } from "../core/errors.ts";
import {
  type MessageId,
  bytesToHex,
  clientIdFromBytes,
  hexToBytes,
  messageIdFromBytes,
} from "../core/ids.ts";
import type { Label } from "../core/labels.ts";
import {
  type Address,
  type AnyData,
  type Message,
  type MessageResult,
  type Priority,
  maxContactMessages,
} from "../core/message.ts";
import type { Timestamp } from "../core/time.ts";
import { type BoundedType, type FieldBounds, checkFieldCounts } from "./count-fields.ts";
import { fleetspeak, type google } from "./generated/agent.js";

/** What every generated class can do. */
interface Generated<T> {
  decode(bytes: Uint8Array | $protobuf.Reader): T;
}

/** Decodes with a generated class, turning whatever it throws into invalid_data. */
export function decodeWith<T>(
  type: Generated<T>,
  name: string,
  bytes: Uint8Array,
  { keepUnknown = false }: { readonly keepUnknown?: boolean } = {},
): T {
  try {
    const reader = $protobuf.Reader.create(bytes);
    reader.discardUnknown = !keepUnknown;
    return type.decode(reader);
  } catch (thrown) {
    throw new FleetError("invalid_data", `these bytes are no ${name}: ${describeThrown(thrown)}`);
  }
}

/** A buffer of its own, so that nothing that is stored keeps a whole record alive. */
export function ownBytes(bytes: Uint8Array | null | undefined): Uint8Array {
  return bytes ? new Uint8Array(bytes) : new Uint8Array();
}

/** uint64, as protobufjs has it, to bigint. */
export function bigintFromLong(value: number | Long | null | undefined): bigint {
  if (value === null || value === undefined) return 0n;
  if (typeof value === "number") return BigInt(value);
  const low = BigInt(value.low >>> 0);
  const high = BigInt(value.unsigned ? value.high >>> 0 : value.high);
  return (high << 32n) | low;
}

export function longFromUint64(value: bigint): Long {
  return Long.fromBits(Number(value & 0xffffffffn), Number((value >> 32n) & 0xffffffffn), true);
}

export function longFromInt64(value: bigint): Long {
  return Long.fromBits(
    Number(BigInt.asIntN(32, value)),
    Number(BigInt.asIntN(32, value >> 32n)),
    false,
  );
}

export function timestampFromWire(
  time: google.protobuf.ITimestamp | null | undefined,
): Timestamp | undefined {
  if (!time) return undefined;
  const seconds = Number(bigintFromLong(time.seconds));
  if (!Number.isSafeInteger(seconds)) {
    throw new FleetError("invalid_data", `a timestamp of ${seconds} seconds is out of range`);
  }
  return { seconds, nanos: time.nanos ?? 0 };
}

export function timestampToWire(time: Timestamp | undefined): google.protobuf.ITimestamp | null {
  if (time === undefined) return null;
  const wire: google.protobuf.ITimestamp = {};
  if (time.seconds !== 0) wire.seconds = Long.fromNumber(time.seconds);
  if (time.nanos !== 0) wire.nanos = time.nanos;
  return wire;
}

export function anyFromWire(data: google.protobuf.IAny | null | undefined): AnyData | undefined {
  return data ? { typeUrl: data.type_url ?? "", value: ownBytes(data.value) } : undefined;
}

export function anyToWire(data: AnyData | undefined): google.protobuf.IAny | null {
  return data ? { type_url: data.typeUrl, value: data.value } : null;
}

/** @param typeName "<package>.<Message>" */
export function packAny(typeName: string, value: Uint8Array): AnyData {
  return { typeUrl: `type.googleapis.com/${typeName}`, value };
}

export function labelFromWire(label: fleetspeak.ILabel): Label {
  return { serviceName: label.service_name ?? "", label: label.label ?? "" };
}

export function labelToWire(label: Label): fleetspeak.ILabel {
  return { service_name: label.serviceName, label: label.label };
}

export function addressFromWire(address: fleetspeak.IAddress | null | undefined): Address {
  const id = address?.client_id;
  return {
    clientId: id && id.length > 0 ? clientIdFromBytes(id) : undefined,
    serviceName: address?.service_name ?? "",
  };
}

export function addressToWire(address: Address): fleetspeak.IAddress | null {
  if (address.clientId === undefined && address.serviceName === "") return null;
  const wire: fleetspeak.IAddress = {};
  if (address.clientId !== undefined) wire.client_id = hexToBytes(address.clientId);
  if (address.serviceName !== "") wire.service_name = address.serviceName;
  return wire;
}

const priorityFromWire: Readonly<Record<number, Priority>> = { 0: "medium", 1: "low", 2: "high" };
const priorityToWire: Readonly<Record<Priority, number>> = { medium: 0, low: 1, high: 2 };

export function resultFromWire(
  result: fleetspeak.IMessageResult | null | undefined,
): MessageResult | undefined {
  if (!result) return undefined;
  return {
    processedTime: timestampFromWire(result.processed_time),
    failed: result.failed ?? false,
    failedReason: result.failed_reason ?? "",
  };
}

export function resultToWire(result: MessageResult | undefined): fleetspeak.IMessageResult | null {
  if (!result) return null;
  const wire: fleetspeak.IMessageResult = { processed_time: timestampToWire(result.processedTime) };
  if (result.failed) wire.failed = true;
  if (result.failedReason !== "") wire.failed_reason = result.failedReason;
  return wire;
}

function messageIdFromWire(id: Uint8Array | null | undefined): MessageId | undefined {
  return id && id.length > 0 ? messageIdFromBytes(id) : undefined;
}

/** @throws invalid_data for an id that is neither absent nor of its length. */
export function messageFromWire(wire: fleetspeak.IMessage): Message {
  return {
    messageId: messageIdFromWire(wire.message_id),
    source: addressFromWire(wire.source),
    sourceMessageId: wire.source_message_id ? bytesToHex(wire.source_message_id) : "",
    destination: addressFromWire(wire.destination),
    messageType: wire.message_type ?? "",
    creationTime: timestampFromWire(wire.creation_time),
    data: anyFromWire(wire.data),
    validationTags: { ...wire.validation_info?.tags },
    result: resultFromWire(wire.result),
    priority: priorityFromWire[wire.priority ?? 0] ?? "medium",
    background: wire.background ?? false,
    annotations: (wire.annotations?.entries ?? []).map(({ key, value }) => ({
      key: key ?? "",
      value: value ?? "",
    })),
    isBlocklistedSource: wire.is_blocklisted_source ?? false,
  };
}

/** Fields with their default value are left out, as every proto3 encoder does. */
export function messageToWire(message: Message): fleetspeak.IMessage {
  const wire: fleetspeak.IMessage = {
    source: addressToWire(message.source),
    destination: addressToWire(message.destination),
    creation_time: timestampToWire(message.creationTime),
    data: anyToWire(message.data),
    result: resultToWire(message.result),
  };
  if (message.messageId !== undefined) wire.message_id = hexToBytes(message.messageId);
  if (message.sourceMessageId !== "") wire.source_message_id = hexToBytes(message.sourceMessageId);
  if (message.messageType !== "") wire.message_type = message.messageType;
  if (message.priority !== "medium") wire.priority = priorityToWire[message.priority];
  if (message.background) wire.background = true;
  if (message.isBlocklistedSource) wire.is_blocklisted_source = true;
  if (Object.keys(message.validationTags).length > 0) {
    wire.validation_info = { tags: { ...message.validationTags } };
  }
  if (message.annotations.length > 0) {
    wire.annotations = { entries: message.annotations.map((entry) => ({ ...entry })) };
  }
  return wire;
}

export function decodeMessage(bytes: Uint8Array): Message {
  return messageFromWire(decodeWith(fleetspeak.Message, "fleetspeak.Message", bytes));
}

export function encodeMessage(message: Message): Uint8Array {
  return fleetspeak.Message.encode(messageToWire(message)).finish();
}

const wrappedContactBounds: BoundedType = {
  name: "fleetspeak.WrappedContactData",
  owner: "a contact",
  fields: {
    2: { max: 16, what: "signatures", inside: { 1: { max: 100, what: "certificates" } } },
    3: { max: 100, what: "labels" },
  },
};

export function decodeWrappedContact(bytes: Uint8Array): WrappedContact {
  checkFieldCounts(wrappedContactBounds, bytes);
  const wire = decodeWith(fleetspeak.WrappedContactData, "fleetspeak.WrappedContactData", bytes);
  return {
    // Not copied: decodeContactData reads it at once and copies what it keeps.
    contactData: wire.contact_data ?? new Uint8Array(),
    signatures: (wire.signatures ?? []).map(signatureFromWire),
    clientLabels: wire.client_labels ?? [],
  };
}

export function encodeWrappedContact(contact: WrappedContact): Uint8Array {
  return fleetspeak.WrappedContactData.encode({
    contact_data: contact.contactData,
    client_labels: [...contact.clientLabels],
    signatures: contact.signatures.map(({ certificates, algorithm, signature }) => ({
      certificate: [...certificates],
      algorithm,
      signature,
    })),
  }).finish();
}

function signatureFromWire(wire: fleetspeak.ISignature): ContactSignature {
  return {
    certificates: (wire.certificate ?? []).map(ownBytes),
    algorithm: wire.algorithm ?? 0,
    signature: ownBytes(wire.signature),
  };
}

/** A contact's data; messages that are malformed in themselves are told apart, so that one does not block the rest. */
export interface DecodedContact {
  readonly data: ContactData;
  /** Why each of the malformed messages could not be read. */
  readonly malformed: readonly string[];
}

/** Only what keeps decoding cheap: what one message may have is ingest's to say, so that it fails alone. */
const messageFields: FieldBounds = {
  2: { inside: {} },
  4: { inside: {} },
  6: { inside: {} },
  7: { inside: {} },
  8: { inside: { 1: { max: 10_000, what: "validation tags", inside: {} } } },
  9: { inside: { 2: { inside: {} } } },
  12: { inside: { 1: { max: 10_000, what: "annotations", inside: {} } } },
};

const contactDataBounds: BoundedType = {
  name: "fleetspeak.ContactData",
  owner: "a contact",
  fields: {
    2: { max: maxContactMessages, what: "messages", inside: messageFields },
    3: { inside: {} },
    6: { max: 1_000, what: "services with allowed messages", inside: {} },
  },
};

/** @throws invalid_data for what is not protobuf, and for over 100 messages: the contact as a whole fails. */
export function decodeContactData(bytes: Uint8Array): DecodedContact {
  checkFieldCounts(contactDataBounds, bytes);
  const wire = decodeWith(fleetspeak.ContactData, "fleetspeak.ContactData", bytes);
  const messages: Message[] = [];
  const malformed: string[] = [];
  for (const message of wire.messages ?? []) {
    try {
      messages.push(messageFromWire(message));
    } catch (thrown) {
      malformed.push(describeThrown(thrown));
    }
  }
  const data: ContactData = {
    sequencingNonce: bigintFromLong(wire.sequencing_nonce),
    messages,
    clientClock: timestampFromWire(wire.client_clock),
    ackIndex: bigintFromLong(wire.ack_index),
    doneSending: wire.done_sending ?? false,
    allowedMessages: new Map(
      Object.entries(wire.AllowedMessages ?? {}).map(([name, count]) => [
        name,
        bigintFromLong(count),
      ]),
    ),
  };
  return { data, malformed };
}

export function encodeContactData(data: ContactData): Uint8Array {
  const wire: fleetspeak.IContactData = {
    messages: data.messages.map(messageToWire),
    client_clock: timestampToWire(data.clientClock),
  };
  if (data.doneSending) wire.done_sending = true;
  if (data.sequencingNonce !== 0n) wire.sequencing_nonce = longFromUint64(data.sequencingNonce);
  if (data.ackIndex !== 0n) wire.ack_index = longFromUint64(data.ackIndex);
  if (data.allowedMessages.size > 0) {
    wire.AllowedMessages = Object.fromEntries(
      [...data.allowedMessages].map(([name, count]) => [name, longFromUint64(count)]),
    );
  }
  return fleetspeak.ContactData.encode(wire).finish();
}
