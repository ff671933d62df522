/**
 * The communicator: keeps the client in contact with one of its servers, by the transport that works (protocol.md 5;
 * ours.md 4).
 */
import type { Clock } from "../../core/clock.ts";
import { FleetError, toFleetError } from "../../core/errors.ts";
import {
  type Random,
  type ReconnectPauses,
  failureDelayMs,
  reconnectDelayMs,
} from "../../core/retry.ts";
import type { ClientEvents } from "../../observability/client-events.ts";
import type { Log } from "../../observability/log.ts";
import type { Bell } from "./bell.ts";
import { type ClientTransport, blamesTransport } from "./comms/transport.ts";
import { runStreamContact } from "./contact.ts";
import type { ClientTimers, CommunicatorTimers } from "./options.ts";
import { runLongPollContacts } from "./long-poll-contact.ts";
import { runPollContacts } from "./poll-contact.ts";
import type { ContactParts } from "./record.ts";
import type { ClientMemory } from "./state/memory.ts";
import { type StatusFile, isoTime } from "./status.ts";

export interface CommunicatorOptions {
  readonly servers: readonly string[];
  /** The best first. */
  readonly transports: readonly ClientTransport[];
  readonly parts: ContactParts;
  readonly bell: Bell;
  readonly memory: ClientMemory;
  readonly status: StatusFile;
  readonly timers: ClientTimers;
  /** May change from one attempt to the next. */
  readonly settings: () => CommunicatorTimers;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly events: ClientEvents;
  /** ours.md 4. */
  readonly reconnect?: ReconnectPauses | undefined;
  /** "host:port" of the proxy on the way to a server; undefined: there is none. */
  readonly proxyTo?: (server: string) => string | undefined;
}

/** A contact that lived as long was a good one: what ended it is no sign of trouble. */
const goodContactMs = 10_000;

export class Communicator {
  readonly #options: CommunicatorOptions;
  /** The one that worked last is first. */
  #servers: string[];
  #current = new AbortController();
  #lastAnswer: number;

  constructor(options: CommunicatorOptions) {
    this.#options = options;
    this.#servers = [...options.servers];
    this.#lastAnswer = options.clock.elapsed();
    const last = options.memory.lastServer();
    if (last !== undefined && this.#servers.includes(last)) this.#prefer(last);
  }

  /** The one that worked last is first. */
  get servers(): readonly string[] {
    return this.#servers;
  }

  /** Ends the contact or the wait that is, and begins anew at once: with another identity, or other settings. */
  reconnect(): void {
    this.#current.abort(new FleetError("unavailable", "the client connects anew"));
  }

  /**
   * Keeps in contact. Returns when there was none for failure_suicide_time: the process should end, so that its
   * supervisor starts it again. @throws the signal's reason when that is aborted.
   */
  async run(signal: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    let attempt = 0;
    for (;;) {
      signal.throwIfAborted();
      this.#current = new AbortController();
      const current = AbortSignal.any([signal, this.#current.signal]);
      const good = await this.#tryServers(current);
      attempt = good ? 0 : attempt + 1;
      if (clock.elapsed() - this.#lastAnswer >= this.#options.settings().failureSuicideTimeMs)
        return;
      if (await this.#pause(attempt, current)) attempt = 0;
    }
  }

  /** @returns whether it was cut short to connect anew. */
  async #pause(attempt: number, signal: AbortSignal): Promise<boolean> {
    const { clock, random, settings, status } = this.#options;
    const { minFailureDelayMs } = settings();
    const { reconnect } = this.#options;
    const rampMs = reconnectDelayMs(attempt, minFailureDelayMs, random, reconnect);
    const ms = rampMs < minFailureDelayMs ? rampMs : failureDelayMs(minFailureDelayMs, random);
    status.update({ state: "waiting", nextAttempt: isoTime(clock.now() + ms) });
    try {
      await clock.sleep(ms, signal);
      return false;
    } catch (thrown) {
      if (!this.#current.signal.aborted) throw thrown;
      return true;
    }
  }

  /** @returns whether there was a good contact. */
  async #tryServers(signal: AbortSignal): Promise<boolean> {
    for (const server of this.#servers) {
      for (const transport of this.#transportsFor(server)) {
        const attempt = new Attempt(this.#options.clock);
        const error = await this.#tryOne(server, transport, attempt, signal);
        if (signal.aborted) return false;
        if (error) this.#report(server, transport, error);
        if (attempt.answeredAt !== undefined) {
          this.#lastAnswer = this.#options.clock.elapsed();
          return !error || attempt.ageMs >= goodContactMs;
        }
        if (error && !blamesTransport(error)) break;
      }
    }
    return false;
  }

  async #tryOne(
    server: string,
    transport: ClientTransport,
    attempt: Attempt,
    signal: AbortSignal,
  ): Promise<FleetError | undefined> {
    this.#options.status.update({
      state: "connecting",
      server,
      transport: transport.kind,
      proxy: this.#factsOf(server, transport).proxy,
      nextAttempt: undefined,
    });
    try {
      if (transport.kind === "poll") await this.#poll(server, transport, attempt, signal);
      else if (transport.kind === "long_poll")
        await this.#longPoll(server, transport, attempt, signal);
      else await this.#stream(server, transport, attempt, signal);
      return undefined;
    } catch (thrown) {
      return toFleetError(thrown);
    }
  }

  async #stream(
    server: string,
    transport: ClientTransport,
    attempt: Attempt,
    signal: AbortSignal,
  ): Promise<void> {
    const { parts, bell, timers } = this.#options;
    const { credentials } = parts.identity;
    await using channel = await transport.open({ server, credentials, signal });
    await runStreamContact(channel, {
      ...parts,
      bell,
      signal,
      firstAnswerMs: timers.firstAnswerMs,
      ackTimeoutMs: timers.ackTimeoutMs,
      onEstablished: () => this.#answered(server, transport, attempt),
    });
  }

  async #poll(
    server: string,
    transport: ClientTransport,
    attempt: Attempt,
    signal: AbortSignal,
  ): Promise<void> {
    const { parts, bell, timers, settings } = this.#options;
    await runPollContacts({
      ...parts,
      bell,
      signal,
      rhythm: settings(),
      answerMs: timers.pollAnswerMs,
      open: () => transport.open({ server, credentials: parts.identity.credentials, signal }),
      onAnswered: () => this.#answered(server, transport, attempt),
      until: this.#untilRetry(server, transport),
    });
  }

