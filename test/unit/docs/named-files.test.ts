import { expect, test } from "bun:test";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dir, "../../..");

test.each(["architecture", "protocol"])("every file that docs/%s.md names exists", (name) => {
  const text = readFileSync(join(root, `docs/${name}.md`), "utf8");
  const named = [...new Set(text.match(/\b(?:src|test|scripts)\/[\w./-]*\w/g) ?? [])];
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
