/** Runs a script with the pinned bun, after installing what is missing: node scripts/with-bun.mjs SCRIPT [ARG ...] */
import { ensureInstalled, root } from "./lib/install.mjs";
import { runInPlace } from "./lib/run.mjs";

runInPlace(ensureInstalled(), process.argv.slice(2), { cwd: root });
