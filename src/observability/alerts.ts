/**
 * Alerts: what somebody should look at now, for as long as it lasts. Rules in alert-rules.ts decide when; here is what
 * stands, bounded, and what the live feed is told of it.
 */
import { type Clock, systemClock } from "../core/clock.ts";
import { type Alert, type AlertSeverity, eventText } from "../core/live-event.ts";
import { formatMicros } from "../core/rfc3339.ts";
import { microsFromMs } from "../core/time.ts";
import type { LiveEvents } from "./live-events.ts";

export interface AlertDetails {
  readonly hint?: string;
  readonly clientId?: string;
  /** It is over unless it is raised again within so long; without it, only `clear` ends it. */
  readonly holdMs?: number;
}

/** Of one kind: a client that changes its id each time must not push out the others. */
const maxOfKind = 50;
const severities: readonly AlertSeverity[] = ["critical", "warning", "info"];

interface Standing {
  readonly alert: Alert;
  /** By Clock.elapsed. */
  readonly endsAt: number;
}

export class Alerts implements Disposable {
  readonly #clock: Clock;
  readonly #live: LiveEvents | undefined;
  /** By id, oldest first. */
  readonly #standing = new Map<string, Standing>();
  #timer: Disposable | undefined;
  #timerAt = Infinity;

  constructor(clock: Clock = systemClock, live?: LiveEvents) {
    this.#clock = clock;
    this.#live = live;
  }

  /**
   * Raises an alert, or says anew of one that stands. The oldest of its kind gives way where there are too many.
   * @param key what it is about, among those of its kind; empty where there is only one.
   */
  raise(
    kind: string,
    key: string,
    severity: AlertSeverity,
    text: string,
    details: AlertDetails = {},
  ): void {
    const { hint, clientId, holdMs = Infinity } = details;
    const id = `${kind}:${eventText(key)}`;
    const before = this.#standing.get(id)?.alert;
    const alert: Alert = {
      ...{ id, kind, severity, text: eventText(text) },
      ...(hint !== undefined && { hint }),
      since: before?.since ?? formatMicros(microsFromMs(this.#clock.now())),
      ...(clientId !== undefined && { client_id: clientId }),
    };
    if (before === undefined) this.#makeRoom(kind);
    this.#standing.set(id, { alert, endsAt: this.#clock.elapsed() + holdMs });
    this.#wakeAt(this.#clock.elapsed() + holdMs);
    if (before?.text !== alert.text || before.severity !== severity)
      this.#tell("alert.raised", alert);
  }

  /** It is over. One that does not stand is left alone. */
  clear(kind: string, key: string): void {
    this.#remove(`${kind}:${eventText(key)}`);
  }

  /** What stands: the worst first, then the newest. */
  list(): Alert[] {
    const newestFirst = [...this.#standing.values()].map(({ alert }) => alert).toReversed();
    return severities.flatMap((severity) =>
      newestFirst.filter((alert) => alert.severity === severity),
    );
  }

  [Symbol.dispose](): void {
    this.#timer?.[Symbol.dispose]();
  }

  #makeRoom(kind: string): void {
    const same = [...this.#standing.values()].filter(({ alert }) => alert.kind === kind);
    const [oldest] = same;
    if (oldest && same.length >= maxOfKind) this.#remove(oldest.alert.id);
  }

  #remove(id: string): void {
    const standing = this.#standing.get(id);
    if (!this.#standing.delete(id) || standing === undefined) return;
    this.#tell("alert.cleared", standing.alert);
  }

  #tell(type: "alert.raised" | "alert.cleared", alert: Alert): void {
    const { client_id } = alert;
    this.#live?.publish({ type, alert, ...(client_id !== undefined && { client_id }) });
  }

  #wakeAt(endsAt: number): void {
    if (endsAt >= this.#timerAt) return;
    this.#timer?.[Symbol.dispose]();
    this.#timerAt = endsAt;
    const waitMs = Math.max(0, endsAt - this.#clock.elapsed());
    this.#timer = this.#clock.after(waitMs, () => this.#removeOver());
  }

  #removeOver(): void {
    this.#timerAt = Infinity;
    const now = this.#clock.elapsed();
    for (const [id, { endsAt }] of this.#standing) if (endsAt <= now) this.#remove(id);
    const next = Math.min(...Array.from(this.#standing.values(), ({ endsAt }) => endsAt));
    if (next < Infinity) this.#wakeAt(next);
  }
}
