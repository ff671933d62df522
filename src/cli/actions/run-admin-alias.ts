/** fleet admin …: one command of the original's admin tool, against the server that the command line finds. */
import type { ServerChoice } from "../command.ts";
import { connect } from "../server/connect.ts";
import { adminCommands } from "../original/admin-commands.ts";
import type { AdminCommandName } from "../original/admin-usage.ts";
import { showLine } from "../terminal/text.ts";
import type { Terminal } from "../terminal/terminal.ts";

export async function runAdminAlias(
  terminal: Terminal,
  name: AdminCommandName,
  args: readonly string[],
  options: ServerChoice,
): Promise<void> {
  using client = connect(options, terminal);
  await adminCommands[name](
    {
      client,
      write: (text) => terminal.write(text),
      warn: (text) => void terminal.writeError(`warning: ${showLine(text)}\n`),
    },
    args,
  );
}
