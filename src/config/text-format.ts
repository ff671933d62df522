/**
 * Protobuf's text format to plain messages (protocol.md 18), driven by the generated field tables.
 *
 * Finds every fault of a file, not the first: after each it goes on where the next field may begin. Knows names and
 * types of fields and nothing of their meaning: required ones, ranges and defaults are the schemas'.
 */
import type { FieldEntry } from "../proto/generated/field-tables.ts";
import { encodePlainMessage } from "./message-wire.ts";
import {
  type MessageTable,
  type MutablePlainMessage,
  type PlainList,
  type PlainMessage,
  type PlainValue,
  anyType,
  defaultScalar,
  findField,
  findMessageTable,
  mapEntryTable,
} from "./plain-message.ts";
import { suggestion } from "./suggest.ts";
import { TokenCursor, closerOf } from "./text-cursor.ts";
import { type Position, type Token, readTokens } from "./text-lexer.ts";
import {
  type Literal,
  type Scalar,
  describeToken,
  describeType,
  isEnumType,
  isScalarType,
  readScalar,
} from "./text-scalars.ts";

export interface TextFault extends Position {
  /** As in ParsedText.positions; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
  readonly hint?: string | undefined;
}

export interface ParsedText {
  /** What could be read; complete only without faults. */
  readonly value: PlainMessage;
  /** Where each field stands: "https_config.listen_address", "server[1]". Fields of an expanded Any stand right below it. */
  readonly positions: ReadonlyMap<string, Position>;
  /** In the order of the file. */
  readonly faults: readonly TextFault[];
}

export interface ParseOptions {
  /** Pass over fields that the message does not have, as the original does in communicator.txt and textservices/. */
  readonly ignoreUnknown?: boolean;
  /** Goes before every path. */
  readonly path?: string;
}

interface Parsing {
  readonly cursor: TokenCursor;
  readonly positions: Map<string, Position>;
  readonly faults: TextFault[];
  readonly ignoreUnknown: boolean;
}

/** A message being read: its type, what it may hold, and what it holds so far. */
interface Scope {
  readonly typeName: string;
  readonly table: MessageTable;
  readonly path: string;
  readonly depth: number;
  readonly message: MutablePlainMessage;
  /** Where each field, and each oneof under "oneof <name>", was set first. */
  readonly set: Map<string, { readonly name: string; readonly line: number }>;
}

const maxDepth = 100;
const messageOpeners: ReadonlySet<string> = new Set(["{", "<"]);
const messageClosers: ReadonlySet<string> = new Set(["}", ">"]);

/** @param typeName "<package>.<Message>", one of the field tables. */
export function parseText(typeName: string, text: string, options: ParseOptions = {}): ParsedText {
  const table = findMessageTable(typeName);
  if (!table) throw new TypeError(`no message is called "${typeName}"`);
  const { tokens, faults } = readTokens(text);
  const parsing: Parsing = {
    cursor: new TokenCursor(tokens),
    positions: new Map(),
    faults: faults.map((fault) => ({ path: options.path ?? "", ...fault })),
    ignoreUnknown: options.ignoreUnknown ?? false,
  };
  const scope = openScope(typeName, table, options.path ?? "", 0);
  parseFields(parsing, scope, undefined);
  const inOrder = parsing.faults.toSorted((a, b) => a.line - b.line || a.column - b.column);
  return {
    value: scope.message,
    positions: parsing.positions,
    faults: inOrder,
  };
}

function openScope(typeName: string, table: MessageTable, path: string, depth: number): Scope {
  return { typeName, table, path, depth, message: {}, set: new Map() };
}

function report(
  parsing: Parsing,
  at: Position,
  path: string,
  message: string,
  hint?: string,
): void {
  const { line, column } = at;
  parsing.faults.push({ line, column, path, message, hint });
}

