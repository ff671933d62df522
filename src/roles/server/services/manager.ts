/**
 * The services manager: brings clients' messages to server services and their results to the store.
 *
 * What is stored and pending is the queue; nothing waits in memory but the messages being processed, at most
 * `maxParallelism` per service. A message over that stays in the store, due at once, and is claimed when a place
 * is free, no more than there are places; one whose processing failed for now is due again after a growing pause
 * (protocol.md 13).
 */
import type { Clock } from "../../../core/clock.ts";
import { type FleetError, toFleetError } from "../../../core/errors.ts";
import type { ErrorCode } from "../../../core/errors.ts";
import type { MessageId } from "../../../core/ids.ts";
import {
  type IdentifiedMessage,
  type MessageResult,
  failureAt,
  successAt,
} from "../../../core/message.ts";
import { type Random, serverRetryMs } from "../../../core/retry.ts";
import { type Micros, microsFromMs, timestampFromMs } from "../../../core/time.ts";
import type { Events } from "../../../observability/events.ts";
import type { Log } from "../../../observability/log.ts";
import type { ClaimedMessage, ResultChange, Store } from "../../../store/store.ts";
import type { ServerService } from "./service.ts";

export interface ConfiguredService {
  readonly service: ServerService;
  /** Messages processed at once; protocol.md 11. */
  readonly maxParallelism: number;
}

export interface ServicesManagerOptions {
  readonly store: Store;
  readonly events: Events;
  readonly log: Log;
  readonly clock: Clock;
  readonly random: Random;
  /** Names this server in the life of the messages it takes. */
  readonly server: string;
  readonly services: ReadonlyMap<string, ConfiguredService>;
  /** The pause before the first retry; `timers.retry_base`. */
  readonly retryBaseMs: number;
}

/** What becomes of a message on arrival: its result at once, or when it may be claimed. */
export type Admission =
  | { readonly result: MessageResult; readonly dueTime: 0; readonly process: false }
  | { readonly result: undefined; readonly dueTime: Micros; readonly process: boolean };

/** Errors that may go away by themselves. */
const temporaryCodes: ReadonlySet<ErrorCode> = new Set([
  "unavailable",
  "deadline_exceeded",
  "resource_exhausted",
  "refused",
  "unauthenticated",
]);

/** The reply to `fleet exec`, which nobody needs to have configured a service for (ours.md 3). */
const stdinReplyType = "StdinServiceOutputMessage";

const maxClaim = 100;

export class ServicesManager implements AsyncDisposable {
  readonly #options: ServicesManagerOptions;
  #services: ReadonlyMap<string, ConfiguredService>;
  readonly #active = new Map<string, number>();
  readonly #running = new Set<Promise<void>>();
  /** Messages that a service is at work on. */
  readonly #inWork = new Set<MessageId>();
  readonly #stop = new AbortController();
  #timer: Disposable | undefined;
  #wakeTime = Infinity;
  #claiming = false;
  /** Something waits for a place: the next one that becomes free claims. */
  #claimAgain = false;
  /** A claim was wanted while one was under way, which may have looked too early to see what it is for. */
  #claimMissed = false;

  constructor(options: ServicesManagerOptions) {
    this.#options = options;
    this.#services = options.services;
  }

  /** Takes up what an earlier run left pending. */
  start(): void {
    this.#claim();
  }

