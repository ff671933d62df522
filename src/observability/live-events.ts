/**
 * The live feed: events in the order in which they happened, a bounded number of them kept for readers that come back.
 *
 * Nothing is kept while nobody reads. A reader is a place in the ring, so that one who reads slowly costs nothing; one
 * who falls behind its oldest event is cut.
 */
import { randomBytes } from "node:crypto";

import { type Clock, systemClock } from "../core/clock.ts";
import { FleetError } from "../core/errors.ts";
import { type LiveEvent, type LiveFact, type LiveFilter } from "../core/live-event.ts";
import { formatMicros } from "../core/rfc3339.ts";
import { microsFromMs } from "../core/time.ts";
import { LiveSubscription, type ResetReason } from "./live-subscription.ts";

export interface LiveLimits {
  /** Events that are kept. */
  readonly maxEvents: number;
  /** Of those, about. */
  readonly maxBytes: number;
  readonly maxSubscribers: number;
  /** Of those, for one reader who says who it is: the others are for others. */
  readonly maxOfOneReader: number;
  /** How long events are kept on after the last reader left: it may come back and go on where it was. */
  readonly lingerMs: number;
}

export const defaultLiveLimits: LiveLimits = {
  maxEvents: 10_000,
  maxBytes: 8 * 1024 * 1024,
  maxSubscribers: 100,
  maxOfOneReader: 50,
  lingerMs: 60_000,
};

export interface SubscribeOptions {
  /** The id of the last event that the reader has seen; undefined: from now on. */
  readonly after?: string | undefined;
  readonly filter?: LiveFilter;
  /** Ends the subscription. */
  readonly signal?: AbortSignal;
  /** Whose it is; undefined: nobody's in particular. */
  readonly reader?: string | undefined;
}

/** What a reader of the feed needs. */
export interface LiveSource {
  /** @throws resource_exhausted when as many read already as may. */
  subscribe(options?: SubscribeOptions): LiveSubscription;
}

/** Of an event whose texts are ids and names. */
const smallBytes = 700;

/** What becomes an event when somebody reads it. */
interface Kept {
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  readonly make: () => LiveFact;
  readonly bytes: number;
  event: LiveEvent | undefined;
}

export class LiveEvents implements LiveSource, Disposable {
  readonly #clock: Clock;
  readonly #limits: LiveLimits;
  /** Tells the events of one start of the server from those of another. */
  readonly #boot = randomBytes(4).toString("hex");
  readonly #ring: (Kept | undefined)[];
  /** The numbers of the oldest event that is kept, and of the next one. */
  #first = 1;
  #next = 1;
  #bytes = 0;
  readonly #subscriptions = new Set<LiveSubscription>();
  #isRecording = false;
  #linger: Disposable | undefined;
  #time = { ms: Number.NaN, text: "" };

  constructor(clock: Clock = systemClock, limits: Partial<LiveLimits> = {}) {
    this.#clock = clock;
    this.#limits = { ...defaultLiveLimits, ...limits };
    this.#ring = Array.from({ length: this.#limits.maxEvents });
  }

  /** Whether events are kept: somebody reads, or did a moment ago. */
  get isRecording(): boolean {
    return this.#isRecording;
  }

  get subscriberCount(): number {
    return this.#subscriptions.size;
  }

  /** Adds an event; lost on nobody while nobody reads. */
  publish(fact: LiveFact): void {
    this.publishLater(() => fact, sizeOf(fact));
  }

