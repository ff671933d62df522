/** fleet support-bundle: what somebody who is to help needs to know, with secrets removed, as one archive. */
import { gzipSync } from "node:zlib";
import { existsSync } from "node:fs";

import { decodeContent, embeddedConfig } from "../../config/block/content.ts";
import { loadClientConfig } from "../../config/load.ts";
import type { ClientConfig } from "../../config/schemas/client.ts";
import { FleetError } from "../../core/errors.ts";
import { withParents } from "../../packaging/entry.ts";
import { writeTar } from "../../packaging/tar.ts";
import { createFile } from "../../platform/private-file.ts";
import { collectClient } from "../../roles/all/support/client-parts.ts";
import { Collector } from "../../roles/all/support/collector.ts";
import { describeMachine } from "../../roles/all/support/machine.ts";
import { collectServer } from "../../roles/all/support/server-parts.ts";
import { defaultClientConfig } from "../service-definition.ts";
import { formatTable } from "../terminal/output.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { formatJson } from "../terminal/text.ts";

export interface SupportBundleOptions {
  /** The client's file. */
  readonly config?: string;
  readonly components_config?: string;
  readonly services_config?: string;
  readonly database_path?: string;
  readonly log_file?: readonly string[];
  readonly out?: string;
  readonly dry_run?: true;
  readonly json?: true;
}

/** @param embedded the block of this executable. @throws invalid_argument when neither server nor client is named. */
export async function makeSupportBundle(
  terminal: Terminal,
  options: SupportBundleOptions,
  embedded: Uint8Array | undefined,
): Promise<void> {
  const now = terminal.clock.now();
  const name = `fleet-support-${new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const out = options.out ?? `${name}.tar.gz`;
  const collector = new Collector();
  await collect(collector, options, embedded, now);
  collector.add("README.txt", readme(collector));
  await list(terminal, collector, options.json === true && options.dry_run === true);
  if (options.dry_run) return;
  createFile(out, "support bundle", pack(collector, name, now));
  if (options.json) await terminal.write(formatJson({ file: out, ...contentsOf(collector) }));
  else await terminal.write(`${out}\n`);
}

async function collect(
  collector: Collector,
  options: SupportBundleOptions,
  embedded: Uint8Array | undefined,
  now: number,
): Promise<void> {
  const { components_config: componentsConfig, database_path: databasePath } = options;
  const { services_config: servicesConfig, log_file: logFiles = [] } = options;
  const isServer = componentsConfig !== undefined || databasePath !== undefined;
  const client = isServer && options.config === undefined ? undefined : clientOf(options, embedded);
  await collector.gather("machine.json", () => describeMachine(now));
  if (isServer) {
    const places = { componentsConfig, databasePath, servicesConfig };
    await collectServer(collector, { ...places, logFiles, now });
  }
  if (client === undefined) return;
  const config = await usable(collector, client.load);
  // Whose log a file is, is not known where both are asked for.
  await collectClient(collector, {
    ...{ source: client.source, config, now },
    logFiles: isServer ? [] : logFiles,
  });
}

/** Its file, or what the executable carries. */
function clientOf({ config: file }: SupportBundleOptions, embedded: Uint8Array | undefined) {
  if (file === undefined && embedded !== undefined) {
    const content = decodeContent(embedded);
    return { source: content.message, load: () => embeddedConfig(content) };
  }
  const path = file ?? defaultClientConfig;
  if (file === undefined && !existsSync(path)) {
    throw new FleetError("invalid_argument", "a support bundle of what?", {
      hint: "Name the server by --components_config or --database_path, or the client by --config.",
    });
  }
  return { source: path, load: () => loadClientConfig(path) };
}

async function usable(
  collector: Collector,
  load: () => ClientConfig,
): Promise<ClientConfig | undefined> {
  let config: ClientConfig | undefined;
  await collector.gather("client/faults.txt", () => {
    config = load();
  });
  return config;
}

function contentsOf({ parts, missing }: Collector) {
  return {
    parts: parts.map(({ path, text }) => ({ path, bytes: Buffer.byteLength(text) })),
    missing,
  };
}

/** Before anything is written: who sends it on is to know what is in it. */
async function list(terminal: Terminal, collector: Collector, asJson: boolean): Promise<void> {
  const contents = contentsOf(collector);
  if (asJson) return await terminal.write(formatJson(contents));
  const table = formatTable(
    [
      { heading: "PART", text: ({ path }) => path },
      { heading: "BYTES", text: ({ bytes }) => String(bytes) },
    ],
    contents.parts,
  );
  await terminal.writeError(table);
  for (const { path, reason } of missing(contents)) {
    await terminal.writeError(`without ${path}: ${reason}\n`);
  }
}

function missing({ missing: parts }: ReturnType<typeof contentsOf>) {
  return parts.map(({ path, reason }) => ({ path, reason: reason.replaceAll("\n", " ") }));
}

function readme(collector: Collector): string {
  const { parts, missing: without } = contentsOf(collector);
  return [
    "A support bundle of fleet. Look through it before you send it on.",
    "",
    "Not in it: private keys, tokens, passwords, message payloads, environment variables, what programs are started with.",
    "In it: names and addresses of servers and clients, paths, modes and owners of files, the end of the log.",
    "",
    ...parts.map(({ path, bytes }) => `${path} (${bytes} bytes)`),
    ...without.map(({ path, reason }) => `without ${path}: ${reason}`),
    "",
  ].join("\n");
}

function pack({ parts }: Collector, folder: string, now: number): Uint8Array {
  const entries = parts.map(({ path, text }) => ({
    ...({ kind: "file", path: `${folder}/${path}`, mode: 0o600 } as const),
    bytes: Buffer.from(text),
  }));
  const tar = writeTar(withParents(entries), { mtime: Math.floor(now / 1000) });
  return gzipSync(tar);
}
