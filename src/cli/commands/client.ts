/** fleet client */
import type { ClientCommandOptions } from "../actions/run-client.ts";
import { type CommandContext, type FleetCommand, collected } from "../command.ts";

export function registerClient(program: FleetCommand, { terminal, run }: CommandContext): void {
  program
    .command("client")
    .description("run a client, from its file or from flags")
    .option("--config <file>", "the client's file")
    .option("--trusted_cert_file <file>", "PEM certificates that the server's must come from")
    .option("--server <address>", "host:port of a server; may be given several times", collected)
    .option("--deployment_key_file <file>", "PEM public keys that may sign services")
    .option(
      "--config_path <folder>",
      "services and communicator.txt; the state is kept in writeback in it",
    )
    .examples(
      "fleet client --config /etc/fleetspeak-client/client.config",
      "fleet client --server localhost:6060 --trusted_cert_file ca.pem --config_path client/",
    )
    .action((options: ClientCommandOptions) =>
      run(async () => {
        const { runClient } = await import("../actions/run-client.ts");
        return runClient(terminal, options);
      }),
    );
}
