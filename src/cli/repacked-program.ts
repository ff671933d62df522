/**
 * The commands of a repacked executable (ours.md 2): without arguments it is the client of its installation, and nothing
 * makes it anything else.
 */
import { basename } from "node:path";
import type { OutputConfiguration } from "commander";

import { buildInfo } from "../core/build-info.ts";
import { FleetError } from "../core/errors.ts";
import { type CommandContext, FleetCommand } from "./command.ts";
import { registerClient } from "./commands/client.ts";
import { registerDoctor } from "./commands/doctor.ts";
import { registerInspect } from "./commands/inspect.ts";
import { registerInstall } from "./commands/install.ts";
import { registerRepack } from "./commands/repack.ts";
import { registerSupportBundle } from "./commands/support-bundle.ts";
import { registerVersion } from "./commands/version.ts";

/** @param block what the executable carries. @throws refused for a command that it does not have. */
export function repackedCommands(block: Uint8Array, argv: readonly string[]) {
  const [command] = argv;
  const isKnown = (name: string) => names.has(name) || name.startsWith("-");
  if (command !== undefined && !isKnown(command)) {
    throw new FleetError(
      "refused",
      `this executable is the client of one installation, and "${command}" is none of its commands`,
      { hint: `It has ${[...names].join(", ")}. A file of the release has the others.` },
    );
  }
  return {
    build: (context: CommandContext, output: OutputConfiguration) => build(context, output, block),
    words: command === undefined ? ["client"] : argv,
  };
}

const names = new Set([
  ...["client", "doctor", "install", "uninstall", "systemd", "repack", "inspect"],
  ...["support-bundle", "version", "help"],
]);

const closingHelp = `
client status says what it is doing on this machine, doctor why it does not
reach its server, inspect FILE what it carries. The other commands are in a file of the release.`;

function build(
  context: CommandContext,
  output: OutputConfiguration,
  block: Uint8Array,
): FleetCommand {
  const program = new FleetCommand(basename(process.execPath));
  program
    .description(
      "The Fleetspeak client of one installation. Without arguments it runs, until Ctrl-C.",
    )
    .usage("[command]")
    .exitOverride()
    .version(`fleet ${buildInfo.version}`, "--version", "print which version this is")
    .configureOutput(output)
    .helpCommand(false)
    .configureHelp({ helpWidth: 80, subcommandTerm: (command) => command.name() })
    .addHelpText("after", closingHelp);
  registerClient(program, context, block);
  registerRepack(program, context);
  registerInspect(program, context);
  registerInstall(program, context, block);
  registerDoctor(program, context, block);
  registerSupportBundle(program, context, block);
  registerVersion(program, context);
  return program;
}
