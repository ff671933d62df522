/** The program: parse, run, exit code. No logic. */
import { clearForeignVariables } from "./cli/environment.ts";
import { runCommandLine } from "./cli/run.ts";
import { openTerminal } from "./cli/terminal.ts";

clearForeignVariables(process.env);
// Ended explicitly: what a library left open must not keep a command alive that is done.
process.exit(await runCommandLine(process.argv.slice(2), openTerminal()));
