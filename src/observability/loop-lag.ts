/**
 * How late the event loop is: a timer that should fire twice a second, and by how much it misses.
 */
import type { Clock } from "../core/clock.ts";

const intervalMs = 500;
/** How long the worst is remembered. */
const rememberedMs = 10_000;

export class LoopLag implements Disposable {
  readonly #clock: Clock;
  readonly #onMeasured: ((ms: number) => void) | undefined;
  #timer: Disposable;
  #due: number;
  #measured: { readonly at: number; readonly ms: number }[] = [];

  /** @param onMeasured told of each measurement. */
  constructor(clock: Clock, onMeasured?: (ms: number) => void) {
    this.#clock = clock;
    this.#onMeasured = onMeasured;
    this.#due = clock.elapsed() + intervalMs;
    this.#timer = this.#wait();
  }

  /** Milliseconds: the worst of the last ten seconds, and what is late right now. */
  get worstMs(): number {
    const now = this.#clock.elapsed();
    const recent = this.#measured.filter(({ at }) => now - at < rememberedMs);
    return Math.max(0, now - this.#due, ...recent.map(({ ms }) => ms));
  }

  [Symbol.dispose](): void {
    this.#timer[Symbol.dispose]();
  }

  #wait(): Disposable {
    return this.#clock.after(intervalMs, () => {
      const now = this.#clock.elapsed();
      const ms = Math.max(0, now - this.#due);
      this.#measured = this.#measured.filter(({ at }) => now - at < rememberedMs);
      this.#measured.push({ at: now, ms });
      this.#onMeasured?.(ms);
      this.#due = now + intervalMs;
      this.#timer = this.#wait();
    });
  }
}
