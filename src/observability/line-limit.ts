/**
 * How many log lines one client, or one address, can cause: what a peer sends must not fill the log.
 *
 * Lines of all kinds count together; what is left out is told when the minute is over and somebody asks.
 */
import type { Clock } from "../core/clock.ts";
import type { ClientId } from "../core/ids.ts";

const windowMs = 60_000;
const maxLines = 10;
/** Clients that are counted in one window; lines of further ones are left out, and told of together. */
const maxClients = 10_000;

export interface LeftOut<Key extends string = ClientId> {
  /** undefined: of clients that were not counted one by one. */
  readonly clientId: Key | undefined;
  readonly count: number;
}

/** @typeParam Key what stands for a peer. */
export class LineLimit<Key extends string = ClientId> {
  readonly #clock: Clock;
  readonly #report: (leftOut: LeftOut<Key>) => void;
  readonly #lines = new Map<Key, number>();
  #others = 0;
  #windowStart = 0;

  /** @param report called once for each client of which lines were left out. */
  constructor(clock: Clock, report: (leftOut: LeftOut<Key>) => void) {
    this.#clock = clock;
    this.#report = report;
  }

  /** Whether one more line of this client may be written. */
  admit(clientId: Key): boolean {
    this.#endWindow();
    const lines = this.#lines.get(clientId);
    if (lines === undefined && this.#lines.size >= maxClients) {
      this.#others += 1;
      return false;
    }
    this.#lines.set(clientId, (lines ?? 0) + 1);
    return (lines ?? 0) < maxLines;
  }

  #endWindow(): void {
    const now = this.#clock.now();
    // A clock that was set back must not keep a window open for ever.
    if (Math.abs(now - this.#windowStart) < windowMs) return;
    this.#windowStart = now;
    for (const [clientId, lines] of this.#lines) {
      if (lines > maxLines) this.#report({ clientId, count: lines - maxLines });
    }
    if (this.#others > 0) this.#report({ clientId: undefined, count: this.#others });
    this.#lines.clear();
    this.#others = 0;
  }
}
