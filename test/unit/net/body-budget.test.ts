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

  test("gives an owner a share, beyond which its bodies get 503 and those of others do not", () => {
    const budget = new BodyBudget({ maxBytes: 100, maxOwnerBytes: 40 });
    const [first, second] = [budget.open("one"), budget.open("one")];
    first.hold(20);
    second.hold(19);
    expect(second.room()).toBeUndefined();
    second.hold(20);
    const refused = expect.objectContaining({ code: "resource_exhausted", httpStatus: 503 });
    expect(() => second.room()).toThrow(refused);
    expect(() => budget.open("one")).toThrow(refused);
    budget.open("two");
    first[Symbol.dispose]();
    budget.open("one");
  });

  test("when it is spent, ends the oldest body of the biggest holder for a newcomer", async () => {
    const budget = new BodyBudget({ maxBytes: 100, maxOwnerBytes: 60 });
    const small = budget.open("small");
    const [oldest, younger] = [budget.open("big"), budget.open("big")];
    small.hold(45);
    oldest.hold(30);
    younger.hold(25);
    const silent = Promise.withResolvers<undefined>();
    const reading = oldest.guard(silent.promise).catch((thrown: unknown) => thrown);
    const newcomer = budget.open("new");
    expect(await reading).toMatchObject({ code: "resource_exhausted" });
    expect(() => oldest.room()).toThrow(expect.objectContaining({ httpStatus: 503 }));
    oldest.hold(50);
    expect(budget.usedBytes).toBe(70);
    for (const account of [small, younger, newcomer]) expect(account.room()).toBeUndefined();
  });

  test("ends a body that waits for room too", async () => {
    const budget = new BodyBudget({ maxBytes: 100, maxOwnerBytes: 100 });
    const [goesOn, waits] = [budget.open("one"), budget.open("two")];
    goesOn.hold(45);
    waits.hold(70);
    expect(goesOn.room()).toBeUndefined();
    const waiting = waits.room()?.catch((thrown: unknown) => thrown);
    budget.open("three");
    expect(await waiting).toMatchObject({ code: "resource_exhausted" });
  });

  test("refuses a newcomer where it would be its own body that ends, or nobody's", () => {
    const refused = expect.objectContaining({ httpStatus: 503 });
    const owned = new BodyBudget({ maxBytes: 100, maxOwnerBytes: 90 });
    owned.open("small").hold(20);
    owned.open("big").hold(80);
    expect(() => owned.open("big")).toThrow(refused);
    expect(owned.usedBytes).toBe(100);
    const ownerless = new BodyBudget({ maxBytes: 100 });
    ownerless.open().hold(100);
    expect(() => ownerless.open("new")).toThrow(refused);
  });
});
