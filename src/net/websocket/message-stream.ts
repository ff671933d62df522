/**
 * Binary messages over an upgraded connection: reading them one at a time, writing them in order, closing in order.
 *
 * Both sides use it. It sends no pings of its own; those of the peer are answered while messages are read.
 */
import type { Clock } from "../../core/clock.ts";
import { FleetError } from "../../core/errors.ts";
import type { BodyAccount } from "../body-budget.ts";
import { HttpError } from "../http-error.ts";
import { writeAll } from "../http1/chunked-writer.ts";
import { defaultPace, type Pace, PaceMeter } from "../pace.ts";
import type { SocketInput } from "../socket-input.ts";
import type { SocketOutput } from "../socket-output.ts";
import { errorOfClose } from "./close-codes.ts";
import { deflateMessage, inflateMessage, minCompressedBytes } from "./deflate.ts";
import { FrameDecoder, type WebSocketEvent } from "./frame-decoder.ts";
import { encodeCloseCode, encodeFrame, opcode } from "./frames.ts";

export interface MessageStreamOptions {
  readonly side: "server" | "client";
  /** Whether permessage-deflate was agreed on. */
  readonly deflate: boolean;
  /** Bytes of one message, deflated and inflated alike. */
  readonly maxBytes: number;
  readonly clock: Clock;
  /** How slowly a message may arrive; between messages a peer may be silent for as long as it likes. */
  readonly pace?: Pace;
  /** Whether the first message is due at once. */
  readonly firstIsDue?: boolean;
  /** Told what the unfinished message holds; the caller disposes it. */
  readonly account?: BodyAccount;
}

export interface SocketEnds {
  readonly input: SocketInput;
  readonly output: SocketOutput;
}

export class MessageStream {
  readonly #socket: SocketEnds;
  readonly #options: MessageStreamOptions;
  readonly #decoder: FrameDecoder;
  readonly #masked: boolean;
  #maxBytes: number;
  #meter: PaceMeter | undefined;
  /** Keeps messages in order while some are being deflated. */
  #lastWrite: Promise<unknown> = Promise.resolve();
  #deflating = 0;
  #closeSent = false;
  #ended = false;

  constructor(socket: SocketEnds, options: MessageStreamOptions) {
    const { side, deflate, maxBytes, firstIsDue } = options;
    this.#socket = socket;
    this.#options = options;
    this.#maxBytes = maxBytes;
    this.#masked = side === "client";
    this.#decoder = new FrameDecoder({ masked: side === "server", deflate, maxBytes });
    if (firstIsDue) this.#meter = this.#newMeter();
  }

  /** Holds for messages that have not begun yet. */
  set maxBytes(maxBytes: number) {
    this.#maxBytes = maxBytes;
    this.#decoder.maxBytes = maxBytes;
  }

  /**
   * The next message, the caller's own; undefined when the peer has closed in order. One call at a time.
   * @throws WebSocketError for broken rules; HttpError 408 for a slow peer; unavailable when the connection broke.
   */
  async read(): Promise<Uint8Array | undefined> {
    while (!this.#ended) {
      const event = this.#decoder.next();
      if (event === undefined) await this.#receive();
      else if (event.kind === "message") return await this.#finish(event);
      else await this.#onControl(event);
    }
    return undefined;
  }

  /** Calls may overlap and leave in order. @returns when the next is welcome. @throws unavailable. */
  write(message: Uint8Array): Promise<void> {
    const { deflate } = this.#options;
    if (!deflate || (message.length < minCompressedBytes && this.#deflating === 0)) {
      return this.#send(opcode.binary, message);
    }
    this.#deflating += 1;
    const written = this.#lastWrite.then(() => this.#deflateAndSend(message));
    this.#lastWrite = written.catch(() => {});
    return written;
  }

  /**
   * Sends a Close frame behind what was written before, once; to be called also after the peer has sent one. Reading may
   * go on: the peer may have more to say until it closes too.
   */
  async close(code: number): Promise<void> {
    await this.#lastWrite;
    await this.#sendClose(code).catch(() => {});
  }

  async #deflateAndSend(message: Uint8Array): Promise<void> {
    try {
      const compressed = message.length >= minCompressedBytes;
      const payload = compressed ? await deflateMessage(message) : message;
      await this.#send(opcode.binary, payload, compressed);
    } finally {
      this.#deflating -= 1;
    }
  }

  #send(code: number, payload: Uint8Array, compressed = false): Promise<void> {
    if (this.#closeSent) {
      return Promise.reject(new FleetError("unavailable", "the WebSocket is being closed"));
    }
    const frame = encodeFrame(code, payload, { masked: this.#masked, compressed });
    return writeAll(this.#socket.output, frame);
  }

  async #sendClose(code: number): Promise<void> {
    if (this.#closeSent) return;
    const sent = this.#send(opcode.close, encodeCloseCode(code));
    this.#closeSent = true;
    await sent;
  }

  async #onControl(event: Exclude<WebSocketEvent, { kind: "message" }>): Promise<void> {
    // Waiting for room holds back whoever sends pings and does not read the answers.
    if (event.kind === "ping" && !this.#closeSent) await this.#send(opcode.pong, event.bytes);
    if (event.kind !== "close") return;
    this.#ended = true;
    this.#finishHolding();
    // The answer is the owner's close(): until then this side may finish what it has to say (RFC 6455 5.5.1).
    const error = errorOfClose(event.code);
    if (error) throw error;
  }

  async #finish({ bytes, compressed }: WebSocketEvent & { kind: "message" }): Promise<Uint8Array> {
    try {
      if (!compressed) return bytes;
      return await inflateMessage(bytes, this.#maxBytes);
    } finally {
      this.#finishHolding();
    }
  }

  #finishHolding(): void {
    this.#meter = undefined;
    this.#options.account?.hold(0);
  }

  async #receive(): Promise<void> {
    if (this.#decoder.midMessage) {
      this.#meter ??= this.#newMeter();
      this.#options.account?.hold(this.#decoder.heldBytes);
      await this.#options.account?.room();
    }
    const { input } = this.#socket;
    if (input.queue.length === 0) await this.#wait(input);
    this.#decoder.push(input.queue.take(input.queue.length));
  }

  async #wait(input: SocketInput): Promise<void> {
    const meter = this.#meter;
    const timeout = meter && { ms: meter.begin(), makeError: tooSlow };
    const arrival = input.more(timeout);
    const more = await (this.#options.account?.guard(arrival) ?? arrival);
    meter?.end(input.queue.length);
    if (!more) throw new FleetError("unavailable", "the connection ended without a close frame");
  }

  #newMeter(): PaceMeter {
    return new PaceMeter(this.#options.pace ?? defaultPace, this.#options.clock);
  }
}

function tooSlow(): HttpError {
  return new HttpError(408, "a message arrives too slowly");
}
