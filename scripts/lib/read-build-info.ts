/** What goes into an executable about its own origin: from the commit, not from the clock. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { BuildInfo } from "../../src/core/build-info.ts";

/** The same commit gives the same bytes. Outside a git checkout the commit is "unknown". */
export function readBuildInfo(root: string): Omit<BuildInfo, "target"> {
  const bun = Bun.version;
  const version = readVersion(root);
  try {
    const changed = git(root, "status", "--porcelain", "--", "src", "package-lock.json") !== "";
    const commit = git(root, "rev-parse", "--short=12", "HEAD");
    return {
      version,
      commit: changed ? `${commit}-dirty` : commit,
      builtAt: commitTime(root),
      bun,
    };
  } catch {
    return { version, commit: "unknown", builtAt: "", bun };
  }
}

/** SOURCE_DATE_EPOCH (reproducible-builds.org) goes before the commit's own time; both in seconds. */
function commitTime(root: string): string {
  const seconds = process.env["SOURCE_DATE_EPOCH"] ?? git(root, "log", "-1", "--format=%ct");
  return new Date(Number(seconds) * 1000).toISOString();
}

function readVersion(root: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  if (typeof manifest === "object" && manifest !== null && "version" in manifest) {
    return String(manifest.version);
  }
  throw new Error("package.json has no version");
}

function git(root: string, ...args: string[]): string {
  return execFileSync("git", args, {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  }).trim();
}
