/**
 * The reading side of a socket: fills a queue, and stops the socket while nobody takes from it.
 *
 * Beyond what the socket's own stream holds, an unread body costs one socket read.
 */
import type { Duplex } from "node:stream";

import type { Clock } from "../core/clock.ts";
import { FleetError } from "../core/errors.ts";
import { ByteQueue } from "./byte-queue.ts";
import { Deadline } from "./deadline.ts";

export interface ReadTimeout {
  readonly ms: number;
  readonly makeError: () => FleetError;
}

interface Waiter {
  readonly resolve: (more: boolean) => void;
  readonly reject: (error: FleetError) => void;
}

export class SocketInput {
  /** What has arrived; the reader consumes from it before it waits. */
  readonly queue = new ByteQueue();
  readonly #socket: Duplex;
  readonly #deadline: Deadline;
  #waiter: Waiter | undefined;
  #paused = false;
  #ended = false;
  #discarding = false;
  #failure: FleetError | undefined;
  /** Called when the peer ends its side; whether somebody was waiting for more. */
  onEnd: ((waitedFor: boolean) => void) | undefined;

  constructor(socket: Duplex, clock: Clock) {
    this.#socket = socket;
    this.#deadline = new Deadline(clock);
    socket.on("data", (chunk: Buffer) => this.#onData(chunk));
    socket.on("end", () => this.#onEnd());
  }

  /** Whether the peer has ended its side: the queue holds the last of it. */
  get ended(): boolean {
    return this.#ended;
  }

  /**
   * Waits until the queue has grown. One caller at a time.
   * @param timeout after how many milliseconds it fails, now and later, and with which error.
   * @returns false when the peer has ended its side. @throws what fail() was given.
   */
  more(timeout?: ReadTimeout): Promise<boolean> {
    if (this.#failure) return Promise.reject(this.#failure);
    if (this.#ended) return Promise.resolve(false);
    if (this.#waiter) {
      return Promise.reject(new FleetError("internal", "two readers wait for the same socket"));
    }
    const waiting = new Promise<boolean>((resolve, reject) => {
      this.#waiter = { resolve, reject };
    });
    if (timeout) this.#deadline.set(timeout.ms, () => this.fail(timeout.makeError()));
    this.#resume();
    return waiting;
  }

  /** Lets the socket run while nobody waits and nothing is kept, so that the peer's end is noticed. */
  watch(): void {
    if (this.queue.length === 0) this.#resume();
  }

  /** Reads on and drops everything. @param onBytes is told how much. */
  discard(onBytes: (count: number) => void): void {
    this.#discarding = true;
    this.queue.skip(this.queue.length);
    this.#socket.on("data", (chunk: Buffer) => onBytes(chunk.length));
    this.#resume();
  }

  /** Ends the wait, now and later, with this error. */
  fail(error: FleetError): void {
    this.#failure ??= error;
    this.#deadline[Symbol.dispose]();
    const waiter = this.#waiter;
    this.#waiter = undefined;
    waiter?.reject(this.#failure);
  }

  #onData(chunk: Buffer): void {
    if (this.#discarding || this.#failure) return;
    this.queue.append(chunk);
    if (this.#waiter) this.#wake(true);
    else this.#pause();
  }

  #onEnd(): void {
    const waitedFor = this.#waiter !== undefined;
    this.#ended = true;
    this.#wake(false);
    this.onEnd?.(waitedFor);
  }

  #wake(more: boolean): void {
    this.#deadline.clear();
    const waiter = this.#waiter;
    this.#waiter = undefined;
    waiter?.resolve(more);
  }

  #pause(): void {
    if (this.#paused) return;
    this.#paused = true;
    this.#socket.pause();
  }

  #resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.#socket.resume();
  }
}
