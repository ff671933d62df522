/**
 * How long retention keeps everybody else waiting in a big database: the steps in which it removes old messages, and what
 * a contact that is being served meanwhile sees of it.
 *
 *   bun benchmarks/prune.ts [--clients 10000] [--messages 1000000] [--keep FILE] [--seconds 10]
 *
 * Removes what is older than ten days of thirty. With --keep a copy of the database at FILE is used, which is made if it
 * does not exist. Exit status 1 if the median of the steps is over 10 ms.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { systemClock } from "../src/core/clock.ts";
import { getLog } from "../src/observability/log.ts";
import { startRetention } from "../src/roles/server/retention.ts";
import { openSqliteStore } from "../src/store/sqlite/store.ts";
import type { PruneLimits, Store } from "../src/store/store.ts";
import { makeBigDatabase } from "./lib/big-database.ts";
import { describeLatencies, percentile } from "./lib/statistics.ts";

const { values } = parseArgs({
  options: {
    clients: { type: "string", default: "10000" },
    messages: { type: "string", default: "1000000" },
    keep: { type: "string" },
    seconds: { type: "string", default: "10" },
  },
});
const limitMs = 10;
const ageMs = 10 * 86_400_000;

/** The same store, and what was removed how fast. */
function watched(store: Store) {
  const stepsMs: number[] = [];
  let rows = 0;
  const prune = async (limits: PruneLimits) => {
    const start = performance.now();
    const counts = await store.prune(limits);
    stepsMs.push(performance.now() - start);
    rows += counts.messages + counts.contacts + counts.resourceUsage + counts.broadcasts;
    return counts;
  };
  const proxy = new Proxy(store, {
    get: (target, name): unknown => (name === "prune" ? prune : Reflect.get(target, name)),
  });
  return { proxy, stepsMs, rows: () => rows };
}

/** How much later than asked for a timer comes, once every few milliseconds. */
async function measureLag(untilMs: number): Promise<number[]> {
  const lags: number[] = [];
  while (performance.now() < untilMs) {
    const start = performance.now();
    await Bun.sleep(5);
    lags.push(Math.max(0, performance.now() - start - 5));
  }
  return lags;
}

async function measure(path: string): Promise<void> {
  await using store = await openSqliteStore({ path });
  const seconds = Number(values.seconds);
  const idle = await measureLag(performance.now() + 2000);
  const { proxy, stepsMs, rows } = watched(store);
  const ages = { messagesMs: ageMs, contactsMs: ageMs, resourceUsageMs: ageMs };
  const retention = startRetention({
    ...{ store: proxy, clock: systemClock, log: getLog("benchmark") },
    ages: { ...ages, broadcastsMs: ageMs },
  });
  const start = performance.now();
  const busy = await measureLag(start + seconds * 1000);
  await retention[Symbol.asyncDispose]();
  console.log(`${Math.round(rows() / seconds)} rows a second in ${stepsMs.length} steps`);
  console.log(`a step: ${describeLatencies(stepsMs)}`);
  console.log(`a timer is late: ${describeLatencies(busy)}`);
  console.log(`without retention: ${describeLatencies(idle)}`);
  const sorted = stepsMs.toSorted((a, b) => a - b);
  process.exitCode = percentile(sorted, 0.5) > limitMs ? 1 : 0;
}

const folder = mkdtempSync(join(tmpdir(), "fleet-prune-"));
try {
  const path = join(folder, "big.sqlite");
  const made = values.keep ?? path;
  const size = { clients: Number(values.clients), messages: Number(values.messages) };
  if (!existsSync(made)) makeBigDatabase({ path: made, ...size, now: Date.now() });
  if (made !== path) copyFileSync(made, path);
  await measure(path);
} finally {
  rmSync(folder, { recursive: true });
}
