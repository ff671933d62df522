/**
 * Plain messages to protobuf's text format, one field per line: what the parser, and the original's, read back the same.
 */
import type { FieldEntry } from "../proto/generated/field-tables.ts";
import { decodePlainMessage } from "./message-wire.ts";
import {
  type MessageTable,
  type PlainMessage,
  type PlainValue,
  anyType,
  findMessageTable,
  isPlainList,
  isPlainMap,
  isPlainMessage,
  mapEntryTable,
  orderedFields,
} from "./plain-message.ts";
import { type Scalar, isEnumType } from "./text-scalars.ts";
import { encodeBytesLiteral, encodeStringLiteral } from "./text-strings.ts";

/** @param typeName "<package>.<Message>", one of the field tables. */
export function printText(typeName: string, message: PlainMessage): string {
  const table = findMessageTable(typeName);
  if (!table) throw new TypeError(`no message is called "${typeName}"`);
  return printFields(table, message, "");
}

function printFields(table: MessageTable, message: PlainMessage, indent: string): string {
  return orderedFields(table)
    .map(([name, field]) => printField(name, field, message[name], indent))
    .join("");
}

function printField(
  name: string,
  field: FieldEntry,
  value: PlainValue | undefined,
  indent: string,
): string {
  if (value === undefined) return "";
  if (isPlainMap(value)) {
    const entries = [...value].map(([key, content]) =>
      printFields(mapEntryTable(field), { key, value: content }, `${indent}  `),
    );
    return entries.map((entry) => block(name, entry, indent)).join("");
  }
  if (isPlainList(value))
    return value.map((item: PlainValue) => printOne(name, field, item, indent)).join("");
  return printOne(name, field, value, indent);
}

function printOne(name: string, field: FieldEntry, value: PlainValue, indent: string): string {
  if (!isPlainMessage(value))
    return `${indent}${name}:${printScalar(field.type, value as Scalar, indent)}\n`;
  if (field.type === anyType) return block(name, printAny(value, `${indent}  `), indent);
  return block(name, printFields(findMessageTable(field.type) ?? {}, value, `${indent}  `), indent);
}

function block(name: string, content: string, indent: string): string {
  return content === "" ? `${indent}${name} {}\n` : `${indent}${name} {\n${content}${indent}}\n`;
}

/** Expanded where the type is known and the bytes are of it, else as its two fields. */
function printAny(any: PlainMessage, indent: string): string {
  const content = contentOf(any);
  if (content === undefined) return printFields(findMessageTable(anyType) ?? {}, any, indent);
  const { url, table, message } = content;
  return block(`[${url}]`, printFields(table, message, `${indent}  `), indent);
}

interface AnyContent {
  readonly url: string;
  readonly table: MessageTable;
  readonly message: PlainMessage;
}

function contentOf({ type_url: url, value }: PlainMessage): AnyContent | undefined {
  if (typeof url !== "string" || !url.includes("/")) return undefined;
  const typeName = url.slice(url.lastIndexOf("/") + 1);
  const table = findMessageTable(typeName);
  if (!table) return undefined;
  try {
    const bytes = value instanceof Uint8Array ? value : new Uint8Array();
    return { url, table, message: decodePlainMessage(typeName, bytes) };
  } catch {
    // Whoever sent it may claim any type.
    return undefined;
  }
}

/** With the blank or line break before it. */
function printScalar(type: string, value: Scalar, indent: string): string {
  if (value instanceof Uint8Array) return ` ${encodeBytesLiteral(value)}`;
  if (typeof value === "string") return isEnumType(type) ? ` ${value}` : printString(value, indent);
  if (typeof value === "number" && !Number.isFinite(value)) return ` ${printNotFinite(value)}`;
  return ` ${String(value)}`;
}

/** Text of several lines (PEM) as one literal per line, side by side: they count as one. */
function printString(text: string, indent: string): string {
  const lines = text.match(/[^\n]*\n|[^\n]+/g) ?? [""];
  if (lines.length === 1) return ` ${encodeStringLiteral(text)}`;
  return lines.map((line) => `\n${indent}  ${encodeStringLiteral(line)}`).join("");
}

function printNotFinite(value: number): string {
  if (Number.isNaN(value)) return "nan";
  return value > 0 ? "inf" : "-inf";
}
