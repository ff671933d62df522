/** fleet support-bundle: what somebody who is to help needs to know, with secrets removed, as one archive. */
import { gzipSync } from "node:zlib";

import { decodeContent, embeddedConfig } from "../../config/block/content.ts";
import { loadClientConfig } from "../../config/load.ts";
import type { ClientConfig } from "../../config/schemas/client.ts";
import { withParents } from "../../packaging/entry.ts";
import { writeTar } from "../../packaging/tar.ts";
import { createFile } from "../../platform/private-file.ts";
import { collectClient } from "../../roles/all/support/client-parts.ts";
import { Collector } from "../../roles/all/support/collector.ts";
import { describeMachine } from "../../roles/all/support/machine.ts";
import { collectServer } from "../../roles/all/support/server-parts.ts";
import { type DiagnosisOptions, chooseFiles, diagnose } from "../doctor/diagnose.ts";
import { collectAnswers } from "../server/support-answers.ts";
import { formatTable } from "../terminal/output.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { formatJson } from "../terminal/text.ts";
import { formatDiagnosis } from "./doctor.ts";

export interface SupportBundleOptions extends DiagnosisOptions {
  readonly log_file?: readonly string[];
  readonly out?: string;
  readonly dry_run?: true;
  readonly json?: true;
}

/** @param embedded the block of this executable. @throws as chooseFiles, and conflict where the archive exists. */
export async function makeSupportBundle(
  terminal: Terminal,
  options: SupportBundleOptions,
  embedded: Uint8Array | undefined,
): Promise<void> {
  const now = terminal.clock.now();
  const name = `fleet-support-${new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const out = options.out ?? `${name}.tar.gz`;
  const collector = new Collector();
  await collect(terminal, collector, options, embedded);
  collector.add("README.txt", readme(collector));
  await list(terminal, collector, options.json === true && options.dry_run === true);
  if (options.dry_run) return;
  createFile(out, "support bundle", pack(collector, name, now));
  if (options.json) await terminal.write(formatJson({ file: out, ...contentsOf(collector) }));
  else await terminal.write(`${out}\n`);
}

async function collect(
  terminal: Terminal,
  collector: Collector,
  options: SupportBundleOptions,
  embedded: Uint8Array | undefined,
): Promise<void> {
  const now = terminal.clock.now();
  const chosen = chooseFiles(terminal, options, embedded !== undefined) ?? {};
  const { components_config: componentsConfig, database_path: databasePath } = chosen;
  const isServer = componentsConfig !== undefined || databasePath !== undefined;
  const client = clientOf(chosen, isServer ? undefined : embedded);
  const logFiles = options.log_file ?? [];
  await collector.gather("machine.json", () => describeMachine(now));
  if (isServer) {
    const places = { componentsConfig, databasePath, servicesConfig: chosen.services_config };
    const found = await collectServer(collector, { ...places, logFiles, clock: terminal.clock });
    await collectAnswers(collector, terminal, found);
  }
  if (client !== undefined) {
    const config = await usable(collector, client.load);
    // Whose log a file is, is not known where both are asked for.
    const own = isServer ? [] : logFiles;
    await collectClient(collector, { source: client.source, config, logFiles: own, now });
  }
  await collector.gather("doctor.txt", async () =>
    (await diagnose(terminal, chosen, embedded)).map(formatDiagnosis).join("\n"),
  );
}

/** Its file, or what the executable carries. */
function clientOf({ config: file }: DiagnosisOptions, embedded: Uint8Array | undefined) {
  if (file !== undefined) return { source: file, load: () => loadClientConfig(file) };
  if (embedded === undefined) return undefined;
  const content = decodeContent(embedded);
  return { source: content.message, load: () => embeddedConfig(content) };
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
