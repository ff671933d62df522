/** Bytes as rows of sixteen. Pure. */

export interface HexRow {
  /** "00000010" */
  readonly offset: string;
  /** "68 65 6c 6c 6f …", as wide in each row. */
  readonly bytes: string;
  /** What of it is printable in ASCII, a dot for the rest. */
  readonly text: string;
}

const perRow = 16;

/** @param hex two digits for each byte; at most `rows` rows of it. */
export function hexRows(hex: string, rows: number): HexRow[] {
  const count = Math.min(rows, Math.ceil(hex.length / (2 * perRow)));
  return Array.from({ length: count }, (_, index) => {
    const pairs = hex.slice(index * 2 * perRow, (index + 1) * 2 * perRow).match(/../g) ?? [];
    return {
      offset: (index * perRow).toString(16).padStart(8, "0"),
      bytes: pairs.join(" ").padEnd(perRow * 3 - 1),
      text: pairs.map(printable).join(""),
    };
  });
}

function printable(pair: string): string {
  const code = Number.parseInt(pair, 16);
  return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : ".";
}
