/**
 * Inflating in memory, within a bound, with what zlib says of the input it used: without that, something may follow the
 * end of a compressed body and nobody would see it.
 */
import { promisify } from "node:util";
import { type ZlibOptions, inflate, inflateRaw, inflateRawSync, inflateSync } from "node:zlib";

import { FleetError } from "../core/errors.ts";

/** Inflating this much takes 4 MiB and a few milliseconds at worst; more is done on another thread. */
const syncBytes = 4 * 1024;

const ways = {
  zlib: { now: inflateSync, later: promisify(inflate) },
  raw: { now: inflateRawSync, later: promisify(inflateRaw) },
} as const;

export interface Inflated {
  readonly bytes: Uint8Array;
  /** Of the input, up to the end of the compressed stream. */
  readonly usedBytes: number;
}

/**
 * @param format "zlib" (RFC 1950) or "raw" (RFC 1951).
 * @throws what zlib throws; isTooLarge tells whether it was the bound.
 */
export async function inflateChecked(
  input: Uint8Array,
  format: keyof typeof ways,
  { maxBytes, ...more }: ZlibOptions & { readonly maxBytes: number },
): Promise<Inflated> {
  const options = { ...more, maxOutputLength: Math.max(1, maxBytes), info: true };
  const { now, later } = ways[format];
  const result: unknown =
    input.length <= syncBytes ? now(input, options) : await later(input, options);
  if (!hasInfo(result)) throw new FleetError("internal", "zlib told nothing of what it used");
  return { bytes: result.buffer, usedBytes: result.engine.bytesWritten };
}

/** Whether it inflates to more than was allowed. */
export function isTooLarge(thrown: unknown): boolean {
  return thrown instanceof Error && "code" in thrown && thrown.code === "ERR_BUFFER_TOO_LARGE";
}

interface WithInfo {
  readonly buffer: Uint8Array;
  readonly engine: { readonly bytesWritten: number };
}

function hasInfo(value: unknown): value is WithInfo {
  return typeof value === "object" && value !== null && "buffer" in value && "engine" in value;
}
