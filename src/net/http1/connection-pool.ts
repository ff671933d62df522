/**
 * Connections to one HTTP server that are kept for a while between requests: few, and never relied on.
 *
 * Requests may be sent twice where a kept connection ended without a byte of an answer; whoever receives them must bear it.
 */
import type { Duplex } from "node:stream";

import type { Clock } from "../../core/clock.ts";
import { toFleetError } from "../../core/errors.ts";
import { ClientConnection, type ClientResponse, type RequestOptions } from "./client-connection.ts";

export interface ConnectionPoolOptions {
  readonly open: (signal: AbortSignal) => Promise<Duplex>;
  readonly clock: Clock;
  /** Connections that wait for a request, or for the rest of an answer that nobody needs. */
  readonly maxKept?: number;
  /** How long one waits. */
  readonly idleMs?: number;
}

/** What is read of an answer's body so that its connection may be kept. */
const maxRestBytes = 64 * 1024;
const restMs = 2_000;
const defaults = { maxKept: 8, idleMs: 60_000 };

export class ConnectionPool implements Disposable {
  readonly #options: ConnectionPoolOptions;
  readonly #maxKept: number;
  readonly #idleMs: number;
  /** Waiting, or being read to the end of their last answer. */
  readonly #kept = new Set<ClientConnection>();
  /** Of #kept, those that take a request, the last used at the end, with the timers that end them. */
  readonly #idle = new Map<ClientConnection, Disposable>();
  #disposed = false;

  constructor(options: ConnectionPoolOptions) {
    this.#options = options;
    this.#maxKept = options.maxKept ?? defaults.maxKept;
    this.#idleMs = options.idleMs ?? defaults.idleMs;
  }

  /** How many connections are kept. */
  get keptCount(): number {
    return this.#kept.size;
  }

  /**
   * Sends a request and waits for the head of its answer, whose body is dropped.
   * @returns the status. @throws what the opening throws, unavailable, HttpError, or the signal's reason.
   */
  async send(request: RequestOptions, body: Uint8Array, signal: AbortSignal): Promise<number> {
    const kept = this.#takeIdle();
    if (kept) {
      try {
        return await this.#exchange(kept, request, body, signal);
      } catch (thrown) {
        const isStale = toFleetError(thrown).code === "unavailable" && !kept.answerBegun;
        if (!isStale || signal.aborted) throw thrown;
      }
    }
    const { clock, open } = this.#options;
    const fresh = new ClientConnection(await open(signal), { clock });
    fresh.closed.addEventListener("abort", () => this.#forget(fresh), { once: true });
    return await this.#exchange(fresh, request, body, signal);
  }

  [Symbol.dispose](): void {
    this.#disposed = true;
    for (const connection of [...this.#kept]) connection[Symbol.dispose]();
  }

  #takeIdle(): ClientConnection | undefined {
    for (const connection of [...this.#idle.keys()].toReversed()) {
      this.#forget(connection);
      if (connection.reusable) return connection;
      connection[Symbol.dispose]();
    }
    return undefined;
  }

  async #exchange(
    connection: ClientConnection,
    request: RequestOptions,
    body: Uint8Array,
    signal: AbortSignal,
  ): Promise<number> {
    const onAbort = () => connection.destroy(toFleetError(signal.reason));
    if (signal.aborted) onAbort();
    signal.addEventListener("abort", onAbort, { once: true });
    try {
      const response = await connection.request(request, body);
      this.#keep(connection, response);
      return response.status;
    } catch (thrown) {
      connection[Symbol.dispose]();
      throw thrown;
    } finally {
      signal.removeEventListener("abort", onAbort);
    }
  }

  #keep(connection: ClientConnection, response: ClientResponse): void {
    if (this.#disposed || this.#kept.size >= this.#maxKept) {
      connection[Symbol.dispose]();
      return;
    }
    this.#kept.add(connection);
    void this.#readRest(connection, response).then((isDone) => {
      if (isDone && connection.reusable) this.#wait(connection);
      else connection[Symbol.dispose]();
    });
  }

  #wait(connection: ClientConnection): void {
    const timer = this.#options.clock.after(this.#idleMs, () => connection[Symbol.dispose]());
    this.#idle.set(connection, timer);
  }

  #forget(connection: ClientConnection): void {
    this.#kept.delete(connection);
    this.#idle.get(connection)?.[Symbol.dispose]();
    this.#idle.delete(connection);
  }

  /** @returns whether the answer has ended within what is read of it. */
  async #readRest(connection: ClientConnection, { body }: ClientResponse): Promise<boolean> {
    using _timer = this.#options.clock.after(restMs, () => connection[Symbol.dispose]());
    try {
      for (let left = maxRestBytes; left > 0;) {
        const piece = await body.read();
        if (piece === undefined) return true;
        left -= piece.length;
      }
    } catch {
      // The status is known: what becomes of the rest concerns nobody.
    }
    return false;
  }
}
