/**
 * Builds the executable for this machine: dist/fleet.
 *
 *     npm run build
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { compileExecutable, targetOfThisMachine } from "./lib/compile.ts";
import { readBuildInfo } from "./lib/read-build-info.ts";

const root = join(import.meta.dir, "..");
const started = performance.now();
const target = targetOfThisMachine();
const name = `dist/fleet${target.suffix}`;
mkdirSync(join(root, "dist"), { recursive: true });
await compileExecutable({
  entry: join(root, "src/main.ts"),
  outfile: join(root, name),
  target,
  buildInfo: readBuildInfo(root),
});
console.error(`built ${name} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
