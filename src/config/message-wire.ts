/**
 * Plain messages to and from the wire, driven by the generated field tables: for what configuration files carry
 * serialized (an Any, a signed service). Messages on their way between client and server have proto/codec.ts.
 *
 * Deterministic: fields in the order of the original, map entries by key, and nothing for a field at its default.
 */
import Long from "long";
import protobuf from "protobufjs/minimal.js";

import { FleetError, describeThrown } from "../core/errors.ts";
import { type FieldEntry, enumTables } from "../proto/generated/field-tables.ts";
import {
  type MessageTable,
  type MutablePlainMessage,
  type PlainMap,
  type PlainMessage,
  type PlainValue,
  defaultScalar,
  findMessageTable,
  isPlainList,
  isPlainMap,
  isPlainMessage,
  mapEntryTable,
  orderedFields,
  typeUrlPrefix,
} from "./plain-message.ts";
import { type Scalar, isBigType, isEnumType } from "./text-scalars.ts";

type ScalarMethod =
  | ("bool" | "bytes" | "double" | "fixed32" | "fixed64" | "float" | "int32" | "int64")
  | ("sfixed32" | "sfixed64" | "sint32" | "sint64" | "string" | "uint32" | "uint64");

/** The wire types of protobuf's encoding, per scalar type; messages, strings and bytes have 2. */
const wireTypes: Readonly<Record<string, number>> = {
  bool: 0,
  int32: 0,
  int64: 0,
  uint32: 0,
  uint64: 0,
  sint32: 0,
  sint64: 0,
  double: 1,
  fixed64: 1,
  sfixed64: 1,
  string: 2,
  bytes: 2,
  float: 5,
  fixed32: 5,
  sfixed32: 5,
};
const lengthDelimited = 2;
const maxDepth = 100;

/** @param typeName "<package>.<Message>", one of the field tables. */
export function encodePlainMessage(typeName: string, message: PlainMessage): Uint8Array {
  const writer = protobuf.Writer.create();
  writeFields(writer, tableOf(typeName), message);
  return new Uint8Array(writer.finish());
}

/**
 * Fields that the message does not have are passed over, as protobuf does.
 * @throws invalid_data for bytes that are no such message.
 */
export function decodePlainMessage(typeName: string, bytes: Uint8Array): PlainMessage {
  try {
    return readFields(protobuf.Reader.create(bytes), bytes.length, tableOf(typeName), 0);
  } catch (thrown) {
    throw new FleetError(
      "invalid_data",
      `these bytes are no ${typeName}: ${describeThrown(thrown)}`,
    );
  }
}

/** A google.protobuf.Any that holds this message. */
export function packPlain(typeName: string, message: PlainMessage): PlainMessage {
  return { type_url: `${typeUrlPrefix}${typeName}`, value: encodePlainMessage(typeName, message) };
}

function tableOf(typeName: string): MessageTable {
  const table = findMessageTable(typeName);
  if (!table) throw new TypeError(`no message is called "${typeName}"`);
  return table;
}

function wireTypeOf(type: string): number {
  return isEnumType(type) ? 0 : (wireTypes[type] ?? lengthDelimited);
}

function writeFields(writer: protobuf.Writer, table: MessageTable, message: PlainMessage): void {
  for (const [name, field] of orderedFields(table)) {
    const value = message[name];
    if (value === undefined) continue;
    if (isPlainMap(value)) writeMap(writer, field, value);
    else if (isPlainList(value)) writeRepeated(writer, field, value);
    else if (isPlainMessage(value) || !isDefault(field.type, value))
      writeValue(writer, field, value);
  }
}

function isDefault(type: string, value: Scalar): boolean {
  if (value instanceof Uint8Array) return value.length === 0;
  if (isEnumType(type)) return enumNumber(type, value) === 0;
  return Object.is(value, defaultScalar(type));
}

function writeMap(writer: protobuf.Writer, field: FieldEntry, map: PlainMap): void {
  const table = mapEntryTable(field);
  const entries = [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [key, value] of entries) {
    writer.uint32((field.number << 3) | lengthDelimited).fork();
    // Unlike fields, both are written even at their default.
    writeValue(writer, table["key"] ?? field, key);
    writeValue(writer, table["value"] ?? field, value);
    writer.ldelim();
  }
}

