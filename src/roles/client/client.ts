/**
 * The client role: puts its parts together in the order in which they start, and takes them apart again.
 *
 * Messages to services: comms → contact → services manager → service. Messages of services: service → services manager →
 * outbox → contact → comms.
 */
import { dirname } from "node:path";

import { systemClock } from "../../core/clock.ts";
import { FleetError, describeThrown, toFleetError } from "../../core/errors.ts";
import type { ClientId } from "../../core/ids.ts";
import { formatHostPort } from "../../net/address.ts";
import { systemService } from "../../core/message.ts";
import { ClientEvents } from "../../observability/client-events.ts";
import { Bell } from "./bell.ts";
import type { HttpTransportOptions } from "./comms/http.ts";
import { makeSocketOpener } from "./comms/open-socket.ts";
import { makeTransports } from "./comms/transports.ts";
import { Communicator } from "./communicator.ts";
import { clientLabels } from "./labels.ts";
import {
  type ClientOptions,
  type CommunicatorTimers,
  defaultClientTimers,
  defaultCommunicatorTimers,
  defaultOutbox,
} from "./options.ts";
import { Outbox } from "./outbox.ts";
import { chooseInstallations } from "./services/installation.ts";
import { ServicesManager } from "./services/manager.ts";
import { ResourceMonitor } from "./services/resources/resource-monitor.ts";
import { defaultServiceTimers } from "./services/service-timers.ts";
import { clientInfoMessage, resourceMessage } from "./services/system-messages.ts";
import { watchRevocations } from "./revoked-certificates.ts";
import { checkOptions, outboxLimits } from "./start-checks.ts";
import { ClientDatabase } from "./state/database.ts";
import { Identity } from "./state/identity.ts";
import { ClientMemory } from "./state/memory.ts";
import { clientPaths } from "./state/paths.ts";
import { ensureSafeFolder } from "../../platform/private-file.ts";
import { SeenMessages } from "./state/seen-messages.ts";
import { StatusFile, isoTime } from "./status.ts";

/** Why a client ended by itself. */
export interface ClientExit {
  readonly reason: "die" | "no contact";
  /** ours.md 2. */
  readonly exitCode: number;
  /** The process should end at once, without waiting for services. */
  readonly force: boolean;
}

export interface RunningClient extends AsyncDisposable {
  /** Changes when the server asks for a rekey. */
  readonly clientId: ClientId;
  /** Kept when the client wants its process to end: told to die, or without contact for failure_suicide_time. */
  readonly done: Promise<ClientExit>;
  /** Reads services and communicator settings again (SIGHUP). @throws configuration; what ran goes on then. */
  reload(): Promise<void>;
}

const dieExitCode = 7;
const noContactExitCode = 5;
/** As services have it by default. */
const ownMonitoring = { enabled: true, sampleSize: 20 };

/**
 * Starts a client: when this returns, its services run, and it is trying to reach its server.
 * @throws configuration for a state that cannot be used, conflict when another client uses it.
 */
export async function startClient(options: ClientOptions): Promise<RunningClient> {
  checkOptions(options);
  await using stack = new AsyncDisposableStack();
  const client = new Client(options, stack);
  await client.start();
  return client.handOver(stack.move());
}

class Client {
  readonly #options: ClientOptions;
  readonly #clock;
  readonly #log;
  readonly #timers;
  readonly #labels;
  readonly #bell = new Bell();
  readonly #identity: Identity;
  readonly #memory: ClientMemory;
  readonly #outbox: Outbox;
  readonly #manager: ServicesManager;
  readonly #status: StatusFile;
  readonly #http: HttpTransportOptions;
  readonly #communicator: Communicator;
  readonly #stop = new AbortController();
  readonly #done = Promise.withResolvers<ClientExit>();
  #settings: CommunicatorTimers;
  #compression: boolean;
  #statusTimer: Disposable | undefined;
  #ownMonitor: Disposable | undefined;
  #running: Promise<void> = Promise.resolve();
  #revocations: Promise<void> = Promise.resolve();

