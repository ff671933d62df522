/**
 * What the store suite is made of: sentences about a store as plain functions that throw when they do not hold. They
 * know no test runner, so that they can be run against a broken store too, and be expected to throw.
 */
import type { Store } from "../../src/store/store.ts";

export interface StoreEnvironment {
  /** An empty store. */
  create(): Promise<Store>;
  /** Disposes of the store and opens it again with what it kept; absent where nothing outlives the process. */
  reopen?(store: Store): Promise<Store>;
  /** Removes what `create` left. */
  destroy(): Promise<void>;
}

export interface StoreCase {
  /** A sentence about the store. */
  readonly name: string;
  run(store: Store): Promise<void>;
  /** What must hold then; the store is closed and opened again in between where it can be. */
  after?(store: Store): Promise<void>;
  /** As `after`, skipped where nothing outlives the process. */
  afterReopen?(store: Store): Promise<void>;
}

export async function runCase(testCase: StoreCase, environment: StoreEnvironment): Promise<void> {
  let store = await environment.create();
  try {
    await testCase.run(store);
    if (environment.reopen && (testCase.after ?? testCase.afterReopen))
      store = await environment.reopen(store);
    await testCase.after?.(store);
    if (environment.reopen) await testCase.afterReopen?.(store);
  } finally {
    await store[Symbol.asyncDispose]();
    await environment.destroy();
  }
}
