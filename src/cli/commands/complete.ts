/**
 * fleet complete: a script for a shell; and what it asks while somebody types, `fleet complete -- WORDS`. What may come
 * next is worked out in completion.ts.
 */
import { Argument } from "commander";

import type { CommandContext, FleetCommand } from "../command.ts";

export function registerComplete(program: FleetCommand, { terminal, run }: CommandContext): void {
  program
    .command("complete")
    .summary("make a shell complete commands and flags")
    .description("print a script that makes a shell complete commands and flags with the Tab key")
    .addArgument(new Argument("<shell>", "the shell").choices(["bash", "zsh", "fish"]))
    .examples(
      "source <(fleet complete bash)",
      "source <(fleet complete zsh)",
      "fleet complete fish | source",
    )
    .action((shell: "bash" | "zsh" | "fish") =>
      run(async () => {
        const { completionScripts } = await import("../completion/completion-scripts.ts");
        await terminal.write(completionScripts[shell]);
      }),
    );
}
