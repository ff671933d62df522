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

/** How often it is looked at; a burst of work is over or goes on by then. */
const lookMs = 500;
/** Growth after which something is done about it, bytes. */
const growthBytes = 8 * 1024 * 1024;
/** Above this much resident memory, bytes, garbage is collected too: the collector alone lets it wait for long. */
const collectAboveBytes = 45 * 1024 * 1024;
/** Below it nothing is done more often than every `pauseMs`: what work goes on with has to be read again each time. */
const largeBytes = 90 * 1024 * 1024;
const pauseMs = 5_000;
/** After growth it is done once more: the burst is over by then, or there is growth again. */
const afterwardsMs = 30_000;

/** Gives back what a start or a burst of work needed and is needed no longer, until disposed. */
export function keepMemorySmall(clock: Clock): Disposable {
  const watch = new MemoryWatch(clock);
  let timer = clock.after(lookMs, look);
  function look(): void {
    try {
      watch.look();
    } catch {
      // Memory cannot be read while there are no descriptors left; it may be at the next look.
    } finally {
      timer = clock.after(lookMs, look);
    }
  }
  return { [Symbol.dispose]: () => timer[Symbol.dispose]() };
}

class MemoryWatch {
  readonly #clock: Clock;
  /** What counts as in use. */
  #settledBytes = 0;
  #releasedAt = -Infinity;
  /** Whether it is to be done once more, as nothing has been done since. */
  #isDueOnceMore = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @throws when the process cannot see its own memory. */
  look(): void {
    const resident = process.memoryUsage.rss();
    const pausedMs = this.#clock.elapsed() - this.#releasedAt;
    if (resident > this.#settledBytes + growthBytes) {
      if (resident <= largeBytes && pausedMs < pauseMs) return;
      this.#release(resident);
      this.#isDueOnceMore = true;
      return;
    }
    this.#settledBytes = Math.min(this.#settledBytes, resident);
    if (!this.#isDueOnceMore || pausedMs < afterwardsMs) return;
    this.#release(resident);
    this.#isDueOnceMore = false;
  }

  #release(resident: number): void {
    if (resident > collectAboveBytes) Bun.gc(true);
    releaseExecutablePages();
    this.#releasedAt = this.#clock.elapsed();
    // What is really in use comes back at once, and is then the new measure: a large server does not collect all the time.
    this.#settledBytes = process.memoryUsage.rss();
  }
}

/** The pause of an agent between two looks, ms, after something happened; while nothing happens each is twice the last. */
const agentLookMs = 500;
const longestAgentLookMs = 2_000;
/** An agent with more resident memory than this, bytes, gives back the executable's pages, which costs next to nothing, */
const restBytes = 24 * 1024 * 1024;
/** and garbage every half minute; with more than this it works hard, and does both every second, or at once when large. */
const burstBytes = 45 * 1024 * 1024;
const collectMs = 30_000;
const burstCollectMs = 1_000;

/**
 * As keepMemorySmall, for a process that has nothing to do most of the time, and sleeps then. What it gives back it needs in
 * part soon after: how much it has grown since says nothing here.
 */
export function keepAgentSmall(clock: Clock): Disposable {
  let pauseMs = agentLookMs;
  let collectedAt = -Infinity;
  let timer = clock.after(pauseMs, look);
  function look(): void {
    pauseMs = Math.min(pauseMs * 2, longestAgentLookMs);
    try {
      const resident = process.memoryUsage.rss();
      const isBurst = resident > burstBytes;
      const waitMs = isBurst ? burstCollectMs : collectMs;
      const isDue = resident > largeBytes || clock.elapsed() - collectedAt >= waitMs;
      if (isDue && resident > restBytes) {
        // At rest, the code that was compiled for the start goes too: over a megabyte. Nothing else does that in Bun 1.4.5.
        // oxlint-disable-next-line typescript/no-deprecated
        if (!isBurst) Bun.shrink();
        Bun.gc(true);
        collectedAt = clock.elapsed();
      }
      if (resident > restBytes && (isDue || !isBurst)) releaseExecutablePages();
      if (isBurst) pauseMs = agentLookMs;
    } catch {
      // As above.
    } finally {
      timer = clock.after(pauseMs, look);
    }
  }
  return { [Symbol.dispose]: () => timer[Symbol.dispose]() };
}
