import { describe, expect, test } from "bun:test";

import { layoutChain } from "../../../../src/web/ui/charts/chain.ts";

const none = "0000000000000000";

/** Written oldest first, as it happened: [received, sent]. */
function layout(...contacts: readonly (readonly [received: string, sent: string])[]) {
  return layoutChain(
    contacts
      .map(([received, sent]) => ({ received_nonce: received, sent_nonce: sent }))
      .toReversed(),
  );
}

describe("the chain of nonces", () => {
  test("of a client from its first contact is one line", () => {
    expect(layout([none, "a"], ["a", "b"], ["b", "c"])).toEqual([
      { row: 0, lane: 0, kind: "continues", parent: 1 },
      { row: 1, lane: 0, kind: "continues", parent: 2 },
      { row: 2, lane: 0, kind: "first", parent: undefined },
    ]);
  });

  test("of a restored client branches where it was saved", () => {
    const knots = layout([none, "a"], ["a", "b"], ["b", "c"], ["a", "d"], ["d", "e"]);
    expect(knots.map(({ kind }) => kind)).toEqual([
      "continues",
      "splits",
      "continues",
      "continues",
      "first",
    ]);
    expect(knots[1]?.parent).toBe(4);
    expect(knots.map(({ lane }) => lane)).toEqual([0, 0, 1, 1, 1]);
  });

  test("of two machines with one identity has two lanes", () => {
    const knots = layout([none, "a"], ["a", "b"], ["a", "c"], ["b", "d"], ["c", "e"], ["d", "f"]);
    expect(knots.map(({ lane }) => lane)).toEqual([0, 1, 0, 1, 0, 0]);
    expect(knots.filter(({ kind }) => kind === "splits").map(({ row }) => row)).toEqual([
      0, 1, 2, 3,
    ]);
  });

  test("whose beginning is not shown goes on below", () => {
    expect(layout(["x", "a"], ["a", "b"]).map(({ kind }) => kind)).toEqual([
      "continues",
      "unknown",
    ]);
  });

  test("of a client that begins again without a nonce splits", () => {
    expect(layout([none, "a"], [none, "b"])[0]).toEqual({
      row: 0,
      lane: 0,
      kind: "splits",
      parent: undefined,
    });
  });

  test("may be empty", () => {
    expect(layoutChain([])).toEqual([]);
  });
});
