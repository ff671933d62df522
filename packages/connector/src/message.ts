/**
 * fleetspeak.Message, and the few messages around it, as plain objects.
 */
import { Writer, asBytes, asNumber, asText, readFields } from "./wire.ts";

export interface Address {
  /** 8 bytes; empty: the server. */
  readonly clientId: Uint8Array;
  readonly serviceName: string;
}

/** google.protobuf.Any. */
export interface Data {
  /** "type.googleapis.com/<package>.<Message>" */
  readonly typeUrl: string;
  readonly value: Uint8Array;
}

export type Priority = "low" | "medium" | "high";

export interface Message {
  /** 32 bytes; empty until a server, or a server-side service, chose one. */
  readonly messageId: Uint8Array;
  readonly source: Address;
  /** Up to 16 bytes; the same for each attempt to send a message. */
  readonly sourceMessageId: Uint8Array;
  readonly destination: Address;
  readonly messageType: string;
  readonly data: Data | undefined;
  readonly priority: Priority;
  /** Does not count as activity of a polling client. */
  readonly background: boolean;
  readonly annotations: Readonly<Record<string, string>>;
}

const none = new Uint8Array();
export const nobody: Address = { clientId: none, serviceName: "" };
const priorities: readonly Priority[] = ["medium", "low", "high"];

/** A message with everything that is not said left empty. */
export function makeMessage(fields: Partial<Message> & Pick<Message, "messageType">): Message {
  return {
    messageId: none,
    source: nobody,
    sourceMessageId: none,
    destination: nobody,
    data: undefined,
    priority: "medium",
    background: false,
    annotations: {},
    ...fields,
  };
}

export function encodeMessage(message: Message): Uint8Array {
  const writer = new Writer()
    .bytes(1, message.messageId)
    .bytes(2, encodeAddress(message.source))
    .bytes(3, message.sourceMessageId)
    .bytes(4, encodeAddress(message.destination))
    .text(5, message.messageType);
  if (message.data) {
    const { typeUrl, value } = message.data;
    writer.bytes(7, new Writer().text(1, typeUrl).bytes(2, value).finish(), true);
  }
  return writer
    .varint(10, priorities.indexOf(message.priority))
    .varint(11, message.background ? 1 : 0)
    .bytes(12, encodeAnnotations(message.annotations))
    .finish();
}

/** @throws Error for bytes that are no message. The result keeps none of the input alive. */
export function decodeMessage(bytes: Uint8Array): Message {
  let message = makeMessage({ messageType: "" });
  for (const { number, value } of readFields(bytes)) {
    message = { ...message, ...decodeField(number, value, message) };
  }
  return message;
}

function decodeField(
  number: number,
  value: bigint | Uint8Array,
  message: Message,
): Partial<Message> {
  switch (number) {
    case 1:
      return { messageId: own(value) };
    case 2:
      return { source: decodeAddress(asBytes(value)) };
    case 3:
      return { sourceMessageId: own(value) };
    case 4:
      return { destination: decodeAddress(asBytes(value)) };
    case 5:
      return { messageType: asText(value) };
    case 7:
      return { data: decodeData(asBytes(value)) };
    case 10:
      return { priority: priorities[Number(asNumber(value))] ?? "medium" };
    case 11:
      return { background: asNumber(value) !== 0n };
    case 12:
      return { annotations: { ...message.annotations, ...decodeAnnotations(asBytes(value)) } };
    default:
      return {};
  }
}

function own(value: bigint | Uint8Array): Uint8Array {
  return Uint8Array.from(asBytes(value));
}

function encodeAddress({ clientId, serviceName }: Address): Uint8Array {
  return new Writer().bytes(1, clientId).text(2, serviceName).finish();
}

function decodeAddress(bytes: Uint8Array): Address {
  let address = nobody;
  for (const { number, value } of readFields(bytes)) {
    if (number === 1) address = { ...address, clientId: own(value) };
    if (number === 2) address = { ...address, serviceName: asText(value) };
  }
  return address;
}

function decodeData(bytes: Uint8Array): Data {
  let data: Data = { typeUrl: "", value: none };
  for (const { number, value } of readFields(bytes)) {
    if (number === 1) data = { ...data, typeUrl: asText(value) };
    if (number === 2) data = { ...data, value: own(value) };
  }
  return data;
}

function encodeAnnotations(annotations: Readonly<Record<string, string>>): Uint8Array {
  const writer = new Writer();
  for (const [key, value] of Object.entries(annotations)) {
    writer.bytes(1, new Writer().text(1, key).text(2, value).finish(), true);
  }
  return writer.finish();
}

function decodeAnnotations(bytes: Uint8Array): Record<string, string> {
  const annotations: Record<string, string> = {};
  for (const { number, value: entry } of readFields(bytes)) {
    if (number !== 1) continue;
    const fields = [...readFields(asBytes(entry))];
    const [key, value] = [1, 2].map((wanted) => {
      const field = fields.find((one) => one.number === wanted);
      return field ? asText(field.value) : "";
    });
    annotations[key ?? ""] = value ?? "";
  }
  return annotations;
}

/** fleetspeak.MessageAckData. */
export function decodeAckedIds(bytes: Uint8Array): Uint8Array[] {
  const fields = [...readFields(bytes)].filter(({ number }) => number === 1);
  return fields.map(({ value }) => own(value));
}

/** fleetspeak.channel.StartupData. */
export function encodeStartupData(pid: number, version: string): Uint8Array {
  return new Writer().varint(1, pid).text(2, version).finish();
}

/** Text as data of any type, for services that agree on it between themselves. */
export function textData(text: string, typeName = "google.protobuf.StringValue"): Data {
  const value = new Writer().text(1, text).finish();
  return { typeUrl: `type.googleapis.com/${typeName}`, value };
}

/** The text of a google.protobuf.StringValue; empty where there is none. */
export function textOf(data: Data | undefined): string {
  if (!data) return "";
  const field = [...readFields(data.value)].find(({ number }) => number === 1);
  return field ? asText(field.value) : "";
}
