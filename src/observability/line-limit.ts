/**
 * How many log lines one client can cause: what a client sends must not fill the log.
 *
 * Lines of all kinds count together; what is left out is told when the minute is over and somebody asks.
 */
import type { Clock } from "../core/clock.ts";
import type { ClientId } from "../core/ids.ts";

const windowMs = 60_000;
const maxLines = 10;
/** Clients that are counted in one window; lines of further ones are left out, and told of together. */
const maxClients = 10_000;

export interface LeftOut {
  /** undefined: of clients that were not counted one by one. */
  readonly clientId: ClientId | undefined;
  readonly count: number;
}

export class LineLimit {
  readonly #clock: Clock;
  readonly #report: (leftOut: LeftOut) => void;
  readonly #lines = new Map<ClientId, number>();
  #others = 0;
  #windowStart = 0;

  /** @param report called once for each client of which lines were left out. */
  constructor(clock: Clock, report: (leftOut: LeftOut) => void) {
    this.#clock = clock;
    this.#report = report;
  }

  /** Whether one more line of this client may be written. */
  admit(clientId: ClientId): boolean {
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
