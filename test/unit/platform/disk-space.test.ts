import { expect, test } from "bun:test";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { asOwnerOf } from "../../../src/platform/as-owner.ts";
import { databaseBytes, diskSpace } from "../../../src/platform/disk-space.ts";
import { makeTemporaryFolder } from "../../helpers/binary.ts";

test("a file system has no more free than it has", () => {
  const { freeBytes, totalBytes } = diskSpace("/");
  expect(freeBytes).toBeGreaterThan(0);
  expect(totalBytes).toBeGreaterThanOrEqual(freeBytes);
  expect(() => diskSpace("/no/such/folder")).toThrow();
});

test("a database counts with its log, and one that is not there as nothing", () => {
  using folder = makeTemporaryFolder();
  const path = join(folder.path, "a.sqlite");
  expect(databaseBytes(path)).toBe(0);
  writeFileSync(path, "12345");
  writeFileSync(`${path}-wal`, "678");
  expect(databaseBytes(path)).toBe(8);
});

test("after a look with another's eyes this process is itself again", () => {
  using folder = makeTemporaryFolder();
  const before = [process.geteuid?.(), process.getegid?.()];
  const look = () =>
    asOwnerOf(folder.path, () => {
      throw new Error("seen");
    });
  expect(look).toThrow("seen");
  expect([process.geteuid?.(), process.getegid?.()]).toEqual(before);
});
