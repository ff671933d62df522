/**
 * Protobuf's text format to plain messages (protocol.md 18), driven by the generated field tables.
 *
 * Finds every fault of a file, not the first: after each it goes on where the next field may begin. Knows names and
 * types of fields and nothing of their meaning: required ones, ranges and defaults are the schemas'.
 */
import type { FieldEntry } from "../proto/generated/field-tables.ts";
import { encodePlainMessage } from "./message-wire.ts";
import {
  type PlainMessage,
  type PlainValue,
  anyType,
  findField,
  findMessageTable,
  mapEntryTable,
} from "./plain-message.ts";
import { suggestion } from "./suggest.ts";
import { TokenCursor, closerOf } from "./text-cursor.ts";
import { type Position, type Token, readTokens } from "./text-lexer.ts";
import {
  type FieldPlace,
  type Parsing,
  type Scope,
  type TextFault,
  joinPath,
  messageClosers,
  openScope,
  report,
} from "./text-parsing.ts";
import { describeToken, isEnumType, isScalarType } from "./text-scalars.ts";
import {
  isAtNextField,
  parseScalar,
  reportMissing,
  skipWrongValue,
  storeValue,
} from "./text-values.ts";

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

const maxDepth = 100;

const messageOpeners: ReadonlySet<string> = new Set(["{", "<"]);

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
