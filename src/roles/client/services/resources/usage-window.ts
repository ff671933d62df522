/**
 * Samples of one process, and what a report says of them: mean and highest rates, memory and descriptors.
 */
import type { ResourceAggregate } from "../../../../proto/service-codec.ts";
import type { ProcessUsage } from "./proc.ts";

interface Sample {
  readonly atMs: number;
  readonly usage: ProcessUsage;
}

interface Rates {
  readonly user: number;
  readonly system: number;
}

export class UsageWindow {
  /** The sample before the first of this window: rates are between two. */
  #before: Sample | undefined;
  #samples: Sample[] = [];

  get size(): number {
    return this.#samples.length;
  }

  /** Where the first rate begins; belongs to no report. */
  begin(atMs: number, usage: ProcessUsage): void {
    this.#before = { atMs, usage };
  }

  add(atMs: number, usage: ProcessUsage): void {
    this.#samples.push({ atMs, usage });
  }

  /** What the samples say, which then make way for the next; undefined where there are none. */
  take(): ResourceAggregate | undefined {
    const samples = this.#samples;
    const last = samples.at(-1);
    const first = this.#before ?? samples[0];
    if (!last || !first) return undefined;
    const rates = ratesOf(this.#before ? [this.#before, ...samples] : samples);
    const mean = rateBetween(first, last);
    this.#before = last;
    this.#samples = [];
    const resident = samples.map(({ usage }) => usage.residentBytes);
    const fds = samples.flatMap(({ usage }) => usage.fds ?? []);
    return {
      meanUserCpuRate: mean.user,
      maxUserCpuRate: highest(rates.map(({ user }) => user)),
      meanSystemCpuRate: mean.system,
      maxSystemCpuRate: highest(rates.map(({ system }) => system)),
      meanResidentMemory: average(resident),
      maxResidentMemory: highest(resident),
      meanNumFds: average(fds),
      maxNumFds: highest(fds),
    };
  }
}

function ratesOf(samples: readonly Sample[]): Rates[] {
  return samples.slice(1).map((sample, index) => rateBetween(samples[index] ?? sample, sample));
}

/** Milliseconds of CPU per second. */
function rateBetween(from: Sample, to: Sample): Rates {
  const seconds = (to.atMs - from.atMs) / 1000;
  if (seconds <= 0) return { user: 0, system: 0 };
  // Another process may have taken the place of the first: no rate is below nothing.
  return {
    user: Math.max(0, to.usage.userMs - from.usage.userMs) / seconds,
    system: Math.max(0, to.usage.systemMs - from.usage.systemMs) / seconds,
  };
}

function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function highest(values: readonly number[]): number {
  return values.reduce((found, value) => Math.max(found, value), 0);
}
