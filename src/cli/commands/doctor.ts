/** fleet doctor */
import type { DoctorCommandOptions } from "../actions/doctor.ts";
import { type CommandContext, type FleetCommand, withJson } from "../command.ts";

/** @param embedded the block of a repacked executable: it is about the client that it says. */
export function registerDoctor(
  program: FleetCommand,
  { terminal, run }: CommandContext,
  embedded?: Uint8Array,
): void {
  const command = program
    .command("doctor")
    .summary("find out what is wrong")
    .description(
      "look at a server or a client of this machine and at the way between the two: name, TCP, TLS, clock, proxy, " +
        "certificates, disk, owners, locks, ports, service signatures. One line for each, with what to do; exit status 1 " +
        "where one fails. It changes nothing",
    )
    .option("--config <file>", "a client's file; without any flag the usual places are looked at");
  if (embedded === undefined) {
    command
      .option("--components_config <file>", "a server's components file")
      .option("--services_config <file>", "its services file")
      .option("--database_path <file>", "the database of a server without files")
      .examples(
        "fleet doctor",
        "fleet doctor --components_config server.config",
        "fleet doctor --config /etc/fleetspeak-client/client.config --json",
      );
  }
  withJson(command).action((options: DoctorCommandOptions) =>
    run(async () => {
      const { doctor } = await import("../actions/doctor.ts");
      return doctor(terminal, options, embedded);
    }),
  );
}
