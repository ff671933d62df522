import { expect, spyOn, test } from "bun:test";

import {
  droppable,
  keepAgentSmall,
  keepMemorySmall,
  releaseExecutablePages,
} from "../../../src/platform/release-memory.ts";
import { FakeClock } from "../../helpers/fake-clock.ts";

test("only code and the unwritten head of the executable may be dropped", () => {
  const maps = [
    "00200000-01a39000 r--p 00000000 fe:00 9978142                            /opt/fleet",
    "01a40000-0684a000 r-xp 01838000 fe:00 9978142                            /opt/fleet",
    "0684a000-0685f000 rw-p 06641000 fe:00 9978142                            /opt/fleet",
    "06860000-06870000 r--p 06657000 fe:00 9978142                            /opt/fleet",
    "7f0000000000-7f0000010000 r-xp 00000000 fe:00 12                         /usr/lib/libc.so.6",
    "7ffd00000000-7ffd00010000 rw-p 00000000 00:00 0                          [stack]",
  ].join("\n");
  expect(droppable(maps, "/opt/fleet")).toEqual([
    { start: 0x200000n, bytes: 0x1839000n },
    { start: 0x1a40000n, bytes: 0x4e0a000n },
  ]);
});

test("the process goes on after it", () => {
  releaseExecutablePages();
  expect(JSON.parse('{"a":[1]}')).toEqual({ a: [1] });
});

test("memory that cannot be read now is looked at again later", async () => {
  const clock = new FakeClock();
  using rss = spyOn(process.memoryUsage, "rss").mockImplementation(() => {
    throw new Error("too many open files");
  });
  using _kept = keepMemorySmall(clock);
  await clock.advance(1_000);
  expect(rss).toHaveBeenCalledTimes(2);
});

test("an agent that does nothing looks ever less often", async () => {
  const clock = new FakeClock();
  using rss = spyOn(process.memoryUsage, "rss").mockReturnValue(1);
  using _kept = keepAgentSmall(clock);
  await clock.advance(500 + 1000);
  expect(rss).toHaveBeenCalledTimes(2);
  await clock.advance(10 * 2000);
  expect(rss).toHaveBeenCalledTimes(2 + 10);
});

test("memory that comes and goes with the work is not given back at every look", async () => {
  const clock = new FakeClock();
  const mib = 1024 * 1024;
  using rss = spyOn(process.memoryUsage, "rss");
  // Before and after the first release.
  rss.mockReturnValueOnce(60 * mib).mockReturnValueOnce(30 * mib);
  using _kept = keepMemorySmall(clock);
  await clock.advance(500);
  expect(rss).toHaveBeenCalledTimes(2);
  rss.mockReset().mockReturnValue(60 * mib);
  await clock.advance(4_500);
  expect(rss).toHaveBeenCalledTimes(9);
  await clock.advance(500);
  expect(rss).toHaveBeenCalledTimes(11);
});

test("after growth memory is given back once more, when it may be over", async () => {
  const clock = new FakeClock();
  const mib = 1024 * 1024;
  using rss = spyOn(process.memoryUsage, "rss").mockReturnValue(40 * mib);
  using _kept = keepMemorySmall(clock);
  await clock.advance(30_000);
  // At each look, and after the first release.
  expect(rss).toHaveBeenCalledTimes(61);
  await clock.advance(500);
  expect(rss).toHaveBeenCalledTimes(63);
  await clock.advance(60_000);
  expect(rss).toHaveBeenCalledTimes(183);
});
