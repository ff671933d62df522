/**
 * The tokens of protobuf's text format (protocol.md 18).
 *
 * Never throws: what cannot be read becomes a token all the same, with a fault at its place, so that the parser sees
 * the rest of the file. Numbers and strings are read here only as far as they reach; their values are in
 * text-scalars.ts and text-strings.ts.
 */
import { type StringFault, decodeStringLiteral } from "./text-strings.ts";

/** Both count from 1; columns in characters. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

interface TokenPlace extends Position {
  /** Index of the first character in the text. */
  readonly start: number;
  readonly end: number;
}

export type Token = TokenPlace &
  (
    | { readonly kind: "name"; readonly text: string }
    /** As written; a sign is a token of its own. */
    | { readonly kind: "number"; readonly text: string }
    | {
        readonly kind: "string";
        readonly bytes: Uint8Array;
        readonly faulty: boolean;
      }
    /** One character. */
    | { readonly kind: "punctuation"; readonly text: string }
    | { readonly kind: "end" }
  );

export interface LexerFault extends Position {
  readonly message: string;
  readonly hint?: string | undefined;
}

const blank = /(?:[ \t\r\n\f\v]|#[^\n]*)+/y;
const name = /[A-Za-z_][A-Za-z0-9_]*/y;
// Takes what touches it along: "12ab" is one wrong number, not a number and a name.
const number = /(?:[0-9]|\.[0-9])(?:[eE][+-][0-9]|[A-Za-z0-9_.])*/y;
const quotes: ReadonlySet<string> = new Set(['"', "'"]);

/** @returns the tokens, the last of kind "end", and what was wrong with them. */
export function readTokens(text: string): {
  tokens: Token[];
  faults: LexerFault[];
} {
  const positionAt = makePositionFinder(text);
  const tokens: Token[] = [];
  const faults: LexerFault[] = [];
  const addFault = (offset: number, fault: StringFault): void => {
    const { message, hint } = fault;
    faults.push({ ...positionAt(offset), message, hint });
  };
  let at = skip(blank, text, 0);
  while (at < text.length) {
    const token = readToken(text, at, positionAt(at), addFault);
    tokens.push(token);
    at = skip(blank, text, token.end);
  }
  tokens.push({
    kind: "end",
    ...positionAt(text.length),
    start: text.length,
    end: text.length,
  });
  return { tokens, faults };
}

function readToken(
  text: string,
  start: number,
  position: Position,
  addFault: (offset: number, fault: StringFault) => void,
): Token {
  const first = text.charAt(start);
  if (quotes.has(first)) {
    const { bytes, end, faults } = decodeStringLiteral(text, start);
    for (const fault of faults) addFault(fault.offset, fault);
    return {
      kind: "string",
      bytes,
      faulty: faults.length > 0,
      ...position,
      start,
      end,
    };
  }
  for (const [kind, pattern] of [
    ["name", name],
    ["number", number],
  ] as const) {
    const end = skip(pattern, text, start);
    if (end > start) return { kind, text: text.slice(start, end), ...position, start, end };
  }
  const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
  return {
    kind: "punctuation",
    text: character,
    ...position,
    start,
    end: start + character.length,
  };
}

/** @returns the index after a match of a sticky pattern at `at`, or `at`. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Counts on from the last position: cheap as long as offsets mostly ascend. */
function makePositionFinder(text: string): (offset: number) => Position {
  let line = 1;
  let lineStart = 0;
  let counted = 0;
  let column = 1;
  return (offset) => {
    let next = text.indexOf("\n", lineStart);
    while (next !== -1 && next < offset) {
      line += 1;
      lineStart = next + 1;
      next = text.indexOf("\n", lineStart);
    }
    if (counted < lineStart || offset < counted) {
      counted = lineStart;
      column = 1;
    }
    column += Array.from(text.slice(counted, offset)).length;
    counted = offset;
    return { line, column };
  };
}
