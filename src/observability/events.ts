/**
 * What happens to clients and messages: one function per event, which feeds the log, the metrics and the live feed.
 *
 * Called after the commit that made the event true, never before.
 */
import { type Caller, describeCaller } from "../core/caller.ts";
import { type Clock, systemClock } from "../core/clock.ts";
import type { BroadcastId, ClientId } from "../core/ids.ts";
import type { IdentifiedMessage } from "../core/message.ts";
import { type LeftOut, LineLimit } from "./line-limit.ts";
import type { Log } from "./log.ts";
import type { Metrics, UsageFigures } from "./metrics.ts";

export type MessageListener = (messages: readonly IdentifiedMessage[]) => void;

/** Copies of clients' messages, for whoever watches: a hint, never the consumer. */
export interface MessageFeed {
  /** Calls back with each batch of messages from clients after it was stored, with payloads, until disposed. */
  watch(listener: MessageListener): Disposable;
}

interface ContactFacts {
  readonly clientId: ClientId;
  readonly address: string;
  readonly transport: string;
}

export class Events implements MessageFeed {
  readonly #log: Log;
  readonly #metrics: Metrics | undefined;
  readonly #listeners = new Set<MessageListener>();

  /** For lines that a client causes by what its messages are, as many as it likes. */
  readonly #limit: LineLimit;

  /** @param metrics undefined: nobody reads any. */
  constructor(log: Log, clock: Clock = systemClock, metrics?: Metrics) {
    this.#log = log;
    this.#metrics = metrics;
    this.#limit = new LineLimit(clock, (leftOut) => this.#linesLeftOut(leftOut));
  }

