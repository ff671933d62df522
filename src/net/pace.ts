/**
 * How slow a peer may be with what it has begun to send: one byte a second must not hold a place forever.
 *
 * Only time spent waiting for the peer counts, never time in which nobody read.
 */
import type { Clock } from "../core/clock.ts";

export interface Pace {
  /** Longest silence, milliseconds. */
  readonly stallMs: number;
  /** What is always allowed, before the rate counts, milliseconds. */
  readonly graceMs: number;
  readonly minBytesPerSecond: number;
  /** Whatever the rate, milliseconds. */
  readonly maxMs: number;
}

/** maxMs is the read timeout of the original's server (protocol.md 3). */
export const defaultPace: Pace = {
  stallMs: 30_000,
  graceMs: 30_000,
  minBytesPerSecond: 1024,
  maxMs: 20 * 60_000,
};

export class PaceMeter {
  readonly #pace: Pace;
  readonly #clock: Clock;
  #waitedMs = 0;
  #bytes = 0;
  #waitingSince: number | undefined;

  constructor(pace: Pace, clock: Clock) {
    this.#pace = pace;
    this.#clock = clock;
  }

  /** Begins to wait for the peer. @returns how long it may take now, milliseconds, at least 1. */
  begin(): number {
    this.#waitingSince = this.#clock.elapsed();
    const { stallMs, graceMs, minBytesPerSecond, maxMs } = this.#pace;
    const earnedMs = Math.min(maxMs, graceMs + (this.#bytes * 1000) / minBytesPerSecond);
    return Math.max(1, Math.min(stallMs, earnedMs - this.#waitedMs));
  }

  /** The wait is over and has brought this many bytes. */
  end(bytes: number): void {
    if (this.#waitingSince === undefined) return;
    this.#waitedMs += this.#clock.elapsed() - this.#waitingSince;
    this.#waitingSince = undefined;
    this.#bytes += bytes;
  }
}
