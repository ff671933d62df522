/**
 * Single values between the core's types and SQLite's columns.
 */
import type { Timestamp } from "../../core/time.ts";

export function timestampOf(seconds: number | null, nanos: number | null): Timestamp | undefined {
  return seconds === null || nanos === null ? undefined : { seconds, nanos };
}

/** 8 bytes, little-endian, as in the original's tables. @param nonce uint64 */
export function nonceToBytes(nonce: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(nonce);
  return bytes;
}

export function nonceFromBytes(bytes: Uint8Array): bigint {
  return new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, true);
}
