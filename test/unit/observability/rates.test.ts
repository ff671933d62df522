import { describe, expect, test } from "bun:test";

import { Rates } from "../../../src/observability/rates.ts";
import { FakeClock } from "../../helpers/fake-clock.ts";

function start() {
  const clock = new FakeClock();
  return { clock, rates: new Rates(clock) };
}

describe("rates", () => {
  test("per second, over the last five whole seconds", async () => {
    const { clock, rates } = start();
    for (let second = 0; second < 10; second += 1) {
      rates.messagesIn(second < 5 ? 1000 : 20);
      rates.messagesOut(10);
      await clock.advance(1000);
    }
    rates.messagesIn(7000);
    expect(rates.snapshot()).toMatchObject({ inPerSecond: 20, outPerSecond: 10 });
    await clock.advance(6000);
    expect(rates.snapshot()).toMatchObject({ inPerSecond: 0, outPerSecond: 0 });
  });

  test("a server that has just started counts only its own seconds", async () => {
    const { clock, rates } = start();
    expect(rates.snapshot()).toMatchObject({ inPerSecond: 0, history: [] });
    rates.messagesIn(30);
    await clock.advance(1000);
    expect(rates.snapshot().inPerSecond).toBe(30);
  });

  test("the history has a point for each five seconds of the last quarter of an hour", async () => {
    const { clock, rates } = start();
    const started = clock.now();
    rates.messagesIn(50);
    await clock.advance(5000);
    rates.messagesOut(10);
    await clock.advance(5000);
    expect(rates.snapshot().history).toEqual([
      { time: started, in: 10, out: 0 },
      { time: started + 5000, in: 0, out: 2 },
    ]);
    await clock.advance(14 * 60 * 1000);
    const { history } = rates.snapshot();
    expect(history).toHaveLength(170);
    expect(history[0]).toEqual({ time: started, in: 10, out: 0 });
    await clock.advance(60 * 60 * 1000);
    const later = rates.snapshot().history;
    expect(later).toHaveLength(179);
    expect(later.every((point) => point.in === 0 && point.out === 0)).toBe(true);
    expect(later.at(-1)?.time).toBe(clock.now() - 5000);
  });

  test("a wall clock that is set changes no rate", async () => {
    const { clock, rates } = start();
    rates.messagesIn(30);
    await clock.advance(1000);
    clock.stepWall(-3_600_000);
    expect(rates.snapshot().inPerSecond).toBe(30);
  });

  test("open streams by transport, and the polls of the last minute", async () => {
    const { clock, rates } = start();
    rates.opened("websocket");
    rates.opened("websocket");
    rates.opened("stream");
    rates.opened("long_poll");
    rates.closed("websocket");
    rates.polled();
    await clock.advance(30_000);
    rates.polled();
    await clock.advance(1000);
    const streams = { websocket: 1, stream: 1, longPoll: 1 };
    expect(rates.snapshot().streams).toEqual({ ...streams, poll: 2 });
    await clock.advance(40_000);
    expect(rates.snapshot().streams).toEqual({ ...streams, poll: 1 });
  });

  test("the middle and the slowest hundredth of the last minute's commits", async () => {
    const { clock, rates } = start();
    expect(rates.snapshot().commit).toEqual({ p50Ms: 0, p99Ms: 0, perSecond: 0 });
    rates.committed(9999);
    await clock.advance(60_000);
    for (let ms = 1; ms <= 100; ms += 1) rates.committed(ms);
    await clock.advance(1000);
    expect(rates.snapshot().commit).toEqual({ p50Ms: 51, p99Ms: 100, perSecond: 20 });
  });
});
