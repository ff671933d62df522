/**
 * The runtime that an executable is made of: the pinned bun, verified against the lock file, with its back doors
 * closed (close-names.ts). Needs the registry only the first time; then .cache/ has it.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { closeNames, closedNames, comparedPrefix } from "./close-names.ts";

const root = join(import.meta.dir, "../..");
const cache = join(root, ".cache/bun");

interface LockedPackage {
  readonly version: string;
  /** "sha512-<base64>" of the package's tarball. */
  readonly integrity: string;
}

/**
 * The closed runtime of a platform, made once per Bun version.
 * @param packageName "@oven/bun-<platform>"
 * @returns the path of the executable.
 */
export function prepareBaseRuntime(packageName: string): string {
  const locked = readLocked(packageName);
  const name = packageName.replace("/", "-").replace("@", "");
  const kind = createHash("sha256").update(
    locked.integrity + JSON.stringify([closedNames, comparedPrefix]),
  );
  const closed = join(cache, `${name}-${locked.version}-${kind.digest("hex").slice(0, 12)}`);
  if (existsSync(closed)) return closed;
  mkdirSync(cache, { recursive: true });
  const runtime = extractRuntime(fetchPackage(packageName, locked), packageName);
  closeNames(runtime, packageName);
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
    packInto(cache, `${packageName}@${version}`);
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

/** npm keeps what it installed, so that this works without a network on the machine that ran npm ci. */
function packInto(folder: string, wanted: string): void {
  const args = ["pack", "--silent", "--prefer-offline", "--pack-destination", folder, wanted];
  try {
    execFileSync("npm", args, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  } catch (error) {
    throw new Error(
      `npm could not fetch ${wanted}, the runtime that the executable is made of; ` +
        `connect to a registry once, or put its tarball into ${folder}`,
      { cause: error },
    );
  }
}

function extractRuntime(tarball: string, packageName: string): Buffer {
  const member = `package/bin/bun${packageName.includes("windows") ? ".exe" : ""}`;
  return execFileSync("tar", ["-xzOf", tarball, member], { maxBuffer: 512 * 1024 * 1024 });
}
