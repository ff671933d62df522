/** Every command, registered: names, arguments, options and examples. What they do is loaded when they run. */
import type { Command, OutputConfiguration } from "commander";

import { buildInfo } from "../core/build-info.ts";
import { FleetCommand, type CommandContext } from "./command.ts";
import { registerAdmin } from "./commands/admin.ts";
import { registerAll } from "./commands/all.ts";
import { registerApi } from "./commands/api.ts";
import { registerAudit } from "./commands/audit.ts";
import { registerBroadcast } from "./commands/broadcast.ts";
import { registerClient } from "./commands/client.ts";
import { registerClients } from "./commands/clients.ts";
import { registerComplete } from "./commands/complete.ts";
import { registerConfig } from "./commands/config.ts";
import { registerDoctor } from "./commands/doctor.ts";
import { registerExec } from "./commands/exec.ts";
import { registerFile } from "./commands/file.ts";
import { registerInspect } from "./commands/inspect.ts";
import { registerInstall } from "./commands/install.ts";
import { registerMessage } from "./commands/message.ts";
import { registerPackage } from "./commands/package.ts";
import { registerRepack } from "./commands/repack.ts";
import { registerRun } from "./commands/run.ts";
import { registerServer } from "./commands/server.ts";
import { registerService } from "./commands/service.ts";
import { registerSupportBundle } from "./commands/support-bundle.ts";
import { registerToken } from "./commands/token.ts";
import { registerVersion } from "./commands/version.ts";
import { registerWatch } from "./commands/watch.ts";
import { registerWeb } from "./commands/web.ts";

const closingHelp = `
The first of these starts everything on this machine; the others talk to it.
fleet COMMAND --help says more about a command. Flags take - or _.

Exit codes: 0 done, 1 failed, 2 usage, 3 configuration, 4 not found,
5 unavailable or timed out, 6 refused, 8 locked or conflict, 130 interrupted;
fleet exec ends with the program's own code, or 125.

Shell completion: source <(fleet complete bash); see fleet complete --help.`;

/** As they are typed after the command's name. */
function argumentsOf(command: Command): string {
  const [first = ""] = command.usage().split("\n");
  return first.replace(/^\[options\] ?/, "").replace("<command>", "");
}

/** @param output where help goes; has to be known before the commands are made, which inherit it. */
export function buildProgram(context: CommandContext, output: OutputConfiguration): FleetCommand {
  const program = new FleetCommand("fleet");
  program
    .description("Fleetspeak in a single executable: talk to a fleet of machines.")
    .exitOverride()
    .version(`fleet ${buildInfo.version}`, "--version", "print which version this is")
    .configureOutput(output)
    .helpCommand(false)
    .usage("<command>")
    .configureHelp({
      helpWidth: 80,
      subcommandTerm: (command) => `${command.name()} ${argumentsOf(command)}`.trimEnd(),
    })
    .examples(
      "fleet all --database_path demo.sqlite",
      "fleet clients list --database_path demo.sqlite",
      "fleet exec 0123456789abcdef ls --database_path demo.sqlite -- -l /",
    )
    .addHelpText("after", closingHelp);
  registerAll(program, context);
  registerRun(program, context);
  registerServer(program, context);
  registerClient(program, context);
  registerClients(program, context);
  registerMessage(program, context);
  registerExec(program, context);
  registerBroadcast(program, context);
  registerFile(program, context);
  registerApi(program, context);
  registerWatch(program, context);
  registerWeb(program, context);
  registerToken(program, context);
  registerAudit(program, context);
  registerService(program, context);
  registerAdmin(program, context);
  registerConfig(program, context);
  registerRepack(program, context);
  registerPackage(program, context);
  registerInspect(program, context);
  registerDoctor(program, context);
  registerComplete(program, context);
  registerInstall(program, context);
  registerSupportBundle(program, context);
  registerVersion(program, context);
  return program;
}
