import { describe, expect, test } from "bun:test";

import { Heartbeats } from "../../../../../src/roles/client/services/daemon/heartbeats.ts";
import { FakeClock } from "../../../../helpers/fake-clock.ts";

function watch(): { clock: FakeClock; heartbeats: Heartbeats; missed: number[] } {
  const clock = new FakeClock();
  const missed: number[] = [];
  const onMissed = (ms: number): void => void missed.push(ms);
  const heartbeats = new Heartbeats({ clock, graceMs: 10_000, killMs: 3_000, onMissed });
  return { clock, heartbeats, missed };
}

describe("heartbeats", () => {
  test("are first due at the end of the grace period", async () => {
    const { clock, missed } = watch();
    await clock.advance(9_999);
    expect(missed).toEqual([]);
    await clock.advance(1);
    expect(missed).toEqual([10_000]);
  });

  test("an early one does not shorten the grace period", async () => {
    const { clock, heartbeats, missed } = watch();
    await clock.advance(1_000);
    heartbeats.beat();
    await clock.advance(8_999);
    expect(missed).toEqual([]);
    await clock.advance(1);
    expect(missed).toEqual([9_000]);
  });

  test("then each is due within the kill period, and one miss is told once", async () => {
    const { clock, heartbeats, missed } = watch();
    for (let second = 0; second < 20; second += 2) {
      heartbeats.beat();
      await clock.advance(2_000);
    }
    await clock.advance(999);
    expect(missed).toEqual([]);
    await clock.advance(60_000);
    expect(missed).toEqual([3_000]);
  });

  test("after a sleep of the machine there is one more period", () => {
    let now = 0;
    const timers: { ms: number; callback: () => void }[] = [];
    const missed: number[] = [];
    const clock = {
      now: () => now,
      elapsed: () => now,
      sleep: () => Promise.resolve(),
      after: (ms: number, callback: () => void) => {
        timers.push({ ms, callback });
        return { [Symbol.dispose]: () => {} };
      },
    };
    const onMissed = (ms: number): void => void missed.push(ms);
    using _heartbeats = new Heartbeats({ clock, graceMs: 1000, killMs: 1000, onMissed });
    now = 3_600_000;
    timers[0]?.callback();
    expect(missed).toEqual([]);
    expect(timers[1]?.ms).toBe(1000);
    now += 1000;
    timers[1]?.callback();
    expect(missed).toHaveLength(1);
  });
});
