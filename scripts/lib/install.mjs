/**
 * What every npm script does first, on plain Node.js: installs what the lock file says, if it is not there.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
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

/** Compared by content: a checkout changes the times of files and not what is installed. */
function isCurrent() {
  if (!existsSync(installed)) return false;
  return matchesLock(readPackages(join(root, "package-lock.json")), readPackages(installed));
}

function readPackages(path) {
  return JSON.parse(readFileSync(path, "utf8")).packages;
}

/**
 * Whether what is installed is what the lock file says. What is for other machines may be missing.
 * @param {Record<string, { integrity?: string, optional?: boolean }>} locked
 * @param {Record<string, { integrity?: string }>} present
 */
export function matchesLock(locked, present) {
  const wanted = Object.entries(locked).filter(([path]) => path !== "");
  const fits = ([path, { integrity, optional }]) =>
    path in present ? present[path].integrity === integrity : optional === true;
  return wanted.every(fits) && Object.keys(present).every((path) => path in locked);
}

function run(command, args) {
  console.error(`> ${[command, ...args].join(" ")}`);
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ["ignore", 2, 2] });
  if (status === 0) return;
  console.error(
    `${command} failed${error ? `: ${error.message}` : ""}; it needs Node.js 20 or newer, npm, and a registry`,
  );
  process.exit(1);
}
