/**
 * The runtime that an executable is made of: the pinned bun, verified, with its back doors closed.
 *
 * Bun takes BUN_BE_BUN=1 in any compiled program as a wish to be the bun command line, and BUN_OPTIONS as flags to
 * preload code: not in a program that runs as root. Both names are changed by one byte in the runtime itself; how often
 * they occur is asserted, so that a new Bun fails the build and not the installation.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dir, "../..");
const cache = join(root, ".cache/bun");

/** How often each name occurs in the runtime, on every platform. */
const closedNames = [
  { name: "BUN_BE_BUN", count: 1 },
  { name: "BUN_OPTIONS", count: 2 },
] as const;

interface LockedPackage {
  readonly version: string;
  /** "sha512-<base64>" of the package's tarball. */
  readonly integrity: string;
}

/**
 * The closed runtime of a platform, made once per Bun version; needs the registry only for the first time.
 * @param packageName "@oven/bun-<platform>"
 * @returns the path of the executable.
 */
export function prepareBaseRuntime(packageName: string): string {
  const locked = readLocked(packageName);
  const name = packageName.replace("/", "-").replace("@", "");
  const closed = join(cache, `${name}-${locked.version}-closed`);
  if (existsSync(closed)) return closed;
  mkdirSync(cache, { recursive: true });
  const runtime = closeNames(extractRuntime(fetchPackage(packageName, locked)), packageName);
  writeFileSync(`${closed}.new`, runtime, { mode: 0o755 });
  renameSync(`${closed}.new`, closed);
  return closed;
}

function readLocked(packageName: string): LockedPackage {
  const lock: unknown = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const entry = (lock as { packages: Record<string, LockedPackage | undefined> }).packages[
    `node_modules/${packageName}`
  ];
  if (!entry?.integrity.startsWith("sha512-")) {
    throw new Error(`package-lock.json has no sha512 of ${packageName}`);
  }
  return entry;
}

/** The tarball, whose hash is the one in the lock file. @returns its path. */
function fetchPackage(packageName: string, { version, integrity }: LockedPackage): string {
  const name = `${packageName.replace("@", "").replace("/", "-")}-${version}.tgz`;
  const tarball = join(cache, name);
  if (!existsSync(tarball)) {
    console.error(`fetching ${packageName}@${version} …`);
    const args = ["pack", "--silent", "--pack-destination", cache, `${packageName}@${version}`];
    execFileSync("npm", args, { cwd: cache, stdio: ["ignore", "ignore", "inherit"] });
  }
  const found = `sha512-${createHash("sha512").update(readFileSync(tarball)).digest("base64")}`;
  if (found !== integrity) {
    rmSync(tarball);
    throw new Error(
      `${name} has the hash ${found}, and package-lock.json says ${integrity}: it was removed`,
    );
  }
  return tarball;
}

function extractRuntime(tarball: string): Buffer {
  const list = execFileSync("tar", ["-tzf", tarball], { encoding: "utf8" }).split("\n");
  const member = list.find((path) => /^package\/bin\/bun(?:\.exe)?$/.test(path));
  if (member === undefined) throw new Error(`${tarball} holds no runtime`);
  return execFileSync("tar", ["-xzOf", tarball, member], { maxBuffer: 512 * 1024 * 1024 });
}

function closeNames(runtime: Buffer, packageName: string): Buffer {
  for (const { name, count } of closedNames) {
    const places = findAll(runtime, name);
    if (places.length !== count) {
      throw new Error(
        `${packageName} holds ${name} ${places.length} times, not ${count}: look before you build`,
      );
    }
    for (const place of places) runtime[place] = "X".charCodeAt(0);
  }
  return runtime;
}

function findAll(bytes: Buffer, text: string): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(text); at !== -1; at = bytes.indexOf(text, at + 1)) places.push(at);
  return places;
}
