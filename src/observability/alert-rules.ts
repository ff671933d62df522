/**
 * When an alert is raised and when it is over, from what happens. Each rule remembers a bounded number of clients or
 * services; what it says to do is for an operator who sees it for the first time.
 */
import type { Clock } from "../core/clock.ts";
import type { ClientId } from "../core/ids.ts";
import { eventText } from "../core/live-event.ts";
import type { Alerts } from "./alerts.ts";
import { RepeatCounter } from "./repeat-counter.ts";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** A certificate that ends sooner is an alert. */
const certificateDays = 14;
const certificateCheckMs = 60 * minuteMs;
/** Of one client, within `repeatMs`, before they are a sign of something. */
const maxRepeats = 3;
const repeatMs = 15 * minuteMs;
/** Of one server service, without one success in between. */
const maxServiceFailures = 5;
const maxServices = 1_000;
/** Clients whose last nonce is known here. */
const maxNonces = 50_000;
export const slowCommitMs = 1_000;

export interface OpenedContact {
  readonly clientId: ClientId;
  /** What the client gave back of its last contact; 0 if it had none. */
  readonly receivedNonce: bigint;
  readonly sentNonce: bigint;
}

export class AlertRules implements Disposable {
  readonly #clock: Clock;
  readonly #alerts: Alerts;
  readonly #replaced: RepeatCounter;
  readonly #splits: RepeatCounter;
  /** The low bits of the nonce that each client was sent last: enough to tell whether it came back. */
  readonly #nonces = new Map<ClientId, number>();
  readonly #failures = new Map<string, number>();
  #certificateTimer: Disposable | undefined;

  constructor(clock: Clock, alerts: Alerts) {
    this.#clock = clock;
    this.#alerts = alerts;
    this.#replaced = new RepeatCounter(clock, repeatMs);
    this.#splits = new RepeatCounter(clock, repeatMs);
  }

  keyMismatch(clientId: ClientId, address: string): void {
    const text = `client ${clientId} at ${address} presents another key than the one stored`;
    this.#alerts.raise("key_mismatch", clientId, "critical", text, {
      hint: "Somebody may be imitating the client. Look at its address, and blacklist it if it is not yours.",
      clientId,
      holdMs: 4 * repeatMs,
    });
  }

  streamReplaced(clientId: ClientId, address: string): void {
    const times = this.#replaced.add(clientId);
    if (times < maxRepeats) return;
    const text = `client ${clientId} opened another stream ${times} times while one was alive, last from ${address}`;
    this.#alerts.raise("clone", clientId, "warning", text, {
      hint: "Two machines may share its key, as copies of one image do. Blacklist it: each gets a key of its own.",
      clientId,
      holdMs: repeatMs,
    });
  }

  contactOpened({ clientId, receivedNonce, sentNonce }: OpenedContact): void {
    const expected = this.#nonces.get(clientId);
    this.#rememberNonce(clientId, lowBits(sentNonce));
    if (expected === undefined || receivedNonce === 0n || lowBits(receivedNonce) === expected)
      return;
    const times = this.#splits.add(clientId);
    if (times < maxRepeats) return;
    const text = `client ${clientId} came back ${times} times with the nonce of an older contact`;
    this.#alerts.raise("nonce_split", clientId, "warning", text, {
      hint: "Two machines may share its key, or a backup of its state was restored; replies that are lost look alike.",
      clientId,
      holdMs: repeatMs,
    });
  }

  /** @param endsAt milliseconds since the epoch. */
  certificateUsed(endsAt: number): void {
    this.#certificateTimer?.[Symbol.dispose]();
    this.#certificateTimer = this.#clock.after(certificateCheckMs, () =>
      this.certificateUsed(endsAt),
    );
    const days = Math.floor((endsAt - this.#clock.now()) / dayMs);
    if (days >= certificateDays) return this.#alerts.clear("certificate", "");
    const ends = days < 0 ? "has ended" : `ends in ${days} days`;
    const hint =
      "Replace the certificate and send the server SIGHUP; until then clients are turned away once it has ended.";
    this.#alerts.raise(
      "certificate",
      "",
      days < 3 ? "critical" : "warning",
      `the server's certificate ${ends}`,
      {
        hint,
      },
    );
  }

  diskFloor(isBelow: boolean, free: number, min: number): void {
    if (!isBelow) return this.#alerts.clear("disk", "");
    const text = `${free} bytes are free beside the database, under the floor of ${min}: clients' messages are refused`;
    this.#alerts.raise("disk", "", "critical", text, {
      hint: "Free some space, or shorten the retention. Clients keep their messages and try again.",
    });
  }

  /** @param p99Ms of the last minute. */
  commitsSlow(p99Ms: number): void {
    const text = "the store takes over a second to commit";
    this.#alerts.raise("slow_commits", "", "warning", text, {
      hint: `The slowest of a hundred took ${Math.round(p99Ms)} ms. Look at what else uses the disk.`,
      holdMs: minuteMs,
    });
  }

  serviceSucceeded(serviceName: string): void {
    if (this.#failures.delete(serviceName)) this.#alerts.clear("service", serviceName);
  }

  serviceFailed(serviceName: string, reason: string): void {
    const known = this.#failures.get(serviceName);
    if (known === undefined && this.#failures.size >= maxServices) return;
    const times = (known ?? 0) + 1;
    this.#failures.set(serviceName, times);
    if (times < maxServiceFailures) return;
    const text = `server service ${eventText(serviceName)} fails on every message: ${reason}`;
    this.#alerts.raise("service", serviceName, "critical", text, {
      hint: "Look at the service behind it. Messages wait and are tried again where that may help.",
    });
  }

  [Symbol.dispose](): void {
    this.#certificateTimer?.[Symbol.dispose]();
  }

  #rememberNonce(clientId: ClientId, nonce: number): void {
    this.#nonces.delete(clientId);
    this.#nonces.set(clientId, nonce);
    if (this.#nonces.size <= maxNonces) return;
    const [oldest] = this.#nonces.keys();
    if (oldest !== undefined) this.#nonces.delete(oldest);
  }
}

/** A number needs no place of its own in memory, unlike a bigint. */
function lowBits(nonce: bigint): number {
  return Number(BigInt.asUintN(52, nonce));
}
