/** The well-known types whose JSON is the value itself: wrappers, and google.protobuf.Struct with its parts. */
import type { Json } from "../core/json.ts";
import {
  type PlainMessage,
  type PlainValue,
  isPlainList,
  isPlainMap,
  isPlainMessage,
} from "./plain-message.ts";

const wrappers: ReadonlySet<string> = new Set(
  ["Bool", "Bytes", "Double", "Float", "Int32", "Int64", "String", "UInt32", "UInt64"].map(
    (name) => `google.protobuf.${name}Value`,
  ),
);
const structType = "google.protobuf.Struct";
const valueType = "google.protobuf.Value";
const listType = "google.protobuf.ListValue";

/** google.protobuf.StringValue and the like. */
export function isWrapper(typeName: string): boolean {
  return wrappers.has(typeName);
}

/** undefined for other types. */
export function structToJson(typeName: string, message: PlainMessage): Json | undefined {
  if (typeName === structType) return fieldsToJson(message["fields"]);
  if (typeName === listType) return itemsToJson(message["values"]);
  return typeName === valueType ? valueToJson(message) : undefined;
}

function valueToJson(value: PlainMessage): Json {
  const { numberValue, stringValue, boolValue, structValue, listValue } = value;
  if (typeof numberValue === "number")
    return Number.isFinite(numberValue) ? numberValue : String(numberValue);
  if (typeof stringValue === "string") return stringValue;
  if (typeof boolValue === "boolean") return boolValue;
  if (isPlainMessage(structValue)) return fieldsToJson(structValue["fields"]);
  return isPlainMessage(listValue) ? itemsToJson(listValue["values"]) : null;
}

function fieldsToJson(fields: PlainValue | undefined): Json {
  if (!isPlainMap(fields)) return {};
  return Object.fromEntries(
    [...fields].map(([key, value]) => [
      String(key),
      isPlainMessage(value) ? valueToJson(value) : null,
    ]),
  );
}

function itemsToJson(items: PlainValue | undefined): Json {
  if (!isPlainList(items)) return [];
  return items.map((item) => (isPlainMessage(item) ? valueToJson(item) : null));
}

/** undefined for other types, and for JSON that is none of this type. */
export function structFromJson(typeName: string, json: Json): PlainMessage | undefined {
  if (typeName === valueType) return valueFromJson(json);
  if (typeName === structType && isObject(json)) return fieldsFromJson(json);
  return typeName === listType && isList(json) ? { values: json.map(valueFromJson) } : undefined;
}

function valueFromJson(json: Json): PlainMessage {
  if (typeof json === "number") return { numberValue: json };
  if (typeof json === "string") return { stringValue: json };
  if (typeof json === "boolean") return { boolValue: json };
  if (isList(json)) return { listValue: { values: json.map(valueFromJson) } };
  return isObject(json) ? { structValue: fieldsFromJson(json) } : { nullValue: "NULL_VALUE" };
}

function fieldsFromJson(json: { readonly [key: string]: Json }): PlainMessage {
  return {
    fields: new Map(Object.entries(json).map(([key, value]) => [key, valueFromJson(value)])),
  };
}

function isObject(json: Json): json is { readonly [key: string]: Json } {
  return typeof json === "object" && json !== null && !isList(json);
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}
