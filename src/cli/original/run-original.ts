/**
 * One of the original's programs, from argv to exit code: its flags, its log, and what it says when it gives up. What the
 * programs do is beside this file, one each.
 */
import { basename } from "node:path";

import { toFleetError } from "../../core/errors.ts";
import { configureLogEntries } from "../../observability/log.ts";
import { showLines } from "../terminal/text.ts";
import { Interruption, OutputClosed, type Terminal } from "../terminal/terminal.ts";
import { Glog } from "./glog.ts";
import { GoFlags } from "./go-flags.ts";
import { declareLogFlags } from "./log-flags.ts";
import type { OriginalProgram } from "./programs.ts";

/** What a program has around it. */
export interface OriginalContext {
  readonly terminal: Terminal;
  readonly log: Glog;
  /** The name by which it was called, without its folder. */
  readonly name: string;
  /** What followed the flags. */
  readonly arguments: readonly string[];
}

/** Declares the program's own flags; what comes back runs it, to the exit code. */
export type DefineProgram = (flags: GoFlags) => (context: OriginalContext) => Promise<number>;

/** The exit code of Go's flag package. */
const usageExitCode = 2;
/** The exit code of glog's Exit. */
const failureExitCode = 1;

const programs: Readonly<Record<OriginalProgram, () => Promise<DefineProgram>>> = {
  "fleetspeak-server": async () => (await import("./server.ts")).defineServer,
  "fleetspeak-client": async () => (await import("./client.ts")).defineClient,
  "fleetspeak-admin": async () => (await import("./admin.ts")).defineAdmin,
  "fleetspeak-config": async () => (await import("./config.ts")).defineConfig,
};

/** @param argv0 as the process was called. @param argv what followed it. */
export async function runOriginal(
  program: OriginalProgram,
  argv0: string,
  argv: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const flags = new GoFlags();
  const logFlags = declareLogFlags(flags);
  const run = (await programs[program]())(flags);
  const parsed = flags.parse(argv);
  if (parsed.kind !== "arguments") {
    const complaint = parsed.kind === "wrong" ? `${showLines(parsed.message)}\n` : "";
    await terminal.writeError(`${complaint}Usage of ${argv0}:\n${flags.usage}`);
    return parsed.kind === "wrong" ? usageExitCode : 0;
  }
  const name = basename(argv0).replace(/\.exe$/i, "");
  const writeError = (line: string) => void terminal.writeError(line);
  const log = new Glog({
    flags: logFlags,
    program: name,
    now: () => terminal.clock.now(),
    writeError,
  });
  configureLogEntries(log.lowestLevel, (entry) => log.entry(entry));
  try {
    return await run({ terminal, log, name, arguments: parsed.arguments });
  } catch (thrown) {
    return giveUp(log, program, thrown);
  }
}

/** As glog's Exit: the last line says why. */
function giveUp(log: Glog, program: OriginalProgram, thrown: unknown): number {
  if (thrown instanceof Interruption) return thrown.exitCode;
  if (thrown instanceof OutputClosed) return failureExitCode;
  const { message, hint } = toFleetError(thrown);
  const area = program.replace("-", "_");
  log.log("FATAL", area, showLines(hint === undefined ? message : `${message}\nhint: ${hint}`));
  return failureExitCode;
}
