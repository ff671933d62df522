/** What a reader of the live feed that takes batches is given, and when. */
import { describe, expect, test } from "bun:test";

import { FleetError } from "../../../src/core/errors.ts";
import type { LiveEvent } from "../../../src/core/live-event.ts";
import { LiveEvents, type LiveLimits } from "../../../src/observability/live-events.ts";
import { FakeClock, settle } from "../../helpers/fake-clock.ts";

type Batch = readonly LiveEvent[] | undefined;

/** A reader that takes every batch at once, and what it got. */
function read(max = 100, limits: Partial<LiveLimits> = {}) {
  const clock = new FakeClock();
  const live = new LiveEvents(clock, limits);
  const subscription = live.subscribe({ filter: { types: ["client"] } });
  const batches: Batch[] = [];
  const take = async (): Promise<void> => {
    const batch = await subscription.nextBatch({ max, gatherMs: 40 });
    batches.push(batch);
    if (batch !== undefined) await take();
  };
  const over = take().catch((thrown: unknown) => thrown);
  const publish = (count: number) => {
    for (let index = 0; index < count; index += 1) {
      const facts = { client_id: "a", address: "192.0.2.1:1", transport: "x" };
      live.publish({ type: "client.connected", ...facts });
    }
  };
  const sizes = () => batches.map((batch) => batch?.length);
  return { clock, live, subscription, over, publish, sizes };
}

describe("batches of events", () => {
  test("the first of a burst comes at once, with all of its turn", async () => {
    const { publish, sizes } = read();
    publish(3);
    await settle();
    expect(sizes()).toEqual([3]);
  });

  test("what follows comes together, with the first event after the pause", async () => {
    const { clock, publish, sizes } = read();
    publish(1);
    await settle();
    for (const ms of [10, 20]) {
      await clock.advance(ms);
      publish(1);
    }
    await settle();
    expect(sizes()).toEqual([1]);
    await clock.advance(10);
    publish(1);
    await settle();
    expect(sizes()).toEqual([1, 3]);
  });

  test("what no other event follows waits only a little longer than the pause", async () => {
    const { clock, publish, sizes } = read();
    publish(1);
    await settle();
    publish(1);
    await clock.advance(50);
    expect(sizes()).toEqual([1, 1]);
    expect(clock.pending).toBe(0);
  });

  test("more than fits comes at once, batch by batch", async () => {
    const { publish, sizes } = read(2);
    publish(5);
    await settle();
    expect(sizes()).toEqual([2, 2, 1]);
  });

  test("what was not asked for makes no batch, and is looked at no more often", async () => {
    const { clock, live, publish, sizes } = read();
    const alert = { id: "a:b", kind: "a", severity: "info", text: "t", since: "now" } as const;
    live.publish({ type: "alert.raised", alert });
    await settle();
    publish(1);
    await settle();
    expect(sizes()).toEqual([]);
    await clock.advance(50);
    expect(sizes()).toEqual([1]);
  });

  test("the end comes at once, also while a batch is gathered", async () => {
    const { subscription, over, publish, sizes } = read();
    publish(1);
    await settle();
    publish(1);
    subscription.end();
    await over;
    expect(sizes()).toEqual([1, undefined]);
  });

  test("one that falls behind while a batch is gathered is told so", async () => {
    const { over, publish, sizes } = read(100, { maxEvents: 3 });
    publish(1);
    await settle();
    publish(9);
    const thrown = await over;
    expect(thrown).toBeInstanceOf(FleetError);
    expect(thrown).toMatchObject({ code: "resource_exhausted" });
    expect(sizes()).toEqual([1]);
  });
});
