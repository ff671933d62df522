/** fleet admin …: the commands of the original's admin tool, with its output. */
import {
  type CommandContext,
  type FleetCommand,
  type ServerChoice,
  withServerChoice,
} from "../command.ts";
import { adminUsages } from "../original/admin-usage.ts";

export function registerAdmin(program: FleetCommand, { terminal, run }: CommandContext): void {
  const admin = program
    .command("admin")
    .description("the commands of fleetspeak-admin, with its output")
    .examples("fleet admin listclients", "fleet admin analysehistory 0123456789abcdef");
  for (const { name, parameters, summary } of adminUsages) {
    const command = admin.command(name).description(summary);
    for (const parameter of parameters.split(" ")) command.argument(asDeclared(parameter));
    withServerChoice(command).action(() =>
      run(async () => {
        const { runAdminAlias } = await import("../actions/run-admin-alias.ts");
        return runAdminAlias(terminal, name, command.args, command.opts<ServerChoice>());
      }),
    );
  }
}

/** "[<client_id>...]" and "<broadcast_id>..." as commander wants them: "[client_id...]", "<broadcast_id...>". */
function asDeclared(parameter: string): string {
  return parameter
    .replace(/^\[<(.*)>\.{3}\]$/, "[$1...]")
    .replace(/^\[<(.*)>\]$/, "[$1]")
    .replace(/^<(.*)>\.{3}$/, "<$1...>");
}
