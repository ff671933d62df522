/**
 * What happens to a client's contacts: one function per event, which feeds the client's log, its counts, and the metrics
 * of the process where there are any.
 */
import type { Clock } from "../core/clock.ts";
import { type ContactFailure, contactFailureOf } from "../core/contact-failure.ts";
import type { FleetError } from "../core/errors.ts";
import type { ClientId } from "../core/ids.ts";
import type { Log } from "./log.ts";

/** Where the counts of clients in this process go besides. */
export interface ClientMetrics {
  clientConnected(transport: string): void;
  clientContactFailed(failure: ContactFailure): void;
}

interface ContactFacts {
  /** "host:port", as configured. */
  readonly server: string;
  readonly transport: string;
  /** "host:port" of the proxy on the way, never with credentials; undefined: there is none. */
  readonly proxy: string | undefined;
}

/** The same failure is logged once in this time, and sooner when there was a good contact in between. */
const repeatMs = 600_000;
const repeatAfterContactMs = 60_000;

interface Logged {
  readonly at: number;
  /** How often it has happened since without being logged. */
  leftOut: number;
}

export class ClientEvents {
  readonly #log: Log;
  readonly #clock: Clock;
  readonly #metrics: ClientMetrics | undefined;
  readonly #failures = new Map<ContactFailure, number>();
  /** By server, transport and failure: there are as many as the configuration names, times what can fail. */
  readonly #logged = new Map<string, Logged>();
  #connectedAt = Number.NEGATIVE_INFINITY;

  /** @param metrics undefined: nobody reads any. */
  constructor(log: Log, clock: Clock, metrics?: ClientMetrics) {
    this.#log = log;
    this.#clock = clock;
    this.#metrics = metrics;
  }

  /** How often contacts failed since the start, by cause; only those that happened. */
  get failures(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#failures);
  }

  /** The server answered the first record. */
  contactMade(facts: ContactFacts & { readonly clientId: ClientId }): void {
    this.#metrics?.clientConnected(facts.transport);
    this.#connectedAt = this.#clock.elapsed();
    this.#log.info(`client {clientId} connected to ${wayOf(facts)}`, { ...facts });
  }

  /** A contact failed, before or after it was made. */
  contactFailed(facts: ContactFacts & { readonly error: FleetError }): void {
    const failure = contactFailureOf(facts.error);
    this.#failures.set(failure, (this.#failures.get(failure) ?? 0) + 1);
    this.#metrics?.clientContactFailed(failure);
    const leftOut = this.#admit(`${facts.server} ${facts.transport} ${failure}`);
    const { message, hint } = facts.error;
    const text = [
      `contact with ${wayOf(facts)} failed ({failure}), goes on trying: {error}`,
      ...(hint === undefined ? [] : [" {hint}"]),
      ...(leftOut ? [" ({leftOut} more like it were left out)"] : []),
    ].join("");
    const properties = { ...facts, failure, error: message, hint, leftOut };
    if (leftOut === undefined) this.#log.debug(text, properties);
    else this.#log.warn(text, properties);
  }

  /** @returns how many were left out since the last line; undefined when this one is to be left out too. */
  #admit(kind: string): number | undefined {
    const now = this.#clock.elapsed();
    const logged = this.#logged.get(kind);
    if (logged) {
      const afterMs = this.#connectedAt > logged.at ? repeatAfterContactMs : repeatMs;
      if (now - logged.at < afterMs) {
        logged.leftOut += 1;
        return undefined;
      }
    }
    this.#logged.set(kind, { at: now, leftOut: 0 });
    return logged?.leftOut ?? 0;
  }
}

/** The words of a line about them. */
function wayOf({ proxy }: ContactFacts): string {
  return `{server} by {transport}${proxy === undefined ? "" : " through the proxy {proxy}"}`;
}
