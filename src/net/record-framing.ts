/**
 * The framing of streams (protocol.md 5): the magic once from the client, then varint length and bytes.
 *
 * Pure: bytes in, records out. record-stream.ts joins it to bodies.
 */
import { FleetError } from "../core/errors.ts";
import { ByteQueue } from "./byte-queue.ts";
import { GrowingBuffer } from "./growing-buffer.ts";
import { HttpError } from "./http-error.ts";

/** Little-endian on the wire. */
export const streamMagic = 0xf1ee1001;
const magicBytes = 4;
/** protocol.md 3: a contact is at most 20 MiB. */
export const maxRecordBytes = 20 * 1024 * 1024;
/** 28 bits of length: more than any limit in use. */
const maxVarintBytes = 4;

export interface RecordDecoderOptions {
  /** Whether the magic precedes the first record. */
  readonly expectMagic: boolean;
  /** Bytes of one record, at most 2^28 - 1. */
  readonly maxBytes: number;
}

export class RecordDecoder {
  readonly #queue = new ByteQueue();
  #expectMagic: boolean;
  #maxBytes: number;
  /** The record that has begun and not yet ended. */
  #partial: GrowingBuffer | undefined;
  #partialLength = 0;

  constructor(options: RecordDecoderOptions) {
    this.#expectMagic = options.expectMagic;
    this.#maxBytes = options.maxBytes;
  }

  /** The limit for records whose length has not arrived yet. */
  set maxBytes(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Whether the stream stands inside a record or the magic: an end here is no orderly one. */
  get midRecord(): boolean {
    return this.#partial !== undefined || this.#queue.length > 0;
  }

  /** Bytes of the unfinished record that are held. */
  get heldBytes(): number {
    return (this.#partial?.length ?? 0) + this.#queue.length;
  }

  /** The decoder takes the chunk over; records may be views of it. */
  push(chunk: Uint8Array): void {
    this.#queue.append(chunk);
  }

  /**
   * The next whole record, the caller's own; undefined when more is needed.
   * @throws FleetError invalid_data for a wrong magic or length, resource_exhausted over the limit.
   */
  next(): Uint8Array | undefined {
    if (this.#partial) return this.#continuePartial(this.#partial);
    if (this.#expectMagic && !this.#takeMagic()) return undefined;
    const length = this.#takeLength();
    if (length === undefined) return undefined;
    if (this.#queue.length >= length) return this.#queue.take(length);
    // What was declared is not allocated: only what has arrived is believed.
    this.#partial = new GrowingBuffer(length);
    this.#partialLength = length;
    return this.#continuePartial(this.#partial);
  }

  #continuePartial(partial: GrowingBuffer): Uint8Array | undefined {
    partial.append(this.#queue.take(this.#partialLength - partial.length));
    if (partial.length < this.#partialLength) return undefined;
    this.#partial = undefined;
    return partial.bytes();
  }

  #takeMagic(): boolean {
    const view = this.#queue.view;
    if (view.length < magicBytes) {
      checkMagicPrefix(view);
      return false;
    }
    if (view.readUInt32LE(0) !== streamMagic) throw wrongMagic(view.subarray(0, magicBytes));
    this.#queue.skip(magicBytes);
    this.#expectMagic = false;
    return true;
  }

  #takeLength(): number | undefined {
    let length = 0;
    for (let index = 0; index < maxVarintBytes; index += 1) {
      const byte = this.#queue.at(index);
      if (byte === undefined) return undefined;
      length += (byte & 0x7f) * 2 ** (7 * index);
      if (byte < 0x80) return this.#acceptLength(length, index + 1);
    }
    throw tooLong("of more than 268435455 bytes", this.#maxBytes);
  }

  #acceptLength(length: number, varintBytes: number): number {
    if (varintBytes > 1 && length < 2 ** (7 * (varintBytes - 1))) {
      throw new FleetError(
        "invalid_data",
        `the length ${length} of a record is padded to ${varintBytes} bytes`,
      );
    }
    if (length > this.#maxBytes) throw tooLong(`of ${length} bytes`, this.#maxBytes);
    this.#queue.skip(varintBytes);
    return length;
  }
}

/** Answered by 400 if there is still something to answer (protocol.md 3). */
function tooLong(what: string, maxBytes: number): HttpError {
  return new HttpError(400, `a record ${what} is over the limit of ${maxBytes} bytes`, {
    code: "resource_exhausted",
  });
}

function checkMagicPrefix(view: Buffer): void {
  for (const [index, byte] of view.entries()) {
    if (byte !== ((streamMagic >>> (8 * index)) & 0xff)) throw wrongMagic(view);
  }
}

function wrongMagic(found: Buffer): FleetError {
  return new FleetError(
    "invalid_data",
    `a stream begins with ${found.toString("hex")}, not with its magic`,
  );
}

/** The four bytes that a client sends before its first record. */
export function encodeMagic(): Buffer {
  const bytes = Buffer.alloc(magicBytes);
  bytes.writeUInt32LE(streamMagic);
  return bytes;
}

/** The varint that precedes a record. @param length in bytes, below 2^28. */
export function encodeLength(length: number): Buffer {
  const bytes: number[] = [];
  let rest = length;
  for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  bytes.push(rest);
  return Buffer.from(bytes);
}
