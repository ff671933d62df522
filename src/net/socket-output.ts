/**
 * The writing side of a socket: order, backpressure, and an end to peers that take nothing.
 *
 * A write is handed to the socket in slices, so that progress shows: the limit is on the time that one slice takes.
 */
import type { Duplex } from "node:stream";

import type { Clock } from "../core/clock.ts";
import { FleetError } from "../core/errors.ts";
import { Deadline } from "./deadline.ts";

const sliceBytes = 64 * 1024;
const written = Promise.resolve();

interface PendingWrite {
  rest: Uint8Array;
  readonly resolve: () => void;
  readonly reject: (error: FleetError) => void;
}

export interface SocketOutputOptions {
  readonly clock: Clock;
  /** How long the peer may take for 64 KiB, milliseconds. */
  readonly stallMs: number;
  readonly onStall: (error: FleetError) => void;
}

export class SocketOutput {
  readonly #socket: Duplex;
  readonly #options: SocketOutputOptions;
  readonly #deadline: Deadline;
  readonly #pending: PendingWrite[] = [];
  #blocked = false;
  #ending = false;
  #failure: FleetError | undefined;

  constructor(socket: Duplex, options: SocketOutputOptions) {
    this.#socket = socket;
    this.#options = options;
    this.#deadline = new Deadline(options.clock);
    socket.on("drain", () => this.#onDrain());
  }

  /**
   * Calls leave in order. The bytes are not to be changed until it resolves.
   * @returns when the next write is welcome. @throws what fail() was given; unavailable after end().
   */
  write(bytes: Uint8Array): Promise<void> {
    if (this.#failure) return Promise.reject(this.#failure);
    if (this.#ending)
      return Promise.reject(new FleetError("unavailable", "the connection is being closed"));
    if (!this.#blocked && bytes.length <= sliceBytes) {
      if (this.#socket.write(bytes)) return written;
      this.#block();
      return this.#enqueue(bytes.subarray(bytes.length));
    }
    const queued = this.#enqueue(bytes);
    if (!this.#blocked) this.#pump();
    return queued;
  }

  /** Ends the writing side once everything is flushed. */
  end(): void {
    if (this.#ending || this.#failure) return;
    this.#ending = true;
    if (this.#pending.length === 0) this.#socket.end();
  }

  /** Rejects what waits and what comes. */
  fail(error: FleetError): void {
    this.#failure ??= error;
    this.#deadline[Symbol.dispose]();
    for (const write of this.#pending.splice(0)) write.reject(this.#failure);
  }

  #enqueue(rest: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#pending.push({ rest, resolve, reject });
    });
  }

  #block(): void {
    this.#blocked = true;
    const { stallMs, onStall } = this.#options;
    this.#deadline.set(stallMs, () =>
      onStall(new FleetError("deadline_exceeded", `the peer took nothing for ${stallMs / 1000} s`)),
    );
  }

  #onDrain(): void {
    if (!this.#blocked || this.#failure) return;
    this.#blocked = false;
    this.#deadline.clear();
    this.#pump();
  }

  #pump(): void {
    for (let write = this.#pending[0]; write; write = this.#pending[0]) {
      const slice = write.rest.subarray(0, sliceBytes);
      write.rest = write.rest.subarray(slice.length);
      // A write whose bytes are all with the socket waits only for the drain, which has happened here.
      if (slice.length > 0 && !this.#socket.write(slice)) {
        this.#block();
        return;
      }
      if (write.rest.length > 0) continue;
      this.#pending.shift();
      write.resolve();
    }
    if (this.#ending) this.#socket.end();
  }
}
