/**
 * The local channel to the client: magic, size, message, in both directions.
 */
import type { Readable, Writable } from "node:stream";

import { type Message, decodeMessage, encodeMessage } from "./message.ts";

const magic = 0xf1ee1001;
const wordBytes = 4;
/** Of one message. */
export const maxMessageBytes = 2 * 1024 * 1024;

/** What is read ahead of `receive`; a message may be larger. */
const maxHeldBytes = 1024 * 1024;

export class Channel {
  readonly #input: Readable;
  readonly #output: Writable;
  /** Arrived and not taken yet. */
  #held: Buffer[] = [];
  #heldBytes = 0;
  #ended = false;
  #error: Error | undefined;
  #wake: () => void = () => {};

  constructor(input: Readable, output: Writable) {
    this.#input = input;
    this.#output = output;
    output.on("error", () => {});
    this.#listen();
    output.write(word(magic));
  }

  /** Resolves when the client may be sent more. @throws Error for a message over 2 MiB, or when the client is gone. */
  send(message: Message): Promise<void> {
    const content = encodeMessage(message);
    if (content.length > maxMessageBytes) {
      return Promise.reject(new Error(`a message of ${content.length} bytes is over 2 MiB`));
    }
    const bytes = Buffer.concat([word(content.length), content, word(magic)]);
    return new Promise((resolve, reject) => {
      this.#output.write(bytes, (error) => (error ? reject(error) : resolve()));
    });
  }

  /** The next message; undefined when the client closed the channel: time to end. */
  async receive(): Promise<Message | undefined> {
    const head = await this.#take(wordBytes);
    if (!head) return undefined;
    if (head.readUInt32LE() !== magic) throw new Error("the client does not speak this protocol");
    const size = await this.#take(wordBytes);
    if (!size) return undefined;
    if (size.readUInt32LE() > maxMessageBytes) throw new Error("a message is over 2 MiB");
    const content = await this.#take(size.readUInt32LE());
    return content && decodeMessage(content);
  }

  /** Closes this side in order. */
  close(): void {
    this.#output.end();
  }

  /**
   * Takes bytes out of the stream as they come: what a stream holds itself is gone when writing to it fails, and the
   * client, which may just be ending, has counted these messages as delivered.
   */
  #listen(): void {
    this.#input.on("data", (chunk: Buffer) => {
      this.#held.push(chunk);
      this.#heldBytes += chunk.length;
      if (this.#heldBytes >= maxHeldBytes) this.#input.pause();
      this.#wake();
    });
    this.#input.on("error", (error: Error) => {
      this.#error ??= error;
    });
    const onEnd = (): void => {
      this.#ended = true;
      this.#wake();
    };
    this.#input.on("end", onEnd);
    this.#input.on("close", onEnd);
  }

  /** @throws what broke the stream, after everything that came before. */
  async #take(count: number): Promise<Buffer | undefined> {
    while (this.#heldBytes < count) {
      if (this.#error !== undefined && this.#ended) throw this.#error;
      if (this.#ended) return undefined;
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#wake = resolve;
      this.#input.resume();
      await promise;
    }
    const all = this.#held.length === 1 ? this.#held[0] : undefined;
    const bytes = all ?? Buffer.concat(this.#held);
    this.#held = count < bytes.length ? [bytes.subarray(count)] : [];
    this.#heldBytes -= count;
    if (this.#heldBytes < maxHeldBytes) this.#input.resume();
    return bytes.subarray(0, count);
  }
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(wordBytes);
  bytes.writeUInt32LE(value);
  return bytes;
}
