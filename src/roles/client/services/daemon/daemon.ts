/**
 * Daemon: a program that runs on and exchanges messages over a channel (protocol.md 8 and 9).
 *
 * A message counts as processed when the system has taken it for the process. While there is none to take it, messages
 * wait in the inbox.
 */
import type { DaemonSettings } from "../../../../config/schemas/client-service.ts";
import { FleetError, describeThrown } from "../../../../core/errors.ts";
import type { Message } from "../../../../core/message.ts";
import { Bell } from "../../bell.ts";
import type { ClientService, Processed, ServiceContext } from "../service.ts";
import { Execution, type ExecutionEnd } from "./execution.ts";
import { resolveRunAs } from "./run-as.ts";

/** A message whose process ended before it took it goes to so many processes. */
const maxTries = 2;

/** @throws configuration for a user that it cannot run as. */
export function makeDaemonService(
  settings: DaemonSettings,
  context: ServiceContext,
): ClientService {
  // Found at once what would otherwise fail each minute.
  if (settings.runAs !== undefined) resolveRunAs(settings.runAs);
  return new DaemonService(settings, context);
}

class DaemonService implements ClientService {
  readonly #settings: DaemonSettings;
  readonly #context: ServiceContext;
  readonly #stop = new AbortController();
  /** Rung when a message waits for a process. */
  readonly #wanted = new Bell();
  readonly #supervision: Promise<void>;
  #execution: Execution | undefined;
  #started = Promise.withResolvers<Execution>();

  constructor(settings: DaemonSettings, context: ServiceContext) {
    this.#settings = settings;
    this.#context = context;
    if (!settings.lazyStart) this.#wanted.ring();
    this.#supervision = this.#supervise();
  }

  async process(message: Message, signal: AbortSignal): Promise<Processed> {
    for (let tries = 1; ; tries++) {
      const execution = this.#execution ?? (await this.#untilStarted(signal));
      try {
        await execution.send(message, signal);
        return {};
      } catch (thrown) {
        signal.throwIfAborted();
        const gone = thrown instanceof FleetError && thrown.code === "unavailable";
        if (!gone || tries === maxTries) throw thrown;
        await execution.ended;
      }
    }
  }

  /** Ends the process in order, within some seconds. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort(new FleetError("unavailable", "the service is stopped"));
    this.#execution?.stop("the service is stopped");
    await this.#supervision;
  }

  #untilStarted(signal: AbortSignal): Promise<Execution> {
    signal.throwIfAborted();
    this.#wanted.ring();
    const { promise, resolve, reject } = Promise.withResolvers<Execution>();
    const onAbort = (): void => reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    const started = this.#started.promise.then(resolve, reject);
    void started.finally(() => signal.removeEventListener("abort", onAbort));
    return promise;
  }

  async #supervise(): Promise<void> {
    const { signal } = this.#stop;
    const { clock, timers } = this.#context;
    while (!signal.aborted) {
      try {
        await this.#wanted.wait(signal);
        const startedAt = clock.elapsed();
        const wanted = await this.#runOnce();
        if (!wanted) continue;
        this.#wanted.ring();
        await clock.sleep(Math.max(0, startedAt + timers.respawnMs - clock.elapsed()), signal);
      } catch (thrown) {
        if (!signal.aborted) throw thrown;
      }
    }
  }

  /** @returns whether another process is to take its place. */
  async #runOnce(): Promise<boolean> {
    const { log, name } = this.#context;
    let execution: Execution;
    try {
      execution = await Execution.start(this.#settings, this.#context);
    } catch (thrown) {
      log.error("service {serviceName} does not run: {error}", {
        serviceName: name,
        error: describeThrown(thrown),
      });
      return true;
    }
    log.info("service {serviceName} runs as process {pid}", {
      serviceName: name,
      pid: execution.pid,
    });
    if (this.#stop.signal.aborted) execution.stop("the service is stopped");
    this.#execution = execution;
    this.#started.resolve(execution);
    const end = await execution.ended;
    this.#execution = undefined;
    this.#started = Promise.withResolvers();
    this.#report(end);
    return end.kind !== "idle";
  }

  #report({ kind, reason }: ExecutionEnd): void {
    const { log, name, timers } = this.#context;
    const facts = { serviceName: name, reason, seconds: timers.respawnMs / 1000 };
    if (kind === "idle" || kind === "stopped") {
      log.info("the process of service {serviceName} is stopped: {reason}", facts);
      return;
    }
    const text =
      "the process of service {serviceName} {reason}; the next starts {seconds} s after it at the earliest";
    if (kind === "exited") log.warn(text, facts);
    else log.error(text, facts);
  }
}
