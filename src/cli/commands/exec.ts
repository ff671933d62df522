/** fleet exec */
import type { ExecOptions } from "../actions/execute.ts";
import {
  type CommandContext,
  type FleetCommand,
  withServerChoice,
  withTimeout,
} from "../command.ts";

export function registerExec(program: FleetCommand, { terminal, run }: CommandContext): void {
  const exec = program
    .command("exec <client> <service> [args...]")
    .summary("run a program on a client")
    .description(
      "run a Stdin service of a client with these arguments, print what it wrote, and end with its exit code; 125 if " +
        "it could not be run, 5 if no answer came in time",
    )
    .option("-i, --stdin", "send standard input to the program")
    .examples(
      "fleet exec 0123 ls -- -l /",
      "echo hello | fleet exec 0123 cat --stdin",
      "fleet exec --database_path data/demo.sqlite --timeout 5m 0123 ls",
    );
  withServerChoice(withTimeout(exec, "how long to wait for the answer")).action(
    (client: string, service: string, args: string[], options: ExecOptions) =>
      run(async () => {
        const { execute } = await import("../actions/execute.ts");
        return execute(terminal, { client, service, args, ...options });
      }),
  );
}
