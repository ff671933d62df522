import { describe, expect, test } from "bun:test";

import { BodyBudget } from "../../../src/net/body-budget.ts";
import type { PaceMeter } from "../../../src/net/pace.ts";
import { encodeLength } from "../../../src/net/record-framing.ts";
import { RecordReader } from "../../../src/net/record-stream.ts";
import { FakeClock } from "../../helpers/fake-clock.ts";

const clock = new FakeClock();

/** Gives the pieces, and remembers which of them had to come in time. */
function sourceOf(...pieces: readonly Buffer[]) {
  const left = [...pieces];
  const paced: boolean[] = [];
  const read = (meter?: PaceMeter) => {
    paced.push(meter !== undefined);
    return Promise.resolve(left.shift());
  };
  return { read, paced };
}

const record = Buffer.concat([encodeLength(4), Buffer.from("abcd")]);
const halves = [record.subarray(0, 3), record.subarray(3)];

describe("reading records", () => {
  test("lets the peer be silent between them, and not within one", async () => {
    const source = sourceOf(record, ...halves, ...halves);
    const reader = new RecordReader(source, { clock, maxBytes: 10, expectMagic: false });
    while (await reader.read());
    expect(source.paced).toEqual([false, false, true, false, true, false]);
  });

  test("holds the first one to the pace too where it is due", async () => {
    const source = sourceOf(record, record);
    const options = { clock, maxBytes: 10, expectMagic: false, firstIsDue: true };
    const reader = new RecordReader(source, options);
    while (await reader.read());
    expect(source.paced).toEqual([true, false, false]);
  });

  test("says what an unfinished record holds, and gives it back with the record", async () => {
    const budget = new BodyBudget({ maxBytes: 100 });
    using account = budget.open();
    const held: number[] = [];
    const source = sourceOf(...halves);
    const watched = {
      read: () => {
        held.push(budget.usedBytes);
        return source.read();
      },
    };
    const reader = new RecordReader(watched, { clock, maxBytes: 10, expectMagic: false, account });
    await reader.read();
    expect(held).toEqual([0, 2]);
    expect(budget.usedBytes).toBe(0);
  });

  test("ends in the middle of a record with 400", async () => {
    const reader = new RecordReader(sourceOf(record.subarray(0, 2)), {
      clock,
      maxBytes: 10,
      expectMagic: false,
    });
    const error: unknown = await reader.read().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ httpStatus: 400 });
  });

  test("can raise the limit between two records", async () => {
    const source = sourceOf(record, record, record);
    const reader = new RecordReader(source, { clock, maxBytes: 3, expectMagic: false });
    reader.maxBytes = 4;
    expect(await reader.read()).toHaveLength(4);
    reader.maxBytes = 3;
    expect(await reader.read().catch((thrown: unknown) => thrown)).toMatchObject({
      httpStatus: 400,
    });
  });
});
