/** fleet repack */
import type { RepackOptions } from "../actions/repack.ts";
import { type CommandContext, type FleetCommand, collected, withJson } from "../command.ts";

export function registerRepack(program: FleetCommand, { terminal, run }: CommandContext): void {
  const command = withRepackFlags(
    program
      .command("repack")
      .summary("make the client of one installation, in one file")
      .description("write an executable that is the client of one installation and needs no files")
      .requiredOption("--output <file>", "the executable to write"),
  ).examples(
    "fleet repack --database_path data/demo.sqlite --server fleet.example.com:6060 --output fleet-client",
    "fleet repack --config client.config --from fleet-windows-x64.exe --output fleet-client.exe",
  );
  withJson(command).action((options: RepackOptions) =>
    run(async () => {
      const { repack } = await import("../actions/repack.ts");
      return repack(terminal, options);
    }),
  );
}

/** What to make, and what it is to carry: the flags of every command that repacks. */
export function withRepackFlags(command: FleetCommand): FleetCommand {
  return command
    .option("--from <file>", "an executable of any platform; by default this one")
    .option("--config <file>", "the client's file to embed")
    .option(
      "--database_path <file>",
      "in its place: the database of a server on this machine (fleet all, fleet server), whose state directory has the rest",
    )
    .option(
      "--server <address>",
      "host:port, in place of those found; may be given several times",
      collected,
    )
    .option("--label <label>", "a client label; may be given several times", collected)
    .option("--service <file>", "a signed service; may be given several times", collected)
    .option("--transport <name>", "auto, websocket, stream, long_poll or poll")
    .option("--proxy <url>", "the HTTP proxy on the way to the servers")
    .option("--embed_secrets", "embed a proxy's password, too")
    .option("--state_file <path>", "where the client keeps its identity, an absolute path there")
    .option(
      "--configuration_directory <path>",
      "may hold more signed services, an absolute path there",
    )
    .option("--deployment_key_file <file>", "sign with this key; then only its blocks are accepted")
    .option("--allow_override", "let the client be started with another configuration");
}
