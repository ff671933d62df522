/** One reader's place in the live feed: an async iterator over the events that it asked for, one by one or in batches. */
import type { Clock } from "../core/clock.ts";
import { FleetError } from "../core/errors.ts";
import {
  type LiveEvent,
  type LiveFact,
  type LiveFilter,
  matchesFilter,
} from "../core/live-event.ts";

export type ResetReason = (LiveFact & { type: "reset" })["reason"];

/** The events that are kept, by their numbers. */
export interface KeptEvents {
  /** The number of the oldest one. */
  first(): number;
  /** The number that the next one will have. */
  next(): number;
  at(number: number): LiveEvent | undefined;
  idOf(number: number): string;
}

export interface BatchOptions {
  readonly max: number;
  /** At least so long lies between two batches, unless the first was full. */
  readonly gatherMs: number;
}

/** How much longer a batch may wait for the next event: taking it while others work costs less than waking up for it. */
const slackMs = 10;

export interface LiveSubscriptionOptions {
  readonly clock: Clock;
  readonly feed: KeptEvents;
  readonly filter: LiveFilter;
  /** The number of the first event to be read. */
  readonly next: number;
  /** Comes before everything else. */
  readonly reset: LiveEvent | undefined;
  readonly signal: AbortSignal | undefined;
  readonly reader?: string | undefined;
  /** Called once. */
  readonly onEnd: () => void;
}

/** Active from the moment it is made; ended by its signal, by the end of its iteration, or because it is not read. */
export class LiveSubscription implements AsyncIterableIterator<LiveEvent>, Disposable {
  readonly #options: LiveSubscriptionOptions;
  #next: number;
  #reset: LiveEvent | undefined;
  #isCut = false;
  #isEnded = false;
  /** Called at each event, and at the end. */
  #wake: (() => void) | undefined;
  /** When a batch was looked for last, by the clock's elapsed(). */
  #batchAt = Number.NEGATIVE_INFINITY;
  readonly #ended = new AbortController();

  constructor(options: LiveSubscriptionOptions) {
    this.#options = options;
    this.#next = options.next;
    this.#reset = options.reset;
    options.signal?.addEventListener("abort", () => this.end(), {
      once: true,
      signal: this.#ended.signal,
    });
  }

  /** Whose it is. */
  get reader(): string | undefined {
    return this.#options.reader;
  }

  get isEnded(): boolean {
    return this.#isEnded;
  }

  /** Aborted when it ended, also while nobody is waiting for an event. */
  get ended(): AbortSignal {
    return this.#ended.signal;
  }

  /** Up to which event, including those that were not asked for, it has been read. */
  get position(): string {
    return this.#options.feed.idOf(this.#next - 1);
  }

  /** The position while it waits for an event: nothing that was asked for lies before it unread. */
  get quietPosition(): string | undefined {
    return this.#wake === undefined ? undefined : this.position;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** @throws resource_exhausted when it fell behind. */
  async next(): Promise<IteratorResult<LiveEvent, undefined>> {
    for (;;) {
      if (!this.#goesOn()) return { done: true, value: undefined };
      const event = this.#take();
      if (event !== undefined) return { done: false, value: event };
      await this.#woken();
    }
  }

  /**
   * What has come since the last batch, as soon as it is something: the first of a burst with all of its turn, what comes
   * after it together. Undefined at the end.
   * @throws resource_exhausted when it fell behind.
   */
  async nextBatch(options: BatchOptions): Promise<readonly LiveEvent[] | undefined> {
    const { clock, feed } = this.#options;
    for (;;) {
      if (!this.#goesOn()) return undefined;
      if (this.#reset === undefined && this.#next === feed.next()) await this.#woken();
      await this.#due(this.#batchAt + options.gatherMs);
      if (!this.#goesOn()) return undefined;
      const events = this.takeWaiting(options.max);
      const isFull = events.length === options.max;
      this.#batchAt = isFull ? Number.NEGATIVE_INFINITY : clock.elapsed();
      if (events.length > 0) return events;
    }
  }

  async return(): Promise<IteratorResult<LiveEvent, undefined>> {
    this.end();
    return { done: true, value: undefined };
  }

  /** For the feed: there is something new. */
  wake(): void {
    this.#wake?.();
  }

  /** For the feed: events with smaller numbers are gone. */
  cutBefore(first: number): void {
    if (this.#next >= first) return;
    this.#isCut = true;
    this.end();
  }

  end(): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#ended.abort();
    this.#options.onEnd();
    this.wake();
  }

  [Symbol.dispose](): void {
    this.end();
  }

  /** @throws resource_exhausted */
  #goesOn(): boolean {
    if (this.#isCut) throw fellBehind();
    return !this.#isEnded;
  }

  /** Until there is something new. */
  #woken(): Promise<void> {
    return this.#until(() => true);
  }

  /** Until the turn that made an event is over and it is time for a batch, by the clock's elapsed(). */
  async #due(at: number): Promise<void> {
    const { clock } = this.#options;
    const leftMs = at - clock.elapsed();
    if (leftMs <= 0 || this.#isEnded) return new Promise((resolve) => void setImmediate(resolve));
    using _timer = clock.after(leftMs + slackMs, () => this.#wake?.());
    await this.#until(() => this.#isEnded || clock.elapsed() >= at);
  }

  /** Until it is woken and something is so. */
  #until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = () => {
        if (!isSo()) return;
        this.#wake = undefined;
        resolve();
      };
    });
  }

  /** What can be read without waiting, at most so many. */
  takeWaiting(max: number): LiveEvent[] {
    const events: LiveEvent[] = [];
    while (events.length < max) {
      const event = this.#take();
      if (event === undefined) break;
      events.push(event);
    }
    return events;
  }

  #take(): LiveEvent | undefined {
    const { feed, filter } = this.#options;
    const reset = this.#reset;
    this.#reset = undefined;
    if (reset !== undefined) return reset;
    while (this.#next < feed.next()) {
      const event = feed.at(this.#next);
      this.#next += 1;
      if (event !== undefined && matchesFilter(event, filter)) return event;
    }
    return undefined;
  }
}

function fellBehind(): FleetError {
  return new FleetError(
    "resource_exhausted",
    "the events were not read fast enough, and older ones are gone",
    {
      hint: "Read faster, or ask for fewer types, clients and services.",
    },
  );
}
