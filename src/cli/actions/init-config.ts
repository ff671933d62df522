/** fleet config init: makes what a deployment needs, and says what became of each file. */
import { initDeployment } from "../../config/init.ts";
import { formatTable } from "../output.ts";
import { formatJson } from "../text.ts";
import type { Terminal } from "../terminal.ts";

export async function initConfig(terminal: Terminal, file: string, json: boolean): Promise<void> {
  const steps = await initDeployment(file, terminal.clock.now());
  if (json) return await terminal.write(formatJson(steps));
  const columns = [
    { heading: "OUTCOME", text: ({ outcome }: (typeof steps)[number]) => outcome },
    { heading: "WHAT", text: ({ what }: (typeof steps)[number]) => what },
    { heading: "FILE", text: ({ path }: (typeof steps)[number]) => path },
  ];
  await terminal.write(formatTable(columns, steps));
}
