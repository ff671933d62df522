/** fleetspeak-client: a client from its file, until a signal ends it. SIGHUP reads the file again, SIGUSR1 writes a profile. */
import { isDeepStrictEqual } from "node:util";

import { loadClientConfig } from "../../config/load.ts";
import type { ClientConfig } from "../../config/schemas/client.ts";
import type { ServiceDefinition } from "../../config/service-signing.ts";
import { loadSettled } from "../../config/settled.ts";
import type { Clock } from "../../core/clock.ts";
import { getLog } from "../../observability/log.ts";
import { type RunningClient, startClient } from "../../roles/client/client.ts";
import { clientOptions } from "../../roles/client/from-config.ts";
import type { ClientOptions } from "../../roles/client/options.ts";
import { catchHangups } from "../actions/reload-on-hangup.ts";
import { runUntilEnded } from "../actions/run-until-ended.ts";
import { failing, readAs } from "./failures.ts";
import { goQuote } from "./go-text.ts";
import { writeHeapProfile } from "./heap-profile.ts";
import type { DefineProgram } from "./run-original.ts";
import { withoutSignal } from "./stopped.ts";

const area = "fleetspeak_client";
/** Where the original's package has it; its program has to be told (ours.md 2). */
const defaultFile = "/etc/fleetspeak-client/client.config";
const failureWords = "Stopped due to unrecoverable error";

export const defineClient: DefineProgram = (flags) => {
  const config = flags.string("config", "", "Client configuration file, required.");
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
    const hangups = catchHangups(getLog("client"));
    const file = config.value === "" ? defaultFile : config.value;
    const options = { file, clock: terminal.clock, stdForward: stdForward.value };
    const client = new ReloadingClient(options);
    await failing(failureWords, async () => client.start(await readClientFile(file)));
    hangups.serve(() => client.reload());
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

function readClientFile(path: string): Promise<ClientConfig> {
  return readAs(["unable", `configuration file ${goQuote(path)}`], path, loadClientConfig);
}

interface ReloadingOptions {
  readonly file: string;
  readonly clock: Clock;
  readonly stdForward: boolean;
}

/** A client that can be started anew on a file that has changed. */
class ReloadingClient implements AsyncDisposable {
  readonly #options: ReloadingOptions;
  readonly #ended = Promise.withResolvers<number>();
  #config: ClientConfig | undefined;
  #client: RunningClient | undefined;
  #reloading: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(options: ReloadingOptions) {
    this.#options = options;
  }

  /** Resolves with the exit code when the client ends by itself; rejects when it cannot be started anew. */
  get ended(): Promise<number> {
    return this.#ended.promise;
  }

  async start(config: ClientConfig): Promise<void> {
    const options = clientOptions(config, getLog("client"));
    const { stdForward } = this.#options;
    const client = await startClient(stdForward ? withAttachedDaemons(options) : options);
    this.#config = config;
    this.#client = client;
    void client.done.then(({ exitCode, force }) => {
      if (this.#client !== client) return;
      if (force) process.exit(exitCode);
      this.#ended.resolve(exitCode);
    });
  }

  /** Not to be called twice at once. @throws configuration for a file that is wrong: what ran goes on. */
  reload(): Promise<void> {
    this.#reloading = this.#reload();
    return this.#reloading;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isStopped = true;
    await this.#reloading.catch(() => {});
    await this.#client?.[Symbol.asyncDispose]();
  }

  async #reload(): Promise<void> {
    const { file, clock } = this.#options;
    const config = await loadSettled([file], () => loadClientConfig(file), clock);
    if (this.#isStopped) return;
    if (isDeepStrictEqual(config, this.#config)) return await this.#client?.reload();
    await this.#client?.[Symbol.asyncDispose]();
    this.#client = undefined;
    await failing(failureWords, () => this.start(config)).catch(this.#ended.reject);
  }
}
