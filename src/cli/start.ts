/**
 * What the executable is: the client of an installation where it was repacked for one, whatever it is called; else what its
 * name says, one of the original's programs or fleet. Each is loaded when it is meant.
 */
import { readOwnBlock } from "../config/block/own-block.ts";
import { reportFailure } from "./terminal/failure.ts";
import { originalProgram } from "./original/programs.ts";
import type { Terminal } from "./terminal/terminal.ts";

/** @param argv0 as the process was called. @param argv what followed it. @returns the exit code. */
export async function start(
  argv0: string,
  argv: readonly string[],
  terminal: Terminal,
): Promise<number> {
  let block: Uint8Array | undefined;
  try {
    block = readOwnBlock();
  } catch (thrown) {
    return await reportFailure(terminal, thrown);
  }
  const original = block === undefined ? originalProgram(argv0) : undefined;
  if (original !== undefined) {
    const { runOriginal } = await import("./original/run-original.ts");
    return await runOriginal(original, argv0, argv, terminal);
  }
  const { runCommandLine } = await import("./run.ts");
  return await runCommandLine(argv, terminal, block);
}
