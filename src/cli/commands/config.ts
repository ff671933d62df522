/** fleet config … */
import { Option } from "commander";

import type { CheckConfigOptions } from "../actions/check-config.ts";
import type { InitConfigOptions } from "../actions/init-config.ts";
import type { ConfigKind } from "../../config/recognize.ts";
import { type CommandContext, type FleetCommand, withJson } from "../command.ts";

/** Those of config/recognize.ts, which is loaded only where a file is read. */
const configKinds: ConfigKind[] = [
  ...(["components", "services", "client"] as const),
  ...(["communicator", "client_service", "configurator"] as const),
];

export function registerConfig(program: FleetCommand, { terminal, run }: CommandContext): void {
  const config = program.command("config").group("make and check configuration files");
  const init = config
    .command("init")
    .summary("make what a deployment needs, from one file")
    .description(
      "make certificates, keys and configuration files of server and clients from one file, the configurator's\n\n" +
        "What is there is kept; a server certificate with less than a third of its life left is issued anew.",
    )
    .requiredOption("--config <file>", "the configurator's file; the README has one to begin with")
    .option("--rewrite", "write configuration files anew that are there; keys never are")
    .examples("fleet config init --config deployment.txt");
  withJson(init).action((options: InitConfigOptions) =>
    run(async () => {
      const { initConfig } = await import("../actions/init-config.ts");
      return initConfig(terminal, options);
    }),
  );
  const check = config
    .command("check <file>")
    .summary("check a configuration file of any kind")
    .description(
      "check a configuration file of any kind and report everything that is wrong with it; exit code 3 if anything is",
    )
    .addOption(
      new Option("--kind <kind>", "what the file is to be; by default what it looks like").choices(
        configKinds,
      ),
    )
    .examples("fleet config check server.config", "fleet config check --kind services my.config");
  withJson(check).action((file: string, options: CheckConfigOptions) =>
    run(async () => {
      const { checkConfig } = await import("../actions/check-config.ts");
      return checkConfig(terminal, file, options);
    }),
  );
}
