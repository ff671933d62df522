/**
 * How much is going on: messages in and out, contacts and commits, per second and over the last quarter of an hour.
 *
 * Counters in fixed arrays, always on: a second's place is an addition, and nothing is sorted until somebody asks.
 */
import { type Clock, systemClock } from "../core/clock.ts";

/** A stretch of the history; `time` is its start, milliseconds since the epoch; the rest is per second. */
export interface RatePoint {
  readonly time: number;
  readonly in: number;
  readonly out: number;
}

export interface RateSnapshot {
  /** Messages of clients that were stored, per second, over the last `recentSeconds` whole ones. */
  readonly inPerSecond: number;
  /** Messages that were handed out to clients. */
  readonly outPerSecond: number;
  /** Oldest first, one for each 5 seconds, as far back as there was anything to count. */
  readonly history: readonly RatePoint[];
  readonly streams: StreamCounts;
  readonly commit: CommitFigures;
}

/** Open streams and waiting long polls by transport; `poll` is how many polls there were in the last minute. */
export interface StreamCounts {
  readonly websocket: number;
  readonly stream: number;
  readonly longPoll: number;
  readonly poll: number;
}

/** Of the store's transactions in the last minute; 0 where there was none. */
export interface CommitFigures {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly perSecond: number;
}

const historySeconds = 15 * 60;
const pointSeconds = 5;
const recentSeconds = 5;
const minuteSeconds = 60;
/** Commits whose time is remembered: of more in a minute, the newest. */
const maxCommits = 4096;

export class Rates {
  readonly #clock: Clock;
  readonly #in = new Float64Array(historySeconds);
  readonly #out = new Float64Array(historySeconds);
  readonly #polls = new Float64Array(historySeconds);
  readonly #commits = new Float64Array(historySeconds);
  readonly #open = new Map<string, number>();
  readonly #commitMs = new Float64Array(maxCommits);
  readonly #commitSecond = new Float64Array(maxCommits);
  #commitCount = 0;
  /** By Clock.elapsed, which is never set back. */
  readonly #startSecond: number;
  #second: number;

  constructor(clock: Clock = systemClock) {
    this.#clock = clock;
    this.#startSecond = this.#second = this.#now();
  }

  messagesIn(count: number): void {
    this.#add(this.#in, count);
  }

  messagesOut(count: number): void {
    this.#add(this.#out, count);
  }

  polled(): void {
    this.#add(this.#polls, 1);
  }

  /** @param transport "websocket", "stream" or "long_poll". */
  opened(transport: string): void {
    this.#open.set(transport, (this.#open.get(transport) ?? 0) + 1);
  }

  closed(transport: string): void {
    this.#open.set(transport, Math.max(0, (this.#open.get(transport) ?? 0) - 1));
  }

  committed(durationMs: number): void {
    this.#add(this.#commits, 1);
    const place = this.#commitCount % maxCommits;
    this.#commitMs[place] = durationMs;
    this.#commitSecond[place] = this.#second;
    this.#commitCount += 1;
  }

  snapshot(): RateSnapshot {
    this.#advance();
    return {
      inPerSecond: this.#recent(this.#in),
      outPerSecond: this.#recent(this.#out),
      history: this.#history(),
      streams: {
        websocket: this.#open.get("websocket") ?? 0,
        stream: this.#open.get("stream") ?? 0,
        longPoll: this.#open.get("long_poll") ?? 0,
        poll: this.#sum(this.#polls, this.#second - minuteSeconds, this.#second),
      },
      commit: this.commitFigures(),
    };
  }

  commitFigures(): CommitFigures {
    this.#advance();
    const times = this.#commitTimes();
    return {
      p50Ms: quantile(times, 0.5),
      p99Ms: quantile(times, 0.99),
      perSecond: this.#recent(this.#commits),
    };
  }

  #now(): number {
    return Math.floor(this.#clock.elapsed() / 1000);
  }

  #add(counts: Float64Array, count: number): void {
    this.#advance();
    const place = this.#second % historySeconds;
    counts[place] = (counts[place] ?? 0) + count;
  }

  /** Empties the places of the seconds that have passed since something was counted. */
  #advance(): void {
    const now = this.#now();
    const empty = Math.min(now - this.#second, historySeconds);
    for (let step = 0; step < empty; step += 1) {
      const place = (now - step) % historySeconds;
      for (const counts of [this.#in, this.#out, this.#polls, this.#commits]) counts[place] = 0;
    }
    if (now > this.#second) this.#second = now;
  }

  /** Per second. A server that has just started has no more to show than its own seconds. */
  #recent(counts: Float64Array): number {
    const start = Math.max(this.#startSecond, this.#second - recentSeconds);
    const seconds = this.#second - start;
    return seconds === 0 ? 0 : this.#sum(counts, start, this.#second) / seconds;
  }

  /** Of the seconds start ≤ second < end. */
  #sum(counts: Float64Array, start: number, end: number): number {
    let sum = 0;
    const first = Math.max(start, this.#startSecond, this.#second - historySeconds + 1);
    for (let second = first; second < end; second += 1) {
      sum += counts[second % historySeconds] ?? 0;
    }
    return sum;
  }

  #history(): RatePoint[] {
    const points: RatePoint[] = [];
    const wallMs = this.#clock.now() - this.#clock.elapsed();
    const end = this.#second - (this.#second % pointSeconds);
    const oldest = Math.max(this.#startSecond, end - historySeconds + pointSeconds);
    const first = Math.ceil(oldest / pointSeconds) * pointSeconds;
    for (let start = first; start < end; start += pointSeconds) {
      points.push({
        time: Math.round(wallMs + start * 1000),
        in: this.#sum(this.#in, start, start + pointSeconds) / pointSeconds,
        out: this.#sum(this.#out, start, start + pointSeconds) / pointSeconds,
      });
    }
    return points;
  }

  #commitTimes(): Float64Array {
    const kept = Math.min(this.#commitCount, maxCommits);
    const oldest = this.#second - minuteSeconds;
    return this.#commitMs
      .slice(0, kept)
      .filter((_, place) => (this.#commitSecond[place] ?? 0) > oldest)
      .sort();
  }
}

function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
