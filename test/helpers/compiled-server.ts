/**
 * The compiled server on a components file of its own, with short timers, in a folder that goes with it.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { AdminClient } from "../../src/cli/server/admin-client.ts";
import { printText } from "../../src/config/text-printer.ts";
import { makeCertificateAuthority, makeServerCertificate } from "../../src/net/certificates.ts";
import { waitFor } from "./wait-for.ts";

export const fleetExecutable = join(import.meta.dir, "../../dist/fleet");

export interface CompiledServerOptions {
  /** Text format of fleetspeak.server.ServerConfig. */
  readonly services?: string;
  /** Text format of fleet.v1.ServerExtension.Timers and Limits, in place of the short ones. */
  readonly extension?: string;
  /** `disable_streaming`: 404 on both stream routes. */
  readonly disableStreaming?: boolean;
  /** More of the components file, in text format. */
  readonly sections?: string;
  /** Milliseconds since the epoch: the server's certificate is valid for a year from then. */
  readonly certificateMadeAt?: number;
  /** Of the clients' port; by default a free one of 127.0.0.1. */
  readonly listenAddress?: string;
}

const shortTimers = `
  timers {
    header_timeout { seconds: 1 } body_timeout { seconds: 2 } idle_timeout { seconds: 2 }
    handshake_timeout { seconds: 1 } sweep { seconds: 1 }
  }`;

export class CompiledServer implements AsyncDisposable {
  readonly folder: string;
  readonly caCertificate: string;
  readonly databasePath: string;
  #child: ChildProcess;
  #log = "";
  #run: { https: string; socket: string } = { https: "", socket: "" };

  private constructor(folder: string, caCertificate: string) {
    this.folder = folder;
    this.caCertificate = caCertificate;
    this.databasePath = join(folder, "fleet.sqlite");
    this.#child = this.#spawn();
  }

  static async start(options: CompiledServerOptions = {}): Promise<CompiledServer> {
    const folder = mkdtempSync(join(tmpdir(), "fleet-server-"));
    const now = Date.now();
    const authority = await makeCertificateAuthority({ name: "test", now });
    const hosts = ["127.0.0.1", "localhost"];
    const { certificate, key } = await makeServerCertificate({
      name: "test",
      hosts,
      authority,
      now: options.certificateMadeAt ?? now,
    });
    const https = printText("fleetspeak.components.Config", {
      https_config: {
        listen_address: options.listenAddress ?? "127.0.0.1:0",
        certificates: certificate,
        key,
        ...(options.disableStreaming && { disable_streaming: true }),
      },
      fleet: { database_path: join(folder, "fleet.sqlite") },
    });
    const extension = options.extension ?? shortTimers;
    const components = https.replace(/(fleet \{\n)/, `$1${extension}\n`);
    const file = `${components}\n${options.sections ?? ""}\n`;
    writeFileSync(join(folder, "server.components.config"), file, { mode: 0o600 });
    writeFileSync(
      join(folder, "server.services.config"),
      options.services ?? 'services { name: "sink" factory: "NOOP" }\n',
    );
    const server = new CompiledServer(folder, authority.certificate);
    await server.#waitForStart();
    return server;
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get port(): number {
    return Number(this.#run.https.split(":").at(-1));
  }

  /** Path of the admin API's Unix socket. */
  get socket(): string {
    return this.#run.socket;
  }

  /** A client of its admin API; one that a restart has cut off finds its way back slowly: open another. */
  openAdmin(): AdminClient {
    return new AdminClient({
      address: { target: `unix:${this.socket}`, foundBy: "the test" },
      signal: new AbortController().signal,
    });
  }

  /** What it has logged so far. */
  get log(): string {
    return this.#log;
  }

  get residentMb(): number {
    const status = readFileSync(`/proc/${this.pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? "0") / 1024;
  }

  /** Ends it with this signal and waits for its end. @returns its exit status; null after a signal that killed it. */
  async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<number | null> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null)
      return this.#child.exitCode;
    const ended = new Promise<number | null>((resolve) => this.#child.once("exit", resolve));
    this.#child.kill(signal);
    return await ended;
  }

  /** At the same port. */
  async restart(signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
    await this.stop(signal);
    const path = join(this.folder, "server.components.config");
    const components = readFileSync(path, "utf8");
    writeFileSync(path, components.replace("127.0.0.1:0", `127.0.0.1:${this.port}`));
    this.#child = this.#spawn();
    await this.#waitForStart();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop("SIGKILL");
    rmSync(this.folder, { recursive: true, force: true });
  }

  #spawn(): ChildProcess {
    const file = (name: string) => join(this.folder, name);
    const child = spawn(
      fleetExecutable,
      [
        ...["run", "--components_config", file("server.components.config")],
        ...["--services_config", file("server.services.config")],
      ],
      { stdio: ["ignore", "pipe", "pipe"], env: { PATH: process.env["PATH"] } },
    );
    const keep = (chunk: Buffer) => {
      this.#log += chunk.toString();
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    return child;
  }

  async #waitForStart(): Promise<void> {
    const runFile = join(`${this.databasePath}.d`, "run.json");
    const ended = () => this.#child.exitCode !== null;
    await waitFor(() => ended() || (existsSync(runFile) && this.#readRun(runFile)), {
      what: "the server's run.json",
      deadlineMs: 10_000,
    });
    if (ended()) throw new Error(`the server ended: ${this.#log}`);
  }

  #readRun(path: string): boolean {
    const content: unknown = JSON.parse(readFileSync(path, "utf8"));
    const { pid, https, socket } = content as { pid: number; https: string; socket: string };
    this.#run = { https, socket };
    return pid === this.pid;
  }
}
