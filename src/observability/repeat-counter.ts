/** How often something happened to each of many within a stretch of time, in bounded memory. */
import type { Clock } from "../core/clock.ts";

/** Beyond it the one that was quiet for longest is forgotten. */
const maxKeys = 10_000;

export class RepeatCounter<Key extends string = string> {
  readonly #clock: Clock;
  readonly #windowMs: number;
  /** Quiet for longest first. */
  readonly #counts = new Map<Key, { readonly count: number; readonly startedAt: number }>();

  constructor(clock: Clock, windowMs: number) {
    this.#clock = clock;
    this.#windowMs = windowMs;
  }

  /** @returns how often, this time included, since the first time that is not longer ago than the window. */
  add(key: Key): number {
    const now = this.#clock.elapsed();
    const before = this.#counts.get(key);
    const isFresh = before !== undefined && now - before.startedAt < this.#windowMs;
    const next = isFresh
      ? { count: before.count + 1, startedAt: before.startedAt }
      : { count: 1, startedAt: now };
    this.#counts.delete(key);
    this.#counts.set(key, next);
    const [oldest] = this.#counts.keys();
    if (this.#counts.size > maxKeys && oldest !== undefined) this.#counts.delete(oldest);
    return next.count;
  }
}
