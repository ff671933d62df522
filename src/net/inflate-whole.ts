/**
 * One whole zlib stream in memory, within a bound (RFC 1950; protocol.md 3).
 */
import { FleetError } from "../core/errors.ts";
import { inflateChecked, isTooLarge } from "./checked-inflate.ts";
import { HttpError } from "./http-error.ts";

/**
 * A whole zlib stream.
 * @param maxBytes of the result. @throws HttpError 400 over the limit, or for anything that is not one whole zlib stream.
 */
export async function inflateWhole(compressed: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  try {
    const { bytes, usedBytes } = await inflateChecked(compressed, "zlib", { maxBytes });
    if (usedBytes === compressed.length) return bytes;
    throw new HttpError(400, "something follows the end of the compressed body");
  } catch (thrown) {
    throw inflateError(thrown, maxBytes);
  }
}

function inflateError(thrown: unknown, maxBytes: number): FleetError {
  if (thrown instanceof FleetError) return thrown;
  if (isTooLarge(thrown)) {
    return new HttpError(400, `the body inflates to more than ${maxBytes} bytes`, {
      code: "resource_exhausted",
    });
  }
  return new HttpError(400, "the body is not a zlib stream", { cause: thrown });
}
