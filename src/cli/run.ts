/**
 * The command line from argv to exit code. Commands are registered in program.ts; their work is loaded when they run.
 */
import { CommanderError } from "commander";

import { type ActionResult, isHelp, usageError } from "./command.ts";
import { reportFailure } from "./failure.ts";
import { buildProgram } from "./program.ts";
import type { Terminal } from "./terminal.ts";

/** @param argv without the program's own name. @returns the exit code. */
export async function runCommandLine(argv: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode = 0;
  let usage = "fleet";
  const run = async (work: () => ActionResult) => {
    exitCode = (await work()) ?? 0;
  };
  const printed: Promise<void>[] = [];
  const program = buildProgram({ terminal, run }, {
    write: (text) => void printed.push(terminal.write(text)),
    entered: (path) => (usage = path),
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return exitCode;
  } catch (thrown) {
    if (isHelp(thrown)) return await settled(printed, terminal);
    const error = thrown instanceof CommanderError ? usageError(thrown, usage) : thrown;
    return await reportFailure(terminal, error);
  }
}

async function settled(printed: readonly Promise<void>[], terminal: Terminal): Promise<number> {
  try {
    await Promise.all(printed);
    return 0;
  } catch (thrown) {
    return await reportFailure(terminal, thrown);
  }
}
