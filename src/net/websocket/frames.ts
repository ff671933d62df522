/**
 * Frames of RFC 6455 5.2 as bytes: what is written. frame-decoder.ts reads them.
 */
import { randomBytes } from "node:crypto";

export const opcode = {
  continuation: 0x0,
  text: 0x1,
  binary: 0x2,
  close: 0x8,
  ping: 0x9,
  pong: 0xa,
} as const;

export const finBit = 0x80;
export const rsv1Bit = 0x40;
export const rsvBits = 0x70;
export const maskBit = 0x80;
export const maskBytes = 4;
/** RFC 6455 5.5. */
export const maxControlBytes = 125;

export interface FrameOptions {
  /** Clients mask, servers do not (RFC 6455 5.1). */
  readonly masked: boolean;
  /** RSV1: the payload is compressed (RFC 7692 6). */
  readonly compressed?: boolean;
}

/** One whole, unfragmented frame as what is to be written, in order. The payload is copied where it is masked. */
export function encodeFrame(
  code: number,
  payload: Uint8Array,
  { masked, compressed = false }: FrameOptions,
): readonly Uint8Array[] {
  const first = finBit | (compressed ? rsv1Bit : 0) | code;
  if (!masked) return join(encodeHead(first, payload.length, 0), payload);
  const key = randomBytes(maskBytes);
  const head = Buffer.concat([encodeHead(first, payload.length, maskBit), key]);
  return join(head, maskedCopy(payload, key, 0));
}

/** The payload of a Close frame; empty for no code. */
export function encodeCloseCode(code: number): Uint8Array {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(code);
  return bytes;
}

/** @param offset of the first byte within the payload. */
export function maskedCopy(bytes: Uint8Array, key: Uint8Array, offset: number): Buffer {
  const copy = Buffer.allocUnsafe(bytes.length);
  for (let index = 0; index < bytes.length; index += 1) {
    copy[index] = (bytes[index] ?? 0) ^ (key[(offset + index) & 3] ?? 0);
  }
  return copy;
}

const joinBytes = 16 * 1024;

function join(head: Buffer, payload: Uint8Array): readonly Uint8Array[] {
  if (payload.length === 0) return [head];
  return payload.length > joinBytes ? [head, payload] : [Buffer.concat([head, payload])];
}

function encodeHead(first: number, length: number, mask: number): Buffer {
  if (length <= maxControlBytes) return Buffer.of(first, mask | length);
  if (length <= 0xffff) return Buffer.of(first, mask | 126, length >>> 8, length & 0xff);
  const head = Buffer.alloc(10);
  head[0] = first;
  head[1] = mask | 127;
  head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}
