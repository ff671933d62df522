/**
 * The suite's own test: it finds what is wrong with each broken store.
 */
import { describe, expect, test } from "bun:test";

import { brokenStores } from "./broken-stores.ts";
import { memoryEnvironment, sqliteEnvironment } from "./environments.ts";
import type { Breakage } from "./replace-part.ts";
import { runCase, type StoreEnvironment } from "./store-case.ts";
import { storeCases } from "./store-suite.ts";

/** Names of the sentences that do not hold, so many at most. */
async function broken(environment: StoreEnvironment, atMost = Infinity): Promise<string[]> {
  const names: string[] = [];
  for (const testCase of Object.values(storeCases).flat()) {
    await runCase(testCase, environment).catch(() => names.push(testCase.name));
    if (names.length >= atMost) break;
  }
  return names;
}

function breaking(breakage: Breakage): StoreEnvironment {
  return { ...memoryEnvironment, create: async () => breakage(await memoryEnvironment.create()) };
}

describe("the store suite catches a store in which", () => {
  test.each(Object.entries(brokenStores))("%s", async (_name, breakage) => {
    expect(await broken(breaking(breakage), 1)).not.toEqual([]);
  });

  test("what was acknowledged is gone after a restart", async () => {
    const environment = sqliteEnvironment();
    const forgetful: StoreEnvironment = {
      ...environment,
      async reopen(store) {
        await store[Symbol.asyncDispose]();
        await environment.destroy();
        return environment.create();
      },
    };
    expect((await broken(forgetful, 11)).length).toBeGreaterThan(10);
  }, 60_000);
});

test("the store suite finds nothing wrong with a good store", async () => {
  expect(await broken(memoryEnvironment)).toEqual([]);
});
