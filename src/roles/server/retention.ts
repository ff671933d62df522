/**
 * Retention: removes what is older than the configuration says, a bounded step at a time.
 */
import type { Clock } from "../../core/clock.ts";
import { toFleetError } from "../../core/errors.ts";
import { type Micros, microsFromMs } from "../../core/time.ts";
import type { Log } from "../../observability/log.ts";
import type { PruneCounts, Store } from "../../store/store.ts";

/** How long each kind is kept, milliseconds; undefined: forever. */
export interface RetentionAges {
  readonly messagesMs: number | undefined;
  readonly contactsMs: number | undefined;
  readonly resourceUsageMs: number | undefined;
  readonly broadcastsMs: number | undefined;
}

export interface RetentionOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly ages: RetentionAges;
}

const intervalMs = 10 * 60 * 1000;
/** Rows of a kind at once. A message touches three pages or four, wherever its ids are: this many take a millisecond or two. */
const maxRows = 32;
/** Between two steps, so that contacts are served meanwhile: twice what the last one took, and at least this. */
const minPauseMs = 10;

/** Prunes at once and every ten minutes, until disposed. */
export function startRetention(options: RetentionOptions): AsyncDisposable {
  const stop = new AbortController();
  const running = runForever(options, stop.signal);
  return {
    [Symbol.asyncDispose]: () => {
      stop.abort();
      return running;
    },
  };
}

async function runForever(options: RetentionOptions, signal: AbortSignal): Promise<void> {
  const { clock, log } = options;
  while (!signal.aborted) {
    try {
      await pruneAll(options, signal);
      await clock.sleep(intervalMs, signal);
    } catch (thrown) {
      if (signal.aborted) return;
      log.error("old rows cannot be removed: {error}", { error: toFleetError(thrown).message });
      await clock.sleep(intervalMs, signal).catch(() => {});
    }
  }
}

async function pruneAll(
  { store, clock, ages }: RetentionOptions,
  signal: AbortSignal,
): Promise<void> {
  const before = (ageMs: number | undefined): Micros | undefined =>
    ageMs === undefined ? undefined : microsFromMs(clock.now() - ageMs);
  for (;;) {
    const begun = clock.elapsed();
    const counts = await store.prune({
      messages: before(ages.messagesMs),
      contacts: before(ages.contactsMs),
      resourceUsage: before(ages.resourceUsageMs),
      broadcasts: before(ages.broadcastsMs),
      maxRows,
    });
    if (!isFull(counts)) return;
    await clock.sleep(Math.max(minPauseMs, 2 * (clock.elapsed() - begun)), signal);
  }
}

function isFull(counts: PruneCounts): boolean {
  return Object.values(counts).some((count) => count >= maxRows);
}