  /**
   * Has these services from now on. A message that is being processed stays with the service that has it, which is
   * ended after it; one that waits goes to the new service of its name.
   */
  replace(services: ReadonlyMap<string, ConfiguredService>): void {
    const kept = new Set(Array.from(services.values(), ({ service }) => service));
    const retired = [...this.#services.values()].filter(({ service }) => !kept.has(service));
    this.#services = services;
    const ended = this.#endAfterRuns(retired).finally(() => this.#running.delete(ended));
    this.#running.add(ended);
    this.#claim();
  }

  /**
   * Decides about a message that is about to be stored. One that is to be processed has its place reserved: the caller
   * calls `process` with it after the commit, or `forget` if it was not stored.
   */
  admit(message: IdentifiedMessage): Admission {
    const name = message.destination.serviceName;
    const configured = this.#services.get(name);
    const now = this.#options.clock.now();
    if (configured?.service.discards || (!configured && message.messageType === stdinReplyType)) {
      return { result: successAt(timestampFromMs(now)), dueTime: 0, process: false };
    }
    if (!configured) {
      const result = failureAt(timestampFromMs(now), `unknown service "${name}"`);
      return { result, dueTime: 0, process: false };
    }
    const active = this.#active.get(name) ?? 0;
    if (active >= configured.maxParallelism || this.#stop.signal.aborted) {
      this.#claimAgain = true;
      return { result: undefined, dueTime: microsFromMs(now), process: false };
    }
    this.#active.set(name, active + 1);
    return { result: undefined, dueTime: this.#retryTime(1), process: true };
  }

  /**
   * Processes a message admitted with `process`, once it is stored.
   * @param tries how often it is tried, this time included.
   */
  process(message: IdentifiedMessage, tries = 1): void {
    this.#inWork.add(message.messageId);
    const run = this.#run(message, tries);
    this.#running.add(run);
    void run.finally(() => this.#running.delete(run));
  }

  /** Gives back the place of an admitted message that was not stored: a duplicate, or a failed transaction. */
  forget(message: IdentifiedMessage): void {
    this.#release(message.destination.serviceName);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    this.#timer?.[Symbol.dispose]();
    await Promise.allSettled(this.#running);
    for (const { service } of this.#services.values()) await service[Symbol.asyncDispose]();
  }

  async #endAfterRuns(retired: readonly ConfiguredService[]): Promise<void> {
    await Promise.allSettled(this.#running);
    for (const { service } of retired) {
      try {
        await service[Symbol.asyncDispose]();
      } catch (thrown) {
        const error = toFleetError(thrown).message;
        this.#options.log.error("a service that was replaced cannot be ended: {error}", { error });
      }
    }
  }

  #retryTime(tries: number): Micros {
    const { clock, retryBaseMs, random } = this.#options;
    return microsFromMs(clock.now() + serverRetryMs(tries, retryBaseMs, random));
  }

  async #run(message: IdentifiedMessage, tries: number): Promise<void> {
    const name = message.destination.serviceName;
    try {
      await this.#processOnce(message, tries);
    } catch (thrown) {
      // The store could not take the result; the message is still pending and comes again.
      this.#options.log.error("result of message {messageId} not stored: {error}", {
        messageId: message.messageId,
        error: toFleetError(thrown).message,
      });
      this.#wakeBy(this.#retryTime(tries));
    } finally {
      this.#inWork.delete(message.messageId);
      this.#release(name);
    }
  }

  async #processOnce(message: IdentifiedMessage, tries: number): Promise<void> {
    const { store, clock } = this.#options;
    const service = this.#services.get(message.destination.serviceName)?.service;
    // Removed since it was admitted: it is pending, and found as one of an unknown service.
    if (service === undefined) return void (this.#claimAgain = true);
    let result: MessageResult;
    const startedAt = clock.elapsed();
    try {
      await service.process(message, this.#stop.signal);
      result = successAt(timestampFromMs(clock.now()));
    } catch (thrown) {
      const error = toFleetError(thrown);
      const willRetry = temporaryCodes.has(error.code) || this.#stop.signal.aborted;
      this.#report(message, error, willRetry);
      if (willRetry) {
        const dueTime = this.#retryTime(tries);
        await store.messages.postpone([message.messageId], dueTime);
        this.#wakeBy(dueTime);
        return;
      }
      result = failureAt(timestampFromMs(clock.now()), error.message);
    }
    const durationMs = clock.elapsed() - startedAt;
    await store.messages.setResults([
      { messageId: message.messageId, result, onlyForClient: undefined },
    ]);
    this.#options.events.messageProcessed({ message, result, durationMs });
  }

  #report(message: IdentifiedMessage, error: FleetError, willRetry: boolean): void {
    this.#options.events.messageFailed({ message, reason: error.message, willRetry });
  }

  #release(serviceName: string): void {
    const active = this.#active.get(serviceName) ?? 1;
    this.#active.set(serviceName, active - 1);
    if (this.#claimAgain || this.#claiming) this.#claim();
  }

  #claim(): void {
    if (this.#stop.signal.aborted) return;
    if (this.#claiming) {
      this.#claimMissed = true;
      return;
    }
    this.#claiming = true;
    this.#claimAgain = false;
    this.#claimMissed = false;
    this.#sleepOn();
    const claim = this.#claimOnce().finally(() => {
      this.#claiming = false;
      this.#running.delete(claim);
      if (this.#claimMissed) this.#claim();
    });
    this.#running.add(claim);
  }

