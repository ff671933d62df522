/**
 * One point in time that is moved often and reached rarely, with at most one timer of the clock behind it.
 *
 * Moving it later costs an assignment: the timer looks again when it goes off.
 */
import type { Clock } from "../core/clock.ts";

export class Deadline implements Disposable {
  readonly #clock: Clock;
  #at = Infinity;
  #onReached: (() => void) | undefined;
  #timer: Disposable | undefined;
  #timerAt = Infinity;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Replaces what was set before. @param ms from now. */
  set(ms: number, onReached: () => void): void {
    this.#at = this.#clock.elapsed() + ms;
    this.#onReached = onReached;
    if (this.#at < this.#timerAt) this.#arm();
  }

  clear(): void {
    this.#at = Infinity;
    this.#onReached = undefined;
  }

  [Symbol.dispose](): void {
    this.clear();
    this.#disarm();
  }

  #arm(): void {
    this.#disarm();
    this.#timerAt = this.#at;
    this.#timer = this.#clock.after(Math.max(1, this.#at - this.#clock.elapsed()), () =>
      this.#onTimer(),
    );
  }

  #disarm(): void {
    this.#timer?.[Symbol.dispose]();
    this.#timer = undefined;
    this.#timerAt = Infinity;
  }

  #onTimer(): void {
    this.#timer = undefined;
    this.#timerAt = Infinity;
    if (this.#at === Infinity) return;
    if (this.#clock.elapsed() < this.#at) {
      this.#arm();
      return;
    }
    const onReached = this.#onReached;
    this.clear();
    onReached?.();
  }
}
