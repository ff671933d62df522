/**
 * What events.ts tells whoever watches now: the live feed, the alerts and the rates of one server, fed together.
 *
 * Like the log and the metrics it is told of what is true already, and it asks nobody for anything.
 */
import { type Clock, systemClock } from "../core/clock.ts";
import type { BroadcastId, ClientId, MessageId } from "../core/ids.ts";
import { eventText, maxEventLabels } from "../core/live-event.ts";
import { AlertRules, slowCommitMs } from "./alert-rules.ts";
import { Alerts } from "./alerts.ts";
import { BroadcastProgress, type ProgressFacts } from "./broadcast-progress.ts";
import { LiveEvents, type LiveLimits } from "./live-events.ts";
import { LiveMessages } from "./live-messages.ts";
import { Rates } from "./rates.ts";

interface ContactFacts {
  readonly clientId: ClientId;
  readonly address: string;
  readonly transport: string;
}

export class LiveFeed implements Disposable {
  readonly events: LiveEvents;
  readonly alerts: Alerts;
  readonly rates: Rates;
  readonly messages: LiveMessages;
  readonly rules: AlertRules;
  readonly #broadcasts: BroadcastProgress;

  constructor(clock: Clock = systemClock, limits: Partial<LiveLimits> = {}) {
    this.events = new LiveEvents(clock, limits);
    this.alerts = new Alerts(clock, this.events);
    this.rates = new Rates(clock);
    this.messages = new LiveMessages(clock, this.events);
    this.rules = new AlertRules(clock, this.alerts);
    this.#broadcasts = new BroadcastProgress(clock, this.events);
  }

  clientEnrolled(facts: ContactFacts & { readonly labels: readonly string[] }): void {
    if (!this.events.isRecording) return;
    const labels = facts.labels.slice(0, maxEventLabels).map(eventText);
    this.events.publish({ type: "client.enrolled", ...clientFacts(facts), labels });
  }

  clientRekeyed(clientId: ClientId, oldClientId: ClientId, messageId: MessageId): void {
    this.events.publish({
      type: "client.rekeyed",
      client_id: clientId,
      old_client_id: oldClientId,
      message_id: messageId,
    });
  }

  streamStarted(facts: ContactFacts): void {
    this.rates.opened(facts.transport);
    if (!this.events.isRecording) return;
    this.events.publish({ type: "client.connected", ...clientFacts(facts) });
  }

  streamEnded(facts: ContactFacts & { reason?: string | undefined; endedHere: boolean }): void {
    this.rates.closed(facts.transport);
    if (!this.events.isRecording) return;
    const { reason, endedHere } = facts;
    this.events.publish({
      type: "client.disconnected",
      ...clientFacts(facts),
      ...(reason !== undefined && { reason: eventText(reason) }),
      ended_by: reason !== undefined ? "fault" : endedHere ? "server" : "client",
    });
  }

  broadcastChanged(facts: ProgressFacts & { readonly broadcastId: BroadcastId }): void {
    this.#broadcasts.changed(facts);
  }

  committed(durationMs: number): void {
    this.rates.committed(durationMs);
    if (durationMs <= slowCommitMs) return;
    const { p99Ms } = this.rates.commitFigures();
    if (p99Ms > slowCommitMs) this.rules.commitsSlow(p99Ms);
  }

  [Symbol.dispose](): void {
    for (const part of [this.#broadcasts, this.messages, this.rules, this.alerts, this.events]) {
      part[Symbol.dispose]();
    }
  }
}

function clientFacts({ clientId, address, transport }: ContactFacts) {
  return { client_id: clientId, address: eventText(address), transport };
}