  async #claimOnce(): Promise<void> {
    const { store, clock, log, server } = this.#options;
    try {
      const messages = await store.messages.claimForServer({
        server,
        now: microsFromMs(clock.now()),
        maxMessages: maxClaim,
        limits: this.#freePlaces(),
        retryTime: (tries) => this.#retryTime(tries),
      });
      await this.#accept(messages);
      // A place that becomes free claims by itself (release); the timer is for the others.
      const busy = [...this.#freePlaces()].filter(([, free]) => free === 0).map(([name]) => name);
      this.#claimAgain ||= busy.length > 0;
      this.#wakeBy(await store.messages.nextServerDue(busy));
    } catch (thrown) {
      log.error("pending messages cannot be claimed: {error}", {
        error: toFleetError(thrown).message,
      });
      this.#wakeBy(microsFromMs(clock.now() + this.#options.retryBaseMs));
    }
  }

  #freePlaces(): Map<string, number> {
    const places = new Map<string, number>();
    for (const [name, { maxParallelism }] of this.#services) {
      places.set(name, Math.max(0, maxParallelism - (this.#active.get(name) ?? 0)));
    }
    return places;
  }

  /** Starts on claimed messages; those whose place was taken meanwhile go back, and those of an unknown service fail. */
  async #accept(claimed: readonly ClaimedMessage[]): Promise<void> {
    const { store, clock, events } = this.#options;
    const back: MessageId[] = [];
    const results: ResultChange[] = [];
    const settled: { readonly message: IdentifiedMessage; readonly result: MessageResult }[] = [];
    for (const { message, tries } of claimed) {
      const { messageId } = message;
      // Its service takes longer than the pause before another attempt: it is not given the message twice.
      if (this.#inWork.has(messageId)) continue;
      const { process, result } = this.admit(message);
      if (process) this.process(message, tries);
      else if (result === undefined) back.push(messageId);
      else {
        results.push({ messageId, result, onlyForClient: undefined });
        settled.push({ message, result });
      }
    }
    if (back.length > 0) await store.messages.putBack(back, microsFromMs(clock.now()));
    if (results.length > 0) await store.messages.setResults(results);
    for (const one of settled) events.messageProcessed(one);
  }

  /** Claims again at that time, or earlier. */
  #wakeBy(due: Micros | undefined): void {
    if (due === undefined || due >= this.#wakeTime || this.#stop.signal.aborted) return;
    this.#sleepOn();
    this.#wakeTime = due;
    const { clock } = this.#options;
    const maxWaitMs = 3600 * 1000;
    const waitMs = Math.min(Math.max(0, due / 1000 - clock.now()), maxWaitMs);
    this.#timer = clock.after(waitMs, () => this.#claim());
  }

  #sleepOn(): void {
    this.#timer?.[Symbol.dispose]();
    this.#timer = undefined;
    this.#wakeTime = Infinity;
  }
}
