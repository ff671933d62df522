/**
 * Builds the executable: dist/fleet for this machine; with --all also one for each platform, their SHA-256 sums, and the
 * list of what is in them.
 *
 *     npm run build [-- --all]
 */
import { copyFileSync, renameSync } from "node:fs";
import { join } from "node:path";

import { prepareBaseRuntime } from "./lib/base-runtime.ts";
import { compileExecutable } from "./lib/compile.ts";
import { readBuildInfo } from "./lib/read-build-info.ts";
import { billOfMaterials } from "./lib/sbom.ts";
import { writeSums } from "./lib/sums.ts";
import { type Target, releaseFileName, targetOfThisMachine, targets } from "./lib/targets.ts";

const root = join(import.meta.dir, "..");
const dist = join(root, "dist");
const buildInfo = readBuildInfo(root);

async function build(target: Target, name: string): Promise<string[]> {
  const started = performance.now();
  const modules = await compileExecutable({
    entry: join(root, "src/main.ts"),
    outfile: join(dist, name),
    target,
    buildInfo: { ...buildInfo, target: target.name },
  });
  console.error(`built dist/${name} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return modules;
}

async function buildAll(): Promise<void> {
  const started = performance.now();
  // What may have to be fetched comes first: without it nothing is built.
  for (const { runtime } of targets) prepareBaseRuntime(runtime);
  const modules = new Set<string>();
  for (const target of targets) {
    for (const module of await build(target, releaseFileName(target))) modules.add(module);
  }
  keepOwn();
  const bom = "fleet.cdx.json";
  await Bun.write(join(dist, bom), billOfMaterials(root, [...modules], buildInfo));
  writeSums(dist, [...targets.map(releaseFileName), bom]);
  console.error(`built all in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

function keepOwn(): void {
  const own = targetOfThisMachine();
  const path = join(dist, `fleet${own.suffix}`);
  copyFileSync(join(dist, releaseFileName(own)), `${path}.new`);
  renameSync(`${path}.new`, path);
}

const [argument, ...rest] = process.argv.slice(2);
if (rest.length > 0 || (argument !== undefined && argument !== "--all")) {
  console.error("usage: npm run build [-- --all]");
  process.exit(2);
}
if (argument === "--all") await buildAll();
else await build(targetOfThisMachine(), `fleet${targetOfThisMachine().suffix}`);
