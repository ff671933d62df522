/**
 * An endpoint: a folder with a client's file, its services and its state, on which the original's client and ours can
 * run, one after the other.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { printText } from "../../src/config/text-printer.ts";
import type { PlainMessage } from "../../src/config/plain-message.ts";
import { type ClientState, decodeClientState } from "../../src/proto/system-codec.ts";
import type { ClientStatus } from "../../src/roles/client/status.ts";
import { type RunningProgram, makeTemporaryFolder, startBinary } from "./binary.ts";
import { stockPrograms } from "./stock/programs.ts";
import { waitFor } from "./wait-for.ts";

export type ClientKind = "stock" | "ours";

export interface EndpointOptions {
  /** "host:port" */
  readonly server: string;
  /** PEM. */
  readonly trustedCertificates: string;
  /** More of the client's file. */
  readonly fields?: PlainMessage;
  /** Text format of fleet.v1.ClientExtension, for the file beside it. */
  readonly extension?: string;
}

/** One that lets the tests' services run unsigned. */
export const defaultExtension = "allow_unsigned_services: true reconnect { jitter {} }\n";

export class Endpoint implements Disposable {
  readonly folder: string;
  readonly stateFile: string;
  readonly configFile: string;
  readonly #temporary = makeTemporaryFolder();

  constructor(options: EndpointOptions) {
    this.folder = this.#temporary.path;
    this.stateFile = join(this.folder, "state");
    this.configFile = join(this.folder, "client.config");
    mkdirSync(join(this.folder, "textservices"));
    const folders = { configuration_directory: this.folder, state_file: this.stateFile };
    const config = {
      trusted_certs: options.trustedCertificates,
      server: [options.server],
      filesystem_handler: folders,
      streaming: true,
      ...options.fields,
    };
    writeFileSync(this.configFile, printText("fleetspeak.client.generic.Config", config));
    writeFileSync(`${this.configFile}.fleet`, options.extension ?? defaultExtension);
    const delays = "max_poll_delay_seconds: 1 max_buffer_delay_seconds: 1";
    const text = `${delays} min_failure_delay_seconds: 1\n`;
    writeFileSync(join(this.folder, "communicator.txt"), text);
  }

  /** A service that runs a program for each message. */
  addStdinService(name: string, cmd: string): void {
    const config = `[type.googleapis.com/fleetspeak.stdinservice.Config] { cmd: "${cmd}" }`;
    writeFileSync(
      join(this.folder, "textservices", `${name}.txt`),
      `name: "${name}" factory: "Stdin" config { ${config} }\n`,
    );
  }

  start(kind: ClientKind, env: Readonly<Record<string, string>> = {}): RunningProgram {
    if (kind === "ours") return startBinary(["client", "--config", this.configFile], { env });
    const args = ["-config", this.configFile, "-logtostderr"];
    return startBinary(args, { executable: stockPrograms.client, env });
  }

  /** What our client says of itself. */
  readStatus(): ClientStatus {
    return JSON.parse(readFileSync(`${this.stateFile}.fleet.status.json`, "utf8")) as ClientStatus;
  }

  readState(): ClientState {
    return decodeClientState(readFileSync(this.stateFile));
  }

  [Symbol.dispose](): void {
    this.#temporary[Symbol.dispose]();
  }
}

/** Ends a client in order, or with another signal, and waits for its end. */
export async function stop(client: RunningProgram, signal: NodeJS.Signals = "SIGTERM") {
  client.kill(signal);
  const ended = client.finished.then(() => true);
  await waitFor(() => Promise.race([ended, Promise.resolve(false)]), {
    what: `the end of the client; it wrote ${client.stderr()}`,
    deadlineMs: 15_000,
  });
}