  async #longPoll(
    server: string,
    transport: ClientTransport,
    attempt: Attempt,
    signal: AbortSignal,
  ): Promise<void> {
    const { parts, bell, timers, random } = this.#options;
    const { credentials } = parts.identity;
    await runLongPollContacts({
      ...parts,
      bell,
      signal,
      random,
      firstAnswerMs: timers.firstAnswerMs,
      answerMs: timers.pollAnswerMs,
      contactMs: timers.longPollContactMs,
      open: (options) => transport.open({ server, credentials, ...options }),
      onAnswered: () => this.#answered(server, transport, attempt),
      until: this.#untilRetry(server, transport),
    });
  }

  /** When, by the clock's `elapsed`, something better is to be tried again; undefined when there is nothing better. */
  #untilRetry(server: string, transport: ClientTransport): number | undefined {
    const { transports, timers, clock } = this.#options;
    if (transports[0] === transport) return undefined;
    const ageMs = Math.max(0, clock.now() - this.#chosenAt(server, transport));
    return clock.elapsed() + timers.retryTransportMs - ageMs;
  }

  #answered(server: string, transport: ClientTransport, attempt: Attempt): void {
    const { clock, status, log, events, memory, parts } = this.#options;
    const now = clock.now();
    this.#lastAnswer = clock.elapsed();
    status.update({ state: "connected", lastContact: isoTime(now), lastError: undefined });
    if (attempt.answeredAt !== undefined) return;
    attempt.answeredAt = clock.elapsed();
    const { clientId } = parts.identity;
    events.contactMade({ clientId, ...this.#factsOf(server, transport) });
    this.#prefer(server);
    const working = { kind: transport.kind, chosenAt: this.#chosenAt(server, transport) };
    memory.rememberTransport(server, working, now).catch((thrown: unknown) => {
      log.warn("the working transport is not remembered: {error}", {
        error: toFleetError(thrown).message,
      });
    });
  }

  #prefer(server: string): void {
    this.#servers = [server, ...this.#servers.filter((other) => other !== server)];
  }

  /** Since when this transport is the choice for that server: now, unless it was before and still counts. */
  #chosenAt(server: string, transport: ClientTransport): number {
    const remembered = this.#remembered(server);
    return remembered?.kind === transport.kind ? remembered.chosenAt : this.#options.clock.now();
  }

  /** What worked, unless it is time to try something better. */
  #remembered(server: string): { readonly kind: string; readonly chosenAt: number } | undefined {
    const { memory, clock, timers } = this.#options;
    const remembered = memory.transportOf(server);
    const ageMs = clock.now() - (remembered?.chosenAt ?? 0);
    return ageMs < timers.retryTransportMs ? remembered : undefined;
  }

  #transportsFor(server: string): readonly ClientTransport[] {
    const { transports } = this.#options;
    const kind = this.#remembered(server)?.kind;
    const worked = transports.filter((transport) => transport.kind === kind);
    return [...worked, ...transports.filter((transport) => transport.kind !== kind)];
  }

  #report(server: string, transport: ClientTransport, error: FleetError): void {
    const { status, events } = this.#options;
    const facts = this.#factsOf(server, transport);
    events.contactFailed({ ...facts, error });
    const via = facts.proxy === undefined ? "" : ` through the proxy ${facts.proxy}`;
    status.update({ lastError: `${error.message}${via}`, failures: events.failures });
  }

  #factsOf(server: string, { kind }: ClientTransport) {
    return { server, transport: kind, proxy: this.#options.proxyTo?.(server) };
  }
}

/** How far one attempt came. */
class Attempt {
  readonly #clock: Clock;
  /** When the first answer came, by the clock's `elapsed`. */
  answeredAt: number | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get ageMs(): number {
    return this.answeredAt === undefined ? 0 : this.#clock.elapsed() - this.answeredAt;
  }
}
