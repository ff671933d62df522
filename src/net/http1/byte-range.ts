/**
 * The Range header as far as a server of files needs it: one range of bytes (RFC 9110 14).
 */

/** Both included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

const singleRange = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i;

/**
 * What part of `size` bytes a header asks for. undefined: the header does not count, the answer is all of it — there is
 * none, it is not of bytes, cannot be read, or names several ranges, which a server need not serve.
 */
export function selectRange(
  header: string | undefined,
  size: number,
): ByteRange | "unsatisfiable" | undefined {
  const match = singleRange.exec(header ?? "");
  if (!match) return undefined;
  const [, first = "", last = ""] = match;
  if (first === "") return last === "" ? undefined : suffix(Number(last), size);
  const from = Number(first);
  const to = last === "" ? Number.POSITIVE_INFINITY : Number(last);
  if (to < from) return undefined;
  return from >= size ? "unsatisfiable" : { first: from, last: Math.min(to, size - 1) };
}

function suffix(length: number, size: number): ByteRange | "unsatisfiable" {
  if (length === 0 || size === 0) return "unsatisfiable";
  return { first: Math.max(0, size - length), last: size - 1 };
}