function joinPath(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

/** Fields up to `opener`'s counterpart, or to the end of the file. */
function parseFields(parsing: Parsing, scope: Scope, opener: Token | undefined): void {
  const { cursor } = parsing;
  for (;;) {
    const token = cursor.peek();
    if (token.kind === "end") {
      if (opener) report(parsing, opener, scope.path, `${describeToken(opener)} is never closed`);
      return;
    }
    if (cursor.isAtAny(messageClosers)) {
      if (closeMessage(parsing, scope, opener)) return;
    } else if (token.kind === "name") parseField(parsing, scope);
    else if (cursor.isAt("[")) parseBracketed(parsing, scope);
    else {
      report(
        parsing,
        token,
        scope.path,
        `${describeToken(token)} stands where a field name must stand`,
      );
      cursor.next();
      cursor.skipToNextField(token);
    }
  }
}

/** @returns whether the bracket that is next ends this message. */
function closeMessage(parsing: Parsing, scope: Scope, opener: Token | undefined): boolean {
  const token = parsing.cursor.next();
  if (!opener || opener.kind !== "punctuation" || token.kind !== "punctuation") {
    report(parsing, token, scope.path, `${describeToken(token)} closes nothing that is open`);
    return false;
  }
  if (closerOf.get(opener.text) !== token.text) {
    const place = `line ${opener.line}, column ${opener.column}`;
    report(
      parsing,
      token,
      scope.path,
      `"${token.text}" cannot close the "${opener.text}" of ${place}`,
    );
  }
  return true;
}

function parseField(parsing: Parsing, scope: Scope): void {
  const { cursor } = parsing;
  const token = cursor.next();
  const name = token.kind === "name" ? token.text : "";
  const path = joinPath(scope.path, name);
  const field = findField(scope.table, name);
  if (!field) {
    if (!parsing.ignoreUnknown) reportUnknown(parsing, scope, token, name);
    cursor.skipValue();
  } else {
    reportRepetition(parsing, scope, token, name, field);
    if (!parsing.positions.has(path)) parsing.positions.set(path, token);
    parseFieldValue(parsing, scope, { name, path, field, token });
  }
  cursor.acceptSeparator();
}

function reportUnknown(parsing: Parsing, scope: Scope, token: Token, name: string): void {
  const hint = suggestion(name, Object.keys(scope.table));
  const path = joinPath(scope.path, name);
  report(parsing, token, path, `${scope.typeName} has no field "${name}"`, hint);
}

function reportRepetition(
  parsing: Parsing,
  scope: Scope,
  token: Token,
  name: string,
  field: FieldEntry,
): void {
  if (field.repeated || field.mapKey !== undefined) return;
  const key = field.oneof === undefined ? name : `oneof ${field.oneof}`;
  const first = scope.set.get(key);
  if (!first) {
    scope.set.set(key, { name, line: token.line });
    return;
  }
  const place = `in line ${first.line}`;
  const message =
    first.name === name
      ? `"${name}" is set already ${place}`
      : `"${name}" excludes "${first.name}" ${place}`;
  report(parsing, token, joinPath(scope.path, name), message, "Keep one of them.");
}

interface FieldPlace {
  readonly name: string;
  readonly path: string;
  readonly field: FieldEntry;
  readonly token: Token;
}

function parseFieldValue(parsing: Parsing, scope: Scope, place: FieldPlace): void {
  const { cursor } = parsing;
  const { field, name, path, token } = place;
  const colon = cursor.accept(":");
  const isMessage = !isScalarType(field.type) && !isEnumType(field.type);
  if (!colon && !(isMessage || field.mapKey !== undefined)) {
    if (isAtNextField(cursor, token)) return reportMissing(parsing, place);
    report(parsing, token, path, `a ":" is missing after "${name}"`);
  }
  if (colon && isAtNextField(cursor, token)) return reportMissing(parsing, place);
  if (cursor.isAt("[")) return parseList(parsing, scope, place);
  storeValue(scope, place, parseElement(parsing, scope, place, token));
}

/** Whether what follows a field's name is the next field, or nothing, instead of a value. */
function isAtNextField(cursor: TokenCursor, from: Token): boolean {
  const token = cursor.peek();
  if (token.kind === "end" || cursor.isAtAny(messageClosers)) return true;
  const after = cursor.peek(1);
  const opensField = after.kind === "punctuation" && [":", "{", "<"].includes(after.text);
  return token.kind === "name" && token.line > from.line && opensField;
}

function reportMissing(parsing: Parsing, { token, path, name, field }: FieldPlace): void {
  const expected =
    field.mapKey === undefined ? describeType(field.type) : "an entry { key: … value: … }";
  report(parsing, token, path, `"${name}" has no value`, `Expected is ${expected}.`);
}

function parseList(parsing: Parsing, scope: Scope, place: FieldPlace): void {
  const { cursor } = parsing;
  const { field, path, name } = place;
  if (!field.repeated && field.mapKey === undefined) {
    report(parsing, cursor.peek(), path, `"${name}" takes one value, not a list`);
    return cursor.skipGroup();
  }
  const opener = cursor.next();
  if (!field.mapKey && scope.message[name] === undefined) scope.message[name] = [];
  if (cursor.accept("]")) return;
  for (;;) {
    const token = cursor.peek();
    if (token.kind === "end") return report(parsing, opener, path, `"[" is never closed`);
    storeValue(scope, place, parseElement(parsing, scope, place, token));
    if (cursor.accept("]")) return;
    if (cursor.accept(",")) continue;
    return leaveList(parsing, place, opener);
  }
}

function leaveList(parsing: Parsing, { path }: FieldPlace, opener: Token): void {
  const token = parsing.cursor.peek();
  if (token.kind === "end") return report(parsing, opener, path, `"[" is never closed`);
  report(parsing, token, path, `${describeToken(token)} stands where "," or "]" must stand`);
  parsing.cursor.skipToNextField(token);
  parsing.cursor.accept("]");
}

function storeValue(
  scope: Scope,
  { name, field }: FieldPlace,
  value: PlainValue | undefined,
): void {
  if (value === undefined) return;
  if (field.mapKey !== undefined) return storeEntry(scope, name, field, value);
  const before = scope.message[name];
  if (!field.repeated) scope.message[name] = before ?? value;
  else if (Array.isArray(before)) before.push(value);
  else scope.message[name] = [value] as PlainList;
}

function storeEntry(scope: Scope, name: string, field: FieldEntry, entry: PlainValue): void {
  const { key, value } = entry as PlainMessage;
  const before = scope.message[name];
  const absent = defaultScalar(field.type) ?? {};
  const keyOf = (key ?? defaultScalar(field.mapKey ?? "string")) as Scalar;
  scope.message[name] = new Map([
    ...(before instanceof Map ? before : []),
    [keyOf, (value ?? absent) as Scalar | PlainMessage],
  ]);
}

/** One value: of a field that takes one, or an element of a list. */
function parseElement(
  parsing: Parsing,
  scope: Scope,
  place: FieldPlace,
  at: Token,
): PlainValue | undefined {
  const { field } = place;
  const present = scope.message[place.name];
  const count = Array.isArray(present) ? present.length : 0;
  const path = field.repeated ? `${place.path}[${count}]` : place.path;
  if (field.repeated) parsing.positions.set(path, at);
  if (field.mapKey !== undefined) {
    return parseMessage(
      parsing,
      openScope("map entry", mapEntryTable(field), path, scope.depth + 1),
    );
  }
  const table = findMessageTable(field.type);
  if (table) return parseMessage(parsing, openScope(field.type, table, path, scope.depth + 1));
  return parseScalar(parsing, field.type, path);
}

function parseMessage(parsing: Parsing, scope: Scope): PlainMessage | undefined {
  const { cursor } = parsing;
  const opener = cursor.peek();
  if (!cursor.isAtAny(messageOpeners)) {
    report(
      parsing,
      opener,
      scope.path,
      `${describeToken(opener)} stands where a message must begin`,
      "Write { … }.",
    );
    skipWrongValue(cursor);
    return undefined;
  }
  if (scope.depth > maxDepth) {
    report(parsing, opener, scope.path, `messages are nested deeper than ${maxDepth}`);
    cursor.skipGroup();
    return undefined;
  }
  cursor.next();
  parseFields(parsing, scope, opener);
  return scope.message;
}

function skipWrongValue(cursor: TokenCursor): void {
  const token = cursor.peek();
  cursor.skipValue();
  // Something that no value begins with: the rest of the line is no better.
  if (cursor.peek() === token && !cursor.isAt("]")) cursor.skipToNextField(token);
}

function parseScalar(parsing: Parsing, type: string, path: string): Scalar | undefined {
  const { cursor } = parsing;
  const start = cursor.peek();
  const literal = readLiteral(cursor);
  if (literal === undefined) {
    report(
      parsing,
      start,
      path,
      `${describeToken(start)} stands where a value must stand`,
      `Expected is ${describeType(type)}.`,
    );
    skipWrongValue(cursor);
    return undefined;
  }
  if (literal === "faulty") return undefined;
  const result = readScalar(type, literal);
  if ("value" in result) return result.value;
  report(parsing, start, path, result.message, result.hint);
  return undefined;
}

/** "faulty": a string whose fault is already reported. undefined: none, and nothing was taken. */
function readLiteral(cursor: TokenCursor): Literal | "faulty" | undefined {
  if (cursor.peek().kind === "string") return readStrings(cursor);
  const negative = cursor.isAt("-");
  const token = cursor.peek(negative ? 1 : 0);
  if (token.kind !== "name" && token.kind !== "number") return undefined;
  if (negative) cursor.next();
  cursor.next();
  return { kind: token.kind, text: token.text, negative };
}

function readStrings(cursor: TokenCursor): Literal | "faulty" {
  const parts: Uint8Array[] = [];
  let faulty = false;
  for (let token = cursor.peek(); token.kind === "string"; token = cursor.peek()) {
    parts.push(token.bytes);
    faulty ||= token.faulty;
    cursor.next();
  }
  return faulty ? "faulty" : { kind: "string", bytes: new Uint8Array(Buffer.concat(parts)) };
}

/** `[type.googleapis.com/<package>.<Message>] { … }` in an Any; anywhere else it is an extension, and we have none. */
function parseBracketed(parsing: Parsing, scope: Scope): void {
  const { cursor } = parsing;
  const opener = cursor.next();
  const url = readBracketedName(cursor);
  if (scope.typeName === anyType && url !== undefined)
    parseExpandedAny(parsing, scope, opener, url);
  else {
    const known = url !== undefined && parsing.ignoreUnknown;
    if (!known)
      report(parsing, opener, scope.path, `${scope.typeName} has no field "[${url ?? ""}]"`);
    if (url === undefined) cursor.skipToNextField(opener);
    else cursor.skipValue();
  }
  cursor.acceptSeparator();
}

function readBracketedName(cursor: TokenCursor): string | undefined {
  let name = "";
  while (!cursor.accept("]")) {
    const token = cursor.peek();
    if (token.kind === "end" || token.kind === "string" || cursor.isAtAny(messageOpeners))
      return undefined;
    name += token.text;
    cursor.next();
  }
  return name;
}

function parseExpandedAny(parsing: Parsing, scope: Scope, opener: Token, url: string): void {
  const { cursor } = parsing;
  const typeName = url.slice(url.lastIndexOf("/") + 1);
  const table = findMessageTable(typeName);
  if (scope.set.size > 0)
    report(parsing, opener, scope.path, "an Any holds one message, and nothing beside it");
  scope.set.set("type_url", { name: "type_url", line: opener.line });
  scope.set.set("value", { name: "value", line: opener.line });
  if (!table || !url.includes("/")) {
    const hint = table ? `Write [type.googleapis.com/${typeName}].` : undefined;
    report(parsing, opener, scope.path, `"${url}" is no message type that is known here`, hint);
    return cursor.skipValue();
  }
  cursor.accept(":");
  const content = parseMessage(parsing, openScope(typeName, table, scope.path, scope.depth + 1));
  if (!content) return;
  scope.message["type_url"] = url;
  scope.message["value"] = encodePlainMessage(typeName, content);
}
