import { expect, test } from "bun:test";

import { systemClock } from "../../../../src/core/clock.ts";
import { getLog } from "../../../../src/observability/log.ts";
import { startRetention } from "../../../../src/roles/server/retention.ts";
import { createMemoryStore } from "../../../../src/store/memory/store.ts";
import type { Store } from "../../../../src/store/store.ts";
import { start, success, toServer } from "../../../conformance/fixtures.ts";
import { waitFor } from "../../../helpers/wait-for.ts";

/** Of a step that nobody notices. */
const fewRows = 50;

test("what is old goes in small steps, with time for others in between", async () => {
  await using inner = createMemoryStore();
  const numbers = Array.from({ length: 200 }, (_, index) => index);
  await inner.messages.store(numbers.map((number) => toServer(number, { result: success })));
  const steps: { maxRows: number; at: number }[] = [];
  let removed = 0;
  const store: Store = {
    ...inner,
    async prune(limits) {
      steps.push({ maxRows: limits.maxRows, at: performance.now() });
      const counts = await inner.prune(limits);
      removed += counts.messages;
      return counts;
    },
  };
  expect(start / 1000).toBeLessThan(Date.now() - 1000);
  const retention = startRetention({
    ...{ store, clock: systemClock, log: getLog("test") },
    ages: {
      ...{ messagesMs: 1000, contactsMs: undefined },
      ...{ resourceUsageMs: undefined, broadcastsMs: undefined },
    },
  });
  await waitFor(() => removed === numbers.length, { what: "all to be removed" });
  await retention[Symbol.asyncDispose]();
  expect(Math.max(...steps.map(({ maxRows }) => maxRows))).toBeLessThanOrEqual(fewRows);
  const pauses = steps.slice(1).map(({ at }, index) => at - (steps[index]?.at ?? at));
  expect(Math.min(...pauses)).toBeGreaterThan(5);
});
