/** By which name the executable was called: one of the original's programs, or fleet. Each is loaded when it is meant. */
import { originalProgram } from "./original/programs.ts";
import type { Terminal } from "./terminal.ts";

/** @param argv0 as the process was called. @param argv what followed it. @returns the exit code. */
export async function start(
  argv0: string,
  argv: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const original = originalProgram(argv0);
  if (original !== undefined) {
    const { runOriginal } = await import("./original/run-original.ts");
    return await runOriginal(original, argv0, argv, terminal);
  }
  const { runCommandLine } = await import("./run.ts");
  return await runCommandLine(argv, terminal);
}
