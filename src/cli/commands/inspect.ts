/** fleet inspect */
import type { InspectOptions } from "../actions/inspect.ts";
import { type CommandContext, type FleetCommand, withJson } from "../command.ts";

export function registerInspect(program: FleetCommand, { terminal, run }: CommandContext): void {
  const command = program
    .command("inspect <file>")
    .summary("what an executable carries")
    .description(
      "show what an executable carries, and check that it is otherwise as it was released",
    )
    .option("--release <file>", "the executable that it was made from")
    .option("--sums <file>", "the SHA256SUMS of a release")
    .examples("fleet inspect fleet-client --sums SHA256SUMS");
  withJson(command).action((file: string, options: InspectOptions) =>
    run(async () => {
      const { inspect } = await import("../actions/inspect.ts");
      return inspect(terminal, file, options);
    }),
  );
}
