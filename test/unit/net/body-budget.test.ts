import { describe, expect, test } from "bun:test";

import { BodyBudget } from "../../../src/net/body-budget.ts";

describe("the budget of unfinished bodies", () => {
  test("refuses newcomers when it is spent, with 503", () => {
    const budget = new BodyBudget({ maxBytes: 100 });
    const account = budget.open();
    account.hold(100);
    expect(() => budget.open()).toThrow(expect.objectContaining({ httpStatus: 503 }));
    account.hold(99);
    budget.open();
  });

  test("lets one body go on at a time, and the others after it", async () => {
    const budget = new BodyBudget({ maxBytes: 100 });
    const [first, second, third] = [budget.open(), budget.open(), budget.open()];
    first.hold(60);
    second.hold(60);
    third.hold(10);
    const order: string[] = [];
    expect(first.room()).toBeUndefined();
    const waits = [second, third].map((account, index) =>
      account.room()?.then(() => order.push(`${index}`)),
    );
    expect(waits.every((wait) => wait !== undefined)).toBe(true);
    first.hold(200);
    expect(first.room()).toBeUndefined();
    await Promise.resolve();
    expect(order).toEqual([]);
    first[Symbol.dispose]();
    await Promise.all(waits);
    expect(order).toEqual(["0", "1"]);
    expect(budget.usedBytes).toBe(70);
  });

  test("gives the place of a body that is given up to the next", async () => {
    const budget = new BodyBudget({ maxBytes: 10 });
    const [first, second, third] = [budget.open(), budget.open(), budget.open()];
    for (const account of [first, second, third]) account.hold(20);
    expect(first.room()).toBeUndefined();
    const secondRoom = second.room();
    const thirdRoom = third.room();
    second[Symbol.dispose]();
    await secondRoom;
    first[Symbol.dispose]();
    await thirdRoom;
    third[Symbol.dispose]();
    expect(budget.usedBytes).toBe(0);
  });

  test("is free again once all are disposed, whatever came before", () => {
    const budget = new BodyBudget({ maxBytes: 10 });
    for (let round = 0; round < 3; round += 1) {
      using account = budget.open();
      account.hold(50);
      expect(account.room()).toBeUndefined();
    }
    expect(budget.usedBytes).toBe(0);
  });
});
