import { expect, test } from "bun:test";

import { FleetError } from "../../../src/core/errors.ts";
import { doubtful, examine, failed, hasFailed, passed } from "../../../src/core/finding.ts";

test("what a look throws is a finding, on one line, with the hint as its fix", async () => {
  const error = new FleetError("configuration", "two\nlines", { hint: "Do this." });
  const throwing = (thrown: unknown) =>
    examine("disk", () => {
      throw thrown;
    });
  expect(await throwing(error)).toEqual([failed("disk", "two lines", "Do this.")]);
  expect(await throwing(new Error("odd"))).toEqual([
    failed("disk", "odd", expect.stringContaining("support-bundle")),
  ]);
  expect(await examine("disk", () => Promise.reject(error))).toHaveLength(1);
});

test("a look may find one thing or several", async () => {
  expect(await examine("a", () => passed("a", "good"))).toEqual([passed("a", "good")]);
  const two = [passed("a", "good"), doubtful("b", "so so", "See.")];
  expect(await examine("a", () => two)).toEqual(two);
  expect([hasFailed(two), hasFailed([...two, failed("c", "bad", "Do.")])]).toEqual([false, true]);
});
