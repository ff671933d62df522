/**
 * The command line from argv to exit code. Commands are registered in program.ts; their work is loaded when they run.
 */
import { CommanderError, type OutputConfiguration } from "commander";

import { readOwnBlock } from "../config/block/own-block.ts";
import type { ActionResult, CommandContext, FleetCommand } from "./command.ts";
import { reportFailure } from "./failure.ts";
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
  const output = {
    writeOut: (text: string) => void (help.out += text),
    writeErr: (text: string) => void (help.error += text),
  };
  try {
    try {
      const commands = await chooseCommands(argv);
      const program = commands.build({ terminal, run }, output);
      if (argv[0] === completionCommand) {
        const { registerCompletion } = await import("./completion.ts");
        registerCompletion(program);
      }
      await program.parseAsync([...commands.argv], { from: "user" });
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

interface Commands {
  readonly build: (context: CommandContext, output: OutputConfiguration) => FleetCommand;
  readonly argv: readonly string[];
}

/** A repacked executable is the client of its installation, whatever it is called. */
async function chooseCommands(argv: readonly string[]): Promise<Commands> {
  const block = readOwnBlock();
  if (block === undefined) {
    const { buildProgram } = await import("./program.ts");
    return { build: buildProgram, argv };
  }
  const { repackedCommands } = await import("./repacked-program.ts");
  return repackedCommands(block, argv);
}
