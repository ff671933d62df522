/**
 * The stock client on files of its own, in a folder that goes with it.
 */
import { type RunningProgram, makeTemporaryFolder, startBinary } from "../binary.ts";
import { type ClientFilesOptions, writeClientFiles } from "./client-files.ts";
import { stockPrograms } from "./programs.ts";

const orderlyStopMs = 3_000;

export interface StockClientOptions extends Omit<ClientFilesOptions, "services"> {
  /** Of the folder in which the client keeps everything. */
  readonly services: (folder: string) => Readonly<Record<string, string>>;
}

export class StockClient implements AsyncDisposable {
  readonly folder: string;
  readonly #config: string;
  readonly #removeFolder: () => void;
  #program: RunningProgram;

  constructor(options: StockClientOptions) {
    const folder = makeTemporaryFolder();
    this.folder = folder.path;
    this.#removeFolder = () => folder[Symbol.dispose]();
    const services = options.services(folder.path);
    this.#config = writeClientFiles(folder.path, { ...options, services });
    this.#program = this.#spawn();
  }

  get pid(): number {
    return this.#program.pid;
  }

  get log(): string {
    return this.#program.stderr();
  }

  /**
   * Ends it in order and waits for its end. What its services handed over and it has not sent is lost. With messages
   * under way it may never end by itself: then it is killed.
   */
  async stop(): Promise<void> {
    this.#program.kill("SIGTERM");
    const { promise: late, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, orderlyStopMs);
    await Promise.race([this.#program.finished, late]);
    clearTimeout(timer);
    this.#program.kill("SIGKILL");
    await this.#program.finished;
  }

  async restart(): Promise<void> {
    await this.stop();
    this.#program = this.#spawn();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#program[Symbol.asyncDispose]();
    this.#removeFolder();
  }

  #spawn(): RunningProgram {
    return startBinary(["-config", this.#config, "-logtostderr"], {
      executable: stockPrograms.client,
    });
  }
}
