/** fleet version */
import { buildInfo } from "../../core/build-info.ts";
import { formatJson } from "../text.ts";
import type { Terminal } from "../terminal.ts";

export async function printVersion(terminal: Terminal, json: boolean): Promise<void> {
  const { version, commit, builtAt } = buildInfo;
  if (json) {
    await terminal.write(
      formatJson({ version, commit, built_at: builtAt === "" ? undefined : builtAt }),
    );
    return;
  }
  const source = [commit, builtAt].filter((part) => part !== "").join(", ");
  await terminal.write(`fleet ${version} (${source})\n`);
}
