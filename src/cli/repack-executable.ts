/** Making the executable of one installation, from what the flags of a command name. Writes nothing. */
import { fillExecutable } from "../config/block/executable-block.ts";
import { type Preparation, prepareContent } from "../config/block/prepare.ts";
import { isFolder, requireConfigFile } from "../config/files.ts";
import { loadClientMessage } from "../config/load.ts";
import type { PlainMessage } from "../config/plain-message.ts";
import { nameOfSigned } from "../config/service-signing.ts";
import { FleetError } from "../core/errors.ts";
import { signatureOf } from "../platform/executable/executable.ts";
import type { ExecutableKind, TargetOs } from "../platform/executable/kind.ts";
import { readPrivateFile } from "../platform/private-file.ts";
import { clientMessageOf } from "../roles/all/client-message.ts";
import { loadFile } from "./load-file.ts";
import { identifyFile, readExecutable } from "./read-executable.ts";

/** As the flags are called. */
export interface RepackSources {
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
}

export interface RepackedExecutable {
  readonly executable: Buffer;
  readonly kind: ExecutableKind;
  /** What it carries now, encoded. */
  readonly content: Uint8Array;
  /** Sentences that whoever repacks should see. */
  readonly notes: readonly string[];
}

const maxKeyBytes = 64 * 1024;

/** @param stateDirectory FLEET_STATE, for want of anything else. */
export function repackExecutable(
  options: RepackSources,
  stateDirectory: string | undefined,
): RepackedExecutable {
  const readSource = chooseSource(options, stateDirectory);
  const executable = readExecutable(options.from ?? process.execPath);
  const kind = identifyFile(executable, options.from ?? process.execPath);
  const wasSigned = signatureOf(executable) === "certificate";
  const source = readSource();
  const { content, notes } = prepareContent(preparation(source.message, kind.os, options));
  const dropped = wasSigned ? ["the signature of the original was taken off: sign it again"] : [];
  return {
    executable: fillExecutable(executable, content),
    kind,
    content,
    notes: [...source.notes, ...notes, ...dropped],
  };
}

function preparation(message: PlainMessage, os: TargetOs, options: RepackSources): Preparation {
  const { service = [], deployment_key_file: keyFile } = options;
  return {
    message,
    os,
    servers: options.server ?? [],
    labels: options.label ?? [],
    services: service.map(readService),
    transport: options.transport?.toUpperCase(),
    proxy: options.proxy,
    places: {
      stateFile: options.state_file,
      configurationDirectory: options.configuration_directory,
    },
    allowOverride: options.allow_override ?? false,
    embedSecrets: options.embed_secrets ?? false,
    deploymentKey: keyFile === undefined ? undefined : readKey(keyFile),
  };
}

interface Source {
  readonly message: PlainMessage;
  readonly notes: readonly string[];
}

/** Read only once the executable is found good. @param state FLEET_STATE, for want of anything else. */
function chooseSource(
  { config, database_path: database, server = [] }: RepackSources,
  state: string | undefined,
): () => Source {
  if (config !== undefined && database !== undefined) {
    throw new FleetError("invalid_argument", "--config and --database_path exclude each other");
  }
  if (config !== undefined)
    return () => ({ message: loadFile("client", config, loadClientMessage), notes: [] });
  const folder = database === undefined ? state : `${database}.d`;
  if (folder !== undefined) return () => clientMessageOf(requireFolder(folder), server);
  throw new FleetError("invalid_argument", "repacking needs one of --config and --database_path", {
    hint: "--config names a client's file, --database_path the database of a server on this machine.",
  });
}

function requireFolder(folder: string): string {
  if (isFolder(folder)) return folder;
  throw new FleetError("configuration", `there is no state directory "${folder}"`, {
    hint: "Name the database of a server that was started on this machine.",
  });
}

function readService(path: string): Uint8Array {
  const bytes = new Uint8Array(requireConfigFile(path, "signed service"));
  try {
    nameOfSigned(bytes);
    return bytes;
  } catch (thrown) {
    throw new FleetError("configuration", `--service "${path}" is no signed service`, {
      hint: `Sign it first: fleet service sign --key deployment.key --out FILE.signed ${path}`,
      cause: thrown,
    });
  }
}

function readKey(path: string): string {
  const key = readPrivateFile(path, "deployment key", maxKeyBytes, { secret: true });
  if (key !== undefined) return key.toString("utf8");
  throw new FleetError("configuration", `deployment key "${path}" does not exist`, {
    hint: "`fleet all` keeps it in its state directory, as deployment.key.",
  });
}
