/** fleet server */
import type { ServerCommandOptions } from "../actions/run-server.ts";
import { type CommandContext, type FleetCommand, withJson } from "../command.ts";

export function registerServer(program: FleetCommand, { terminal, run }: CommandContext): void {
  const server = program
    .command("server")
    .summary("server on a database, without a components file")
    .description(
      "run server and admin API on a database, without a components file; a CA, certificates and keys are made " +
        "beside it where they are missing. Serves until Ctrl-C",
    )
    .requiredOption(
      "--database_path <file>",
      "the database; it and its state directory are made if missing",
    )
    .option(
      "--https_addr <address>",
      "host:port where clients connect; port 0 takes a free one",
      "127.0.0.1:6060",
    )
    .option("--admin_addr <address>", "host:port where the admin API listens", "127.0.0.1:6061")
    .option(
      "--admin_client_ca <file>",
      "PEM certificate of the administrators' CA: the admin API speaks TLS and lets in its holders",
    )
    .option("--config_path <file>", "the server services file")
    .option("--server_cert <file>", "PEM certificate chain, instead of one that is made")
    .option("--server_key <file>", "PEM key of that certificate")
    .examples("fleet server --database_path /var/lib/fleet/fleet.sqlite --https_addr :443");
  withJson(server, "print the addresses as JSON").action((options: ServerCommandOptions) =>
    run(async () => {
      const { runServer } = await import("../actions/run-server.ts");
      return runServer(terminal, options);
    }),
  );
}
