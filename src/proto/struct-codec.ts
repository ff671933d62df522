/**
 * google.protobuf.Struct to and from JSON objects: what fleet.v1.Api sends (api.proto). By hand, since the generated
 * classes would make several objects for each value, and read as deep and as many values as a peer likes.
 *
 * A member that is undefined is left out. Numbers are doubles: what can be over 2^53 is a string in our shapes.
 */
import protobuf from "protobufjs/minimal.js";

import { FleetError, describeThrown } from "../core/errors.ts";
import type { Codec } from "./admin-codec.ts";

export type StructValue =
  | null
  | boolean
  | number
  | string
  | readonly StructValue[]
  | { readonly [member: string]: StructValue | undefined };

const maxDepth = 64;
/** Of one message, lists and objects counted too. */
const maxValues = 1_000_000;

/** Wire types. */
const varint = 0;
const fixed64 = 1;
const delimited = 2;

export const structCodec: Codec<unknown> = {
  encode(value) {
    const writer = protobuf.Writer.create();
    if (!isObject(value)) throw new TypeError("a Struct is made of a JSON object");
    writeFields(writer, value);
    return writer.finish();
  },
  decode(bytes) {
    const reader = protobuf.Reader.create(bytes);
    try {
      return readFields(reader, bytes.length, { values: 0 }, 0);
    } catch (thrown) {
      const reason = describeThrown(thrown);
      throw new FleetError("invalid_data", `these bytes are no google.protobuf.Struct: ${reason}`);
    }
  },
};

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function tag(field: number, wireType: number): number {
  return (field << 3) | wireType;
}

/** The entries of `map<string, Value> fields = 1`. */
function writeFields(writer: protobuf.Writer, object: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(object)) {
    if (value === undefined) continue;
    writer.uint32(tag(1, delimited)).fork();
    writer.uint32(tag(1, delimited)).string(name);
    writer.uint32(tag(2, delimited)).fork();
    writeValue(writer, value);
    writer.ldelim().ldelim();
  }
}

function writeValue(writer: protobuf.Writer, value: unknown): void {
  if (value === null || value === undefined) writer.uint32(tag(1, varint)).int32(0);
  else if (typeof value === "number") writer.uint32(tag(2, fixed64)).double(value);
  else if (typeof value === "string") writer.uint32(tag(3, delimited)).string(value);
  else if (typeof value === "boolean") writer.uint32(tag(4, varint)).bool(value);
  else if (Array.isArray(value)) writeList(writer, value);
  else if (isObject(value)) {
    writer.uint32(tag(5, delimited)).fork();
    writeFields(writer, value);
    writer.ldelim();
  } else throw new TypeError(`a Struct holds no ${typeof value}`);
}

function writeList(writer: protobuf.Writer, items: readonly unknown[]): void {
  writer.uint32(tag(6, delimited)).fork();
  for (const item of items) {
    writer.uint32(tag(1, delimited)).fork();
    writeValue(writer, item);
    writer.ldelim();
  }
  writer.ldelim();
}

interface Budget {
  values: number;
}

function readFields(
  reader: protobuf.Reader,
  end: number,
  budget: Budget,
  depth: number,
): { [member: string]: StructValue } {
  spend(budget, depth);
  const entries: [string, StructValue][] = [];
  while (reader.pos < end) {
    const field = reader.uint32();
    if (field === tag(1, delimited))
      entries.push(readEntry(reader, endOf(reader, end), budget, depth));
    else skip(reader, field);
  }
  arrived(reader, end);
  // Own members, whatever their names.
  return Object.fromEntries(entries);
}

function readEntry(
  reader: protobuf.Reader,
  end: number,
  budget: Budget,
  depth: number,
): [string, StructValue] {
  let [name, value]: [string, StructValue] = ["", null];
  while (reader.pos < end) {
    const field = reader.uint32();
    if (field === tag(1, delimited)) name = readText(reader, end);
    else if (field === tag(2, delimited))
      value = readValue(reader, endOf(reader, end), budget, depth + 1);
    else skip(reader, field);
  }
  arrived(reader, end);
  return [name, value];
}

function readValue(
  reader: protobuf.Reader,
  end: number,
  budget: Budget,
  depth: number,
): StructValue {
  spend(budget, depth);
  let value: StructValue = null;
  while (reader.pos < end) {
    const field = reader.uint32();
    if (field === tag(1, varint)) value = readNull(reader);
    else if (field === tag(2, fixed64)) value = reader.double();
    else if (field === tag(3, delimited)) value = readText(reader, end);
    else if (field === tag(4, varint)) value = reader.bool();
    else if (field === tag(5, delimited))
      value = readFields(reader, endOf(reader, end), budget, depth + 1);
    else if (field === tag(6, delimited))
      value = readList(reader, endOf(reader, end), budget, depth + 1);
    else skip(reader, field);
  }
  arrived(reader, end);
  return value;
}

function readNull(reader: protobuf.Reader): null {
  reader.int32();
  return null;
}

function readList(
  reader: protobuf.Reader,
  end: number,
  budget: Budget,
  depth: number,
): StructValue[] {
  spend(budget, depth);
  const items: StructValue[] = [];
  while (reader.pos < end) {
    const field = reader.uint32();
    if (field === tag(1, delimited))
      items.push(readValue(reader, endOf(reader, end), budget, depth + 1));
    else skip(reader, field);
  }
  arrived(reader, end);
  return items;
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function readText(reader: protobuf.Reader, end: number): string {
  const bytes = reader.bytes();
  if (reader.pos > end) throw new RangeError("a text is longer than what holds it");
  return utf8.decode(bytes);
}

/** Where the message ends whose length comes next. */
function endOf(reader: protobuf.Reader, outerEnd: number): number {
  const length = reader.uint32();
  const end = reader.pos + length;
  if (end > outerEnd) throw new RangeError("a value is longer than what holds it");
  return end;
}

function arrived(reader: protobuf.Reader, end: number): void {
  if (reader.pos !== end) throw new RangeError("a value does not end where it says");
}

/** Fields that a Struct does not have. Groups may lie in each other as deep as they like, and nobody writes them. */
function skip(reader: protobuf.Reader, field: number): void {
  const wireType = field & 7;
  if (wireType === 3 || wireType === 4) throw new RangeError("groups are not read");
  reader.skipType(wireType);
}

function spend(budget: Budget, depth: number): void {
  budget.values += 1;
  if (depth > maxDepth) throw new RangeError(`values lie over ${maxDepth} levels deep`);
  if (budget.values > maxValues) throw new RangeError(`there are over ${maxValues} values`);
}
