/**
 * Watches for heartbeats: one is due by the end of the grace period, and then always within the kill period
 * (protocol.md 8).
 */
import type { Clock } from "../../../../core/clock.ts";

export interface HeartbeatOptions {
  readonly clock: Clock;
  readonly graceMs: number;
  readonly killMs: number;
  /** Called once, with the time that passed without one. */
  readonly onMissed: (silentMs: number) => void;
}

export class Heartbeats implements Disposable {
  readonly #options: HeartbeatOptions;
  readonly #graceEnd: number;
  #lastBeat: number;
  #timer: Disposable;

  constructor(options: HeartbeatOptions) {
    this.#options = options;
    this.#lastBeat = options.clock.elapsed();
    this.#graceEnd = this.#lastBeat + options.graceMs;
    this.#timer = this.#arm(options.graceMs);
  }

  beat(): void {
    this.#lastBeat = this.#options.clock.elapsed();
  }

  [Symbol.dispose](): void {
    this.#timer[Symbol.dispose]();
  }

  /** One timer for many heartbeats: it looks at the deadline when it comes. */
  #arm(ms: number): Disposable {
    const { clock, killMs, onMissed } = this.#options;
    const due = clock.elapsed() + ms;
    return clock.after(ms, () => {
      const now = clock.elapsed();
      const leftMs = Math.max(this.#graceEnd, this.#lastBeat + killMs) - now;
      // A machine that slept has woken the service no earlier than us.
      const slept = now - due > killMs;
      if (leftMs <= 0 && !slept) onMissed(now - this.#lastBeat);
      else this.#timer = this.#arm(slept ? killMs : leftMs);
    });
  }
}
