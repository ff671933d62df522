/**
 * The compiled client on the files that the original reads, so that the two can take each other's place in a test.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { type RunningProgram, makeTemporaryFolder, startBinary } from "../binary.ts";
import { type ClientFilesOptions, writeClientFiles } from "./client-files.ts";

export interface OurClientOptions extends Omit<ClientFilesOptions, "services"> {
  /** Of the folder in which the client keeps everything. */
  readonly services: (folder: string) => Readonly<Record<string, string>>;
  /** Text format of fleet.v1.ClientExtension, beside the client file; services need no signature. */
  readonly extension?: string;
}

/** Some of what `fleet client status` reads. */
export interface OurClientStatus {
  readonly state: string;
  readonly transport?: string;
  readonly lastError?: string;
  readonly outbox: { readonly messages: number };
}

export class OurClient implements AsyncDisposable {
  readonly folder: string;
  readonly #config: string;
  readonly #removeFolder: () => void;
  #program: RunningProgram;

  constructor(options: OurClientOptions) {
    const folder = makeTemporaryFolder();
    this.folder = folder.path;
    this.#removeFolder = () => folder[Symbol.dispose]();
    const services = options.services(folder.path);
    this.#config = writeClientFiles(folder.path, { ...options, services });
    const extension = `allow_unsigned_services: true ${options.extension ?? ""}\n`;
    writeFileSync(`${this.#config}.fleet`, extension, { mode: 0o600 });
    this.#program = this.#spawn();
  }

  get pid(): number {
    return this.#program.pid;
  }

  get log(): string {
    return this.#program.stderr();
  }

  /** undefined before its first start has got so far. */
  get status(): OurClientStatus | undefined {
    try {
      const text = readFileSync(join(this.folder, "state.fleet.status.json"), "utf8");
      return JSON.parse(text) as OurClientStatus;
    } catch {
      return undefined;
    }
  }

  /** Ends it with this signal and waits for its end. */
  async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
    this.#program.kill(signal);
    await this.#program.finished;
  }

  async restart(signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
    await this.stop(signal);
    this.#program = this.#spawn();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#program[Symbol.asyncDispose]();
    this.#removeFolder();
  }

  #spawn(): RunningProgram {
    return startBinary(["client", "--config", this.#config]);
  }
}
