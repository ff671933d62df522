/**
 * The status file: what the client is doing, for `fleet client status` and for people (ours.md 2). A hint, written
 * when the state or the error changes, and for the rest at most once a second; nothing reads it back.
 */
import type { Clock } from "../../core/clock.ts";
import { describeThrown } from "../../core/errors.ts";
import type { Log } from "../../observability/log.ts";
import { replaceFile } from "../../platform/private-file.ts";

/** Times are ISO 8601 in UTC. */
export interface ClientStatus {
  readonly pid: number;
  readonly version: string;
  readonly clientId: string;
  readonly state: "starting" | "connecting" | "connected" | "waiting" | "stopped";
  /** "host:port" of the contact that is or was. */
  readonly server?: string;
  readonly transport?: string;
  /** "host:port" of the proxy on the way, where there is one. */
  readonly proxy?: string;
  /** Of `state`. */
  readonly since: string;
  readonly lastContact?: string;
  readonly lastError?: string;
  readonly nextAttempt?: string;
  /** How often contacts failed since the start, by cause (core/contact-failure.ts). */
  readonly failures: Readonly<Record<string, number>>;
  readonly outbox: { readonly messages: number; readonly bytes: number };
  readonly services: readonly string[];
  /** Why services that are configured do not run. */
  readonly refusedServices: Readonly<Record<string, string>>;
}

const writeIntervalMs = 1000;

export class StatusFile implements Disposable {
  readonly #path: string;
  readonly #clock: Clock;
  readonly #log: Log;
  #status: ClientStatus;
  #written = "";
  #writtenAt = Number.NEGATIVE_INFINITY;
  #timer: Disposable | undefined;

  constructor(path: string, status: ClientStatus, clock: Clock, log: Log) {
    this.#path = path;
    this.#status = status;
    this.#clock = clock;
    this.#log = log;
    this.#write();
  }

  get status(): ClientStatus {
    return this.#status;
  }

  /** Changes what is named; a field with undefined is left out from then on. */
  update(changes: {
    readonly [Field in keyof ClientStatus]?: ClientStatus[Field] | undefined;
  }): void {
    const merged = { ...this.#status, ...changes };
    if (merged.state !== this.#status.state) merged.since = isoTime(this.#clock.now());
    const urgent =
      merged.state !== this.#status.state || merged.lastError !== this.#status.lastError;
    const entries = Object.entries(merged).filter(([, value]) => value !== undefined);
    this.#status = Object.fromEntries(entries) as unknown as ClientStatus;
    const dueMs = this.#writtenAt + writeIntervalMs - this.#clock.elapsed();
    if (urgent || dueMs <= 0) this.#write();
    else this.#timer ??= this.#clock.after(dueMs, () => this.#write());
  }

  /** Writes that the client is stopped. */
  [Symbol.dispose](): void {
    this.update({ state: "stopped", nextAttempt: undefined });
    this.#write();
  }

  #write(): void {
    this.#timer?.[Symbol.dispose]();
    this.#timer = undefined;
    this.#writtenAt = this.#clock.elapsed();
    const text = `${JSON.stringify(this.#status, undefined, 2)}\n`;
    if (text === this.#written) return;
    try {
      replaceFile(this.#path, "status file", text, { flush: false });
      this.#written = text;
    } catch (thrown) {
      this.#log.warn("status not written: {error}", { error: describeThrown(thrown) });
    }
  }
}

/** @param ms since the epoch. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
