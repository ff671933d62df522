/**
 * The services manager: brings messages to client services, their messages to the outbox, and answers each message
 * from the server once: acknowledged, or reported as an error (protocol.md 6 and 8).
 *
 * A message counts as dealt with when its replies, the note that it was seen and, for an error, the report are on the
 * disk together. Until then it is unanswered, and the server offers it again.
 */
import { randomBytes } from "node:crypto";

import type { Clock } from "../../../core/clock.ts";
import { FleetError, describeThrown, toFleetError } from "../../../core/errors.ts";
import { type ClientId, type MessageId, deriveMessageId, hexToBytes } from "../../../core/ids.ts";
import { type Message, makeMessage, systemService } from "../../../core/message.ts";
import type { Log } from "../../../observability/log.ts";
import type { Bell } from "../bell.ts";
import type { AddOptions, Outbox } from "../outbox.ts";
import type { SeenMessages } from "../state/seen-messages.ts";
import { Acknowledgements } from "./acknowledgements.ts";
import type { InboxItem } from "./inbox.ts";
import { RunningService, type StartService } from "./running-service.ts";
import type { MakeService, OutgoingMessage, Processed, ServiceContext } from "./service.ts";
import { type ServiceInfo, ackMessage, errorMessage } from "./system-messages.ts";
import { type ClientControls, makeSystemService } from "./system.ts";

/** A service that is to run. */
export interface ServiceInstallation extends ServiceInfo {
  readonly make: MakeService;
  /** Changes when anything of the configuration does. */
  readonly fingerprint: string;
}

export interface ServicesManagerOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly outbox: Outbox;
  readonly seen: SeenMessages;
  /** Rung when so much was processed that the server must hear of it. */
  readonly bell: Bell;
  readonly identity: { readonly clientId: ClientId };
  readonly die: (force: boolean) => void;
  readonly rekey: () => void;
  /** protocol.md 7. */
  readonly ackBatchMs: number;
  /** Between attempts to write what must not be lost. */
  readonly diskRetryMs: number;
}

interface Installed {
  readonly running: RunningService;
  installation: ServiceInstallation;
}

/** protocol.md 6: after so many a record is sent for their sake. */
const processedBeforeRecord = 32;

export class ServicesManager implements AsyncDisposable {
  readonly #options: ServicesManagerOptions;
  readonly #acks: Acknowledgements;
  readonly #services = new Map<string, Installed>();
  readonly #system: RunningService;
  /** Why services that are configured do not run. */
  #refused: ReadonlyMap<string, string> = new Map();
  readonly #inWork = new Set<MessageId>();
  #processed = new Map<string, bigint>();
  #processedCount = 0;
  #change: Promise<void> = Promise.resolve();

