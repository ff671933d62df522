/** fleet support-bundle */
import type { SupportBundleOptions } from "../actions/support-bundle.ts";
import { type CommandContext, type FleetCommand, collected, withJson } from "../command.ts";

/** @param embedded the block of a repacked executable: it is its own client then, if nothing else is named. */
export function registerSupportBundle(
  program: FleetCommand,
  { terminal, run }: CommandContext,
  embedded?: Uint8Array,
): void {
  const command = program
    .command("support-bundle")
    .summary("what somebody who is to help needs, without secrets")
    .description(
      "pack what somebody who is to help needs to know: version, machine, configuration without secrets, sizes and " +
        "counts of the database, files with modes and owners, the end of the log, metrics. Says what is in it first",
    )
    .option("--config <file>", "a client's file; without any flag the usual places are looked at")
    .option(
      "--log_file <file>",
      "a log file to take the end of; may be given several times",
      collected,
    )
    .option("--out <file>", "the archive; it must not be there yet")
    .option("--dry_run", "only say what would be in it");
  if (embedded === undefined) {
    command
      .option("--components_config <file>", "a server's components file")
      .option("--services_config <file>", "its services file")
      .option("--database_path <file>", "the database of a server without files")
      .examples(
        "fleet support-bundle --database_path /var/lib/fleet/fleet.sqlite --log_file /var/log/fleet.log",
        "fleet support-bundle --config /etc/fleetspeak-client/client.config --out client.tar.gz",
      );
  }
  withJson(command).action((options: SupportBundleOptions) =>
    run(async () => {
      const { makeSupportBundle } = await import("../actions/support-bundle.ts");
      return makeSupportBundle(terminal, options, embedded);
    }),
  );
}
