/**
 * The local channel to the client: magic, size, message, in both directions.
 */
import type { Readable, Writable } from "node:stream";

import { type Message, decodeMessage, encodeMessage } from "./message.ts";

const magic = 0xf1ee1001;
const wordBytes = 4;
/** Of one message. */
export const maxMessageBytes = 2 * 1024 * 1024;

export class Channel {
  readonly #input: AsyncIterator<Buffer>;
  readonly #output: Writable;
  #held: Buffer = Buffer.alloc(0);

  constructor(input: Readable, output: Writable) {
    this.#input = input[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    this.#output = output;
    output.on("error", () => {});
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

  async #take(count: number): Promise<Buffer | undefined> {
    const parts = [this.#held];
    let length = this.#held.length;
    while (length < count) {
      const next = await this.#input.next();
      if (next.done === true) return undefined;
      parts.push(next.value);
      length += next.value.length;
    }
    const bytes = parts.length === 1 ? this.#held : Buffer.concat(parts);
    this.#held = bytes.subarray(count);
    return bytes.subarray(0, count);
  }
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(wordBytes);
  bytes.writeUInt32LE(value);
  return bytes;
}
