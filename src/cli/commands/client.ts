/** fleet client */
import type { ClientStatusOptions } from "../actions/client-status.ts";
import type { ClientCommandOptions } from "../actions/run-client.ts";
import { type CommandContext, type FleetCommand, collected, withJson } from "../command.ts";

/** @param embedded the block of a repacked executable: it is the client that it says, if nothing else is named. */
export function registerClient(
  program: FleetCommand,
  { terminal, run }: CommandContext,
  embedded?: Uint8Array,
): void {
  const client = program
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
        return runClient(terminal, options, embedded);
      }),
    );
  const status = client
    .command("status")
    .description("show what the client on this machine is doing")
    .option("--config <file>", "the client's file")
    .option("--state_file <file>", "its state file, beside which it keeps its status")
    .examples("fleet client status --config /etc/fleetspeak-client/client.config");
  // What the parent declares too goes to the parent.
  withJson(status).action((_: unknown, command: FleetCommand) =>
    run(async () => {
      const { showClientStatus } = await import("../actions/client-status.ts");
      return showClientStatus(terminal, command.optsWithGlobals<ClientStatusOptions>(), embedded);
    }),
  );
}
