/**
 * Refuses tests that never run: skip, todo and only. What a machine cannot run says so with skipIf and is counted.
 *
 *     bun scripts/check-skipped-tests.ts [FOLDER]
 */
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

import { findSkippedTests } from "./lib/skipped-tests.ts";

const folder = resolve(process.argv[2] ?? join(import.meta.dir, "../test"));
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
  /\.test\.tsx?$/.test(name),
);
const faults = files.flatMap((name) =>
  findSkippedTests(readFileSync(join(folder, name), "utf8")).map((found) => `${name}:${found}`),
);
for (const fault of faults) console.error(fault);
console.error(`${files.length} test files, ${faults.length} tests that never run`);
if (faults.length > 0) process.exitCode = 1;
