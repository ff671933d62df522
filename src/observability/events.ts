/**
 * What happens to clients and messages: one function per event, which feeds the log, the metrics and the live feed.
 * Here is what happens to messages and to the server; contacts are in contact-events.ts.
 *
 * Called after the commit that made the event true, never before.
 */
import { type Caller, describeCaller } from "../core/caller.ts";
import type { ClientId, MessageId } from "../core/ids.ts";
import type { IdentifiedMessage, MessageResult } from "../core/message.ts";
import type { ProgressFacts } from "./broadcast-progress.ts";
import { ContactEvents } from "./contact-events.ts";
import type { UsageFigures } from "./metrics.ts";

export type MessageListener = (messages: readonly IdentifiedMessage[]) => void;

/** Copies of clients' messages, for whoever watches: a hint, never the consumer. */
export interface MessageFeed {
  /** Calls back with each batch of messages from clients after it was stored, with payloads, until disposed. */
  watch(listener: MessageListener): Disposable;
}

export class Events extends ContactEvents implements MessageFeed {
  readonly #listeners = new Set<MessageListener>();

  watch(listener: MessageListener): Disposable {
    this.#listeners.add(listener);
    return { [Symbol.dispose]: () => void this.#listeners.delete(listener) };
  }

  /** Messages of one record that were dropped. @param reasons one for each; empty when there was none. */
  messagesInvalid(clientId: ClientId, reasons: readonly string[]): void {
    this.metrics?.messagesDropped(reasons.length);
    const [reason] = reasons;
    if (reason === undefined || !this.limit.admit(clientId)) return;
    this.log.warn(
      "messages of client {clientId} are dropped: {count}, the first because: {reason}",
      {
        clientId,
        count: reasons.length,
        reason,
      },
    );
  }

  messagesStored(clientId: ClientId, messages: readonly IdentifiedMessage[]): void {
    this.metrics?.messagesStored(messages);
    this.live?.rates.messagesIn(messages.length);
    this.live?.messages.stored(messages);
    this.log.debug("stored {count} messages of client {clientId}: {messageIds}", () =>
      manyOf(clientId, messages),
    );
    for (const listener of this.#listeners) listener(messages);
  }

  /** Messages that an administrator, a broadcast or the server itself sends, as they are stored. */
  messagesInserted(messages: readonly IdentifiedMessage[]): void {
    this.live?.messages.stored(messages);
  }

  messagesHandedOut(clientId: ClientId, messages: readonly IdentifiedMessage[]): void {
    this.metrics?.messagesHandedOut(messages);
    this.live?.rates.messagesOut(messages.length);
    this.live?.messages.delivered(messages);
    this.log.debug("handed {count} messages to client {clientId}: {messageIds}", () =>
      manyOf(clientId, messages),
    );
  }

  resourceUsageReceived(facts: {
    readonly clientId: ClientId;
    readonly scope: string;
    readonly version: string;
    readonly figures: UsageFigures;
  }): void {
    const { figures, ...named } = facts;
    this.metrics?.resourceUsageReceived(figures);
    this.log.debug("client {clientId} reports the resource usage of {scope}", { ...named });
  }

  /** A client killed the process of a service. */
  serviceKilled(facts: {
    readonly clientId: ClientId;
    readonly service: string;
    readonly pid: bigint;
    readonly version: string;
    readonly reason: string;
  }): void {
    this.metrics?.serviceKilled(facts.reason);
    if (!this.limit.admit(facts.clientId)) return;
    const { pid, ...others } = facts;
    this.log.warn("client {clientId} killed process {pid} of service {service}: {reason}", {
      ...others,
      pid: pid.toString(),
    });
  }

  /** A broadcast was saved for so many more clients. */
  broadcastSent(facts: Omit<ProgressFacts, "state"> & { readonly clients: number }): void {
    const { broadcastId, clients } = facts;
    this.metrics?.broadcastSent(clients);
    this.live?.broadcastChanged({ ...facts, state: "active" });
    this.log.info("broadcast {broadcastId} goes to more clients: {clients}", {
      broadcastId,
      clients,
    });
  }

  /** A broadcast became active or is over, as far as this server has heard. */
  broadcastChanged(facts: ProgressFacts): void {
    this.live?.broadcastChanged(facts);
  }

  /** Messages to a client have the result that it reports; of those that had one already, no word. */
  resultsReported(
    clientId: ClientId,
    messageIds: readonly MessageId[],
    result: MessageResult,
  ): void {
    if (messageIds.length > 0) this.live?.messages.reported(clientId, messageIds, result);
  }

  /** An administrator ended messages that were pending. */
  messagesRemoved(messageIds: readonly MessageId[], reason: string): void {
    if (messageIds.length > 0) this.live?.messages.removed(messageIds, reason);
  }

  /** An administrator ended everything that was pending for these clients. */
  pendingRemoved(clientIds: readonly ClientId[], count: number): void {
    this.live?.messages.pendingRemoved(clientIds, count);
  }

  /** A transaction of the store was committed. */
  committed(info: { readonly calls: number; readonly durationMs: number }): void {
    this.metrics?.committed(info);
    this.live?.committed(info.durationMs);
  }

  /** The disk has come below its floor, or is above it again. Bytes. */
  diskFloor({ isBelow, free, min }: { isBelow: boolean; free: number; min: number }): void {
    this.live?.rules.diskFloor(isBelow, free, min);
  }

  messagesAcknowledged(clientId: ClientId, count: number): void {
    this.log.debug("client {clientId} acknowledged {count} messages", { clientId, count });
  }

  /** A message to a client that the client could not process. */
  messageErrored(facts: {
    readonly clientId: ClientId;
    readonly messageId: string;
    readonly error: string;
  }): void {
    if (!this.limit.admit(facts.clientId)) return;
    this.log.warn("client {clientId} reports an error of message {messageId}: {error}", {
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
    if (!this.limit.admit(facts.clientId)) return;
    this.log.warn(
      "results of client {clientId} are refused: {count}, the first for message {messageId}: {reason}",
      { ...facts },
    );
  }

  /** @param endsAt milliseconds since the epoch. */
  serverCertificateUsed(endsAt: number): void {
    this.metrics?.serverCertificate(endsAt);
    this.live?.rules.certificateUsed(endsAt);
    this.log.info("the server's certificate is valid until {until}", {
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
    if (isFrequent && caller.name === undefined) this.log.debug("{caller} {action}", facts);
    else this.log.info("{caller} {action}", facts);
  }

  /** A server service is done with a message, well or not. @param durationMs undefined: it was not asked. */
  messageProcessed(facts: {
    readonly message: IdentifiedMessage;
    readonly result: MessageResult;
    readonly durationMs?: number;
  }): void {
    const { message, result, durationMs } = facts;
    const { serviceName } = message.destination;
    if (durationMs !== undefined) {
      this.metrics?.messageProcessed(serviceName, durationMs, result.failed);
    }
    const { messageId } = message;
    if (result.failed) {
      this.log.debug("message {messageId} to service {serviceName} has failed: {reason}", {
        ...{ messageId, serviceName, reason: result.failedReason },
      });
    } else {
      this.live?.rules.serviceSucceeded(serviceName);
      this.log.debug("message {messageId} is processed by service {serviceName}", {
        ...{ messageId, serviceName },
      });
    }
    this.live?.messages.processed(message, result);
  }

  messageFailed(facts: {
    readonly message: IdentifiedMessage;
    readonly reason: string;
    readonly willRetry: boolean;
  }): void {
    const { message, reason, willRetry } = facts;
    const { serviceName } = message.destination;
    this.live?.rules.serviceFailed(serviceName, reason);
    if (willRetry) this.live?.messages.postponed(message, reason);
    this.log.warn("service {serviceName} failed on message {messageId}: {reason}", {
      ...{ serviceName, reason, willRetry },
      messageId: message.messageId,
    });
  }
}

/** Made where somebody logs it only. */
function manyOf(clientId: ClientId, messages: readonly IdentifiedMessage[]) {
  const messageIds = messages.map(({ messageId }) => messageId);
  return { clientId, count: messages.length, messageIds };
}
