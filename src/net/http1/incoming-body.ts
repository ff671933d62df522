/**
 * The body of a request or response as its receiver pulls it off the socket.
 */
import { FleetError } from "../../core/errors.ts";
import type { ByteSource } from "../byte-source.ts";
import type { PaceMeter } from "../pace.ts";
import type { SocketInput } from "../socket-input.ts";
import { type BodyDecoder, decoderOf } from "./body-decoder.ts";
import type { BodyFraming } from "./framing.ts";
import { HttpError } from "../http-error.ts";

export class IncomingBody implements ByteSource {
  readonly framing: BodyFraming;
  readonly #decoder: BodyDecoder;
  readonly #input: SocketInput;
  #beforeFirstWait: (() => void) | undefined;
  #ended = false;
  #leftBehind = false;

  /** @param beforeFirstWait called once, before the first read that finds nothing ("100 Continue" is due then). */
  constructor(framing: BodyFraming, input: SocketInput, beforeFirstWait?: () => void) {
    this.framing = framing;
    this.#decoder = decoderOf(framing);
    this.#input = input;
    this.#beforeFirstWait = beforeFirstWait;
    if (this.#decoder.done) input.watch();
  }

  /** Whether all of it was taken, so that what follows in the connection is the next message. */
  get done(): boolean {
    return this.#decoder.done || this.#ended;
  }

  /** Whether the peer has ended its side in order, but not this body. */
  get leftBehind(): boolean {
    return this.#leftBehind;
  }

  /** What has arrived already; undefined when there is nothing, or at the end. @throws as read. */
  tryRead(): Uint8Array | undefined {
    if (this.#decoder.done) return undefined;
    const piece = this.#decoder.next(this.#input.queue);
    // Nobody reads from here on until the answer: an end of the peer must still be noticed.
    if (this.#decoder.done) this.#input.watch();
    return piece;
  }

  async read(meter?: PaceMeter): Promise<Uint8Array | undefined> {
    for (;;) {
      const piece = this.tryRead();
      if (piece !== undefined || this.done) return piece;
      if (!(await this.#wait(meter))) return this.#onEnd();
    }
  }

  async #wait(meter: PaceMeter | undefined): Promise<boolean> {
    this.#beforeFirstWait?.();
    this.#beforeFirstWait = undefined;
    const before = this.#input.queue.length;
    const timeout = meter && { ms: meter.begin(), makeError: tooSlow };
    const more = await this.#input.more(timeout);
    meter?.end(this.#input.queue.length - before);
    return more;
  }

  #onEnd(): undefined {
    if (!this.#decoder.endsWithConnection) {
      this.#leftBehind = true;
      throw new FleetError("unavailable", "the connection ended in the middle of a body");
    }
    this.#ended = true;
    return undefined;
  }
}

function tooSlow(): HttpError {
  return new HttpError(408, "the body arrives too slowly");
}
