/**
 * What is said to a proxy, and what it answers, before the tunnel begins: bounded, and with nothing left over.
 *
 * Inside the tunnel it is the client who speaks first, so a proxy that has said more than its answer is at fault.
 */
import type { Duplex } from "node:stream";

import { toFleetError } from "../../core/errors.ts";
import { proxyFailure } from "./failure.ts";
import type { ClientProxy } from "./proxy.ts";

export class ProxyDialogue implements Disposable {
  readonly #socket: Duplex;
  readonly #proxy: ClientProxy;
  readonly #signal: AbortSignal;
  #received = Buffer.alloc(0);
  #over: Error | undefined;
  #wake: () => void = () => {};

  /** @param signal ends it, at any time. */
  constructor(socket: Duplex, proxy: ClientProxy, signal: AbortSignal) {
    this.#socket = socket;
    this.#proxy = proxy;
    this.#signal = signal;
    socket.on("data", this.#onData).on("end", this.#onEnd).on("close", this.#onEnd);
    signal.addEventListener("abort", this.#onAbort, { once: true });
    if (signal.aborted) this.#onAbort();
  }

  send(bytes: Uint8Array | string): void {
    this.#socket.write(bytes);
  }

  /**
   * The next part of what the proxy says.
   * @param lengthOf how long it is, given all that has come; undefined while that is not known. It throws for too much.
   */
  async take(lengthOf: (received: Buffer) => number | undefined): Promise<Buffer> {
    for (;;) {
      const length = lengthOf(this.#received);
      if (length !== undefined && length <= this.#received.length) return this.#cut(length);
      if (this.#over !== undefined) throw this.#over;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Leaves the socket to the tunnel. @throws when the proxy has said more than was taken. */
  finish(): void {
    this.#socket.pause();
    if (this.#received.length === 0) return;
    throw proxyFailure(this.#proxy, "proxy_invalid", "says more than its answer");
  }

  /** Listens no more. */
  [Symbol.dispose](): void {
    this.#socket.off("data", this.#onData).off("end", this.#onEnd).off("close", this.#onEnd);
    this.#signal.removeEventListener("abort", this.#onAbort);
  }

  #cut(length: number): Buffer {
    const part = this.#received.subarray(0, length);
    this.#received = this.#received.subarray(length);
    return part;
  }

  readonly #onData = (chunk: Buffer): void => {
    this.#received = Buffer.concat([this.#received, chunk]);
    this.#wake();
  };

  readonly #onEnd = (): void => {
    this.#end(
      proxyFailure(this.#proxy, "proxy_invalid", "closed the connection without an answer"),
    );
  };

  readonly #onAbort = (): void => {
    const reason: unknown = this.#signal.reason;
    this.#end(reason instanceof Error ? reason : toFleetError(reason));
  };

  #end(reason: Error): void {
    this.#over ??= reason;
    this.#wake();
  }
}
