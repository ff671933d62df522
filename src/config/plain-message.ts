/**
 * Messages as plain objects: what the text format and the wire are turned into before a schema looks at them.
 *
 * Fields are named as in the .proto and absent where they are not set; bytes are Uint8Array, 64-bit integers bigint,
 * enums their names (a number where it has none), maps Map; google.protobuf.Any is { type_url, value }.
 */
import { type FieldEntry, messageTables } from "../proto/generated/field-tables.ts";
import type { Scalar } from "./text-scalars.ts";

export type PlainValue = Scalar | PlainMessage | PlainMap | PlainList;

export interface PlainMessage {
  readonly [field: string]: PlainValue;
}

/** A message while it is being read. */
export interface MutablePlainMessage {
  [field: string]: PlainValue;
}

export type PlainList = readonly (Scalar | PlainMessage)[];
export type PlainMap = ReadonlyMap<Scalar, Scalar | PlainMessage>;

export type MessageTable = Readonly<Record<string, FieldEntry>>;

export const anyType = "google.protobuf.Any";
export const typeUrlPrefix = "type.googleapis.com/";

/** The fields of a message; undefined for a name that is no message of ours. */
export function findMessageTable(typeName: string): MessageTable | undefined {
  return Object.hasOwn(messageTables, typeName) ? messageTables[typeName] : undefined;
}

export function findField(table: MessageTable, name: string): FieldEntry | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** In the order in which the original serializes: by number, members of a oneof last. */
export function orderedFields(table: MessageTable): [string, FieldEntry][] {
  return Object.entries(table).toSorted(([, a], [, b]) => {
    return Number(a.oneof !== undefined) - Number(b.oneof !== undefined) || a.number - b.number;
  });
}

/** The fields of an entry of a map field, as it looks on the wire and in text. */
export function mapEntryTable(field: FieldEntry): MessageTable {
  return {
    key: { number: 1, type: field.mapKey ?? "string" },
    value: { number: 2, type: field.type },
  };
}

export function isPlainMessage(value: PlainValue | undefined): value is PlainMessage {
  return (
    typeof value === "object" &&
    !Array.isArray(value) &&
    !(value instanceof Uint8Array) &&
    !(value instanceof Map)
  );
}

export function isPlainList(value: PlainValue | undefined): value is PlainList {
  return Array.isArray(value);
}

export function isPlainMap(value: PlainValue | undefined): value is PlainMap {
  return value instanceof Map;
}

/** Whether two messages say the same, whatever the order of their fields. */
export function samePlain(a: PlainValue | undefined, b: PlainValue | undefined): boolean {
  if (a === undefined || b === undefined || typeof a !== "object" || typeof b !== "object")
    return a === b;
  if (a instanceof Uint8Array && b instanceof Uint8Array) return Buffer.compare(a, b) === 0;
  if (isPlainList(a) && isPlainList(b)) {
    return (
      a.length === b.length && a.every((value: PlainValue, index) => samePlain(value, b[index]))
    );
  }
  if (isPlainMap(a) && isPlainMap(b)) {
    return a.size === b.size && [...a].every(([key, value]) => samePlain(value, b.get(key)));
  }
  if (!isPlainMessage(a) || !isPlainMessage(b)) return false;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => samePlain(a[name], b[name]));
}

/** What a field that was not set counts as (proto3). */
export function defaultScalar(type: string): Scalar | undefined {
  if (type === "string") return "";
  if (type === "bytes") return new Uint8Array();
  if (type === "bool") return false;
  if (/^(?:float|double)$/.test(type) || /^(?:u|s)?(?:int|fixed)32$|^sfixed32$/.test(type))
    return 0;
  return type.endsWith("64") ? 0n : undefined;
}
