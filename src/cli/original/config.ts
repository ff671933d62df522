/**
 * fleetspeak-config: makes what a deployment needs from the configurator's file, and says nothing when all went well.
 * Configuration files that are there are written anew, as the original does.
 */
import { initDeployment } from "../../config/init.ts";
import type { DefineProgram } from "./run-original.ts";
import { readAs } from "./failures.ts";

export const defineConfig: DefineProgram = (flags) => {
  const file = flags.string(
    "config",
    "",
    "Configuration file to read. Should contain a text format fleetspeak.config.Config protocol buffer. See /etc/fleetspeak-server/configurator.config as a starting point.",
  );
  return async ({ terminal, log }) => {
    const words = `configuration file [${file.value}]`;
    const steps = await readAs(["Unable", words], file.value, (path) =>
      initDeployment(path, terminal.clock.now(), { rewrite: true }),
    );
    for (const { outcome, what, path } of steps)
      log.log("INFO", "fleetspeak_config", `${what} ${outcome}: ${path}`);
    return 0;
  };
};
