/** fleet config … */
import { type CommandContext, type FleetCommand, withJson } from "../command.ts";

export function registerConfig(program: FleetCommand, { terminal, run }: CommandContext): void {
  const config = program.command("config").description("configuration files");
  const init = config
    .command("init")
    .description(
      "make certificates, keys and configuration files from a configurator file; keys are never replaced",
    )
    .requiredOption("--config <file>", "the configurator's file")
    .examples("fleet config init --config fleet.config");
  withJson(init).action((options: { readonly config: string; readonly json?: true }) =>
    run(async () => {
      const { initConfig } = await import("../actions/init-config.ts");
      return initConfig(terminal, options.config, options.json ?? false);
    }),
  );
  const check = config
    .command("check <file>")
    .description(
      "check a configuration file of any kind and report everything that is wrong with it",
    )
    .examples("fleet config check server.components.config");
  withJson(check).action((file: string, options: { readonly json?: true }) =>
    run(async () => {
      const { checkConfig } = await import("../actions/check-config.ts");
      return checkConfig(terminal, file, options.json ?? false);
    }),
  );
}