  constructor(options: ServicesManagerOptions) {
    this.#options = options;
    this.#acks = new Acknowledgements(options.clock, options.ackBatchMs, (ids) => {
      this.#sendAcks(ids).catch((thrown: unknown) => {
        // The server offers these messages again, and they are acknowledged then.
        options.log.warn("acknowledgements not sent: {error}", { error: describeThrown(thrown) });
      });
    });
    this.#system = this.#newService(systemService);
  }

  /** Starts the system service; the others come with `configure`. */
  async start(): Promise<void> {
    const { die, rekey } = this.#options;
    const controls: ClientControls = { die, rekey, restartService: (name) => this.restart(name) };
    await this.#system.start(() => Promise.resolve(makeSystemService(controls)));
  }

  /** The services that run, as ClientInfo lists them. */
  get installed(): readonly ServiceInfo[] {
    return [...this.#services.values()].map(({ installation: { name, signature } }) => ({ name, signature }));
  }

  /** Why services that are configured do not run, by name. */
  get refused(): ReadonlyMap<string, string> {
    return this.#refused;
  }

  /**
   * Makes the running services those of the list: new ones start, changed ones restart and keep their inbox, others
   * stop. One that cannot start is logged, and its messages are reported as errors.
   * @param refused why services are not in the list, by name.
   */
  configure(list: readonly ServiceInstallation[], refused: ReadonlyMap<string, string>): Promise<void> {
    return this.#inTurn(async () => {
      const names = new Set(list.map(({ name }) => name));
      const reasons = new Map(refused);
      for (const [name, { running }] of this.#services) {
        if (!names.has(name)) await this.#remove(name, running);
      }
      for (const installation of list) await this.#install(installation, reasons);
      this.#refused = reasons;
    });
  }

  /** @throws not_found for a service that is not installed. */
  restart(name: string): Promise<void> {
    return this.#inTurn(async () => {
      const installed = this.#services.get(name);
      if (!installed) throw new FleetError("not_found", this.#unknown(name));
      this.#options.log.info("service {name} restarts", { name });
      await installed.running.restart(this.#starter(installed.installation));
    });
  }

  /** What the contact received. Returns at once; answers come through the outbox. */
  deliver(messages: readonly Message[]): void {
    for (const message of messages) this.#deliverOne(message);
  }

  /** The free slots per service, for the first record of a contact: the count of processed messages starts anew. */
  announce(): ReadonlyMap<string, bigint> {
    this.takeProcessed();
    const free = new Map([[systemService, BigInt(this.#system.inbox.free)]]);
    for (const [name, { running }] of this.#services) free.set(name, BigInt(running.inbox.free));
    return free;
  }

  /** Whether enough was processed for a record of its own. */
  get mustReport(): boolean {
    return this.#processedCount >= processedBeforeRecord;
  }

  /** How many messages of each service were processed since the last call. */
  takeProcessed(): ReadonlyMap<string, bigint> {
    const processed = this.#processed;
    this.#processed = new Map();
    this.#processedCount = 0;
    return processed;
  }

  /** Puts acknowledgements that wait into the outbox, because something is sent now anyway. */
  async flushAcks(): Promise<void> {
    const ids = this.#acks.take();
    if (ids.length > 0) await this.#sendAcks(ids);
  }

  /** Stops all services; what they were working on stays unanswered. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#inTurn(async () => {
      const all = [this.#system, ...[...this.#services.values()].map(({ running }) => running)];
      await Promise.all(all.map((running) => running[Symbol.asyncDispose]()));
    });
    await this.flushAcks().catch(() => {});
    this.#acks[Symbol.dispose]();
  }

  #inTurn(change: () => Promise<void>): Promise<void> {
    const result = this.#change.then(change);
    this.#change = result.catch(() => {});
    return result;
  }

  #newService(name: string): RunningService {
    return new RunningService((item, processed, signal) => this.#finish(name, item, processed, signal));
  }

  #starter({ name, make }: ServiceInstallation): StartService {
    return (signal) => make(this.#contextOf(name, signal));
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
      send: async (outgoing) => {
        const kept = await this.#route(name, [outgoing], signal);
        if (kept.length > 0) await this.#keep(kept, { signal });
      },
    };
  }

  async #remove(name: string, running: RunningService): Promise<void> {
    this.#services.delete(name);
    await running[Symbol.asyncDispose]();
    for (const { message } of running.inbox.items) this.#forget(message);
    this.#options.log.info("service {name} is removed", { name });
  }

  async #install(installation: ServiceInstallation, reasons: Map<string, string>): Promise<void> {
    const { name } = installation;
    const present = this.#services.get(name);
    if (present?.installation.fingerprint === installation.fingerprint) return;
    const running = present?.running ?? this.#newService(name);
    try {
      if (present) await running.restart(this.#starter(installation));
      else await running.start(this.#starter(installation));
      this.#services.set(name, { running, installation });
      this.#options.log.info("service {name} is installed", { name });
    } catch (thrown) {
      this.#services.delete(name);
      for (const { message } of running.inbox.items) this.#forget(message);
      const reason = toFleetError(thrown).message;
      reasons.set(name, reason);
      this.#options.log.error("service {name} cannot start: {reason}", { name, reason });
    }
  }

  #deliverOne(message: Message): void {
    const { log, seen, identity } = this.#options;
    const { messageId } = message;
    const name = message.destination.serviceName;
    if (messageId === undefined) {
      log.warn("a message of the server without an id is dropped", { service: name });
      return;
    }
    if (this.#inWork.has(messageId)) return this.#countProcessed(name);
    const before = seen.find(messageId);
    if (before) return this.#answerAgain(messageId, name, before.error);
    this.#inWork.add(messageId);
    const { clientId } = message.destination;
    const running = name === systemService ? this.#system : this.#services.get(name)?.running;
    const item: InboxItem = { message, local: false };
    if (clientId !== undefined && clientId !== identity.clientId) {
      this.#refuse(name, item, `message for client ${clientId} arrived at ${identity.clientId}`);
    } else if (!running) this.#refuse(name, item, this.#unknown(name));
    else if (!running.inbox.offer(item)) {
      this.#inWork.delete(messageId);
      log.warn("inbox of service {name} is full: a message is left to be sent again", { name });
    }
  }

  #unknown(name: string): string {
    const reason = this.#refused.get(name);
    return reason === undefined
      ? `unknown service "${name}"`
      : `service "${name}" is not installed: ${reason}`;
  }

  #refuse(name: string, item: InboxItem, failure: string): void {
    const never = new AbortController().signal;
    this.#finish(name, item, { failure }, never).catch((thrown: unknown) => {
      this.#forget(item.message);
      this.#options.log.warn("an error is not reported: {error}", { error: describeThrown(thrown) });
    });
  }

  #answerAgain(messageId: MessageId, name: string, error: string | undefined): void {
    this.#countProcessed(name);
    if (error === undefined) {
      this.#acks.add(messageId);
      return;
    }
    const { outbox, log } = this.#options;
    outbox.add([errorMessage(messageId, error)], { exempt: true }).catch((thrown: unknown) => {
      log.warn("an error is not reported again: {error}", { error: describeThrown(thrown) });
    });
  }

  async #finish(name: string, item: InboxItem, processed: Processed, signal: AbortSignal): Promise<void> {
    try {
      await this.#finishOnce(name, item, processed, signal);
    } catch (thrown) {
      if (signal.aborted || processed.replies === undefined) throw thrown;
      // Replies that no contact can carry: the failure itself is short.
      await this.#finishOnce(name, item, { failure: describeThrown(thrown) }, signal);
    }
  }

  async #finishOnce(
    name: string,
    item: InboxItem,
    processed: Processed,
    signal: AbortSignal,
  ): Promise<void> {
    const { messageId } = item.message;
    if (item.local) await this.#finishLocal(name, processed, signal);
    else if (messageId !== undefined && !processed.unanswered) {
      await this.#finishRemote(name, messageId, processed, signal);
      this.#forget(item.message);
      this.#countProcessed(name);
    }
  }

  async #finishLocal(name: string, processed: Processed, signal: AbortSignal): Promise<void> {
    const replies = await this.#routeReplies(name, processed, signal);
    if (replies.kept.length > 0) await this.#keep(replies.kept, { signal });
    if (replies.failure === undefined) return;
    this.#options.log.warn("service {name} failed on a local message: {failure}", {
      name,
      failure: replies.failure,
    });
  }

  async #finishRemote(
    name: string,
    messageId: MessageId,
    processed: Processed,
    signal: AbortSignal,
  ): Promise<void> {
    const { kept, failure } = await this.#routeReplies(name, processed, signal);
    const also = (): void => this.#options.seen.mark(messageId, failure);
    if (failure !== undefined) {
      this.#options.log.warn("service {name} failed on message {messageId}: {failure}", {
        name,
        messageId,
        failure,
      });
      await this.#keep([...kept, errorMessage(messageId, failure)], { also, signal, exempt: kept.length === 0 });
      return;
    }
    if (kept.length === 0) {
      await this.#keep([], { also, signal, exempt: true });
      this.#acks.add(messageId);
      return;
    }
    await this.#keep([...kept, ackMessage([...this.#acks.take(), messageId])], { also, signal });
  }

  async #routeReplies(
    name: string,
    { replies = [], failure }: Processed,
    signal: AbortSignal,
  ): Promise<{ kept: readonly Message[]; failure: string | undefined }> {
    try {
      return { kept: await this.#route(name, replies, signal), failure };
    } catch (thrown) {
      signal.throwIfAborted();
      return { kept: [], failure: failure ?? toFleetError(thrown).message };
    }
  }

  /** Delivers what is for this client; the rest is for the server. @throws invalid_argument for another client's. */
  async #route(
    name: string,
    outgoing: readonly OutgoingMessage[],
    signal: AbortSignal,
  ): Promise<readonly Message[]> {
    const { clientId } = this.#options.identity;
    const messages = outgoing.map((message) => completeMessage(name, message));
    const other = messages.find(({ destination }) => (destination.clientId ?? clientId) !== clientId);
    if (other) {
      const to = other.destination.clientId;
      throw new FleetError("invalid_argument", `service "${name}" sends to another client, ${to}`, {
        hint: "A client's messages go to the server or to a service of the same client.",
      });
    }
    for (const message of messages) {
      if (message.destination.clientId === clientId) await this.#deliverLocally(message, clientId, signal);
    }
    return messages.filter(({ destination }) => destination.clientId === undefined);
  }

  async #deliverLocally(message: Message, clientId: ClientId, signal: AbortSignal): Promise<void> {
    const name = message.destination.serviceName;
    const running = this.#services.get(name)?.running;
    if (!running) throw new FleetError("not_found", this.#unknown(name));
    const id = deriveMessageId(clientId, message.source.serviceName, hexToBytes(message.sourceMessageId));
    const source = { ...message.source, clientId };
    await running.inbox.put({ message: { ...message, source, messageId: id }, local: true }, signal);
  }

  /** Adds to the outbox, however often it takes. @throws only when the signal is aborted, or for a message too large. */
  async #keep(messages: readonly Message[], options: AddOptions & { signal: AbortSignal }): Promise<void> {
    const { outbox, clock, log, diskRetryMs } = this.#options;
    for (;;) {
      try {
        return await outbox.add(messages, options);
      } catch (thrown) {
        options.signal.throwIfAborted();
        if (toFleetError(thrown).code === "invalid_argument") throw thrown;
        log.error("messages wait for the disk: {error}", { error: describeThrown(thrown) });
        await clock.sleep(diskRetryMs, options.signal);
      }
    }
  }

  #sendAcks(ids: readonly MessageId[]): Promise<void> {
    return this.#options.outbox.add([ackMessage(ids)], { exempt: true });
  }

  #forget(message: Message): void {
    if (message.messageId !== undefined) this.#inWork.delete(message.messageId);
  }

  #countProcessed(name: string): void {
    this.#processed.set(name, (this.#processed.get(name) ?? 0n) + 1n);
    this.#processedCount++;
    if (this.mustReport) this.#options.bell.ring();
  }
}

function completeMessage(name: string, outgoing: OutgoingMessage): Message {
  const source = { clientId: undefined, serviceName: name };
  const sourceMessageId = outgoing.sourceMessageId || randomBytes(16).toString("hex");
  return makeMessage({ destination: source, ...outgoing, source, sourceMessageId });
}
