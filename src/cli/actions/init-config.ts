/** fleet config init: makes what a deployment needs, and says what became of each file. */
import { type InitStep, initDeployment } from "../../config/init.ts";
import { loadConfiguratorConfig } from "../../config/load.ts";
import { loadFile } from "../load-file.ts";
import { formatTable } from "../terminal/output.ts";
import { formatJson, showLines } from "../terminal/text.ts";
import type { Terminal } from "../terminal/terminal.ts";

export interface InitConfigOptions {
  readonly config: string;
  readonly rewrite?: boolean;
  readonly json?: boolean;
}

export async function initConfig(
  terminal: Terminal,
  { config, rewrite = false, json = false }: InitConfigOptions,
): Promise<void> {
  loadFile("configurator", config, loadConfiguratorConfig);
  const steps = await initDeployment(config, terminal.clock.now(), { rewrite });
  for (const step of steps) await terminal.writeError(showLines(warningOf(step)));
  if (json) return await terminal.write(formatJson(steps));
  const columns = [
    { heading: "OUTCOME", text: ({ outcome }: (typeof steps)[number]) => outcome },
    { heading: "WHAT", text: ({ what }: (typeof steps)[number]) => what },
    { heading: "FILE", text: ({ path }: (typeof steps)[number]) => path },
  ];
  await terminal.write(formatTable(columns, steps));
}

/** Of what was kept and is not what the configurator's file would give. */
function warningOf({ outcome, path }: InitStep): string {
  if (outcome === "differs")
    return `warning: ${path} is kept, and is not as a new one would be; --rewrite replaces it\n`;
  if (outcome === "outdated")
    return `warning: ${path} is kept, and lacks the server's current certificate or key; --rewrite replaces it\n`;
  return "";
}
