/**
 * The framing of the local channel between the client and a service process (protocol.md 9): magic, 4-byte little-endian
 * size, that many bytes, and so on in both directions.
 *
 * Pure: bytes in, frames out; what a frame holds is not known here. The magic stands before each size, so that the one
 * after the last frame is there already when the channel is closed: an end after a magic, and nowhere else, is orderly.
 */
import { FleetError } from "../core/errors.ts";
import { ByteQueue } from "./byte-queue.ts";
import { GrowingBuffer } from "./growing-buffer.ts";

/** Little-endian on the wire. */
export const channelMagic = 0xf1ee1001;
/** protocol.md 9: of one frame's content. */
export const maxFrameBytes = 2 * 1024 * 1024;
const wordBytes = 4;

export class ChannelDecoder {
  readonly #queue = new ByteQueue();
  #expect: "magic" | "size" | "content" = "magic";
  #begun = false;
  #size = 0;
  #partial: GrowingBuffer | undefined;

  /** The decoder takes the chunk over; frames may be views of it. */
  push(chunk: Uint8Array): void {
    this.#queue.append(chunk);
  }

  /**
   * The next whole frame's content; undefined when more is needed.
   * @throws FleetError invalid_data for a wrong magic, resource_exhausted for a size over the limit.
   */
  next(): Uint8Array | undefined {
    if (this.#expect === "magic" && !this.#takeMagic()) return undefined;
    if (this.#expect === "size" && !this.#takeSize()) return undefined;
    return this.#takeContent();
  }

  /** The peer closed the channel. @throws invalid_data where that is in the middle of something. */
  end(): void {
    // A peer that never wrote a byte closed at once; that is for its owner to judge.
    const orderly = this.#queue.length === 0 && (this.#expect === "size" || !this.#begun);
    if (orderly) return;
    const where = this.#expect === "magic" ? "magic" : "message";
    throw new FleetError("invalid_data", `the channel ends in the middle of a ${where}`);
  }

  #takeMagic(): boolean {
    const view = this.#queue.view;
    if (view.length > 0) this.#begun = true;
    for (const [index, byte] of view.subarray(0, wordBytes).entries()) {
      if (byte === ((channelMagic >>> (8 * index)) & 0xff)) continue;
      const found = view.subarray(0, wordBytes).toString("hex");
      throw new FleetError("invalid_data", `the channel has ${found} where its magic should be`);
    }
    if (view.length < wordBytes) return false;
    this.#queue.skip(wordBytes);
    this.#expect = "size";
    return true;
  }

  #takeSize(): boolean {
    if (this.#queue.length < wordBytes) return false;
    const size = this.#queue.take(wordBytes).readUInt32LE(0);
    if (size > maxFrameBytes) {
      const text = `a message of ${size} bytes is over the channel's limit of ${maxFrameBytes} bytes`;
      throw new FleetError("resource_exhausted", text);
    }
    this.#size = size;
    this.#expect = "content";
    return true;
  }

  #takeContent(): Uint8Array | undefined {
    const { queue, size } = { queue: this.#queue, size: this.#size };
    if (!this.#partial && queue.length >= size) return this.#finish(queue.take(size));
    // What was declared is not allocated: only what has arrived is believed.
    this.#partial ??= new GrowingBuffer(size);
    this.#partial.append(queue.take(size - this.#partial.length));
    return this.#partial.length < size ? undefined : this.#finish(this.#partial.bytes());
  }

  #finish(content: Uint8Array): Uint8Array {
    this.#partial = undefined;
    this.#expect = "magic";
    return content;
  }
}

/** The four bytes that go before everything else. */
export function encodeChannelMagic(): Buffer {
  const bytes = Buffer.alloc(wordBytes);
  bytes.writeUInt32LE(channelMagic);
  return bytes;
}

/**
 * One frame and the magic of the next.
 * @throws resource_exhausted for content over 2 MiB.
 */
export function encodeFrame(content: Uint8Array): Buffer {
  if (content.length > maxFrameBytes) {
    const text = `a message of ${content.length} bytes is over the channel's limit of ${maxFrameBytes} bytes`;
    throw new FleetError("resource_exhausted", text);
  }
  const bytes = Buffer.allocUnsafe(content.length + 2 * wordBytes);
  bytes.writeUInt32LE(content.length);
  bytes.set(content, wordBytes);
  bytes.writeUInt32LE(channelMagic, content.length + wordBytes);
  return bytes;
}
