/**
 * The local channel (protocol.md 9) over two streams, or both sides of one: messages in, messages out.
 *
 * Nothing is read ahead: who does not ask for the next message stops the peer's writing.
 */
import type { Readable, Writable } from "node:stream";

import { FleetError, describeThrown } from "../../../../core/errors.ts";
import type { Message } from "../../../../core/message.ts";
import {
  ChannelDecoder,
  encodeChannelMagic,
  encodeFrame,
} from "../../../../net/channel-framing.ts";
import { decodeMessage, encodeMessage } from "../../../../proto/codec.ts";

export class LocalChannel implements Disposable {
  readonly #input: Readable;
  readonly #output: Writable;
  readonly #decoder = new ChannelDecoder();
  readonly #broken = new AbortController();
  #inputEnded = false;
  #wake: (() => void) | undefined;

  /** Takes both streams over, and sends the magic. They may be the same. */
  constructor(input: Readable, output: Writable) {
    this.#input = input;
    this.#output = output;
    for (const stream of [input, output]) {
      stream.on("error", (cause) => this.#break(cause));
    }
    input.on("data", (chunk: Buffer) => {
      input.pause();
      this.#decoder.push(chunk);
      this.#wake?.();
    });
    const onEnd = (): void => {
      this.#inputEnded = true;
      this.#wake?.();
    };
    input.on("end", onEnd);
    input.on("close", onEnd);
    output.on("close", () => this.#break());
    input.pause();
    output.write(encodeChannelMagic());
  }

  /**
   * The next message; undefined once the peer closed the channel in order. One call at a time.
   * @throws invalid_data or resource_exhausted for what breaks the rules; unavailable once the channel is destroyed here.
   */
  async read(): Promise<Message | undefined> {
    for (;;) {
      const frame = this.#decoder.next();
      if (frame) return decodeMessage(frame);
      if (this.#inputEnded) {
        this.#decoder.end();
        return undefined;
      }
      await this.#more();
    }
  }

  /**
   * Resolves when the system has taken the message. Calls may overlap and leave in order.
   * @throws resource_exhausted for a message over 2 MiB, unavailable when the peer is gone; the signal's reason.
   */
  write(message: Message, signal?: AbortSignal): Promise<void> {
    const bytes = encodeFrame(encodeMessage(message));
    const signals = signal ? [this.#broken.signal, signal] : [this.#broken.signal];
    const aborted = signals.find((one) => one.aborted);
    if (aborted) return Promise.reject(aborted.reason);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const onAbort = (event: Event): void => {
      reject(event.target instanceof AbortSignal ? event.target.reason : peerGone());
    };
    for (const one of signals) one.addEventListener("abort", onAbort);
    this.#output.write(bytes, (error) => {
      for (const one of signals) one.removeEventListener("abort", onAbort);
      if (error) reject(peerGone(error));
      else resolve();
    });
    return promise;
  }

  /** Closes this side in order: the last magic is sent already. Reading goes on. */
  end(): void {
    this.#output.end();
  }

  /** Breaks the channel off. */
  [Symbol.dispose](): void {
    this.#break();
    this.#input.destroy();
    this.#output.destroy();
    this.#wake?.();
  }

  async #more(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#wake = resolve;
    this.#input.resume();
    await promise;
    this.#wake = undefined;
  }

  #break(cause?: unknown): void {
    if (!this.#broken.signal.aborted) this.#broken.abort(peerGone(cause));
  }
}

function peerGone(cause?: unknown): FleetError {
  const why = cause === undefined ? "" : `: ${describeThrown(cause)}`;
  return new FleetError("unavailable", `the service process closed the channel${why}`, { cause });
}
