/** fleet version */
import { buildInfo } from "../../core/build-info.ts";
import { formatJson } from "../terminal/text.ts";
import type { Terminal } from "../terminal/terminal.ts";

export async function printVersion(terminal: Terminal, json: boolean): Promise<void> {
  const { version, commit, builtAt, target, bun } = buildInfo;
  if (json) {
    const built_at = builtAt === "" ? undefined : builtAt;
    return await terminal.write(formatJson({ version, commit, built_at, target, bun }));
  }
  const source = [commit, builtAt].filter((part) => part !== "").join(", ");
  await terminal.write(`fleet ${version} (${source})\n`);
}
