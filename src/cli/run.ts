/**
 * The command line from argv to exit code. Commands are registered in program.ts; their work is loaded when they run.
 */
import { CommanderError } from "commander";

import type { ActionResult } from "./command.ts";
import { reportFailure } from "./failure.ts";
import { buildProgram } from "./program.ts";
import type { Terminal } from "./terminal.ts";

const usageExitCode = 2;
const completionCommand = "complete";

/** @param argv without the program's own name. @returns the exit code. */
export async function runCommandLine(argv: readonly string[], terminal: Terminal): Promise<number> {
  const help = { out: "", error: "" };
  let exitCode = 0;
  const run = async (work: () => ActionResult) => {
    exitCode = (await work()) ?? 0;
  };
  const program = buildProgram(
    { terminal, run },
    {
      writeOut: (text) => void (help.out += text),
      writeErr: (text) => void (help.error += text),
    },
  );
  if (argv[0] === completionCommand) {
    const { registerCompletion } = await import("./completion.ts");
    registerCompletion(program);
  }
  try {
    try {
      await program.parseAsync([...argv], { from: "user" });
    } catch (thrown) {
      if (!(thrown instanceof CommanderError)) throw thrown;
      // Help was asked for, or there was no command to run.
      await terminal.write(help.out);
      await terminal.writeError(help.error);
      return thrown.exitCode === 0 ? 0 : usageExitCode;
    }
    return exitCode;
  } catch (thrown) {
    return await reportFailure(terminal, thrown);
  }
}
