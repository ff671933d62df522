/** Every command, registered: names, arguments, options and examples. What they do is loaded when they run. */
import type { OutputConfiguration } from "commander";

import { buildInfo } from "../core/build-info.ts";
import { FleetCommand, type CommandContext } from "./command.ts";
import { registerAdmin } from "./commands/admin.ts";
import { registerAll } from "./commands/all.ts";
import { registerBroadcast } from "./commands/broadcast.ts";
import { registerClient } from "./commands/client.ts";
import { registerClients } from "./commands/clients.ts";
import { registerConfig } from "./commands/config.ts";
import { registerExec } from "./commands/exec.ts";
import { registerFile } from "./commands/file.ts";
import { registerInspect } from "./commands/inspect.ts";
import { registerMessage } from "./commands/message.ts";
import { registerRepack } from "./commands/repack.ts";
import { registerRun } from "./commands/run.ts";
import { registerServer } from "./commands/server.ts";
import { registerService } from "./commands/service.ts";
import { registerVersion } from "./commands/version.ts";

/** @param output where help goes; has to be known before the commands are made, which inherit it. */
export function buildProgram(context: CommandContext, output: OutputConfiguration): FleetCommand {
  const program = new FleetCommand("fleet");
  program
    .description("Fleetspeak in a single executable: talk to a fleet of machines.")
    .exitOverride()
    .version(`fleet ${buildInfo.version}`, "--version", "print which version this is")
    .configureOutput(output)
    .configureHelp({ helpWidth: 100 })
    .examples(
      "fleet all --database_path data/demo.sqlite",
      "fleet clients list",
      "fleet exec 0123456789abcdef ls -- -l /",
    )
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 1 failed, 2 usage, 3 configuration, 4 not found, 5 unavailable or timed out,\n" +
        "6 refused, 8 locked or conflict, 130 interrupted; fleet exec ends with the program's own code, or 125.\n" +
        "\nShell completion: source <(fleet complete bash), likewise zsh, fish and powershell.",
    );
  registerAll(program, context);
  registerRun(program, context);
  registerServer(program, context);
  registerClient(program, context);
  registerClients(program, context);
  registerMessage(program, context);
  registerExec(program, context);
  registerBroadcast(program, context);
  registerFile(program, context);
  registerService(program, context);
  registerAdmin(program, context);
  registerConfig(program, context);
  registerRepack(program, context);
  registerInspect(program, context);
  registerVersion(program, context);
  return program;
}
