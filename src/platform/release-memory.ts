/**
 * Keeps the resident memory of a process near what it uses: garbage of bursts, and on Linux the pages of the executable
 * that only start-up needed. Those are clean, and read from the file again where they are used again.
 */
import { FFIType, dlopen } from "bun:ffi";
import { readFileSync } from "node:fs";

import type { Clock } from "../core/clock.ts";
import { libcName } from "./libc.ts";

const dontNeed = 4;

interface Mapping {
  readonly start: bigint;
  readonly bytes: bigint;
}

/** Gives back the executable's clean pages. Does nothing where it cannot; never fails. */
export function releaseExecutablePages(): void {
  if (process.platform !== "linux") return;
  try {
    const mappings = droppable(readFileSync("/proc/self/maps", "latin1"), process.execPath);
    const libc = dlopen(libcName(), {
      madvise: { args: [FFIType.u64, FFIType.u64, FFIType.i32], returns: FFIType.i32 },
    });
    for (const { start, bytes } of mappings) libc.symbols.madvise(start, bytes, dontNeed);
    libc.close();
  } catch {
    // A hint to the kernel: without it everything works too.
  }
}

/**
 * The mappings of the executable whose pages are never written: code, and the read-only segment at the start of the file.
 * Others were relocated, and lose that when dropped.
 * @param maps as /proc/self/maps has them.
 */
export function droppable(maps: string, executable: string): Mapping[] {
  const mappings: Mapping[] = [];
  for (const line of maps.split("\n")) {
    const match = /^([0-9a-f]+)-([0-9a-f]+) (\S{4}) ([0-9a-f]+) \S+ \d+ +(.*)$/.exec(line);
    const [, from = "0", to = "0", mode, offset = "", path] = match ?? [];
    if (path !== executable) continue;
    const readOnlyHead = mode === "r--p" && /^0+$/.test(offset);
    if (mode !== "r-xp" && !readOnlyHead) continue;
    const start = BigInt(`0x${from}`);
    mappings.push({ start, bytes: BigInt(`0x${to}`) - start });
  }
  return mappings;
}

/** When memory is looked at, and what is done then. */
interface Habits {
  /** The pause between two looks after something happened; a burst of work is over or goes on by then. */
  readonly lookMs: number;
  /** While nothing happens each pause is twice the last, up to this. */
  readonly longestLookMs: number;
  /** Growth after which something is done about it. */
  readonly growthBytes: number;
  /** Above this much resident memory garbage is collected then: the collector alone lets it wait for long. */
  readonly collectAboveBytes: number;
}

const mib = 1024 * 1024;
/** Of a process whose peaks count. */
export const serverHabits: Habits = {
  lookMs: 500,
  longestLookMs: 500,
  growthBytes: 8 * mib,
  collectAboveBytes: 90 * mib,
};
/** Of one that has nothing to do most of the time, and sleeps then. */
export const agentHabits: Habits = {
  lookMs: 500,
  longestLookMs: 4_000,
  growthBytes: 3 * mib,
  collectAboveBytes: 0,
};

/** Gives back what a start or a burst of work needed and is needed no longer, until disposed. */
export function keepMemorySmall(clock: Clock, habits: Habits = serverHabits): Disposable {
  const { lookMs, longestLookMs, growthBytes, collectAboveBytes } = habits;
  let settledBytes = 0;
  let pauseMs = lookMs;
  let timer = clock.after(pauseMs, look);
  function look(): void {
    try {
      const resident = process.memoryUsage.rss();
      const hasGrown = resident > settledBytes + growthBytes;
      pauseMs = hasGrown ? lookMs : Math.min(pauseMs * 2, longestLookMs);
      // What is really in use comes back at once, and is then the new measure: a large server does not collect all the time.
      settledBytes = hasGrown
        ? shrink(resident > collectAboveBytes)
        : Math.min(settledBytes, resident);
    } catch {
      // Memory cannot be read while there are no descriptors left; it may be at the next look.
    } finally {
      timer = clock.after(pauseMs, look);
    }
  }
  return { [Symbol.dispose]: () => timer[Symbol.dispose]() };
}

/** @param collect the garbage too. @returns what is resident after it, bytes. */
function shrink(collect: boolean): number {
  if (collect) Bun.gc(true);
  releaseExecutablePages();
  return process.memoryUsage.rss();
}
