/** fleet client */
import type { ClientStatusOptions } from "../actions/client-status.ts";
import type { ClientCommandOptions } from "../actions/run-client.ts";
import type { LogFlags } from "../actions/start-log.ts";
import {
  type CommandContext,
  type FleetCommand,
  collected,
  withJson,
  withLogFlags,
} from "../command.ts";

/** @param embedded the block of a repacked executable: it is the client that it says, if nothing else is named. */
export function registerClient(
  program: FleetCommand,
  { terminal, run }: CommandContext,
  embedded?: Uint8Array,
): void {
  const client = withLogFlags(program.command("client"))
    .summary("a client, on an endpoint")
    .description(
      "run a client, from its file (made by fleet config init) or from flags, until Ctrl-C. It runs the signed " +
        "services that it finds in its configuration directory; SIGHUP makes it look for changed ones and changed keys",
    )
    .option("--config <file>", "the client's file, in place of the flags below")
    .option("--trusted_cert_file <file>", "PEM certificates that the server's must come from")
    .option("--server <address>", "host:port of a server; may be given several times", collected)
    .option("--deployment_key_file <file>", "PEM public keys that may sign services")
    .option(
      "--config_path <folder>",
      "its configuration directory: signed services in services/, communicator.txt; the state goes to writeback in it",
    )
    .examples(
      "fleet client --config /etc/fleetspeak-client/client.config",
      "fleet client --server localhost:6060 --trusted_cert_file ca.pem --deployment_key_file deployment.pub --config_path client/",
    )
    .action((options: ClientCommandOptions & LogFlags) =>
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
