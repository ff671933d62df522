/** Two builds of the same sources are the same bytes, and say nothing about the machine that made them. */
import { expect, test } from "bun:test";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { compileExecutable } from "../../scripts/lib/compile.ts";
import { targetOfThisMachine } from "../../scripts/lib/targets.ts";
import { makeTemporaryFolder } from "../helpers/binary.ts";

const root = join(import.meta.dir, "../..");

test("built twice, under different names in different folders", async () => {
  using folder = makeTemporaryFolder();
  const target = targetOfThisMachine();
  const buildInfo = { version: "1", commit: "c", builtAt: "", target: target.name, bun: "1" };
  const outfiles = [join(folder.path, "a", "first"), join(folder.path, "b", "c", "second")];
  for (const outfile of outfiles) {
    await compileExecutable({ entry: join(root, "src/main.ts"), outfile, target, buildInfo });
  }
  const [first, second] = outfiles.map((path) => readFileSync(path));
  const hash = (bytes: Buffer | undefined) =>
    createHash("sha256")
      .update(bytes ?? "")
      .digest("hex");
  expect(hash(first)).toBe(hash(second));
  expect(first?.includes(root)).toBe(false);
  expect(first?.includes(folder.path)).toBe(false);
}, 60_000);
