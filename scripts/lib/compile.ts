/**
 * Compiles one executable from an entry point, hardened: verified runtime without its back doors, no .env or
 * bunfig.toml of the working directory, no code from strings, no native addons
 * (docs/decisions/0003-hardened-executable.md).
 */
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";

import type { BuildInfo } from "../../src/core/build-info.ts";
import { sealExecutable } from "../../src/platform/executable/executable.ts";
import { prepareBaseRuntime } from "./base-runtime.ts";
import { buildPage } from "./build-page.ts";
import type { Target } from "./targets.ts";

export interface CompileOptions {
  readonly entry: string;
  readonly outfile: string;
  readonly target: Target;
  readonly buildInfo: BuildInfo;
}

/**
 * Writes options.outfile; a running executable of that name goes on with its old content.
 * @returns the modules that went in, as paths from the working directory.
 * @throws AggregateError with what the bundler complained about.
 */
export async function compileExecutable(options: CompileOptions): Promise<string[]> {
  const { outfile, target } = options;
  mkdirSync(dirname(outfile), { recursive: true });
  const folder = mkdtempSync(join(dirname(outfile), ".build-"));
  try {
    // The name goes into the bytes: always the same one.
    const made = join(folder, `fleet${target.suffix}`);
    const modules = await bundle(options, made);
    seal(made);
    // A running executable can be renamed over, and not written to.
    renameSync(made, outfile);
    return modules;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Libraries' own folders on the machine that builds: nothing is there to be found, and the bytes must not say where it was. */
const nowhere = { __dirname: '"/"', __filename: '"/"' };

/** From the folder of the entry point. */
const threads = ["packaging/xz/worker.ts"];

async function bundle(options: CompileOptions, outfile: string): Promise<string[]> {
  const page = await buildPage(join(dirname(options.entry), ".."));
  const result = await Bun.build({
    // Threads begin with a file of their own.
    entrypoints: [options.entry, ...threads.map((path) => join(dirname(options.entry), path))],
    target: "bun",
    format: "esm",
    bytecode: true,
    // A command loads what it needs, and no more.
    splitting: true,
    metafile: true,
    // Names stay: they are in stack traces.
    minify: { whitespace: true, syntax: true, identifiers: false },
    define: {
      FLEET_BUILD_INFO: JSON.stringify(options.buildInfo),
      FLEET_PAGE: JSON.stringify(page.assets),
      ...nowhere,
    },
    compile: {
      target: options.target.bunTarget,
      executablePath: prepareBaseRuntime(options.target.runtime),
      outfile,
      autoloadDotenv: false,
      autoloadBunfig: false,
      autoloadTsconfig: false,
      autoloadPackageJson: false,
      execArgv: ["--disallow-code-generation-from-strings=strict", "--no-addons"],
    },
  });
  if (!result.success) throw new AggregateError(result.logs, `compiling ${options.entry} failed`);
  return [...Object.keys(result.metafile?.inputs ?? {}), ...page.modules];
}

/** Checksum and signature as `fleet repack` makes them, so that a repacked file can be turned back into this one. */
function seal(path: string): void {
  const compiled = readFileSync(path);
  const sealed = sealExecutable(Buffer.from(compiled));
  const file = openSync(path, "r+");
  try {
    for (let at = 0; at < sealed.length; at += pieceBytes) {
      const piece = sealed.subarray(at, at + pieceBytes);
      // Few differ, and the file is large.
      if (!piece.equals(compiled.subarray(at, at + pieceBytes)))
        writeSync(file, piece, 0, piece.length, at);
    }
    ftruncateSync(file, sealed.length);
  } finally {
    closeSync(file);
  }
}

const pieceBytes = 1 << 20;
