/**
 * The services manager: brings messages to client services, their messages to the outbox, and sees to it that each
 * message from the server is answered once (protocol.md 6 and 8).
 */
import { randomBytes } from "node:crypto";

import { FleetError, describeThrown, toFleetError } from "../../../core/errors.ts";
import { type ClientId, type MessageId, deriveMessageId, hexToBytes } from "../../../core/ids.ts";
import { type Message, makeMessage, systemService } from "../../../core/message.ts";
import type { Bell } from "../bell.ts";
import { Answers, type AnswersOptions } from "./answers.ts";
import type { InboxItem } from "./inbox.ts";
import { InstalledServices, type ServiceInstallation } from "./installed-services.ts";
import { ProcessedCounts } from "./processed-counts.ts";
import { RunningService } from "./running-service.ts";
import type { OutgoingMessage, Processed, ServiceContext } from "./service.ts";
import { type ServiceTimers, defaultServiceTimers } from "./service-timers.ts";
import type { ServiceInfo } from "./system-messages.ts";
import { type ClientControls, makeSystemService } from "./system.ts";

export interface ServicesManagerOptions extends AnswersOptions {
  /** Rung when so much was processed that the server must hear of it. */
  readonly bell: Bell;
  readonly identity: { readonly clientId: ClientId };
  readonly die: (force: boolean) => void;
  readonly rekey: () => void;
  readonly serviceTimers?: Partial<ServiceTimers>;
}

/** So many messages in the outbox leave no room for reports, which nobody waits for. */
const maxKeptBesideReports = 10_000;

export class ServicesManager implements AsyncDisposable {
  readonly #options: ServicesManagerOptions;
  readonly #answers: Answers;
  readonly #services: InstalledServices;
  readonly #system: RunningService;
  readonly #counts = new ProcessedCounts();
  /** Whether a message found no room since the last call of `takeLeft`. */
  #left = false;
  /** Messages in inboxes: a repeat of one is dropped, its answer is still to come. */
  readonly #inWork = new Set<MessageId>();
  /** Which replies have reached a service of this client, by index: a restart makes their sender begin anew. */
  readonly #delivered = new WeakMap<InboxItem, Set<number>>();

