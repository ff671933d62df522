/** fleet run */
import type { RunOptions } from "../actions/run-components.ts";
import { type CommandContext, type FleetCommand, withJson } from "../command.ts";

export function registerRun(program: FleetCommand, { terminal, run }: CommandContext): void {
  const command = program
    .command("run")
    .description("run the roles that a components file has sections for")
    .requiredOption("--components_config <file>", "the server components file")
    .option("--services_config <file>", "the server services file")
    .examples(
      "fleet run --components_config server.components.config --services_config server.services.config",
    );
  withJson(command).action((options: RunOptions) =>
    run(async () => {
      const { runComponents } = await import("../actions/run-components.ts");
      return runComponents(terminal, options);
    }),
  );
}
