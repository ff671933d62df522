/** fleet run */
import type { RunOptions } from "../actions/run-components.ts";
import { type CommandContext, type FleetCommand, withJson, withLogFlags } from "../command.ts";

export function registerRun(program: FleetCommand, { terminal, run }: CommandContext): void {
  const command = withLogFlags(program.command("run"))
    .summary("server from a components file")
    .description(
      "run what a server components file has sections for: https_config is the server, admin_config the admin API, " +
        "fleet.client_config a client. fleet config init makes such a file. Serves until Ctrl-C",
    )
    .requiredOption("--components_config <file>", "the server components file")
    .option(
      "--services_config <file>",
      "the server services file; without it no service runs on the server",
    )
    .examples(
      "fleet run --components_config server.config",
      "fleet run --components_config server.config --services_config services.config",
    );
  withJson(command, "print the addresses as JSON").action((options: RunOptions) =>
    run(async () => {
      const { runComponents } = await import("../actions/run-components.ts");
      return runComponents(terminal, options);
    }),
  );
}
