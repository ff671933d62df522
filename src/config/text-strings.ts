/**
 * String literals of the text format: C escapes to bytes, and bytes to a literal (protocol.md 18).
 */

export interface StringFault {
  readonly message: string;
  readonly hint?: string | undefined;
}

interface PlacedFault extends StringFault {
  /** Index in the whole text. */
  readonly offset: number;
}

export interface StringLiteral {
  readonly bytes: Uint8Array;
  /** Index after the closing quote, or of the line end where there is none. */
  readonly end: number;
  readonly faults: readonly PlacedFault[];
}

const simpleEscapes: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  '"': 34,
  "'": 39,
  "?": 63,
  "\\": 92,
};
const codeEscape = /[0-7]{1,3}|x[0-9A-Fa-f]{1,2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}/y;
const encoder = new TextEncoder();

interface Piece {
  readonly bytes: Uint8Array;
  readonly end: number;
  readonly fault?: StringFault;
}

/** Reads the literal whose opening quote is at `start`. */
export function decodeStringLiteral(text: string, start: number): StringLiteral {
  const quote = text.charAt(start);
  const pieces: Uint8Array[] = [];
  const faults: PlacedFault[] = [];
  let at = start + 1;
  for (;;) {
    const plainEnd = endOfPlain(text, at, quote);
    if (plainEnd > at) pieces.push(encoder.encode(text.slice(at, plainEnd)));
    at = plainEnd;
    const next = text.charAt(at);
    if (next === quote) return { bytes: Buffer.concat(pieces), end: at + 1, faults };
    if (next === "" || next === "\n") {
      faults.push({ offset: start, ...unclosed(quote) });
      return { bytes: Buffer.concat(pieces), end: at, faults };
    }
    const piece = next === "\\" ? decodeEscape(text, at) : forbiddenNul(at);
    pieces.push(piece.bytes);
    if (piece.fault) faults.push({ offset: at, ...piece.fault });
    at = piece.end;
  }
}

function endOfPlain(text: string, start: number, quote: string): number {
  let at = start;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === quote || character === "\\" || character === "\n" || character === "\0")
      break;
    at += 1;
  }
  return at;
}

function unclosed(quote: string): StringFault {
  return {
    message: "this string is not closed before the end of its line",
    hint: `Close it with ${quote}; write a line break inside a string as \\n.`,
  };
}

function forbiddenNul(at: number): Piece {
  return {
    bytes: new Uint8Array(),
    end: at + 1,
    fault: { message: "a string holds a NUL character" },
  };
}

function decodeEscape(text: string, at: number): Piece {
  const simple = simpleEscapes[text.charAt(at + 1)];
  if (simple !== undefined) return { bytes: Uint8Array.of(simple), end: at + 2 };
  codeEscape.lastIndex = at + 1;
  const code = codeEscape.exec(text)?.[0];
  if (code === undefined) return unknownEscape(text, at);
  const end = at + 1 + code.length;
  if (code.startsWith("u") || code.startsWith("U")) return decodeUnicode(text, code, end);
  const value = code.startsWith("x") ? parseInt(code.slice(1), 16) : parseInt(code, 8);
  if (value > 255)
    return {
      bytes: new Uint8Array(),
      end,
      fault: { message: `\\${code} is over \\377` },
    };
  return { bytes: Uint8Array.of(value), end };
}

function unknownEscape(text: string, at: number): Piece {
  const next = text.charAt(at + 1);
  // The end of the line, or of the file, is for the caller to see.
  const end = next === "" || next === "\n" ? at + 1 : at + 2;
  return {
    bytes: new Uint8Array(),
    end,
    fault: {
      message: `"${text.slice(at, end)}" is no escape sequence`,
      hint: "Write a backslash as \\\\.",
    },
  };
}

/** \u may be half of a surrogate pair; then the other half must follow. */
function decodeUnicode(text: string, code: string, end: number): Piece {
  const value = parseInt(code.slice(1), 16);
  const low = /^\\u([Dd][C-Fc-f][0-9A-Fa-f]{2})/.exec(text.slice(end, end + 6))?.[1];
  if (value >= 0xd800 && value < 0xdc00 && low !== undefined) {
    const character = String.fromCharCode(value, parseInt(low, 16));
    return { bytes: encoder.encode(character), end: end + 6 };
  }
  if (value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) {
    return {
      bytes: new Uint8Array(),
      end,
      fault: { message: `\\${code} is no Unicode character` },
    };
  }
  return { bytes: encoder.encode(String.fromCodePoint(value)), end };
}

const namedCharacters: ReadonlyMap<number, string> = new Map([
  [9, "\\t"],
  [10, "\\n"],
  [13, "\\r"],
  [34, '\\"'],
  [92, "\\\\"],
]);

/** A literal in double quotes; what is not printable ASCII is escaped. */
export function encodeBytesLiteral(bytes: Uint8Array): string {
  return `"${Array.from(bytes, escapeByte).join("")}"`;
}

function escapeByte(byte: number): string {
  const printable = byte >= 0x20 && byte < 0x7f;
  // Always three digits: a digit that follows must not become part of it.
  return (
    namedCharacters.get(byte) ??
    (printable ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, "0")}`)
  );
}

/** A literal in double quotes; letters of other languages stay readable. */
export function encodeStringLiteral(text: string): string {
  return `"${Array.from(text, escapeCharacter).join("")}"`;
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? escapeByte(code) : character;
}
