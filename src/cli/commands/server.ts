/** fleet server */
import { type CommandContext, type FleetCommand, withJson } from "../command.ts";

export interface ServerCommandOptions {
  readonly database_path: string;
  /** "host:port" */
  readonly https_addr: string;
  /** "host:port" */
  readonly admin_addr: string;
  /** The server services file. */
  readonly config_path?: string;
  readonly server_cert?: string;
  readonly server_key?: string;
  readonly json?: true;
}

export function registerServer(program: FleetCommand, { terminal, run }: CommandContext): void {
  const server = program
    .command("server")
    .description("server and admin API without a components file")
    .requiredOption(
      "--database_path <file>",
      "the database; it and its state directory are made if missing",
    )
    .option("--https_addr <address>", "where clients connect", "127.0.0.1:6060")
    .option("--admin_addr <address>", "where the admin API listens", "127.0.0.1:6061")
    .option("--config_path <file>", "the server services file")
    .option("--server_cert <file>", "PEM certificate chain, instead of one that is made")
    .option("--server_key <file>", "PEM key of that certificate")
    .examples("fleet server --database_path /var/lib/fleet/fleet.sqlite --https_addr :443");
  withJson(server).action((options: ServerCommandOptions) =>
    run(async () => {
      const { runServer } = await import("../actions/run-server.ts");
      return runServer(terminal, options);
    }),
  );
}
