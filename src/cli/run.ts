/**
 * The command line from argv to exit code. Commands are registered in program.ts; their work is loaded when they run.
 */
import { CommanderError, type OutputConfiguration } from "commander";

import type { ActionResult, CommandContext, FleetCommand } from "./command.ts";
import { reportFailure } from "./terminal/failure.ts";
import { buildProgram } from "./program.ts";
import type { Terminal } from "./terminal/terminal.ts";

const usageExitCode = 2;

/**
 * @param argv without the program's own name.
 * @param block what a repacked executable carries.
 * @returns the exit code.
 */
export async function runCommandLine(
  argv: readonly string[],
  terminal: Terminal,
  block?: Uint8Array,
): Promise<number> {
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
    const { build, words } = await chooseCommands(argv, block);
    const program = build({ terminal, run }, output);
    if (words[0] === "complete" && words[1] === "--") {
      const { completeWords, formatCompletion } = await import("./completion/completion.ts");
      await terminal.write(formatCompletion(completeWords(program, words.slice(2))));
      return 0;
    }
    try {
      await program.parseAsync([...words], { from: "user" });
    } catch (thrown) {
      if (!(thrown instanceof CommanderError)) throw thrown;
      // Help was asked for, or there was no command to run.
      await terminal.write(help.out);
      if (thrown.exitCode !== 0) await terminal.writeError(missingCommand(thrown, help.error));
      return thrown.exitCode === 0 ? 0 : usageExitCode;
    }
    return exitCode;
  } catch (thrown) {
    return await reportFailure(terminal, thrown);
  }
}

interface Commands {
  readonly build: (context: CommandContext, output: OutputConfiguration) => FleetCommand;
  readonly words: readonly string[];
}

async function chooseCommands(
  argv: readonly string[],
  block: Uint8Array | undefined,
): Promise<Commands> {
  if (block === undefined) return { build: buildProgram, words: argv };
  const { repackedCommands } = await import("./repacked-program.ts");
  return repackedCommands(block, argv);
}

/** The parser shows the whole help then; the first line says why. */
function missingCommand({ message }: CommanderError, help: string): string {
  const command = /^Usage: (\S.*?) (?:\[|<|$)/m.exec(help)?.[1] ?? "fleet";
  const what = help === "" ? message : `${command} needs a command, such as those below`;
  return `error: ${what}\n${help === "" ? "" : "\n"}${help}`;
}
