/**
 * One whole zlib stream in memory, within a bound (RFC 1950; protocol.md 3).
 */
import { promisify } from "node:util";
import { inflate, inflateSync } from "node:zlib";

import { FleetError } from "../core/errors.ts";
import { HttpError } from "./http-error.ts";

/** Inflating this much takes 4 MiB and a few milliseconds at worst; more is done on another thread. */
const syncBytes = 4 * 1024;
const inflateLater = promisify(inflate);

/**
 * A whole zlib stream.
 * @param maxBytes of the result. @throws HttpError 400 over the limit, or for anything that is not one whole zlib stream.
 */
export async function inflateWhole(compressed: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  const options = { maxOutputLength: Math.max(1, maxBytes), info: true };
  try {
    const inflated: unknown =
      compressed.length <= syncBytes
        ? inflateSync(compressed, options)
        : await inflateLater(compressed, options);
    return checkWhole(inflated, compressed.length);
  } catch (thrown) {
    throw inflateError(thrown, maxBytes);
  }
}

/** With `info`, zlib also says how much of the input it has used. */
function checkWhole(inflated: unknown, compressedBytes: number): Uint8Array {
  if (!isInflated(inflated)) throw new FleetError("internal", "zlib told nothing of what it used");
  if (inflated.engine.bytesWritten !== compressedBytes) {
    throw new HttpError(400, "something follows the end of the compressed body");
  }
  return inflated.buffer;
}

interface Inflated {
  readonly buffer: Uint8Array;
  readonly engine: { readonly bytesWritten: number };
}

function isInflated(value: unknown): value is Inflated {
  return typeof value === "object" && value !== null && "buffer" in value && "engine" in value;
}

function inflateError(thrown: unknown, maxBytes: number): FleetError {
  if (thrown instanceof FleetError) return thrown;
  if (thrown instanceof Error && "code" in thrown && thrown.code === "ERR_BUFFER_TOO_LARGE") {
    return new HttpError(400, `the body inflates to more than ${maxBytes} bytes`, {
      code: "resource_exhausted",
    });
  }
  return new HttpError(400, "the body is not a zlib stream", { cause: thrown });
}
