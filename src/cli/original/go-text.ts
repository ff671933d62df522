/** Texts as Go's standard library writes them, where scripts may have learned them: quoting, errors of numbers and files. */

const shortEscapes: Readonly<Record<string, string>> = {
  "\x07": "\\a",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\v": "\\v",
  '"': '\\"',
  "\\": "\\\\",
};

/** As %q writes a string. */
export function goQuote(text: string): string {
  const escaped = text.replace(/["\\]|[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, escapeChar);
  return `"${escaped}"`;
}

function escapeChar(char: string): string {
  const short = shortEscapes[char];
  if (short !== undefined) return short;
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return `\\x${code.toString(16).padStart(2, "0")}`;
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, "0")}`;
  return `\\U${code.toString(16).padStart(8, "0")}`;
}

const maxInt64 = 0x7fffffffffffffffn;
const minInt64 = -0x8000000000000000n;

export type GoNumberFault = "invalid syntax" | "value out of range";

/** strconv.Atoi: decimal digits with a sign. */
export function goAtoi(text: string): number | GoNumberFault {
  return /^[+-]?[0-9]+$/.test(text) ? inRange(text.replace(/^\+/, "")) : "invalid syntax";
}

/** The error of strconv.Atoi. */
export function goAtoiError(text: string, fault: GoNumberFault): string {
  return `strconv.Atoi: parsing ${goQuote(text)}: ${fault}`;
}

/** strconv.ParseInt(text, 0, 64): also 0x, 0o, 0b, a leading 0 for octal, and _ between digits. */
export function goParseInt(text: string): number | GoNumberFault {
  const match =
    /^([+-]?)(?:(0[xX])((?:_?[0-9a-fA-F])+)|(0[bB])((?:_?[01])+)|(0[oO]?)((?:_?[0-7])+)|(0|[1-9](?:_?[0-9])*))$/.exec(
      text,
    );
  if (!match) return "invalid syntax";
  const digits = (match[3] ?? match[5] ?? match[7] ?? match[8] ?? "").replaceAll("_", "");
  const prefix = match[2] ? "0x" : match[4] ? "0b" : match[6] ? "0o" : "";
  const size = BigInt(prefix + digits);
  return inRange(match[1] === "-" ? -size : size);
}

function inRange(value: string | bigint): number | GoNumberFault {
  const integer = BigInt(value);
  return integer > maxInt64 || integer < minInt64 ? "value out of range" : Number(integer);
}

/** What the operating system said, in Go's words. */
const systemMessages: Readonly<Record<string, string>> = {
  ENOENT: "no such file or directory",
  EACCES: "permission denied",
  EPERM: "operation not permitted",
  EISDIR: "is a directory",
  ENOTDIR: "not a directory",
  ELOOP: "too many levels of symbolic links",
  ENAMETOOLONG: "file name too long",
};

/** The error of os.ReadFile: "open /x: no such file or directory". */
export function goFileError(path: string, thrown: unknown): string {
  const code = thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";
  const action = code === "EISDIR" ? "read" : "open";
  const reason = systemMessages[code] ?? (thrown instanceof Error ? thrown.message : code);
  return `${action} ${path}: ${reason}`;
}
