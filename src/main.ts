/** The program: parse, run, exit code. No logic. */
import { clearForeignVariables } from "./cli/terminal/environment.ts";
import { start } from "./cli/start.ts";
import { openTerminal } from "./cli/terminal/terminal.ts";

clearForeignVariables(process.env);
const argv = process.argv.slice(2);
const terminal = openTerminal(argv);
const exitCode = await start(process.argv0, argv, terminal);
// What was said last is still on its way.
await terminal.writeError("");
// Ended explicitly: what a library left open must not keep a command alive that is done.
process.exit(exitCode);
