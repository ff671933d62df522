import { expect, test } from "bun:test";

import { Deadline } from "../../../src/net/deadline.ts";
import { PaceMeter, defaultPace } from "../../../src/net/pace.ts";
import { Acknowledgements } from "../../../src/roles/client/services/acknowledgements.ts";
import { FakeClock } from "../../helpers/fake-clock.ts";
import { newMessageId } from "../../../src/core/ids.ts";

const hourMs = 3_600_000;

test("a deadline is reached in time though the wall clock is set back", async () => {
  const clock = new FakeClock();
  using deadline = new Deadline(clock);
  let isReached = false;
  deadline.set(1_000, () => (isReached = true));
  clock.stepWall(-hourMs);
  await clock.advance(1_000);
  expect(isReached).toBe(true);
});

test("a peer is not slower for a wall clock that is set forward", () => {
  const clock = new FakeClock();
  const meter = new PaceMeter(defaultPace, clock);
  meter.begin();
  clock.stepWall(hourMs);
  meter.end(1);
  expect(meter.begin()).toBe(defaultPace.stallMs);
});

test("acknowledgements leave in time though the wall clock is set back", async () => {
  const clock = new FakeClock();
  const sent: number[] = [];
  using acks = new Acknowledgements(clock, 1_000, (ids) => sent.push(ids.length));
  acks.add(newMessageId());
  await clock.advance(0);
  clock.stepWall(-hourMs);
  acks.add(newMessageId());
  await clock.advance(1_000);
  expect(sent).toEqual([1, 1]);
});
