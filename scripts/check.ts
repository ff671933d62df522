/**
 * Every check that runs nothing of the program: formatting, types, lint, imports, generated code, skipped tests.
 *
 *     npm run check [-- NAME ...]
 *
 * They run side by side; the output of one that fails is shown whole. Ends with "N passed, N failed".
 */
import { join } from "node:path";

import { formatTotals } from "./lib/totals.mjs";

const root = join(import.meta.dir, "..");
const bun = process.execPath;
const oxlint = join(root, "node_modules/oxlint/bin/oxlint");

const checks = {
  format: [bun, "fmt", "--no-script", "--check"],
  types: [bun, "check", "--no-script", "--no-pretty"],
  // A browser's names, not the runtime's.
  "page-types": [bun, "check", "--no-script", "--no-pretty", "-p", "src/web/ui"],
  lint: [bun, oxlint, "--deny-warnings", "--report-unused-disable-directives"],
  imports: [bun, "scripts/check-imports.ts"],
  proto: [bun, "scripts/generate-proto.ts", "--check"],
  api: [bun, "scripts/generate-api.ts", "--check"],
  "no-skipped-tests": [bun, "scripts/check-skipped-tests.ts"],
} satisfies Record<string, readonly string[]>;

async function runCheck(name: string, command: readonly string[]): Promise<boolean> {
  const started = performance.now();
  const child = Bun.spawn([...command], {
    cwd: root,
    stdin: "ignore",
    stdout: "pipe",
    stderr: "pipe",
  });
  const [status, stdout, stderr] = await Promise.all([
    child.exited,
    child.stdout.text(),
    child.stderr.text(),
  ]);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const output = status === 0 ? "" : `${stdout}${stderr}`.trimEnd();
  if (output !== "") console.log(output);
  console.log(`check ${name}: ${status === 0 ? "passed" : "FAILED"} (${seconds} s)`);
  return status === 0;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(checks, name));
if (unknown.length > 0) {
  console.error(`no check is called "${unknown.join('", "')}": ${Object.keys(checks).join(", ")}`);
  process.exit(2);
}
const chosen = Object.entries(checks).filter(
  ([name]) => wanted.length === 0 || wanted.includes(name),
);
const results = await Promise.all(chosen.map(([name, command]) => runCheck(name, command)));
const passed = results.filter(Boolean).length;
console.log(formatTotals({ passed, failed: results.length - passed, skipped: 0 }));
process.exitCode = passed === results.length ? 0 : 1;
