/** fleet client: a client from its file, from flags, or from the block of a repacked executable. */
import { join } from "node:path";

import { decodeContent, embeddedConfig } from "../../config/block/content.ts";
import { loadClientConfig, makeClientConfig } from "../../config/load.ts";
import type { ClientConfig } from "../../config/schemas/client.ts";
import { FleetError } from "../../core/errors.ts";
import { getLog } from "../../observability/log.ts";
import { startClient } from "../../roles/client/client.ts";
import { clientOptions } from "../../roles/client/from-config.ts";
import { loadFile } from "../load-file.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { followClientFile } from "./client-file.ts";
import { readPem } from "./read-pem.ts";
import { catchHangups } from "./reload-on-hangup.ts";
import { runUntilEnded } from "./run-until-ended.ts";
import { type LogFlags, splitLogFlags, startLog } from "./start-log.ts";

export interface ClientCommandOptions {
  readonly config?: string;
  /** PEM file. */
  readonly trusted_cert_file?: string;
  /** "host:port" */
  readonly server?: readonly string[];
  /** PEM file of public keys. */
  readonly deployment_key_file?: string;
  /** A folder; the state goes to `writeback` in it. */
  readonly config_path?: string;
}

export async function runClient(
  terminal: Terminal,
  given: ClientCommandOptions & LogFlags,
  embedded?: Uint8Array,
): Promise<number> {
  const { flags, others: options } = splitLogFlags(given);
  const config = embedded ? chooseConfig(options, embedded) : readConfig(options);
  const output = startLog(terminal, flags, config.log);
  const log = getLog("client");
  const hangups = catchHangups(log);
  const client = await startClient({
    ...clientOptions(config, log),
    ...(isNamed(options) && {
      loadServices: followClientFile({
        ...{ started: config, paths: filesOf(options), read: () => readConfig(options) },
        ...{ clock: terminal.clock, log },
      }),
    }),
  });
  hangups.serve(
    async () => output.reload(),
    () => client.reload(),
  );
  const ended = client.done.then(({ exitCode, force }) => {
    if (force) process.exit(exitCode);
    return exitCode;
  });
  return await runUntilEnded(terminal, client, ended, { isAgent: true });
}

/** Whether the command line says what the configuration is; else the executable holds it, and it never changes. */
function isNamed(options: ClientCommandOptions): boolean {
  return Object.values(options).some((value) => value !== undefined);
}

/** What is read for the configuration. */
function filesOf(options: ClientCommandOptions): string[] {
  const { config, trusted_cert_file: trusted, deployment_key_file: keys } = options;
  return [config, trusted, keys].filter((path) => path !== undefined);
}

/** The embedded configuration, which nothing replaces unless it says so itself. */
function chooseConfig(options: ClientCommandOptions, embedded: Uint8Array): ClientConfig {
  const config = embeddedConfig(decodeContent(embedded));
  if (!isNamed(options)) return config;
  if (config.allowOverride) return readConfig(options);
  throw new FleetError(
    "refused",
    "this executable is the client of one installation, and takes no other configuration",
    { hint: "Start it without flags; `fleet repack --allow_override` makes one that takes them." },
  );
}

function readConfig(options: ClientCommandOptions): ClientConfig {
  const { config, ...flags } = options;
  const isMixed = Object.values(flags).some((value) => value !== undefined);
  if (config !== undefined && !isMixed) return loadFile("client", config, loadClientConfig);
  if (config !== undefined) {
    throw new FleetError("invalid_argument", "--config and the other flags exclude each other", {
      hint: "Write what they say into the client's file.",
    });
  }
  return fromFlags(flags);
}

function fromFlags(flags: Omit<ClientCommandOptions, "config">): ClientConfig {
  const { config_path: folder, trusted_cert_file: trusted, server } = flags;
  if (folder === undefined || trusted === undefined || server === undefined) {
    throw new FleetError(
      "invalid_argument",
      "a client needs --config, or --server, --trusted_cert_file and --config_path",
      { hint: "fleet config init makes a client's file. See: fleet client --help" },
    );
  }
  const { deployment_key_file: keyFile } = flags;
  return makeClientConfig(
    {
      trusted_certs: readPem(trusted, "--trusted_cert_file"),
      server: [...server],
      filesystem_handler: {
        configuration_directory: folder,
        state_file: join(folder, "writeback"),
      },
      fleet: {
        transport: "AUTO",
        deployment_public_key:
          keyFile === undefined ? [] : [readPem(keyFile, "--deployment_key_file")],
      },
    },
    "the command line",
  );
}
