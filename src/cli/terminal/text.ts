/**
 * JSON and plain text for an output that may be a terminal. Apart from tables (output.ts) because every start of the
 * program loads this, and must load little.
 */

/**
 * One JSON document on lines of its own. Only ASCII: what a client chose cannot steer a terminal from inside a string.
 * 64-bit integers become strings, as in protobuf's JSON.
 */
export function formatJson(value: unknown): string {
  return `${toAsciiJson(value, 2)}\n`;
}

/** As formatJson, on one line: for results that come one after the other. */
export function formatJsonLine(value: unknown): string {
  return `${toAsciiJson(value)}\n`;
}

function toAsciiJson(value: unknown, indent?: number): string {
  const plain = (_: string, field: unknown) => (typeof field === "bigint" ? String(field) : field);
  return JSON.stringify(value, plain, indent).replace(/[\x7f-\uffff]/g, escapeChar);
}

/** Text of more than one word with its line ends, where everything that could steer a terminal is shown escaped. */
export function showLines(text: string): string {
  return text.replace(/(?!\n)[\p{C}\p{Zl}\p{Zp}]/gu, (char) =>
    char.split("").map(escapeChar).join(""),
  );
}

/** The same on one line, whatever it holds. */
export function showLine(text: string): string {
  return showLines(text).replaceAll("\n", "\\n");
}

const maxRemarkChars = 1000;

/** What a client says of itself, amid what we say: on one line, and of bounded length. */
export function showRemark(text: string): string {
  const shown = showLine(text.slice(0, maxRemarkChars));
  return text.length > maxRemarkChars ? `${shown}... (${text.length} characters)` : shown;
}

function escapeChar(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
