/**
 * The services that run on this client, and the change from one set of configurations to the next.
 *
 * Knows nothing of messages but that those of a removed service are given up.
 */
import { FleetError, toFleetError } from "../../../core/errors.ts";
import type { Message } from "../../../core/message.ts";
import type { Log } from "../../../observability/log.ts";
import type { RunningService, StartService } from "./running-service.ts";
import type { MakeService, ServiceContext } from "./service.ts";
import type { ServiceInfo } from "./system-messages.ts";

/** A service that is to run. */
export interface ServiceInstallation extends ServiceInfo {
  readonly make: MakeService;
  /** Changes when anything of the configuration does. */
  readonly fingerprint: string;
}

export interface InstalledServicesOptions {
  readonly log: Log;
  readonly makeRunning: (name: string) => RunningService;
  readonly contextOf: (name: string, signal: AbortSignal) => ServiceContext;
  /** A message of a removed service's inbox. */
  readonly onGivenUp: (message: Message) => void;
}

interface Installed {
  readonly running: RunningService;
  readonly installation: ServiceInstallation;
}

export class InstalledServices implements AsyncDisposable {
  readonly #options: InstalledServicesOptions;
  readonly #services = new Map<string, Installed>();
  /** Why services that are configured do not run. */
  #refused: ReadonlyMap<string, string> = new Map();
  #change: Promise<void> = Promise.resolve();

  constructor(options: InstalledServicesOptions) {
    this.#options = options;
  }

  get list(): readonly ServiceInfo[] {
    return [...this.#services.values()].map(({ installation: { name, signature } }) => ({
      name,
      signature,
    }));
  }

  get refused(): ReadonlyMap<string, string> {
    return this.#refused;
  }

  find(name: string): RunningService | undefined {
    return this.#services.get(name)?.running;
  }

  /** Why there is no service of this name, for a message. */
  describeMissing(name: string): string {
    const reason = this.#refused.get(name);
    return reason === undefined
      ? `unknown service "${name}"`
      : `service "${name}" is not installed: ${reason}`;
  }

  /** The free inbox slots of each. */
  *freeSlots(): Generator<[string, bigint]> {
    for (const [name, { running }] of this.#services) yield [name, BigInt(running.inbox.free)];
  }

  /** As ServicesManager.configure. */
  configure(
    list: readonly ServiceInstallation[],
    refused: ReadonlyMap<string, string>,
  ): Promise<void> {
    return this.#inTurn(async () => {
      const names = new Set(list.map(({ name }) => name));
      const reasons = new Map(refused);
      for (const name of this.#services.keys()) if (!names.has(name)) await this.#remove(name);
      for (const installation of list) await this.#install(installation, reasons);
      this.#refused = reasons;
    });
  }

  /** @throws not_found for a service that is not installed. */
  restart(name: string): Promise<void> {
    return this.#inTurn(async () => {
      const installed = this.#services.get(name);
      if (!installed) throw new FleetError("not_found", this.describeMissing(name));
      this.#options.log.info("service {serviceName} restarts", { serviceName: name });
      await installed.running.restart(this.#starter(installed.installation));
    });
  }

  /** What they were working on stays unanswered. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.#inTurn(async () => {
      const all = [...this.#services.values()];
      this.#services.clear();
      await Promise.all(all.map(({ running }) => running[Symbol.asyncDispose]()));
    });
  }

  #inTurn(change: () => Promise<void>): Promise<void> {
    const result = this.#change.then(change);
    this.#change = result.catch(() => {});
    return result;
  }

  #starter({ name, make }: ServiceInstallation): StartService {
    return (signal) => make(this.#options.contextOf(name, signal));
  }

  async #remove(name: string): Promise<void> {
    const installed = this.#services.get(name);
    this.#services.delete(name);
    await installed?.running[Symbol.asyncDispose]();
    this.#giveUp(installed?.running);
    this.#options.log.info("service {serviceName} is removed", { serviceName: name });
  }

  async #install(installation: ServiceInstallation, reasons: Map<string, string>): Promise<void> {
    const { log, makeRunning } = this.#options;
    const { name } = installation;
    const present = this.#services.get(name);
    if (present?.installation.fingerprint === installation.fingerprint) {
      // The signature may be another one.
      this.#services.set(name, { ...present, installation });
      return;
    }
    const running = present?.running ?? makeRunning(name);
    try {
      if (present) await running.restart(this.#starter(installation));
      else await running.start(this.#starter(installation));
      this.#services.set(name, { running, installation });
      log.info("service {serviceName} is installed", { serviceName: name });
    } catch (thrown) {
      this.#services.delete(name);
      this.#giveUp(running);
      const reason = toFleetError(thrown).message;
      reasons.set(name, reason);
      log.error("service {serviceName} cannot start: {reason}", { serviceName: name, reason });
    }
  }

  #giveUp(running: RunningService | undefined): void {
    for (const { message } of running?.inbox.items ?? []) this.#options.onGivenUp(message);
  }
}
