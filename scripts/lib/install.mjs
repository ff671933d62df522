/**
 * What every npm script does first, on plain Node.js: installs what the lock file says, if it is not there.
 */
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const modules = join(root, "node_modules");

/** npm writes this file at the end of each installation. */
const installed = join(modules, ".package-lock.json");

/** @returns the path of the pinned bun. Ends the process when it cannot be installed. */
export function ensureInstalled() {
  if (!isCurrent()) run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  const bun = join(modules, "bun/bin/bun.exe");
  // Where install scripts were skipped, what stands in its place is a few bytes of text.
  if (!existsSync(bun) || statSync(bun).size < 1_000_000) {
    run(process.execPath, [join(modules, "bun/install.js")]);
  }
  return bun;
}

function isCurrent() {
  return (
    existsSync(installed) &&
    statSync(installed).mtimeMs >= statSync(join(root, "package-lock.json")).mtimeMs
  );
}

function run(command, args) {
  console.error(`> ${[command, ...args].join(" ")}`);
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ["ignore", 2, 2] });
  if (status === 0) return;
  console.error(
    `${command} failed${error ? `: ${error.message}` : ""}. Node.js 20 or newer and npm are needed.`,
  );
  process.exit(1);
}