  /**
   * As publish, for what comes once for each message: made when it is read, with others and not between other work,
   * where it costs several times as much.
   * @param make holds on to nothing big.
   */
  publishLater(make: () => LiveFact, bytes = smallBytes): void {
    if (!this.#isRecording) return;
    this.#makeRoom(bytes);
    const place = this.#next % this.#ring.length;
    this.#ring[place] = { atMs: this.#clock.now(), make, bytes, event: undefined };
    this.#bytes += bytes;
    this.#next += 1;
    for (const subscription of this.#subscriptions) subscription.wake();
  }

  subscribe({ after, filter = {}, signal, reader }: SubscribeOptions = {}): LiveSubscription {
    this.#checkRoom(reader);
    this.#record();
    const place = after === undefined ? undefined : this.#placeAfter(after);
    const subscription = new LiveSubscription({
      ...{ filter, signal, reader, feed: this.#feed, next: place?.next ?? this.#next },
      reset: place?.reset && this.#resetFor(place.reset),
      onEnd: () => this.#leave(subscription),
    });
    this.#subscriptions.add(subscription);
    if (signal?.aborted) subscription.end();
    return subscription;
  }

  /** Ends every subscription. */
  [Symbol.dispose](): void {
    for (const subscription of this.#subscriptions) subscription.end();
    this.#linger?.[Symbol.dispose]();
    this.#forget();
  }

  readonly #feed = {
    first: (): number => this.#first,
    next: (): number => this.#next,
    at: (number: number): LiveEvent | undefined => this.#eventAt(number),
    idOf: (number: number): string => this.#idOf(number),
  };

  #checkRoom(reader: string | undefined): void {
    const { maxSubscribers, maxOfOneReader } = this.#limits;
    if (this.#subscriptions.size >= maxSubscribers)
      throw noRoom(`${maxSubscribers} readers follow the events already`);
    if (reader === undefined) return;
    const own = [...this.#subscriptions].filter((one) => one.reader === reader).length;
    if (own >= maxOfOneReader)
      throw noRoom(`you follow the events ${maxOfOneReader} times already`);
  }

  #eventAt(number: number): LiveEvent | undefined {
    const kept = this.#ring[number % this.#ring.length];
    if (kept === undefined) return undefined;
    return (kept.event ??= {
      id: this.#idOf(number),
      time: this.#timeOf(kept.atMs),
      ...kept.make(),
    });
  }

  #idOf(number: number): string {
    return `${this.#boot}-${number}`;
  }

  #record(): void {
    this.#linger?.[Symbol.dispose]();
    this.#linger = undefined;
    if (this.#isRecording) return;
    this.#isRecording = true;
    // What happened since the last event that was kept has no number: nobody may go on after that one.
    this.#next += 1;
    this.#first = this.#next;
  }

  #leave(subscription: LiveSubscription): void {
    this.#subscriptions.delete(subscription);
    if (this.#subscriptions.size > 0 || !this.#isRecording) return;
    this.#linger?.[Symbol.dispose]();
    this.#linger = this.#clock.after(this.#limits.lingerMs, () => this.#forget());
  }

  #forget(): void {
    this.#isRecording = false;
    this.#linger = undefined;
    this.#ring.fill(undefined);
    this.#first = this.#next;
    this.#bytes = 0;
  }

  #makeRoom(bytes: number): void {
    const { maxEvents, maxBytes } = this.#limits;
    const before = this.#first;
    while (
      this.#first < this.#next &&
      (this.#next - this.#first >= maxEvents || this.#bytes + bytes > maxBytes)
    ) {
      const place = this.#first % this.#ring.length;
      this.#bytes -= this.#ring[place]?.bytes ?? 0;
      this.#ring[place] = undefined;
      this.#first += 1;
    }
    if (this.#first === before) return;
    for (const subscription of this.#subscriptions) subscription.cutBefore(this.#first);
  }

  #placeAfter(id: string): { readonly next: number; readonly reset?: ResetReason } {
    const [, boot, digits] = /^([0-9a-f]{8})-([1-9][0-9]{0,14})$/.exec(id) ?? [];
    if (boot === undefined) return { next: this.#next, reset: "unknown_id" };
    if (boot !== this.#boot) return { next: this.#next, reset: "other_start" };
    const next = Number(digits) + 1;
    if (next > this.#next) return { next: this.#next, reset: "unknown_id" };
    return next < this.#first ? { next: this.#next, reset: "too_old" } : { next };
  }

  #resetFor(reason: ResetReason): LiveEvent {
    return {
      id: this.#idOf(this.#next - 1),
      time: this.#timeOf(this.#clock.now()),
      type: "reset",
      reason,
    };
  }

  #timeOf(ms: number): string {
    if (ms !== this.#time.ms) this.#time = { ms, text: formatMicros(microsFromMs(ms)) };
    return this.#time.text;
  }
}

function noRoom(message: string): FleetError {
  return new FleetError("resource_exhausted", message, {
    hint: "End some of them; what is listed can be read meanwhile.",
  });
}

/** Roughly what an event holds; its texts are cut already. */
function sizeOf(event: LiveFact): number {
  switch (event.type) {
    case "client.enrolled":
      return smallBytes + 2 * event.labels.reduce((sum, label) => sum + label.length, 0);
    case "alert.raised":
    case "alert.cleared":
      return smallBytes + 2 * JSON.stringify(event.alert).length;
    default:
      return smallBytes + ("reason" in event ? 2 * (event.reason?.length ?? 0) : 0);
  }
}
