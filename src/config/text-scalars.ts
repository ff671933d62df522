/**
 * Values of scalar and enum fields in the text format: ranges and spellings as the original's parser takes them
 * (protocol.md 18).
 */
import { enumTables } from "../proto/generated/field-tables.ts";
import { suggestion } from "./suggest.ts";
import type { Token } from "./text-lexer.ts";

/** 64-bit integers are bigint; an enum is its name, or a number that has none. */
export type Scalar = string | number | bigint | boolean | Uint8Array;

/** A literal as written: one token with the sign before it, or strings that stand side by side as one. */
export type Literal =
  | {
      readonly kind: "name" | "number";
      readonly text: string;
      readonly negative: boolean;
    }
  | { readonly kind: "string"; readonly bytes: Uint8Array };

export type ScalarResult =
  { readonly value: Scalar } | { readonly message: string; readonly hint?: string | undefined };

const integerRanges: Readonly<Record<string, readonly [bigint, bigint]>> = {
  int32: [-(2n ** 31n), 2n ** 31n - 1n],
  sint32: [-(2n ** 31n), 2n ** 31n - 1n],
  sfixed32: [-(2n ** 31n), 2n ** 31n - 1n],
  uint32: [0n, 2n ** 32n - 1n],
  fixed32: [0n, 2n ** 32n - 1n],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
  sint64: [-(2n ** 63n), 2n ** 63n - 1n],
  sfixed64: [-(2n ** 63n), 2n ** 63n - 1n],
  uint64: [0n, 2n ** 64n - 1n],
  fixed64: [0n, 2n ** 64n - 1n],
};
const decimal = /^(?:0|[1-9][0-9]*)$/;
const octal = /^0[0-7]+$/;
const hexadecimal = /^0[xX][0-9A-Fa-f]+$/;
const float = /^(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?[fF]?$/;
const booleans: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["True", true],
  ["t", true],
  ["false", false],
  ["False", false],
  ["f", false],
]);
const largestFloat = 3.4028234663852886e38;

/** How the type is named to a person. */
const typeWords: Readonly<Record<string, string>> = {
  string: "a string in quotes",
  bytes: "a string in quotes",
  bool: "true or false",
  double: "a number",
  float: "a number",
};

export function isScalarType(type: string): boolean {
  return Object.hasOwn(integerRanges, type) || Object.hasOwn(typeWords, type);
}

export function isEnumType(type: string): boolean {
  return Object.hasOwn(enumTables, type);
}

/** Whether 64-bit: then its values are bigint. */
export function isBigType(type: string): boolean {
  return type.endsWith("64");
}

/** The value of a field of this type that a literal stands for, or why it is none. */
export function readScalar(type: string, literal: Literal): ScalarResult {
  if (type === "string") return readString(literal);
  if (type === "bytes")
    return literal.kind === "string" ? { value: literal.bytes } : mismatch(type, literal);
  if (type === "bool") return readBool(literal);
  if (type === "float" || type === "double") return readFloat(type, literal);
  const range = integerRanges[type];
  return range ? readInteger(type, literal, range) : readEnum(type, literal);
}

function readString(literal: Literal): ScalarResult {
  if (literal.kind !== "string") return mismatch("string", literal);
  try {
    return {
      value: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(literal.bytes),
    };
  } catch {
    return { message: "this string is not valid UTF-8" };
  }
}

function readBool(literal: Literal): ScalarResult {
  const named =
    literal.kind === "name" && !literal.negative ? booleans.get(literal.text) : undefined;
  if (named !== undefined) return { value: named };
  const value = parseInteger(literal);
  if (value === 0n || value === 1n) return { value: value === 1n };
  return mismatch("bool", literal);
}

function readFloat(type: string, literal: Literal): ScalarResult {
  if (literal.kind === "string") return mismatch(type, literal);
  const value = literal.kind === "name" ? namedFloat(literal.text) : writtenFloat(literal.text);
  if (value === undefined) return mismatch(type, literal);
  const signed = literal.negative ? -value : value;
  return {
    value: type === "float" && Math.abs(signed) <= largestFloat ? Math.fround(signed) : signed,
  };
}

function namedFloat(text: string): number | undefined {
  const lower = text.toLowerCase();
  if (lower === "nan") return Number.NaN;
  return lower === "inf" || lower === "infinity" ? Number.POSITIVE_INFINITY : undefined;
}

function writtenFloat(text: string): number | undefined {
  return float.test(text) ? Number(text.replace(/[fF]$/, "")) : undefined;
}

function readInteger(
  type: string,
  literal: Literal,
  [low, high]: readonly [bigint, bigint],
): ScalarResult {
  const value = parseInteger(literal);
  if (value === undefined || (low === 0n && literal.kind === "number" && literal.negative)) {
    return mismatch(type, literal);
  }
  if (value < low || value > high) {
    return {
      message: `${value} is out of range: ${type} goes from ${low} to ${high}`,
    };
  }
  return { value: isBigType(type) ? value : Number(value) };
}

function parseInteger(literal: Literal): bigint | undefined {
  if (literal.kind !== "number") return undefined;
  const { text } = literal;
  const isInteger = decimal.test(text) || octal.test(text) || hexadecimal.test(text);
  if (!isInteger) return undefined;
  const value = BigInt(octal.test(text) ? `0o${text.slice(1)}` : text);
  return literal.negative ? -value : value;
}

function readEnum(type: string, literal: Literal): ScalarResult {
  const table = enumTables[type] ?? {};
  if (literal.kind === "name" && !literal.negative) {
    if (Object.hasOwn(table, literal.text)) return { value: literal.text };
    return {
      message: `"${literal.text}" is no value of ${type}`,
      hint: suggestion(literal.text, Object.keys(table)),
    };
  }
  const value = parseInteger(literal);
  if (value === undefined || BigInt.asIntN(32, value) !== value) return mismatch(type, literal);
  const name = Object.keys(table).find((key) => table[key] === Number(value));
  return { value: name ?? Number(value) };
}

function mismatch(type: string, literal: Literal): ScalarResult {
  return {
    message: `${describeLiteral(literal)} is not ${describeType(type)}`,
  };
}

/** "an integer (uint32)", "true or false", "one of INFO, DEBUG". */
export function describeType(type: string): string {
  const names = enumTables[type];
  if (names && isEnumType(type)) return `one of ${Object.keys(names).join(", ")}`;
  const word = typeWords[type];
  if (word !== undefined) return word;
  return integerRanges[type] ? `an integer (${type})` : `a message (${type})`;
}

function describeLiteral(literal: Literal): string {
  if (literal.kind === "string") return "a string";
  return `"${literal.negative ? "-" : ""}${literal.text}"`;
}

/** What stands at a token, for a message about something else that should. */
export function describeToken(token: Token): string {
  if (token.kind === "end") return "the end of the file";
  return token.kind === "string" ? "a string" : `"${token.text}"`;
}
