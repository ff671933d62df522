import { describe, expect, test } from "bun:test";

import { FleetError } from "../../../src/core/errors.ts";
import { LoopLag } from "../../../src/observability/loop-lag.ts";
import {
  Readiness,
  formatReadiness,
  withoutReasons,
} from "../../../src/observability/readiness.ts";
import { FakeClock } from "../../helpers/fake-clock.ts";

describe("readiness", () => {
  test("is asked for once a second, however many ask", async () => {
    const clock = new FakeClock();
    let asked = 0;
    const readiness = new Readiness({
      clock,
      checks: [{ name: "store", check: () => void (asked += 1) }],
    });
    await Promise.all([readiness.report(), readiness.report()]);
    await clock.advance(999);
    await readiness.report();
    expect(asked).toBe(1);
    await clock.advance(1);
    expect(await readiness.report()).toEqual({
      status: "ok",
      time: clock.now(),
      checks: [{ name: "store", status: "ok" }],
    });
    expect(asked).toBe(2);
  });

  test("one check that fails fails it, and says why; the others are told too", async () => {
    const clock = new FakeClock();
    const full = new FleetError("resource_exhausted", "the disk is full", { hint: "Make room." });
    const readiness = new Readiness({
      clock,
      checks: [
        { name: "store", check: () => Promise.reject(full) },
        { name: "listener", check: () => {} },
        {
          name: "disk",
          check: () => {
            throw new Error("odd");
          },
        },
      ],
    });
    const report = await readiness.report();
    expect(report).toMatchObject({
      status: "failed",
      checks: [
        { name: "store", status: "failed", reason: "the disk is full", hint: "Make room." },
        { name: "listener", status: "ok" },
        { name: "disk", status: "failed", reason: "odd" },
      ],
    });
    const shown = formatReadiness(withoutReasons(report));
    expect(JSON.parse(shown)).toEqual({
      status: "failed",
      time: new Date(clock.now()).toISOString(),
      checks: [
        { name: "store", status: "failed" },
        { name: "listener", status: "ok" },
        { name: "disk", status: "failed" },
      ],
    });
  });

  test("a check that hangs has failed after five seconds", async () => {
    const clock = new FakeClock();
    const check = () => new Promise<void>(() => {});
    const readiness = new Readiness({ clock, checks: [{ name: "store", check }] });
    const report = readiness.report();
    await clock.advance(5000);
    expect((await report).checks).toEqual([
      { name: "store", status: "failed", reason: "no answer within 5 s" },
    ]);
    expect(clock.pending).toBe(0);
  });
});

describe("the event loop's lag", () => {
  test("is what a timer misses, told each time and remembered for ten seconds", async () => {
    const clock = new LateClock();
    const told: number[] = [];
    using lag = new LoopLag(clock, (ms) => void told.push(ms));
    await clock.advance(500);
    expect([lag.worstMs, told]).toEqual([0, [0]]);
    clock.lateMs = 1500;
    // What is late right now counts before the timer has fired.
    expect(lag.worstMs).toBe(1000);
    await clock.advance(500);
    clock.lateMs = 0;
    expect(lag.worstMs).toBeGreaterThanOrEqual(1500);
    await clock.advance(12_000);
    expect(lag.worstMs).toBe(0);
  });

  test("is measured no more once it is disposed of", () => {
    const clock = new FakeClock();
    new LoopLag(clock)[Symbol.dispose]();
    expect(clock.pending).toBe(0);
  });
});

/** Its timers see more time pass than they asked for. */
class LateClock extends FakeClock {
  lateMs = 0;

  override elapsed(): number {
    return super.elapsed() + this.lateMs;
  }
}
