/** The program: parse, run, exit code. No logic. */
import { clearForeignVariables } from "./cli/environment.ts";
import { originalProgram } from "./cli/original/programs.ts";
import { openTerminal } from "./cli/terminal.ts";

clearForeignVariables(process.env);
const terminal = openTerminal();
const argv = process.argv.slice(2);
const original = originalProgram(process.argv0);
const exitCode = original
  ? await (
      await import("./cli/original/run-original.ts")
    ).runOriginal(original, process.argv0, argv, terminal)
  : await (await import("./cli/run.ts")).runCommandLine(argv, terminal);
// What was said last is still on its way.
await terminal.writeError("");
// Ended explicitly: what a library left open must not keep a command alive that is done.
process.exit(exitCode);