function writeRepeated(
  writer: protobuf.Writer,
  field: FieldEntry,
  values: readonly PlainValue[],
): void {
  if (wireTypeOf(field.type) === lengthDelimited) {
    for (const value of values) writeValue(writer, field, value);
  } else if (values.length > 0) {
    writer.uint32((field.number << 3) | lengthDelimited).fork();
    for (const value of values) writeScalar(writer, field.type, value as Scalar);
    writer.ldelim();
  }
}

function writeValue(writer: protobuf.Writer, field: FieldEntry, value: PlainValue): void {
  writer.uint32((field.number << 3) | wireTypeOf(field.type));
  if (isPlainMessage(value)) {
    writer.fork();
    writeFields(writer, tableOf(field.type), value);
    writer.ldelim();
  } else writeScalar(writer, field.type, value as Scalar);
}

function writeScalar(writer: protobuf.Writer, type: string, value: Scalar): void {
  if (isEnumType(type)) writer.int32(enumNumber(type, value));
  else if (typeof value === "bigint") {
    const unsigned = type === "uint64" || type === "fixed64";
    writer[type as "int64"](Long.fromString(value.toString(), unsigned));
  } else writer[type as "string"](value as string);
}

function enumNumber(type: string, value: Scalar): number {
  return typeof value === "string" ? (enumTables[type]?.[value] ?? 0) : Number(value);
}

function readFields(
  reader: protobuf.Reader,
  end: number,
  table: MessageTable,
  depth: number,
): PlainMessage {
  if (depth > maxDepth) throw new RangeError(`messages are nested deeper than ${maxDepth}`);
  const byNumber = new Map(
    Object.entries(table).map(([name, field]) => [field.number, { name, field }]),
  );
  const message: MutablePlainMessage = {};
  while (reader.pos < end) {
    const tag = reader.uint32();
    const known = byNumber.get(tag >>> 3);
    if (known) readField(reader, tag & 7, message, { ...known, depth });
    else reader.skipType(tag & 7);
  }
  if (reader.pos !== end) throw new RangeError("a field reaches over the end of its message");
  return message;
}

interface FieldToRead {
  readonly name: string;
  readonly field: FieldEntry;
  readonly depth: number;
}

function readField(
  reader: protobuf.Reader,
  wireType: number,
  message: MutablePlainMessage,
  { name, field, depth }: FieldToRead,
): void {
  const before = message[name];
  if (field.mapKey !== undefined) {
    const entry = readFields(reader, reader.uint32() + reader.pos, mapEntryTable(field), depth + 1);
    const key = (entry["key"] ?? defaultScalar(field.mapKey)) as Scalar;
    const value = (entry["value"] ?? defaultScalar(field.type) ?? {}) as Scalar | PlainMessage;
    message[name] = new Map([...(before instanceof Map ? before : []), [key, value]]);
    return;
  }
  const values = readValues(reader, wireType, field, depth);
  if (!field.repeated) message[name] = values.at(-1) ?? before ?? {};
  else if (Array.isArray(before)) before.push(...values);
  else message[name] = values;
}

/** One value, or those of a packed field. */
function readValues(
  reader: protobuf.Reader,
  wireType: number,
  field: FieldEntry,
  depth: number,
): (Scalar | PlainMessage)[] {
  const expected = wireTypeOf(field.type);
  if (wireType === lengthDelimited && expected !== lengthDelimited && field.repeated) {
    const end = reader.uint32() + reader.pos;
    const values: Scalar[] = [];
    while (reader.pos < end) values.push(readScalarValue(reader, field.type));
    return values;
  }
  if (wireType !== expected) throw new TypeError(`field ${field.number} has wire type ${wireType}`);
  const table = findMessageTable(field.type);
  if (!table) return [readScalarValue(reader, field.type)];
  const length = reader.uint32();
  return [readFields(reader, length + reader.pos, table, depth + 1)];
}

function readScalarValue(reader: protobuf.Reader, type: string): Scalar {
  if (isEnumType(type)) return enumName(type, reader.int32());
  const value: unknown = reader[type as ScalarMethod]();
  if (isBigType(type)) return Long.fromValue(value as Long).toBigInt();
  return value instanceof Uint8Array ? new Uint8Array(value) : (value as Scalar);
}

function enumName(type: string, number: number): Scalar {
  const table = enumTables[type] ?? {};
  return Object.keys(table).find((name) => table[name] === number) ?? number;
}
