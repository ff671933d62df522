/**
 * The compiled client on a configuration of its own, with short pauses, in a folder that goes with it.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { printText } from "../../src/config/text-printer.ts";
import type { ClientTransport } from "../../src/config/schemas/client.ts";
import { type ClientId, parseClientId } from "../../src/core/ids.ts";
import type { ClientStatus } from "../../src/roles/client/status.ts";
import { type RunningProgram, makeTemporaryFolder, startBinary } from "./binary.ts";
import { waitFor } from "./wait-for.ts";

export interface CompiledClientOptions {
  /** "host:port" */
  readonly server: string;
  /** PEM. */
  readonly caCertificate: string;
  readonly transport?: ClientTransport;
  readonly compression?: boolean;
  /** Text format of fleetspeak.ClientServiceConfig by name; unsigned. */
  readonly services?: Readonly<Record<string, string>>;
  /** PEM of public keys. */
  readonly deploymentKey?: string;
  /** A URL. */
  readonly proxy?: string;
  readonly labels?: readonly string[];
  /** What may wait for the server. */
  readonly outboxBytes?: number;
}

/** Pauses of a client that is to be quick; seconds are the smallest that the file knows. */
const communicator = `
  max_poll_delay_seconds: 1 max_buffer_delay_seconds: 1 min_failure_delay_seconds: 1`;

export class CompiledClient implements AsyncDisposable {
  readonly #folder = makeTemporaryFolder();
  #program: RunningProgram;
  /** Of the runs before this one. */
  #oldLog = "";

  private constructor(options: CompiledClientOptions) {
    this.#writeFiles(options);
    this.#program = this.#spawn();
  }

  /** When this returns it has read its services; it may still be on the way to its server. */
  static async start(options: CompiledClientOptions): Promise<CompiledClient> {
    const client = new CompiledClient(options);
    await client.#waitForStart();
    return client;
  }

  get folder(): string {
    return this.#folder.path;
  }

  get pid(): number {
    return this.#program.pid;
  }

  get clientId(): ClientId {
    return parseClientId(this.status.clientId);
  }

  get status(): ClientStatus {
    return JSON.parse(readFileSync(`${this.#stateFile}.fleet.status.json`, "utf8")) as ClientStatus;
  }

  /** What all its runs have logged so far. */
  get log(): string {
    return this.#oldLog + this.#program.stderr();
  }

  get residentMb(): number {
    const status = readFileSync(`/proc/${this.pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? "0") / 1024;
  }

  async waitForLog(pattern: RegExp | string, deadlineMs = 10_000): Promise<void> {
    await waitFor(() => this.log.match(pattern), {
      what: `${String(pattern)} in the client's log: ${this.log.slice(-3000)}`,
      deadlineMs,
    }).catch((error: unknown) => {
      throw new Error(`${String(error)}; the log is now: ${this.log.slice(-3000)}`);
    });
  }

  async waitForContact(transport: string, deadlineMs = 15_000): Promise<void> {
    await waitFor(() => this.status.state === "connected" && this.status.transport === transport, {
      what: `a contact by ${transport}: ${JSON.stringify(this.status)}`,
      deadlineMs,
    });
  }

  /** Writes the file of an unsigned service; `reload` makes it count. */
  writeService(name: string, text: string): void {
    writeFileSync(join(this.folder, "textservices", `${name}.service`), text);
  }

  removeService(name: string): void {
    rmSync(join(this.folder, "textservices", `${name}.service`));
  }

  reload(): void {
    this.#program.kill("SIGHUP");
  }

  /** Ends it, and waits for its end. @returns its exit status. */
  async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<number> {
    this.#program.kill(signal);
    const { status } = await this.#program.finished;
    return status;
  }

  async restart(signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
    await this.stop(signal);
    this.#oldLog = this.log;
    this.#program = this.#spawn();
    await this.#waitForStart();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#program[Symbol.asyncDispose]();
    this.#folder[Symbol.dispose]();
  }

  get #stateFile(): string {
    return join(this.folder, "state");
  }

  #writeFiles(options: CompiledClientOptions): void {
    for (const name of ["services", "textservices"])
      mkdirSync(join(this.folder, name), { mode: 0o700 });
    const compression = options.compression ? " compression: COMPRESSION_DEFLATE" : "";
    writeFileSync(join(this.folder, "communicator.txt"), `${communicator}${compression}\n`);
    writeFileSync(join(this.folder, "client.config"), clientFile(this.folder, options), {
      mode: 0o600,
    });
    for (const [name, text] of Object.entries(options.services ?? {}))
      this.writeService(name, text);
  }

  #spawn(): RunningProgram {
    return startBinary(["client", "--config", join(this.folder, "client.config")], {
      cwd: this.folder,
    });
  }

  async #waitForStart(): Promise<void> {
    const { finished } = this.#program;
    const ended = finished.then(({ stderr }) => {
      throw new Error(`the client ended: ${stderr}`);
    });
    // "starting" is written before the services are read.
    const started = waitFor(() => this.#isStarted(), { what: "the start", deadlineMs: 10_000 });
    await Promise.race([started, ended]);
    ended.catch(() => {});
  }

  #isStarted(): boolean {
    try {
      return this.status.pid === this.pid && this.status.state !== "starting";
    } catch {
      return false;
    }
  }
}

function clientFile(folder: string, options: CompiledClientOptions): string {
  return printText("fleetspeak.client.generic.Config", {
    trusted_certs: options.caCertificate,
    server: [options.server],
    client_label: [...(options.labels ?? [])],
    filesystem_handler: { configuration_directory: folder, state_file: join(folder, "state") },
    ...(options.proxy !== undefined && { proxy: options.proxy }),
    fleet: {
      transport: options.transport ?? "AUTO",
      allow_unsigned_services: true,
      reconnect: { jitter: { nanos: 20_000_000 }, base: { nanos: 50_000_000 } },
      ...(options.outboxBytes !== undefined && {
        outbox: { max_bytes: BigInt(options.outboxBytes) },
      }),
      ...(options.deploymentKey !== undefined && {
        deployment_public_key: [options.deploymentKey],
      }),
    },
  });
}
