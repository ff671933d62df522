/**
 * How a stream is left when the client is stopped or connects anew: with its last words, so that the server takes it for
 * an end in order; but not for long.
 */
import type { Clock } from "../../../core/clock.ts";
import { type FleetError, toFleetError } from "../../../core/errors.ts";
import type { ClientConnection } from "../../../net/http1/client-connection.ts";

/** How long the last words may take to leave, and the server to end its side. */
const leaveMs = 200;

export class Farewell {
  readonly #connection: ClientConnection;
  readonly #clock: Clock;
  #leaving: Promise<void> | undefined;
  /** Sends what ends a stream; undefined: there is no stream yet, and nothing to say. */
  say: (() => Promise<void>) | undefined;

  constructor(connection: ClientConnection, clock: Clock) {
    this.#connection = connection;
    this.#clock = clock;
  }

  /** Ends the connection for this reason. */
  begin(reason: unknown): void {
    this.#leaving ??= this.#leave(toFleetError(reason));
  }

  /** Resolves when the connection is gone. */
  async end(): Promise<void> {
    await this.#leaving;
    this.#connection[Symbol.dispose]();
  }

  async #leave(reason: FleetError): Promise<void> {
    if (this.say) {
      const { closed } = this.#connection;
      const over = Promise.withResolvers<void>();
      using _timer = this.#clock.after(leaveMs, over.resolve);
      closed.addEventListener("abort", () => over.resolve(), { once: true });
      if (closed.aborted) over.resolve();
      void this.say()
        .catch(() => {})
        .finally(() => this.#connection.end());
      await over.promise;
    }
    this.#connection.destroy(reason);
  }
}
