/**
 * permessage-deflate (RFC 7692), one message at a time: no context is ever taken over, in either direction.
 */
import { promisify } from "node:util";
import { constants, deflateRaw, deflateRawSync } from "node:zlib";

import { FleetError } from "../../core/errors.ts";
import { inflateChecked, isTooLarge } from "../checked-inflate.ts";
import { WebSocketError, closeCode } from "./close-codes.ts";

/** The end of a sync flush, which is not sent (RFC 7692 7.2.1). */
const flushTail = Buffer.of(0x00, 0x00, 0xff, 0xff);
/** Above, the work is done on another thread. */
const syncBytes = 4 * 1024;
/** Below, compressing costs more than it saves. */
export const minCompressedBytes = 64;

const deflateLater = promisify(deflateRaw);
const syncFlush = { finishFlush: constants.Z_SYNC_FLUSH };

/** What goes into a frame with RSV1. */
export async function deflateMessage(message: Uint8Array): Promise<Uint8Array> {
  const bytes =
    message.length <= syncBytes
      ? deflateRawSync(message, syncFlush)
      : await deflateLater(message, syncFlush);
  return bytes.subarray(0, bytes.length - flushTail.length);
}

/**
 * @param maxBytes of the result.
 * @throws WebSocketError 1009 over the limit, 1007 for what is not deflated or is followed by something.
 */
export async function inflateMessage(message: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  const input = Buffer.concat([message, flushTail]);
  try {
    const options = { ...syncFlush, maxBytes };
    const { bytes, usedBytes } = await inflateChecked(input, "raw", options);
    // After a final block, one byte may follow and the tail that was put there (RFC 7692 7.2.3.4).
    if (usedBytes >= input.length - flushTail.length - 1) return bytes;
    throw new WebSocketError(closeCode.invalidPayload, "something follows a deflated message");
  } catch (thrown) {
    throw inflateError(thrown, maxBytes);
  }
}

function inflateError(thrown: unknown, maxBytes: number): FleetError {
  if (thrown instanceof FleetError) return thrown;
  if (isTooLarge(thrown)) {
    const message = `a message inflates to more than ${maxBytes} bytes`;
    return new WebSocketError(closeCode.tooBig, message);
  }
  const message = "a message is not deflated as it says";
  return new WebSocketError(closeCode.invalidPayload, message, { cause: thrown });
}
