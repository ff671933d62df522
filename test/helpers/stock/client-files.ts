/**
 * The files of one client, the same for the original's and for ours: the client file, communicator.txt and text services.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { printText } from "../../../src/config/text-printer.ts";

export interface ClientFilesOptions {
  /** "host:port" of the clients' port. */
  readonly server: string;
  /** PEM. */
  readonly caCertificate: string;
  readonly streaming: boolean;
  /** More of communicator.txt, text format of fleetspeak.client.CommunicatorConfig. */
  readonly communicator?: string;
  /** By the file's name without ".txt": text format of fleetspeak.ClientServiceConfig. */
  readonly services: Readonly<Record<string, string>>;
}

/** The default pause after a failure is five minutes. */
const shortDelays =
  "max_poll_delay_seconds: 1 max_buffer_delay_seconds: 1 min_failure_delay_seconds: 1";

/** Writes them into an existing folder. @returns the path of the client file. */
export function writeClientFiles(folder: string, options: ClientFilesOptions): string {
  mkdirSync(join(folder, "textservices"), { recursive: true, mode: 0o700 });
  mkdirSync(join(folder, "services"), { recursive: true, mode: 0o700 });
  for (const [name, text] of Object.entries(options.services)) {
    writeFileSync(join(folder, "textservices", `${name}.txt`), text, { mode: 0o600 });
  }
  writeFileSync(join(folder, "communicator.txt"), `${shortDelays} ${options.communicator ?? ""}\n`);
  const path = join(folder, "client.config");
  const text = printText("fleetspeak.client.generic.Config", {
    trusted_certs: options.caCertificate,
    server: [options.server],
    filesystem_handler: { configuration_directory: folder, state_file: join(folder, "state") },
    streaming: options.streaming,
  });
  writeFileSync(path, text, { mode: 0o600 });
  return path;
}
