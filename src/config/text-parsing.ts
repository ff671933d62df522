/**
 * What the text-format parser carries along: its place, what it found, and the message that it is in.
 */
import type { FieldEntry } from "../proto/generated/field-tables.ts";
import type { MessageTable, MutablePlainMessage } from "./plain-message.ts";
import type { TokenCursor } from "./text-cursor.ts";
import type { Position, Token } from "./text-lexer.ts";

export interface TextFault extends Position {
  /** As in ParsedText.positions; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
  readonly hint?: string | undefined;
}

export interface Parsing {
  readonly cursor: TokenCursor;
  readonly positions: Map<string, Position>;
  readonly faults: TextFault[];
  readonly ignoreUnknown: boolean;
}

/** A message being read: its type, what it may hold, and what it holds so far. */
export interface Scope {
  readonly typeName: string;
  readonly table: MessageTable;
  readonly path: string;
  readonly depth: number;
  readonly message: MutablePlainMessage;
  /** Where each field, and each oneof under "oneof <name>", was set first. */
  readonly set: Map<string, { readonly name: string; readonly line: number }>;
}

export interface FieldPlace {
  readonly name: string;
  readonly path: string;
  readonly field: FieldEntry;
  readonly token: Token;
}

export const messageClosers: ReadonlySet<string> = new Set(["}", ">"]);

export function openScope(
  typeName: string,
  table: MessageTable,
  path: string,
  depth: number,
): Scope {
  return { typeName, table, path, depth, message: {}, set: new Map() };
}

export function report(
  parsing: Parsing,
  at: Position,
  path: string,
  message: string,
  hint?: string,
): void {
  const { line, column } = at;
  parsing.faults.push({ line, column, path, message, hint });
}

export function joinPath(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