  watch(listener: MessageListener): Disposable {
    this.#listeners.add(listener);
    return { [Symbol.dispose]: () => void this.#listeners.delete(listener) };
  }

  clientEnrolled(facts: ContactFacts & { readonly labels: readonly string[] }): void {
    this.#metrics?.clientEnrolled();
    this.#log.info("client {clientId} enrolled from {address}, labels {labels}", { ...facts });
  }

  streamStarted(facts: ContactFacts): void {
    this.#metrics?.contactMade(facts.transport);
    this.#metrics?.streamOpened(facts.transport);
    this.#log.info("client {clientId} connected from {address} by {transport}", { ...facts });
  }

  /** @param facts with the reason where it broke; else who ended it in order. */
  streamEnded(
    facts: ContactFacts & { readonly reason?: string | undefined; readonly endedHere: boolean },
  ): void {
    this.#metrics?.streamClosed(facts.transport);
    if (facts.reason !== undefined)
      this.#log.info("client {clientId} disconnected: {reason}", { ...facts });
    else if (facts.endedHere)
      this.#log.debug("the stream of client {clientId} is over", { ...facts });
    else this.#log.debug("client {clientId} ended its stream", { ...facts });
  }

  /** A client opened a second stream while one was alive: repeated, a sign of a clone. */
  streamReplaced(facts: ContactFacts): void {
    this.#metrics?.streamReplaced();
    if (!this.#limit.admit(facts.clientId)) return;
    this.#log.warn(
      "client {clientId} opened another stream from {address}: the older one is ended; repeated, it is a sign of a clone",
      {
        ...facts,
      },
    );
  }

  polled(facts: ContactFacts): void {
    this.#metrics?.contactMade(facts.transport);
    this.#log.debug("client {clientId} polled from {address}", { ...facts });
  }

  /** A record of a client has arrived. @param ms how long it took; undefined where it was waited for. */
  recordRead(transport: string, bytes: number, ms?: number): void {
    this.#metrics?.recordRead(transport, bytes, ms);
  }

  /** A record to a client is on its way. @param ms how long that took. */
  recordWritten(transport: string, bytes: number, ms: number): void {
    this.#metrics?.recordWritten(transport, bytes, ms);
  }

  /** A record of a client was dealt with and answered. @param ms since it had arrived. */
  recordAnswered(transport: string, ms: number): void {
    this.#metrics?.recordAnswered(transport, ms);
  }

  /** A contact that was refused or broke off for what it carried. */
  contactRejected(facts: ContactFacts & { readonly reason: string }): void {
    this.#metrics?.rejected("contact");
    this.#log.warn("contact of client {clientId} from {address} rejected: {reason}", { ...facts });
  }

  /** Another key than the stored one has the same id: an attack on the id, or a one in 2^64 chance. */
  keyMismatch(facts: ContactFacts): void {
    this.#metrics?.keyMismatch();
    this.#log.error("client {clientId} from {address} presents another key than the one stored", {
      ...facts,
    });
  }

  /** A request for a file that is not there. */
  nothingFound(facts: { readonly address: string; readonly reason: string }): void {
    this.#log.debug("request from {address}: {reason}", { ...facts });
  }

  /** A request that never became a contact. */
  requestRejected(facts: { readonly address: string; readonly reason: string }): void {
    this.#metrics?.rejected("request");
    this.#log.warn("request from {address} rejected: {reason}", { ...facts });
  }

  /** Messages of one record that were dropped. @param reasons one for each; empty when there was none. */
  messagesInvalid(clientId: ClientId, reasons: readonly string[]): void {
    this.#metrics?.messagesDropped(reasons.length);
    const [reason] = reasons;
    if (reason === undefined || !this.#limit.admit(clientId)) return;
    this.#log.warn(
      "{count} messages of client {clientId} are dropped, the first because: {reason}",
      {
        clientId,
        count: reasons.length,
        reason,
      },
    );
  }

  #linesLeftOut({ clientId, count }: LeftOut): void {
    this.#log.warn("{count} more lines on the messages of client {clientId} were left out", {
      clientId: clientId ?? "others",
      count,
    });
  }

  messagesStored(clientId: ClientId, messages: readonly IdentifiedMessage[]): void {
    this.#metrics?.messagesStored(messages);
    this.#log.debug("stored {count} messages of client {clientId}", {
      clientId,
      count: messages.length,
    });
    for (const listener of this.#listeners) listener(messages);
  }

  messagesHandedOut(clientId: ClientId, messages: readonly IdentifiedMessage[]): void {
    this.#metrics?.messagesHandedOut(messages);
    this.#log.debug("handed {count} messages to client {clientId}", {
      clientId,
      count: messages.length,
    });
  }

  resourceUsageReceived(facts: {
    readonly clientId: ClientId;
    readonly scope: string;
    readonly version: string;
    readonly figures: UsageFigures;
  }): void {
    const { figures, ...named } = facts;
    this.#metrics?.resourceUsageReceived(figures);
    this.#log.debug("client {clientId} reports the resource usage of {scope}", { ...named });
  }

  /** A client killed the process of a service. */
  serviceKilled(facts: {
    readonly clientId: ClientId;
    readonly service: string;
    readonly pid: bigint;
    readonly version: string;
    readonly reason: string;
  }): void {
    this.#metrics?.serviceKilled(facts.reason);
    if (!this.#limit.admit(facts.clientId)) return;
    const { pid, ...others } = facts;
    this.#log.warn("client {clientId} killed process {pid} of service {service}: {reason}", {
      ...others,
      pid: pid.toString(),
    });
  }

  /** A broadcast was saved for so many more clients. */
  broadcastSent(facts: { readonly broadcastId: BroadcastId; readonly clients: number }): void {
    this.#metrics?.broadcastSent(facts.clients);
    this.#log.info("broadcast {broadcastId} goes to {clients} more clients", { ...facts });
  }

  messagesAcknowledged(clientId: ClientId, count: number): void {
    this.#log.debug("client {clientId} acknowledged {count} messages", { clientId, count });
  }

  /** A message to a client that the client could not process. */
  messageErrored(facts: {
    readonly clientId: ClientId;
    readonly messageId: string;
    readonly error: string;
  }): void {
    if (!this.#limit.admit(facts.clientId)) return;
    this.#log.warn("client {clientId} reports an error of message {messageId}: {error}", {
      ...facts,
    });
  }

  /** Results that one report has for messages that are somebody else's or unknown; the first of them is named. */
  resultsRefused(facts: {
    readonly clientId: ClientId;
    readonly count: number;
    readonly messageId: string;
    readonly reason: string;
  }): void {
    if (!this.#limit.admit(facts.clientId)) return;
    this.#log.warn(
      "{count} results of client {clientId} are refused, the first for message {messageId}: {reason}",
      { ...facts },
    );
  }

  /** @param endsAt milliseconds since the epoch. */
  serverCertificateUsed(endsAt: number): void {
    this.#metrics?.serverCertificate(endsAt);
    this.#log.info("the server's certificate is valid until {until}", {
      until: new Date(endsAt).toISOString(),
    });
  }

  /** Somebody changed something through the admin API. @param isFrequent programs do it thousands of times. */
  adminChanged(change: {
    readonly action: string;
    readonly isFrequent?: boolean;
    readonly caller: Caller;
  }): void {
    const { action, caller, isFrequent = false } = change;
    const facts = { ...caller, action, caller: describeCaller(caller) };
    if (isFrequent && caller.name === undefined) this.#log.debug("{caller} {action}", facts);
    else this.#log.info("{caller} {action}", facts);
  }

  /** A server service is done with a message, well or not. */
  messageProcessed(facts: {
    readonly serviceName: string;
    readonly durationMs: number;
    readonly failed: boolean;
  }): void {
    this.#metrics?.messageProcessed(facts.serviceName, facts.durationMs, facts.failed);
  }

  messageFailed(facts: {
    readonly messageId: string;
    readonly serviceName: string;
    readonly reason: string;
    readonly willRetry: boolean;
  }): void {
    this.#log.warn("service {serviceName} failed on message {messageId}: {reason}", { ...facts });
  }
}