  constructor(options: ClientOptions, stack: AsyncDisposableStack) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#log = options.log;
    this.#timers = { ...defaultClientTimers, ...options.timers };
    this.#labels = clientLabels(options.labels ?? []);
    this.#settings = { ...defaultCommunicatorTimers, ...options.communicator };
    this.#compression = options.compression ?? false;
    const paths = clientPaths(options.stateFile);
    ensureSafeFolder(dirname(paths.state), "folder of the state file");
    const outbox = { ...defaultOutbox, ...options.outbox };
    const database = stack.use(ClientDatabase.open(paths, outbox.durability));
    this.#identity = stack.use(
      Identity.open({
        path: paths.state,
        store: options.stateStore,
        clock: this.#clock,
        log: this.#log,
      }),
    );
    this.#memory = new ClientMemory(database);
    this.#outbox = new Outbox(database, outboxLimits(outbox, paths.database), this.#bell);
    this.#status = stack.use(
      new StatusFile(paths.status, this.#firstStatus(), this.#clock, this.#log),
    );
    this.#manager = stack.use(this.#makeManager(new SeenMessages(database)));
    this.#http = this.#makeHttp();
    this.#communicator = this.#makeCommunicator();
  }

  async start(): Promise<void> {
    await this.#manager.start();
    await this.#configure();
    this.#running = this.#run();
    this.#revocations = this.#watchRevocations();
    this.#watchOutbox();
    this.#watchItself();
  }

  handOver(stack: AsyncDisposableStack): RunningClient {
    const identity = this.#identity;
    const done = this.#done.promise;
    return {
      get clientId() {
        return identity.clientId;
      },
      done,
      reload: () => this.#reload(),
      [Symbol.asyncDispose]: async () => {
        this.#stop.abort(new FleetError("unavailable", "the client is stopped"));
        this.#statusTimer?.[Symbol.dispose]();
        this.#ownMonitor?.[Symbol.dispose]();
        await Promise.all([this.#running, this.#revocations]);
        await stack.disposeAsync();
      },
    };
  }

  async #run(): Promise<void> {
    try {
      await this.#communicator.run(this.#stop.signal);
      this.#log.error("no contact for so long that the client ends, to be started anew");
      this.#done.resolve({ reason: "no contact", exitCode: noContactExitCode, force: false });
    } catch (thrown) {
      if (this.#stop.signal.aborted) return;
      this.#log.error("the communicator failed: {error}", { error: describeThrown(thrown) });
      this.#done.resolve({
        reason: "no contact",
        exitCode: toFleetError(thrown).exitCode,
        force: false,
      });
    }
  }

  async #reload(): Promise<void> {
    const { loadCommunicator } = this.#options;
    const settings = await loadCommunicator?.();
    await this.#configure();
    if (settings) {
      const { compression = false, ...timers } = settings;
      this.#settings = { ...defaultCommunicatorTimers, ...timers };
      this.#compression = compression;
    }
    this.#communicator.reconnect();
  }

  /** Installs what is configured, and tells the server. */
  async #configure(): Promise<void> {
    const loaded = await this.#options.loadServices?.();
    const definitions = loaded ?? { definitions: [], refused: new Map<string, string>() };
    const { installations, refused } = await chooseInstallations(
      definitions,
      this.#labels,
      this.#memory,
    );
    for (const [name, reason] of refused) {
      this.#log.error("service {serviceName} is not installed: {reason}", {
        serviceName: name,
        reason,
      });
    }
    await this.#manager.configure(installations, refused);
    this.#status.update({
      services: this.#manager.installed.map(({ name }) => name),
      refusedServices: Object.fromEntries(this.#manager.refused),
    });
    await this.#sendClientInfo();
  }

  #sendClientInfo(): Promise<void> {
    const info = clientInfoMessage(this.#labels, this.#manager.installed);
    return this.#outbox.add([info], { exempt: true, slot: "ClientInfo" });
  }

  #die(force: boolean): void {
    this.#log.warn("the server tells this client to die");
    this.#done.resolve({ reason: "die", exitCode: dieExitCode, force });
  }

  #rekey(): void {
    const before = this.#identity.clientId;
    this.#identity.rekey();
    const { clientId } = this.#identity;
    this.#log.warn("client {before} has a new key and is now {clientId}", { before, clientId });
    this.#status.update({ clientId });
    this.#communicator.reconnect();
    this.#sendClientInfo().catch((thrown: unknown) => {
      this.#log.warn("the new identity's labels are not sent: {error}", {
        error: describeThrown(thrown),
      });
    });
  }

  #watchOutbox(): void {
    this.#statusTimer = this.#clock.after(this.#timers.statusMs, () => {
      this.#status.update({ outbox: this.#outbox.depth });
      this.#watchOutbox();
    });
  }

  /** Reports what the client itself uses, as the service "system" (protocol.md 7 and 8). */
  #watchItself(): void {
    const target = { pid: process.pid, version: this.#options.version };
    this.#ownMonitor = new ResourceMonitor({
      scope: systemService,
      target: () => target,
      monitoring: { ...ownMonitoring, samplePeriodMs: this.#timers.ownSampleMs },
      firstSampleMs: defaultServiceTimers.firstSampleMs,
      clock: this.#clock,
      report: (report) => this.#manager.report(resourceMessage(report)),
    });
  }

  #watchRevocations(): Promise<void> {
    return watchRevocations({
      http: this.#http,
      servers: () => this.#communicator.servers,
      identity: this.#identity,
      labels: this.#labels,
      everyMs: this.#timers.revokedMs,
      onChanged: () => this.#communicator.reconnect(),
      log: this.#log,
      signal: this.#stop.signal,
    });
  }

  #firstStatus(): ConstructorParameters<typeof StatusFile>[1] {
    return {
      pid: process.pid,
      version: this.#options.version,
      clientId: this.#identity.clientId,
      state: "starting",
      since: isoTime(this.#clock.now()),
      failures: {},
      outbox: this.#outbox.depth,
      services: [],
      refusedServices: {},
    };
  }

  #makeManager(seen: SeenMessages): ServicesManager {
    return new ServicesManager({
      clock: this.#clock,
      log: this.#log,
      outbox: this.#outbox,
      seen,
      bell: this.#bell,
      identity: this.#identity,
      die: (force) => this.#die(force),
      rekey: () => this.#rekey(),
      serviceTimers: this.#timers.services,
      ackBatchMs: this.#timers.ackBatchMs,
      diskRetryMs: this.#timers.diskRetryMs,
    });
  }

  #makeHttp(): HttpTransportOptions {
    const { compression = false, version, certificateHeader } = this.#options;
    const openSocket = makeSocketOpener({
      ...this.#options,
      clock: this.#clock,
      identity: this.#identity,
      connectMs: this.#timers.connectMs,
      proxyMs: this.#timers.proxyMs,
    });
    const { firstAnswerMs } = this.#timers;
    return {
      openSocket,
      compression,
      version,
      clock: this.#clock,
      certificateHeader,
      firstAnswerMs,
    };
  }

  #makeCommunicator(): Communicator {
    const { servers, transport = "AUTO", random = Math.random, reconnect } = this.#options;
    const clock = this.#clock;
    return new Communicator({
      servers,
      transports: makeTransports(transport, this.#http, () => this.#compression),
      parts: {
        identity: this.#identity,
        outbox: this.#outbox,
        manager: this.#manager,
        labels: () => this.#labels,
        clock,
        log: this.#log,
      },
      bell: this.#bell,
      memory: this.#memory,
      status: this.#status,
      timers: this.#timers,
      settings: () => this.#settings,
      clock,
      random,
      log: this.#log,
      reconnect,
      events: new ClientEvents(this.#log, clock, this.#options.metrics),
      proxyTo: (server) => this.#proxyTo(server),
    });
  }

  #proxyTo(server: string): string | undefined {
    const { proxy, isProxied = () => true } = this.#options;
    return proxy && isProxied(server) ? formatHostPort(proxy.address) : undefined;
  }
}
