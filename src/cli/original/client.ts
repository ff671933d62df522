/** fleetspeak-client: a client from its file, until a signal ends it. SIGHUP reads the file again, SIGUSR1 writes a profile. */
import { isDeepStrictEqual } from "node:util";

import { loadClientConfig } from "../../config/load.ts";
import type { ClientConfig } from "../../config/schemas/client.ts";
import type { ServiceDefinition } from "../../config/service-signing.ts";
import { describeThrown } from "../../core/errors.ts";
import { getLog } from "../../observability/log.ts";
import { type RunningClient, startClient } from "../../roles/client/client.ts";
import { clientOptions } from "../../roles/client/from-config.ts";
import type { ClientOptions } from "../../roles/client/options.ts";
import { runUntilEnded } from "../actions/run-until-ended.ts";
import { failing, readAs } from "./failures.ts";
import type { Glog } from "./glog.ts";
import { goQuote } from "./go-text.ts";
import { writeHeapProfile } from "./heap-profile.ts";
import type { DefineProgram } from "./run-original.ts";
import { withoutSignal } from "./stopped.ts";

const area = "fleetspeak_client";
const failureWords = "Stopped due to unrecoverable error";

export const defineClient: DefineProgram = (flags) => {
  const file = flags.string("config", "", "Client configuration file, required.");
  const profileDirectory = flags.string(
    "profile_dir",
    "/tmp",
    "Directory to write profiling data to.",
  );
  const stdForward = flags.boolean(
    "std_forward",
    "If set attaches the dependent service to the client's stdin, stdout, stderr. Meant for testing individual daemonservice integrations.",
  );
  return async ({ terminal, log }) => {
    process.on("SIGUSR1", () => {
      writeHeapProfile(profileDirectory.value, terminal.clock.now(), log);
    });
    const client = new ReloadingClient(file.value, log, stdForward.value);
    // Before it starts: without a handler the signal would end the process.
    process.on("SIGHUP", () => client.reload());
    await failing(failureWords, () => client.start());
    const exitCode = withoutSignal(await runUntilEnded(terminal, client, client.ended));
    if (exitCode === 0) log.log("INFO", area, "Successfully stopped service.");
    return exitCode;
  };
};

/** -std_forward: the programs of Daemon services have this process's standard input and outputs. */
function withAttachedDaemons(options: ClientOptions): ClientOptions {
  const { loadServices } = options;
  return {
    ...options,
    ...(loadServices && {
      loadServices: async () => {
        const { definitions, refused } = await loadServices();
        return { definitions: definitions.map(attach), refused };
      },
    }),
  };
}

function attach(definition: ServiceDefinition): ServiceDefinition {
  const { config } = definition;
  if (config.settings.factory !== "Daemon") return definition;
  return { ...definition, config: { ...config, settings: { ...config.settings, attached: true } } };
}

/** A client that can be started anew on a file that has changed. */
class ReloadingClient implements AsyncDisposable {
  readonly #file: string;
  readonly #log: Glog;
  readonly #stdForward: boolean;
  readonly #ended = Promise.withResolvers<number>();
  #config: ClientConfig | undefined;
  #client: RunningClient | undefined;
  /** One change at a time, the end last. */
  #changes: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(file: string, log: Glog, stdForward: boolean) {
    this.#file = file;
    this.#log = log;
    this.#stdForward = stdForward;
  }

  /** Resolves with the exit code when the client ends by itself. */
  get ended(): Promise<number> {
    return this.#ended.promise;
  }

  /** A reload that is asked for meanwhile follows. */
  async start(): Promise<void> {
    const started = this.#load().then((config) => this.#run(config));
    this.#changes = started.catch(() => {
      this.#isStopped = true;
    });
    await started;
  }

  /** A file that is wrong changes nothing: what ran goes on. */
  reload(): void {
    this.#log.log("INFO", area, "Signal received: hangup");
    this.#changes = this.#changes.then(() => this.#reload());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isStopped = true;
    await this.#changes;
    await this.#client?.[Symbol.asyncDispose]();
  }

  async #reload(): Promise<void> {
    if (this.#isStopped) return;
    let config: ClientConfig;
    try {
      config = await this.#load();
      if (isDeepStrictEqual(config, this.#config)) return await this.#client?.reload();
    } catch (thrown) {
      return this.#log.log("ERROR", area, `not reloaded: ${describeThrown(thrown)}`);
    }
    await this.#replace(config);
  }

  /** Without a client there is nothing left to run for. */
  async #replace(config: ClientConfig): Promise<void> {
    try {
      await this.#client?.[Symbol.asyncDispose]();
      this.#client = undefined;
      await this.#run(config);
    } catch (thrown) {
      this.#log.log("FATAL", area, `${failureWords}: ${describeThrown(thrown)}`);
      this.#ended.resolve(1);
    }
  }

  #load(): Promise<ClientConfig> {
    const words = `configuration file ${goQuote(this.#file)}`;
    return readAs(["unable", words], this.#file, loadClientConfig);
  }

  async #run(config: ClientConfig): Promise<void> {
    const options = clientOptions(config, getLog("client"));
    this.#config = config;
    const client = await startClient(this.#stdForward ? withAttachedDaemons(options) : options);
    this.#client = client;
    void client.done.then(({ exitCode, force }) => {
      if (this.#client !== client) return;
      if (force) process.exit(exitCode);
      this.#ended.resolve(exitCode);
    });
  }
}
