import { describe, expect, test } from "bun:test";

import { deriveClientId } from "../../../src/core/ids.ts";
import { type LeftOut, LineLimit } from "../../../src/observability/line-limit.ts";
import { FakeClock } from "../../helpers/fake-clock.ts";

const client = (number: number) => deriveClientId(Buffer.from(`key ${number}`));

function makeLimit() {
  const clock = new FakeClock();
  const reports: LeftOut[] = [];
  const limit = new LineLimit(clock, (leftOut) => reports.push(leftOut));
  const admitted = (number: number, times: number) =>
    Array.from({ length: times }, () => limit.admit(client(number))).filter(Boolean).length;
  return { clock, reports, admitted };
}

describe("the limit of lines per client", () => {
  test("admits ten in a minute, of each client", () => {
    const { admitted } = makeLimit();
    expect(admitted(1, 1_000)).toBe(10);
    expect(admitted(2, 3)).toBe(3);
  });

  test("tells once how many were left out, after the minute", async () => {
    const { clock, reports, admitted } = makeLimit();
    admitted(1, 25);
    admitted(2, 10);
    expect(reports).toEqual([]);
    await clock.advance(60_000);
    expect(admitted(1, 1)).toBe(1);
    admitted(2, 1);
    expect(reports).toEqual([{ clientId: client(1), count: 15 }]);
  });

  test("counts a bounded number of clients, and the rest together", async () => {
    const { clock, reports, admitted } = makeLimit();
    for (let number = 0; number < 10_000; number += 1) admitted(number, 1);
    expect(admitted(10_000, 2) + admitted(10_001, 1)).toBe(0);
    await clock.advance(60_000);
    expect(admitted(10_001, 1)).toBe(1);
    expect(reports).toEqual([{ clientId: undefined, count: 3 }]);
  });
});
