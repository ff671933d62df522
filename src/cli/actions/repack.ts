/** fleet repack: an executable that carries its client's configuration. */
import { existsSync } from "node:fs";

import { decodeContent } from "../../config/block/content.ts";
import { fillExecutable } from "../../config/block/executable-block.ts";
import { prepareContent } from "../../config/block/prepare.ts";
import { requireConfigFile } from "../../config/files.ts";
import { loadClientMessage } from "../../config/load.ts";
import type { PlainMessage } from "../../config/plain-message.ts";
import { FleetError } from "../../core/errors.ts";
import { identifyExecutable, signatureOf } from "../../platform/executable/executable.ts";
import { describeKind } from "../../platform/executable/kind.ts";
import { readPrivateFile, replaceFile } from "../../platform/private-file.ts";
import { clientMessageOf } from "../../roles/all/client-message.ts";
import { readExecutable } from "../read-executable.ts";
import { formatClientConfig, hexSha256, showClientConfig } from "../show-client-config.ts";
import type { Terminal } from "../terminal.ts";
import { formatJson, showLines } from "../text.ts";

export interface RepackOptions {
  readonly output: string;
  readonly from?: string;
  readonly config?: string;
  readonly database_path?: string;
  readonly server?: readonly string[];
  readonly label?: readonly string[];
  readonly service?: readonly string[];
  readonly transport?: string;
  readonly proxy?: string;
  readonly embed_secrets?: true;
  readonly state_file?: string;
  readonly configuration_directory?: string;
  readonly deployment_key_file?: string;
  readonly allow_override?: true;
  readonly json?: true;
}

const executableMode = 0o755;
const maxKeyBytes = 64 * 1024;

export async function repack(terminal: Terminal, options: RepackOptions): Promise<void> {
  const source = chooseSource(options);
  const executable = readExecutable(options.from ?? process.execPath);
  const kind = identifyExecutable(executable);
  const wasSigned = signatureOf(executable) === "certificate";
  const { message, notes } = source();
  const prepared = prepareContent({
    message,
    os: kind.os,
    servers: options.server ?? [],
    labels: options.label ?? [],
    services: (options.service ?? []).map(
      (path) => new Uint8Array(requireConfigFile(path, "signed service")),
    ),
    transport: options.transport?.toUpperCase(),
    proxy: options.proxy,
    places: {
      stateFile: options.state_file,
      configurationDirectory: options.configuration_directory,
    },
    allowOverride: options.allow_override ?? false,
    embedSecrets: options.embed_secrets ?? false,
    deploymentKey: readKey(options.deployment_key_file),
  });
  const shown = showClientConfig(decodeContent(prepared.content));
  const repacked = fillExecutable(executable, prepared.content);
  replaceFile(options.output, "executable", repacked, { mode: executableMode });
  const dropped = wasSigned ? ["the signature of the original was taken off: sign it again"] : [];
  for (const note of [...notes, ...prepared.notes, ...dropped]) {
    await terminal.writeError(showLines(`note: ${note}\n`));
  }
  const sha256 = hexSha256(repacked);
  const platform = describeKind(kind);
  const { output } = options;
  if (options.json) {
    const block_bytes = prepared.content.length;
    return await terminal.write(formatJson({ output, platform, sha256, block_bytes, ...shown }));
  }
  await terminal.write(
    showLines(
      `${output}: a client for ${platform}\n${formatClientConfig(shown)}SHA-256 ${sha256}\n`,
    ),
  );
}

interface Source {
  readonly message: PlainMessage;
  readonly notes: readonly string[];
}

/** Read only once the executable is found good. */
function chooseSource({ config, database_path: database, server }: RepackOptions): () => Source {
  if (config !== undefined && database === undefined) {
    return () => ({ message: loadClientMessage(config), notes: [] });
  }
  if (config === undefined && database !== undefined) {
    return () => clientMessageOf(stateFolder(database), server ?? []);
  }
  throw new FleetError("invalid_argument", "repacking needs one of --config and --database_path", {
    hint: "--config names a client's file, --database_path the database of a server on this machine.",
  });
}

function stateFolder(database: string): string {
  const folder = `${database}.d`;
  if (existsSync(folder)) return folder;
  throw new FleetError("configuration", `"${database}" has no state directory "${folder}"`, {
    hint: "Name the database of a server that was started on this machine.",
  });
}

function readKey(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  const key = readPrivateFile(path, "deployment key", maxKeyBytes, { secret: true });
  if (key !== undefined) return key.toString("utf8");
  throw new FleetError("configuration", `deployment key "${path}" does not exist`, {
    hint: "`fleet all` keeps it in its state directory, as deployment.key.",
  });
}
