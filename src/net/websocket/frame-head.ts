/**
 * The head of one frame (RFC 6455 5.2), read strictly: what may not be sent is refused before its payload has come.
 *
 * Judges a frame alone; what may follow what is frame-decoder.ts.
 */
import type { ByteQueue } from "../byte-queue.ts";
import { WebSocketError, closeCode } from "./close-codes.ts";
import { finBit, maskBit, maskBytes, maxControlBytes, opcode, rsv1Bit, rsvBits } from "./frames.ts";

export interface FrameHead {
  readonly fin: boolean;
  readonly compressed: boolean;
  readonly opcode: number;
  /** Bytes of the payload, as announced. */
  readonly length: number;
  readonly mask: Buffer | undefined;
}

export interface HeadRules {
  /** Whether the peer masks: clients must, servers must not. */
  readonly masked: boolean;
  /** Whether compression was negotiated. */
  readonly deflate: boolean;
}

const known: ReadonlySet<number> = new Set(Object.values(opcode));

/** Takes a head off the queue; undefined while it is not whole. @throws WebSocketError. */
export function takeHead(queue: ByteQueue, rules: HeadRules): FrameHead | undefined {
  const first = queue.at(0);
  if (first === undefined) return undefined;
  checkFirst(first, rules);
  const second = queue.at(1);
  if (second === undefined) return undefined;
  checkSecond(first, second, rules);
  const lengthBytes = lengthBytesOf(second & 0x7f);
  const total = 2 + lengthBytes + (rules.masked ? maskBytes : 0);
  if (queue.length < 2 + lengthBytes) return undefined;
  const length = readLength(queue.view, second & 0x7f);
  if (queue.length < total) return undefined;
  const head = queue.take(total);
  return {
    fin: (first & finBit) !== 0,
    compressed: (first & rsv1Bit) !== 0,
    opcode: first & 0x0f,
    length,
    mask: rules.masked ? head.subarray(2 + lengthBytes) : undefined,
  };
}

export function isControl(code: number): boolean {
  return (code & 0x8) !== 0;
}

function checkFirst(first: number, { deflate }: HeadRules): void {
  const code = first & 0x0f;
  if (!known.has(code)) throw broken(`the opcode ${code} is reserved`);
  const compressible = code === opcode.binary || code === opcode.text;
  const allowed = deflate && compressible ? rsv1Bit : 0;
  if ((first & rsvBits & ~allowed) !== 0) throw broken("a reserved bit is set");
  if (isControl(code) && (first & finBit) === 0) throw broken("a control frame is fragmented");
  if (code === opcode.text) {
    throw new WebSocketError(
      closeCode.unsupportedData,
      "a text message came: only binary ones are taken",
    );
  }
}

function checkSecond(first: number, second: number, { masked }: HeadRules): void {
  if (((second & maskBit) !== 0) !== masked) {
    throw broken(masked ? "a frame is not masked" : "a frame of the server is masked");
  }
  if (isControl(first & 0x0f) && (second & 0x7f) > maxControlBytes) {
    throw broken("a control frame is too long");
  }
}

function lengthBytesOf(short: number): number {
  if (short < 126) return 0;
  return short === 126 ? 2 : 8;
}

function readLength(view: Buffer, short: number): number {
  if (short < 126) return short;
  const length = short === 126 ? BigInt(view.readUInt16BE(2)) : view.readBigUInt64BE(2);
  // RFC 6455 5.2: the minimal number of bytes, and the highest bit of eight is 0.
  if (length <= (short === 126 ? 125n : 0xffffn)) throw broken(`the length ${length} is padded`);
  if (length >= 1n << 63n) throw broken("a length has its highest bit set");
  return length > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(length);
}

export function broken(message: string): WebSocketError {
  return new WebSocketError(closeCode.protocolError, message);
}
