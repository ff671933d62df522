/** How the original's admin tool reads its arguments, and what it says of wrong ones. */
import { FleetError } from "../../core/errors.ts";
import {
  type BroadcastId,
  type ClientId,
  parseBroadcastId,
  parseClientId,
} from "../../core/ids.ts";
import { goAtoi, goAtoiError } from "./go-text.ts";

const idLength = 16;

/** @param words say what could not be done: "Unable to parse zz as client id". */
export function readClientId(text: string, words: string): ClientId {
  checkId(text, "ClientID", words);
  return parseClientId(text);
}

/** As readClientId. */
export function readBroadcastId(text: string, words: string): BroadcastId {
  checkId(text, "BroadcastID", words);
  return parseBroadcastId(text);
}

function checkId(text: string, kind: string, words: string): void {
  const fault = idFault(text, kind);
  if (fault !== undefined) throw new FleetError("invalid_argument", `${words}: ${fault}`);
}

function idFault(text: string, kind: string): string | undefined {
  const bytes = Buffer.from(text);
  if (bytes.length !== idLength) return `${kind} must be ${idLength} characters`;
  const wrong = bytes.find((byte) => !/[0-9a-fA-F]/.test(String.fromCharCode(byte)));
  return wrong === undefined ? undefined : `encoding/hex: invalid byte: ${goRune(wrong)}`;
}

/** As %#U writes a rune: "U+007A 'z'", without the sign where it shows nothing. */
function goRune(code: number): string {
  const isVisible = (code >= 0x20 && code < 0x7f) || (code > 0xa0 && code !== 0xad);
  const name = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  return isVisible ? `${name} '${String.fromCharCode(code)}'` : name;
}

/** @returns 0 and less for no limit. */
export function readLimit(text: string | undefined): number {
  if (text === undefined) return 0;
  const value = goAtoi(text);
  if (typeof value === "number") return value;
  throw new FleetError(
    "invalid_argument",
    `Unable to parse ${text} as a limit: ${goAtoiError(text, value)}`,
  );
}
