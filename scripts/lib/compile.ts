/**
 * Compiles one executable from an entry point, hardened: verified runtime without its back doors, no .env or
 * bunfig.toml of the working directory, no code from strings, no native addons
 * (docs/decisions/0003-hardened-executable.md).
 */
import { renameSync, rmSync } from "node:fs";

import type { BuildInfo } from "../../src/core/build-info.ts";
import { prepareBaseRuntime } from "./base-runtime.ts";

export interface Target {
  /** As Bun calls it. */
  readonly name: Bun.Build.CompileTarget;
  /** The npm package of its runtime. */
  readonly runtime: string;
  /** What the file name ends with. */
  readonly suffix: "" | ".exe";
}

export interface CompileOptions {
  readonly entry: string;
  readonly outfile: string;
  readonly target: Target;
  readonly buildInfo: BuildInfo;
}

/** @throws when this machine is of a kind that there is no runtime for. */
export function targetOfThisMachine(): Target {
  const { platform, arch } = process;
  const os = platform === "win32" ? "windows" : platform;
  if (os !== "linux" && os !== "darwin" && os !== "windows") {
    throw new Error(`there is no runtime for ${platform}: build on Linux, macOS or Windows`);
  }
  if (arch !== "x64" && arch !== "arm64") {
    throw new Error(`there is no runtime for ${arch}: build on x64 or arm64`);
  }
  const runtimeCpu = arch === "arm64" ? "aarch64" : "x64";
  return {
    name: `bun-${os}-${arch}`,
    runtime: `@oven/bun-${os}-${runtimeCpu}`,
    suffix: os === "windows" ? ".exe" : "",
  };
}

/**
 * Writes options.outfile; a running executable of that name goes on with its old content.
 * @throws AggregateError with what the bundler complained about.
 */
export async function compileExecutable(options: CompileOptions): Promise<void> {
  const temporary = `${options.outfile}.new`;
  rmSync(temporary, { force: true });
  const result = await Bun.build({
    entrypoints: [options.entry],
    target: "bun",
    format: "esm",
    bytecode: true,
    // A command loads what it needs, and no more.
    splitting: true,
    // Names stay: they are in stack traces.
    minify: { whitespace: true, syntax: true, identifiers: false },
    define: { FLEET_BUILD_INFO: JSON.stringify(options.buildInfo) },
    compile: {
      target: options.target.name,
      executablePath: prepareBaseRuntime(options.target.runtime),
      outfile: temporary,
      autoloadDotenv: false,
      autoloadBunfig: false,
      autoloadTsconfig: false,
      autoloadPackageJson: false,
      execArgv: ["--disallow-code-generation-from-strings=strict", "--no-addons"],
    },
  });
  if (!result.success) throw new AggregateError(result.logs, `compiling ${options.entry} failed`);
  // A running executable can be renamed over, and not written to.
  renameSync(temporary, options.outfile);
}