  constructor(options: ServicesManagerOptions) {
    this.#options = options;
    this.#answers = new Answers(options);
    const makeRunning = (name: string): RunningService =>
      new RunningService((item, processed, signal) => this.#finish(name, item, processed, signal));
    this.#system = makeRunning(systemService);
    this.#services = new InstalledServices({
      log: options.log,
      makeRunning,
      contextOf: (name, signal) => this.#contextOf(name, signal),
      onGivenUp: (message) => this.#forget(message),
    });
  }

  /** Starts the system service; the others come with `configure`. */
  async start(): Promise<void> {
    const { die, rekey } = this.#options;
    const restartService = (name: string): Promise<void> => this.#services.restart(name);
    const controls: ClientControls = { die, rekey, restartService };
    await this.#system.start(() => Promise.resolve(makeSystemService(controls)));
  }

  /** The services that run, as ClientInfo lists them. */
  get installed(): readonly ServiceInfo[] {
    return this.#services.list;
  }

  /** Why services that are configured do not run, by name. */
  get refused(): ReadonlyMap<string, string> {
    return this.#services.refused;
  }

  /**
   * Makes the running services those of the list: new ones start, changed ones restart and keep their inbox, others
   * stop. One that cannot start is logged, and its messages are reported as errors.
   * @param refused why services are not in the list, by name.
   */
  configure(
    list: readonly ServiceInstallation[],
    refused: ReadonlyMap<string, string>,
  ): Promise<void> {
    return this.#services.configure(list, refused);
  }

  /**
   * What the contact received. Returns at once; answers come through the outbox.
   * @returns those that are new.
   */
  deliver(messages: readonly Message[]): Message[] {
    return messages.filter((message) => this.#deliverOne(message));
  }

  /** The free slots per service, for the first record of a contact: the count of processed messages starts anew. */
  announce(): ReadonlyMap<string, bigint> {
    this.#counts.take();
    return new Map([
      [systemService, BigInt(this.#system.inbox.free)],
      ...this.#services.freeSlots(),
    ]);
  }

  /** Whether enough was processed for a record of its own. */
  get mustReport(): boolean {
    return this.#counts.mustReport;
  }

  /** How many messages of each service were processed since the last call. */
  takeProcessed(): ReadonlyMap<string, bigint> {
    return this.#counts.take();
  }

  /** Whether a message was left to be offered again since the last call. */
  takeLeft(): boolean {
    const left = this.#left;
    this.#left = false;
    return left;
  }

  /** Puts acknowledgements that wait into the outbox, because something is sent now anyway. */
  flushAcks(): Promise<void> {
    return this.#answers.flush();
  }

  /** Stops all services; what they were working on stays unanswered. */
  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.#services[Symbol.asyncDispose](), this.#system[Symbol.asyncDispose]()]);
    await this.flushAcks().catch((thrown: unknown) => {
      this.#options.log.warn("acknowledgements not kept: {error}", {
        error: describeThrown(thrown),
      });
    });
    this.#answers[Symbol.dispose]();
  }

  #contextOf(name: string, signal: AbortSignal): ServiceContext {
    const { clock, log, identity } = this.#options;
    return {
      name,
      clock,
      log,
      get clientId() {
        return identity.clientId;
      },
      timers: { ...defaultServiceTimers, ...this.#options.serviceTimers },
      report: (message) => this.report(message),
      send: async (outgoing) => {
        const kept = await this.#route(name, [outgoing], signal);
        if (kept.length > 0) await this.#answers.keep(kept, signal);
      },
    };
  }

  /** Sends a report that nobody waits for. One that finds the outbox full is dropped. */
  report(message: Message): void {
    const { outbox, log } = this.#options;
    const facts = { type: message.messageType };
    if (outbox.depth.messages >= maxKeptBesideReports) {
      log.debug("a report {type} is dropped: the outbox is full", facts);
      return;
    }
    outbox.add([message], { exempt: true }).catch((thrown: unknown) => {
      log.warn("a report {type} is lost: {error}", { ...facts, error: describeThrown(thrown) });
    });
  }

  /** @returns whether it is new. */
  #deliverOne(message: Message): boolean {
    const { log, seen } = this.#options;
    const { messageId } = message;
    const name = message.destination.serviceName;
    if (messageId === undefined) {
      log.warn("a message of the server without an id is dropped", { service: name });
      return false;
    }
    const before = seen.find(messageId);
    if (before) this.#answers.again(messageId, before.error);
    const isNew = !before && !this.#inWork.has(messageId);
    if (isNew) this.#accept(messageId, message);
    else this.#countProcessed(name);
    return isNew;
  }

  #accept(messageId: MessageId, message: Message): void {
    const { log, identity } = this.#options;
    const { clientId, serviceName: name } = message.destination;
    const running = name === systemService ? this.#system : this.#services.find(name);
    const item: InboxItem = { message, local: false };
    this.#inWork.add(messageId);
    if (clientId !== undefined && clientId !== identity.clientId) {
      this.#refuse(name, item, `message for client ${clientId} arrived at ${identity.clientId}`);
    } else if (!running) this.#refuse(name, item, this.#services.describeMissing(name));
    else if (!running.inbox.offer(item)) {
      this.#inWork.delete(messageId);
      this.#left = true;
      log.warn("inbox of service {serviceName} is full: a message is left to be sent again", {
        serviceName: name,
      });
    }
  }

  #refuse(name: string, item: InboxItem, failure: string): void {
    const never = new AbortController().signal;
    this.#finish(name, item, { failure }, never).catch((thrown: unknown) => {
      this.#giveUp(name, item.message, describeThrown(thrown));
    });
  }

  async #finish(
    name: string,
    item: InboxItem,
    processed: Processed,
    signal: AbortSignal,
  ): Promise<void> {
    try {
      await this.#finishOnce(name, item, processed, signal);
    } catch (thrown) {
      if (signal.aborted) throw thrown;
      const failure = toFleetError(thrown).message;
      // Replies that cannot be sent: that they cannot is short enough.
      if (processed.replies) await this.#finish(name, item, { failure }, signal);
      else this.#giveUp(name, item.message, failure);
    }
  }

  /** Leaves a message unanswered: the server offers it again. */
  #giveUp(name: string, message: Message, reason: string): void {
    this.#forget(message);
    this.#options.log.error("a message to service {serviceName} stays unanswered: {reason}", {
      serviceName: name,
      reason,
    });
  }

  async #finishOnce(
    name: string,
    item: InboxItem,
    { replies = [], failure, unanswered }: Processed,
    signal: AbortSignal,
  ): Promise<void> {
    const { message, local } = item;
    const { messageId } = message;
    if (unanswered || messageId === undefined) return;
    const delivered = this.#delivered.get(item) ?? new Set();
    this.#delivered.set(item, delivered);
    const kept = await this.#route(name, replies, signal, delivered);
    if (failure !== undefined) {
      const facts = { serviceName: name, messageId, reason: failure };
      this.#options.log.warn(
        "service {serviceName} failed on message {messageId}: {reason}",
        facts,
      );
    }
    if (local) await this.#answers.keep(kept, signal);
    else if (failure === undefined) await this.#answers.processed(messageId, kept, signal);
    else await this.#answers.failed(messageId, failure, kept, signal);
    if (local) return;
    this.#forget(message);
    this.#countProcessed(name);
  }

  /**
   * Delivers what is for this client; the rest is for the server.
   * @param delivered which are left out, because they were delivered before.
   * @throws invalid_argument for another client's.
   */
  async #route(
    name: string,
    outgoing: readonly OutgoingMessage[],
    signal: AbortSignal,
    delivered = new Set<number>(),
  ): Promise<readonly Message[]> {
    const { clientId } = this.#options.identity;
    const messages = outgoing.map((message) => completeMessage(name, message));
    const other = messages.find(
      ({ destination }) => (destination.clientId ?? clientId) !== clientId,
    );
    if (other) {
      const to = other.destination.clientId;
      throw new FleetError("invalid_argument", `service "${name}" sends to another client, ${to}`, {
        hint: "A client's messages go to the server or to a service of the same client.",
      });
    }
    for (const [index, message] of messages.entries()) {
      if (message.destination.clientId !== clientId || delivered.has(index)) continue;
      await this.#deliverLocally(message, signal);
      delivered.add(index);
    }
    return messages.filter(({ destination }) => destination.clientId === undefined);
  }

  async #deliverLocally(message: Message, signal: AbortSignal): Promise<void> {
    const { clientId } = this.#options.identity;
    const { serviceName } = message.source;
    const running = this.#services.find(message.destination.serviceName);
    if (!running) {
      const reason = this.#services.describeMissing(message.destination.serviceName);
      throw new FleetError("not_found", reason);
    }
    const messageId = deriveMessageId(clientId, serviceName, hexToBytes(message.sourceMessageId));
    const local = { ...message, source: { clientId, serviceName }, messageId };
    await running.inbox.put({ message: local, local: true }, signal);
  }

  #forget(message: Message): void {
    if (message.messageId !== undefined) this.#inWork.delete(message.messageId);
  }

  #countProcessed(name: string): void {
    this.#counts.add(name);
    if (this.mustReport) this.#options.bell.ring();
  }
}

function completeMessage(name: string, outgoing: OutgoingMessage): Message {
  const source = { clientId: undefined, serviceName: name };
  const sourceMessageId = outgoing.sourceMessageId || randomBytes(16).toString("hex");
  return makeMessage({ destination: source, ...outgoing, source, sourceMessageId });
}
