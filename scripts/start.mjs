/**
 * npm start: installs and builds what is missing or older than the sources, then runs the demonstration.
 *
 *     npm start [-- ARGUMENT ...]     arguments go to `fleet all`
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

import { ensureInstalled, root } from "./lib/install.mjs";
import { runInPlace } from "./lib/run.mjs";

const fleet = join(root, "dist", process.platform === "win32" ? "fleet.exe" : "fleet");

/** Folders count too: their time changes when a file in them goes. */
function listInputs() {
  const below = (folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((name) => join(root, folder, name));
  return [
    ...below("src"),
    ...below("scripts/lib"),
    join(root, "src"),
    join(root, "package-lock.json"),
  ];
}

function isBuilt() {
  if (!existsSync(fleet)) return false;
  const built = statSync(fleet).mtimeMs;
  return listInputs().every((path) => statSync(path).mtimeMs <= built);
}

function build(bun) {
  const options = { cwd: root, stdio: ["ignore", 2, 2] };
  const { status } = spawnSync(bun, ["scripts/build-binaries.ts"], options);
  if (status !== 0) process.exit(1);
}

/** Where the demonstration keeps its data, unless the caller says where. */
function withDatabase(args) {
  const given = args.some((arg) => /^--database[-_]path(?:=|$)/.test(arg));
  return given ? args : ["--database_path", "data/demo.sqlite", ...args];
}

const bun = ensureInstalled();
if (!isBuilt()) build(bun);
const args = withDatabase(process.argv.slice(2));
if (args.includes("data/demo.sqlite"))
  mkdirSync(join(root, "data"), { recursive: true, mode: 0o700 });
runInPlace(fleet, ["all", ...args], { cwd: root });
