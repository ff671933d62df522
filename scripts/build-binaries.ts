/**
 * Builds the executable for this machine: dist/fleet.
 *
 *   npm run build
 *
 * Hardened (docs/decisions/0003-hardened-executable.md): verified runtime without its back doors, no .env or bunfig.toml
 * of the working directory, no code from strings, no native addons.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";

import type { BuildInfo } from "../src/core/build-info.ts";
import { prepareBaseRuntime } from "./lib/base-runtime.ts";

const root = join(import.meta.dir, "..");

interface Target {
  /** Of Bun's --target. */
  readonly name: Bun.Build.CompileTarget;
  /** The npm package of its runtime. */
  readonly runtime: string;
}

function targetOfThisMachine(): Target {
  const { platform, arch } = process;
  const cpu = arch === "arm64" ? "arm64" : "x64";
  const os = platform === "win32" ? "windows" : platform;
  if (os !== "linux" && os !== "darwin" && os !== "windows") throw new Error(`there is no target for ${platform}`);
  const runtimeCpu = cpu === "arm64" ? "aarch64" : "x64";
  return { name: `bun-${os}-${cpu}`, runtime: `@oven/bun-${os}-${runtimeCpu}` };
}

function git(...args: string[]): string {
  return execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
}

/** From the commit, not from the clock: the same sources give the same bytes. */
function readBuildInfo(): BuildInfo {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  try {
    const dirty = git("status", "--porcelain", "--", "src", "package-lock.json") === "" ? "" : "-dirty";
    const builtAt = new Date(Number(git("log", "-1", "--format=%ct")) * 1000).toISOString();
    return { version, commit: git("rev-parse", "--short=12", "HEAD") + dirty, builtAt };
  } catch {
    return { version, commit: "unknown", builtAt: "" };
  }
}

async function build(target: Target, outfile: string): Promise<void> {
  const temporary = `${outfile}.new`;
  const result = await Bun.build({
    entrypoints: [join(root, "src/main.ts")],
    minify: { whitespace: true, syntax: true, identifiers: false },
    bytecode: true,
    format: "esm",
    target: "bun",
    define: { FLEET_BUILD_INFO: JSON.stringify(readBuildInfo()) },
    compile: {
      target: target.name,
      executablePath: prepareBaseRuntime(target.runtime),
      outfile: temporary,
      autoloadDotenv: false,
      autoloadBunfig: false,
      execArgv: ["--disallow-code-generation-from-strings=strict", "--no-addons"],
    },
  });
  if (!result.success) throw new AggregateError(result.logs, "the build failed");
  // A running executable can be renamed over, and not written to.
  renameSync(temporary, outfile);
}

const started = performance.now();
mkdirSync(join(root, "dist"), { recursive: true });
const outfile = join(root, "dist", process.platform === "win32" ? "fleet.exe" : "fleet");
await build(targetOfThisMachine(), outfile);
console.error(`built ${outfile.slice(root.length + 1)} in ${Math.round(performance.now() - started)} ms`);
