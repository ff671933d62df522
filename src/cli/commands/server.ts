/** fleet server */
import type { ServerCommandOptions } from "../actions/run-server.ts";
import {
  type CommandContext,
  type FleetCommand,
  withJson,
  withLogFlags,
  withServerPlaces,
} from "../command.ts";

export function registerServer(program: FleetCommand, { terminal, run }: CommandContext): void {
  const server = withLogFlags(withServerPlaces(program.command("server")))
    .summary("server on a database, without a components file")
    .description(
      "run server and admin API on a database, without a components file; a CA, certificates and keys are made " +
        "beside it where they are missing. Serves until Ctrl-C",
    )
    .option("--config_path <file>", "the server services file")
    .option("--server_cert <file>", "PEM certificate chain, instead of one that is made")
    .option("--server_key <file>", "PEM key of that certificate")
    .examples(
      "fleet server --database_path /var/lib/fleet/fleet.sqlite --https_addr :443 --public_host fleet.example.com",
    );
  withJson(server, "print the addresses as JSON").action((options: ServerCommandOptions) =>
    run(async () => {
      const { runServer } = await import("../actions/run-server.ts");
      return runServer(terminal, options);
    }),
  );
}
