/**
 * The compiled `fleet server`, which makes its own certificates, in a folder that goes with it: for tests of what it
 * makes, and under another date.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { type FinishedRun, type RunningProgram, makeTemporaryFolder } from "./binary.ts";
import { runBinary, startBinary } from "./binary.ts";
import { waitFor } from "./wait-for.ts";

interface RunFile {
  readonly pid: number;
  readonly https: string;
  readonly socket: string;
  readonly web: string;
}

export class ServerProcess implements AsyncDisposable {
  readonly folder: string;
  readonly databasePath: string;
  readonly #temporary = makeTemporaryFolder();
  readonly #env: Readonly<Record<string, string>>;
  #program: RunningProgram | undefined;
  #address = "127.0.0.1:0";
  #web = "127.0.0.1:0";

  private constructor(env: Readonly<Record<string, string>>) {
    this.folder = this.#temporary.path;
    this.databasePath = join(this.folder, "fleet.sqlite");
    this.#env = env;
  }

  /**
   * @param env for it and for the commands that are sent to it.
   * @param prepare what is done before with the path of its database.
   */
  static async start(
    env: Readonly<Record<string, string>> = {},
    prepare?: (databasePath: string) => Promise<unknown>,
  ): Promise<ServerProcess> {
    const server = new ServerProcess(env);
    await prepare?.(server.databasePath);
    writeFileSync(server.#servicesFile, 'services { name: "echo" factory: "NOOP" }\n');
    await server.resume();
    return server;
  }

  /** "host:port" of the clients' port; the same after a restart. */
  get address(): string {
    return this.#address;
  }

  /** Of page and HTTP API; the same after a restart. */
  get webUrl(): string {
    return `http://${this.#web}`;
  }

  /** PEM. */
  get caCertificate(): string {
    return readFileSync(join(`${this.databasePath}.d`, "ca.pem"), "utf8");
  }

  /** What it has logged since its last start. */
  get log(): string {
    return this.#program?.stderr() ?? "";
  }

  /** Starts it again after `kill`. */
  async resume(): Promise<void> {
    const program = startBinary(
      [
        ...["server", "--database_path", this.databasePath, "--https_addr", this.#address],
        ...["--admin_addr", "127.0.0.1:0", "--web_addr", this.#web],
        ...["--config_path", this.#servicesFile],
      ],
      { env: this.#env },
    );
    this.#program = program;
    const runFile = join(`${this.databasePath}.d`, "run.json");
    const run = await waitFor(
      () => {
        if (!existsSync(runFile)) return undefined;
        const content = JSON.parse(readFileSync(runFile, "utf8")) as RunFile;
        return content.pid === program.pid ? content : undefined;
      },
      { what: "the server's run.json", deadlineMs: 15_000 },
    );
    this.#address = run.https;
    this.#web = run.web;
  }

  async kill(signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
    this.#program?.kill(signal);
    await this.#program?.finished;
  }

  /** Runs a command of `fleet` against it, under the same date. */
  command(args: readonly string[]): Promise<FinishedRun> {
    const place = ["--database_path", this.databasePath];
    const [name = "", ...rest] = args;
    return runBinary([name, ...rest.slice(0, 1), ...place, ...rest.slice(1)], {
      env: this.#env,
      deadlineMs: 60_000,
    });
  }

  get #servicesFile(): string {
    return join(this.folder, "services.config");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
    this.#temporary[Symbol.dispose]();
  }
}
