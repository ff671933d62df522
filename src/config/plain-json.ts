/**
 * Plain messages to protobuf's canonical JSON, with field names as in the .proto: what people and scripts read.
 *
 * Bytes are base64, 64-bit integers strings, timestamps RFC 3339, an Any of a known type is expanded.
 */
import type { Json } from "../core/json.ts";
import type { FieldEntry } from "../proto/generated/field-tables.ts";
import { decodePlainMessage } from "./message-wire.ts";
import {
  type MessageTable,
  type PlainMessage,
  type PlainValue,
  anyType,
  defaultScalar,
  findMessageTable,
  isPlainList,
  isPlainMap,
  isPlainMessage,
  orderedFields,
  typeUrlPrefix,
} from "./plain-message.ts";
import type { Scalar } from "./text-scalars.ts";
import { isWrapper, structToJson } from "./well-known-json.ts";

export type { Json };

/** An Any in an Any in an Any …: beyond, one keeps its bytes. Each level would read all that is in it again. */
const maxAnyDepth = 10;

/**
 * @param typeName "<package>.<Message>", one of the field tables.
 * @param anyDepth how many of google.protobuf.Any it lies in.
 */
export function plainToJson(typeName: string, message: PlainMessage, anyDepth = 0): Json {
  const wellKnown = wellKnownTypes[typeName];
  if (wellKnown) return wellKnown(message, anyDepth);
  const struct = structToJson(typeName, message);
  if (struct !== undefined) return struct;
  const table = findMessageTable(typeName);
  if (!table) throw new TypeError(`no message is called "${typeName}"`);
  if (isWrapper(typeName)) return wrapperToJson(table["value"], message["value"]);
  return fieldsToJson(table, message, anyDepth);
}

const wellKnownTypes: Readonly<Record<string, (message: PlainMessage, anyDepth: number) => Json>> =
  {
    [anyType]: anyToJson,
    "google.protobuf.Timestamp": timestampToJson,
    "google.protobuf.Duration": (message) => `${numberOf(message["seconds"])}${fraction(message)}s`,
  };

/** A value that is not set is the type's default. */
function wrapperToJson(field: FieldEntry | undefined, value: PlainValue | undefined): Json {
  const present = value ?? (field && defaultScalar(field.type));
  return field && present !== undefined ? fieldToJson(field, present, 0) : null;
}

function fieldsToJson(table: MessageTable, message: PlainMessage, anyDepth: number): Json {
  const json: Record<string, Json> = {};
  for (const [name, field] of orderedFields(table)) {
    const value = message[name];
    if (value !== undefined) json[name] = fieldToJson(field, value, anyDepth);
  }
  return json;
}

function fieldToJson(field: FieldEntry, value: PlainValue, anyDepth: number): Json {
  if (isPlainMap(value)) {
    const entries = [...value].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(
      entries.map(([key, item]) => [String(key), valueToJson(field, item, anyDepth)]),
    );
  }
  if (isPlainList(value)) return value.map((item) => valueToJson(field, item, anyDepth));
  return valueToJson(field, value, anyDepth);
}

function valueToJson(field: FieldEntry, value: PlainValue, anyDepth: number): Json {
  return isPlainMessage(value)
    ? plainToJson(field.type, value, anyDepth)
    : scalarToJson(value as Scalar);
}

function scalarToJson(value: Scalar): Json {
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  return value;
}

/** One of a type that is not known, or that does not hold what it says, keeps its bytes. */
function anyToJson(message: PlainMessage, anyDepth: number): Json {
  const typeUrl = typeof message["type_url"] === "string" ? message["type_url"] : "";
  const value = message["value"] instanceof Uint8Array ? message["value"] : new Uint8Array();
  const typeName = typeUrl.startsWith(typeUrlPrefix) ? typeUrl.slice(typeUrlPrefix.length) : "";
  if (anyDepth >= maxAnyDepth) return { "@type": typeUrl, value: scalarToJson(value) };
  try {
    const json = plainToJson(typeName, decodePlainMessage(typeName, value), anyDepth + 1);
    return { "@type": typeUrl, ...(isFields(json) ? json : { value: json }) };
  } catch {
    return { "@type": typeUrl, value: scalarToJson(value) };
  }
}

function isFields(json: Json): json is { readonly [key: string]: Json } {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function timestampToJson(message: PlainMessage): Json {
  const date = new Date(numberOf(message["seconds"]) * 1000);
  // Outside the years that a timestamp may have, and that a date can show.
  if (Number.isNaN(date.getTime())) return `${numberOf(message["seconds"])}s`;
  return date.toISOString().replace(".000Z", `${fraction(message)}Z`);
}

/** ".5", ".123456789" or nothing. */
function fraction(message: PlainMessage): string {
  const nanos = Math.abs(numberOf(message["nanos"]));
  return nanos === 0
    ? ""
    : `.${String(nanos)
        .padStart(9, "0")
        .replace(/(?:000){1,2}$/, "")}`;
}

function numberOf(value: PlainValue | undefined): number {
  return typeof value === "number" || typeof value === "bigint" ? Number(value) : 0;
}
