/**
 * Events about messages: one for each while there are few, sums while there are many.
 *
 * Nothing is made while nobody reads the live feed, and nothing is asked of the store: what an acknowledgement is about is
 * remembered from when the message was handed out.
 */
import type { Clock } from "../core/clock.ts";
import type { ClientId, MessageId } from "../core/ids.ts";
import {
  type LiveFact,
  type LiveMessage,
  type MessageTotals,
  eventText,
} from "../core/live-event.ts";
import type { IdentifiedMessage, MessageResult } from "../core/message.ts";
import type { LiveEvents } from "./live-events.ts";

/** Events about single messages that may come at once, and per second in the long run. */
const budget = 500;
/** How long messages are summed up before their sum is told. */
const summaryMs = 25;
/** Messages handed out whose service and type are remembered. */
const maxRemembered = 5_000;

type Point = keyof MessageTotals;

const noTotals: MessageTotals = {
  stored: 0,
  delivered: 0,
  acknowledged: 0,
  processed: 0,
  failed: 0,
};

export interface FailedMessage {
  readonly message: IdentifiedMessage;
  readonly reason: string;
  readonly willRetry: boolean;
}

export class LiveMessages implements Disposable {
  readonly #clock: Clock;
  readonly #live: LiveEvents;
  #tokens = budget;
  #refilledAt: number;
  /** Once there were too many, sums go on until there have been few for a while. */
  #isSummingUp = false;
  #totals: Record<Point, number> = { ...noTotals };
  #timer: Disposable | undefined;
  readonly #handedOut = new Map<MessageId, LiveMessage>();

  constructor(clock: Clock, live: LiveEvents) {
    this.#clock = clock;
    this.#live = live;
    this.#refilledAt = clock.elapsed();
  }

  /** Also of those that were stored with a result. */
  stored(messages: readonly IdentifiedMessage[]): void {
    if (!this.#live.isRecording) return;
    const settled = messages.filter(({ result }) => result !== undefined);
    if (this.#admit(messages.length + settled.length)) {
      for (const message of messages) this.#publish("message.stored", factsOf(message));
      for (const message of settled) this.#settled(factsOf(message), message.result);
      return;
    }
    const failed = settled.filter(({ result }) => result?.failed).length;
    this.#sumUp({ stored: messages.length, processed: settled.length - failed, failed });
  }

  delivered(messages: readonly IdentifiedMessage[]): void {
    if (!this.#live.isRecording) return;
    if (!this.#admit(messages.length)) return this.#sumUp({ delivered: messages.length });
    for (const message of messages) {
      const facts = factsOf(message);
      this.#remember(message.messageId, facts);
      this.#publish("message.delivered", facts);
    }
  }

  /** What a client says of messages that were for it. */
  reported(clientId: ClientId, messageIds: readonly MessageId[], result: MessageResult): void {
    if (!this.#live.isRecording) return;
    const count = messageIds.length;
    if (!this.#admit(2 * count)) {
      return this.#sumUp({ acknowledged: count, [result.failed ? "failed" : "processed"]: count });
    }
    for (const messageId of messageIds) {
      const facts = this.#recall(messageId) ?? {
        ...{ message_id: messageId, client_id: clientId, direction: "to_client" },
      };
      this.#publish("message.acknowledged", facts);
      this.#settled(facts, result);
    }
  }

  /** A server service is done with a message. */
  processed(message: IdentifiedMessage, result: MessageResult): void {
    if (!this.#live.isRecording) return;
    if (this.#admit(1)) this.#settled(factsOf(message), result);
    else this.#sumUp({ [result.failed ? "failed" : "processed"]: 1 });
  }

  /** A server service failed on a message, and gets it again. */
  postponed(message: IdentifiedMessage, reason: string): void {
    if (!this.#live.isRecording || !this.#admit(1)) return;
    this.#fail(factsOf(message), reason, true);
  }

  /** Somebody ended these, and nothing more is known of them. */
  removed(messageIds: readonly MessageId[], reason: string): void {
    if (!this.#live.isRecording) return;
    if (!this.#admit(messageIds.length)) return this.#sumUp({ failed: messageIds.length });
    for (const messageId of messageIds) {
      this.#fail(this.#recall(messageId) ?? { message_id: messageId }, reason, false);
    }
  }

  /** What was pending for a client was ended, whatever it was. */
  pendingRemoved(clientIds: readonly ClientId[], count: number): void {
    const [clientId] = clientIds;
    const only = clientIds.length === 1 && clientId !== undefined ? { client_id: clientId } : {};
    if (count > 0) {
      this.#live.publish({ type: "messages.summary", ...only, ...noTotals, failed: count });
    }
  }

  [Symbol.dispose](): void {
    this.#timer?.[Symbol.dispose]();
  }

  /** Whether so many events may be told one by one; counted either way. */
  #admit(count: number): boolean {
    const now = this.#clock.elapsed();
    this.#tokens = Math.min(budget, this.#tokens + ((now - this.#refilledAt) * budget) / 1000);
    this.#refilledAt = now;
    const isEnough = this.#isSummingUp ? this.#tokens >= budget / 2 : this.#tokens >= count;
    this.#isSummingUp = !isEnough || this.#tokens < count;
    this.#tokens = Math.max(0, this.#tokens - count);
    return !this.#isSummingUp;
  }

  #sumUp(totals: Partial<MessageTotals>): void {
    const sums = this.#totals;
    sums.stored += totals.stored ?? 0;
    sums.delivered += totals.delivered ?? 0;
    sums.acknowledged += totals.acknowledged ?? 0;
    sums.processed += totals.processed ?? 0;
    sums.failed += totals.failed ?? 0;
    this.#timer ??= this.#clock.after(summaryMs, () => this.#tellTotals());
  }

  #tellTotals(): void {
    this.#timer = undefined;
    const totals = this.#totals;
    this.#totals = { ...noTotals };
    this.#live.publish({ type: "messages.summary", ...totals });
  }

  #settled(facts: LiveMessage, result: MessageResult | undefined): void {
    if (result?.failed) this.#fail(facts, result.failedReason, false);
    else this.#publish("message.processed", facts);
  }

  #fail(facts: LiveMessage, reason: string, willRetry: boolean): void {
    const text = eventText(reason);
    this.#live.publish({ type: "message.failed", ...facts, reason: text, will_retry: willRetry });
  }

  #publish(
    type: Exclude<LiveFact["type"] & `message.${string}`, "message.failed">,
    facts: LiveMessage,
  ): void {
    this.#live.publishLater(() => ({ type, ...facts }));
  }

  #remember(messageId: MessageId, facts: LiveMessage): void {
    this.#handedOut.set(messageId, facts);
    if (this.#handedOut.size <= maxRemembered) return;
    const [oldest] = this.#handedOut.keys();
    if (oldest !== undefined) this.#handedOut.delete(oldest);
  }

  #recall(messageId: MessageId): LiveMessage | undefined {
    const facts = this.#handedOut.get(messageId);
    this.#handedOut.delete(messageId);
    return facts;
  }
}

/** Written out: this is done for each message. */
function factsOf({ messageId, source, destination, messageType }: IdentifiedMessage): LiveMessage {
  const client_id = destination.clientId ?? source.clientId;
  const service_name = eventText(destination.serviceName);
  const message_type = eventText(messageType);
  if (client_id === undefined) return { message_id: messageId, service_name, message_type };
  const direction = destination.clientId === undefined ? "to_server" : "to_client";
  return { message_id: messageId, client_id, direction, service_name, message_type };
}
