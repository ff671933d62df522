import { expect, test } from "bun:test";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { lockFile } from "../../../src/platform/file-lock.ts";
import { lockHolder } from "../../../src/platform/lock-holder.ts";
import { makeTemporaryFolder } from "../../helpers/binary.ts";

test("who holds a lock is known without taking it, and nobody once it is given back", () => {
  using folder = makeTemporaryFolder();
  const path = join(folder.path, "lock");
  expect(lockHolder(path)).toBeUndefined();
  const lock = lockFile(path);
  expect(lockHolder(path)).toEqual({ name: `process ${process.pid}`, pid: process.pid });
  lock[Symbol.dispose]();
  expect(lockHolder(path)).toBeUndefined();
});

test("a process id that somebody left in a file holds nothing", () => {
  using folder = makeTemporaryFolder();
  const path = join(folder.path, "lock");
  for (const content of [`${process.pid}\n`, "", "no number"]) {
    writeFileSync(path, content);
    expect(lockHolder(path)).toBeUndefined();
  }
});
