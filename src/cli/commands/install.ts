/** fleet install, fleet uninstall, fleet systemd */
import type { InstallCommandOptions, UninstallOptions } from "../actions/install.ts";
import { type CommandContext, type FleetCommand, collectedHosts, withJson } from "../command.ts";
import type { ServiceOptions } from "../service-definition.ts";

/** @param embedded the block of a repacked executable, which is installed as the client that it is. */
export function registerInstall(
  program: FleetCommand,
  { terminal, run }: CommandContext,
  embedded?: Uint8Array,
): void {
  const install = withServiceOptions(program.command("install"), embedded)
    .summary("install this executable as a service of this machine")
    .description(
      "install this executable as a service of this machine and start it; run again, it brings what is installed up to " +
        "date. A service that does not come up is taken back, and the one before goes on",
    )
    .option("--no-start", "only install: it starts with the machine")
    .examples(
      "fleet install --role client --config /etc/fleetspeak-client/client.config",
      "fleet install --role server --https_addr :443 --public_host fleet.example.com",
    );
  withJson(install).action((options: InstallCommandOptions) =>
    run(async () => (await import("../actions/install.ts")).install(terminal, options, embedded)),
  );
  const uninstall = program
    .command("uninstall")
    .summary("stop and remove the service")
    .description("stop and remove the service and its executable; state and configuration stay")
    .option("--role <role>", "server or client")
    .option("--config <file>", "the client's file, which says where its state is")
    .option("--purge", "remove the state too: a client's identity, a server's database and keys")
    .examples("fleet uninstall --role client");
  withJson(uninstall).action((options: UninstallOptions) =>
    run(async () => (await import("../actions/install.ts")).uninstall(terminal, options, embedded)),
  );
  withServiceOptions(program.command("systemd"), embedded)
    .summary("print the systemd unit of a role")
    .description("print the systemd unit that fleet install would write")
    .examples("fleet systemd --role server --https_addr :443 --public_host fleet.example.com")
    .action((options: ServiceOptions) =>
      run(async () =>
        (await import("../actions/install.ts")).printUnit(terminal, options, embedded),
      ),
    );
}

function withServiceOptions(command: FleetCommand, embedded?: Uint8Array): FleetCommand {
  command
    .option("--role <role>", "server or client")
    .option(
      "--confined",
      "of a client whose services only read: systemd keeps all of them from writing",
    );
  if (embedded !== undefined) return command;
  command
    .option("--config <file>", "of a client: its file")
    .option("--components_config <file>", "of a server: its components file")
    .option("--services_config <file>", "of a server: its services file")
    .option("--https_addr <address>", "of a server without files: where clients connect")
    .option(
      "--public_host <host>",
      "of a server without files: a name by which clients reach it; may be given several times",
      collectedHosts,
    );
  return command;
}
