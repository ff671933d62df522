/**
 * The stores that the suite runs on.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { createMemoryStore } from "../../src/store/memory/store.ts";
import { openSqliteStore } from "../../src/store/sqlite/store.ts";
import type { StoreEnvironment } from "./store-case.ts";

export const memoryEnvironment: StoreEnvironment = {
  create: async () => createMemoryStore(),
  destroy: async () => {},
};

/** A new folder for each store. One case at a time. */
export function sqliteEnvironment(): StoreEnvironment {
  let folder = "";
  const open = () => openSqliteStore({ path: join(folder, "store.sqlite") });
  return {
    create() {
      folder = mkdtempSync(join(tmpdir(), "fleet-store-"));
      return open();
    },
    async reopen(store) {
      await store[Symbol.asyncDispose]();
      return open();
    },
    async destroy() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
