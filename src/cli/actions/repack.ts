/** fleet repack: an executable that carries its client's configuration. */
import { decodeContent } from "../../config/block/content.ts";
import { describeKind } from "../../platform/executable/kind.ts";
import { replaceFile } from "../../platform/private-file.ts";
import { type RepackSources, repackExecutable } from "../repack-executable.ts";
import {
  type ShownConfig,
  formatClientConfig,
  hexSha256,
  showClientConfig,
} from "../show-client-config.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { formatJson, showLines } from "../terminal/text.ts";

export interface RepackOptions extends RepackSources {
  readonly output: string;
  readonly json?: true;
}

const executableMode = 0o755;
/** Who may read it may read what is embedded. */
const secretExecutableMode = 0o700;

export async function repack(terminal: Terminal, options: RepackOptions): Promise<void> {
  const { stateDirectory } = terminal.environment;
  const { executable: repacked, kind, content, notes } = repackExecutable(options, stateDirectory);
  const shown = showClientConfig(decodeContent(content));
  const mode = options.embed_secrets ? secretExecutableMode : executableMode;
  replaceFile(options.output, "executable", repacked, { mode });
  for (const note of notes) {
    await terminal.writeError(showLines(`note: ${note}\n`));
  }
  await report(terminal, options, {
    platform: describeKind(kind),
    sha256: hexSha256(repacked),
    block_bytes: content.length,
    ...shown,
  });
}

interface Repacked extends ShownConfig {
  readonly platform: string;
  readonly sha256: string;
  readonly block_bytes: number;
}

async function report(
  terminal: Terminal,
  { output, json }: RepackOptions,
  repacked: Repacked,
): Promise<void> {
  if (json) return await terminal.write(formatJson({ output, ...repacked }));
  const { platform, sha256 } = repacked;
  const lines = formatClientConfig(repacked);
  await terminal.write(
    showLines(`${output}: a client for ${platform}\n${lines}SHA-256 ${sha256}\n`),
  );
}
