/**
 * Protobuf's JSON to plain messages, for payloads that people write: the way back of plain-json.ts, with field names as in
 * the .proto. Nothing is passed over: a field that the message does not have is an error.
 */
import { FleetError } from "../core/errors.ts";
import { parseTime } from "../core/rfc3339.ts";
import { type FieldEntry, enumTables } from "../proto/generated/field-tables.ts";
import { encodePlainMessage, packPlain } from "./message-wire.ts";
import type { Json } from "./plain-json.ts";
import {
  type MutablePlainMessage,
  type PlainMap,
  type PlainMessage,
  type PlainValue,
  anyType,
  findField,
  findMessageTable,
  typeUrlPrefix,
} from "./plain-message.ts";
import { type Scalar, isEnumType, isScalarType, readScalar } from "./text-scalars.ts";
import { isWrapper, structFromJson } from "./well-known-json.ts";

const maxDepth = 50;

type JsonObject = { readonly [key: string]: Json };

/**
 * @param typeName "<package>.<Message>"
 * @throws invalid_argument for a type that is not known, and for JSON that is no such message.
 */
export function encodeJsonMessage(typeName: string, json: Json): Uint8Array {
  return encodePlainMessage(typeName, messageFromJson(typeName, json, typeName, 0));
}

function messageFromJson(typeName: string, json: Json, where: string, depth: number): PlainMessage {
  if (depth > maxDepth) throw wrong(where, `over ${maxDepth} levels deep`);
  const table = findMessageTable(typeName);
  if (!table) throw wrong(where, `no message is called "${typeName}" here`);
  const struct = structFromJson(typeName, json);
  if (struct) return struct;
  if (typeName === "google.protobuf.Timestamp") return timestampFromJson(json, where);
  if (typeName === "google.protobuf.Duration") return durationFromJson(json, where);
  if (isWrapper(typeName)) return { value: fieldFromJson(table["value"], json, where, depth) };
  if (!isObject(json)) throw wrong(where, "is no JSON object");
  if (typeName === anyType) return anyFromJson(json, where, depth);
  const message: MutablePlainMessage = {};
  for (const [name, value] of Object.entries(json)) {
    const field = findField(table, name);
    if (!field) throw wrong(`${where}.${name}`, `${typeName} has no such field`);
    if (value !== null) message[name] = fieldFromJson(field, value, `${where}.${name}`, depth);
  }
  return message;
}

function fieldFromJson(
  field: FieldEntry | undefined,
  json: Json,
  where: string,
  depth: number,
): PlainValue {
  if (!field) throw wrong(where, "is no field");
  if (field.mapKey !== undefined) return mapFromJson(field, field.mapKey, json, where, depth);
  if (!field.repeated) return valueFromJson(field, json, where, depth);
  if (!Array.isArray(json)) throw wrong(where, "is no list");
  const items: readonly Json[] = json;
  return items.map((item, index) => valueFromJson(field, item, `${where}[${index}]`, depth));
}

function mapFromJson(
  field: FieldEntry,
  keyType: string,
  json: Json,
  where: string,
  depth: number,
): PlainMap {
  if (!isObject(json)) throw wrong(where, "is no JSON object");
  return new Map(
    Object.entries(json).map(([key, value]) => [
      scalarFromJson(keyType, key, where),
      valueFromJson(field, value, `${where}.${key}`, depth),
    ]),
  );
}

function valueFromJson(
  { type }: FieldEntry,
  json: Json,
  where: string,
  depth: number,
): Scalar | PlainMessage {
  const isPlain = isScalarType(type) || isEnumType(type);
  return isPlain
    ? scalarFromJson(type, json, where)
    : messageFromJson(type, json, where, depth + 1);
}

function scalarFromJson(type: string, json: Json, where: string): Scalar {
  if (type === "bytes") return bytesFromJson(json, where);
  if (type === "string" && typeof json === "string") return json;
  if (type === "bool" && typeof json === "boolean") return json;
  const isNumber = type !== "string" && type !== "bool";
  if (isNumber && (typeof json === "number" || typeof json === "string"))
    return numberFromText(type, String(json), where);
  throw wrong(where, `${JSON.stringify(json)?.slice(0, 100)} is no ${type}`);
}

function numberFromText(type: string, text: string, where: string): Scalar {
  const negative = text.startsWith("-");
  const bare = negative ? text.slice(1) : text;
  const isName = isEnumType(type)
    ? Object.hasOwn(enumTables[type] ?? {}, bare)
    : /^[A-Za-z]/.test(bare);
  const kind = isName ? "name" : "number";
  const read = readScalar(type, { kind, text: bare, negative });
  if ("value" in read) return read.value;
  throw wrong(where, read.message);
}

function bytesFromJson(json: Json, where: string): Uint8Array {
  if (typeof json !== "string" || !/^[A-Za-z0-9+/_-]*={0,2}$/.test(json))
    throw wrong(where, "is no base64");
  return Buffer.from(json, "base64");
}

function timestampFromJson(json: Json, where: string): PlainMessage {
  if (typeof json !== "string") throw wrong(where, "is no time as in RFC 3339");
  const micros = parseTime(json);
  const seconds = Math.floor(micros / 1e6);
  return { seconds: BigInt(seconds), nanos: (micros - seconds * 1e6) * 1000 };
}

function durationFromJson(json: Json, where: string): PlainMessage {
  const match = typeof json === "string" ? /^(-?)(\d{1,12})(?:\.(\d{1,9}))?s$/.exec(json) : null;
  if (!match) throw wrong(where, 'is no duration such as "1.5s"');
  const sign = match[1] === "-" ? -1 : 1;
  const nanos = Number((match[3] ?? "").padEnd(9, "0"));
  return { seconds: BigInt(sign) * BigInt(match[2] ?? 0), nanos: nanos === 0 ? 0 : sign * nanos };
}

/** { "@type": …, fields… }, or "value" for what is no object as JSON. */
function anyFromJson(json: JsonObject, where: string, depth: number): PlainMessage {
  const { "@type": typeUrl, ...fields } = json;
  if (typeof typeUrl !== "string" || !typeUrl.startsWith(typeUrlPrefix))
    throw wrong(where, `needs "@type", such as "${typeUrlPrefix}google.protobuf.StringValue"`);
  const typeName = typeUrl.slice(typeUrlPrefix.length);
  const inner = isShownAsValue(typeName) ? (fields["value"] ?? null) : fields;
  return packPlain(typeName, messageFromJson(typeName, inner, where, depth + 1));
}

function isShownAsValue(typeName: string): boolean {
  return (
    isWrapper(typeName) || /^google\.protobuf\.(Timestamp|Duration|Value|ListValue)$/.test(typeName)
  );
}

function isObject(json: Json): json is JsonObject {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function wrong(where: string, what: string): FleetError {
  return new FleetError("invalid_argument", `the JSON of a message is wrong: ${where}: ${what}`, {
    hint: "Fields are named as in the .proto; bytes are base64, 64-bit integers may be strings.",
  });
}
