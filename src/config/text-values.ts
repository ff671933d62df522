/**
 * Values of fields in the text format: literals are read, what is no value is passed over, and both are put where they
 * belong. Messages, lists and their nesting are text-format.ts.
 */
import type { FieldEntry } from "../proto/generated/field-tables.ts";
import {
  type PlainList,
  type PlainMessage,
  type PlainValue,
  defaultScalar,
} from "./plain-message.ts";
import type { TokenCursor } from "./text-cursor.ts";
import type { Token } from "./text-lexer.ts";
import {
  type FieldPlace,
  type Parsing,
  type Scope,
  messageClosers,
  report,
} from "./text-parsing.ts";
import {
  type Literal,
  type Scalar,
  describeToken,
  describeType,
  readScalar,
} from "./text-scalars.ts";

/** Whether what follows a field's name is the next field, or nothing, instead of a value. */
export function isAtNextField(cursor: TokenCursor, from: Token): boolean {
  const token = cursor.peek();
  if (token.kind === "end" || cursor.isAtAny(messageClosers)) return true;
  const after = cursor.peek(1);
  const opensField = after.kind === "punctuation" && [":", "{", "<"].includes(after.text);
  return token.kind === "name" && token.line > from.line && opensField;
}

export function reportMissing(parsing: Parsing, { token, path, name, field }: FieldPlace): void {
  const expected =
    field.mapKey === undefined ? describeType(field.type) : "an entry { key: … value: … }";
  report(parsing, token, path, `"${name}" has no value`, `Expected is ${expected}.`);
}

export function storeValue(
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

export function skipWrongValue(cursor: TokenCursor): void {
  const token = cursor.peek();
  cursor.skipValue();
  // Something that no value begins with: the rest of the line is no better.
  if (cursor.peek() === token && !cursor.isAt("]")) cursor.skipToNextField(token);
}

export function parseScalar(parsing: Parsing, type: string, path: string): Scalar | undefined {
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
