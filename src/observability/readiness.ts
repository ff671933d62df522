/**
 * Whether this process can do its work now: named checks, asked together, each with the reason where it fails.
 *
 * What is checked is wired elsewhere (roles/all/readiness-checks.ts). An answer is kept for a second, and those who ask at
 * the same time share one: probes cost nothing.
 */
import type { Clock } from "../core/clock.ts";
import { FleetError, toFleetError } from "../core/errors.ts";

export interface ReadinessCheck {
  /** snake_case; may be shown to everybody. */
  readonly name: string;
  /** @throws where it fails: the message is the reason, for operators. */
  readonly check: () => void | Promise<void>;
}

export interface CheckResult {
  readonly name: string;
  readonly status: "ok" | "failed";
  readonly reason?: string;
  /** The next step. */
  readonly hint?: string;
}

export interface ReadinessReport {
  readonly status: "ok" | "failed";
  /** Milliseconds since the epoch: when it was looked. */
  readonly time: number;
  readonly checks: readonly CheckResult[];
}

export interface ReadinessOptions {
  readonly clock: Clock;
  readonly checks: readonly ReadinessCheck[];
}

const keptMs = 1000;
/** A check that hangs has failed. */
const deadlineMs = 5000;

export class Readiness {
  readonly #options: ReadinessOptions;
  #latest: { readonly at: number; readonly report: Promise<ReadinessReport> } | undefined;

  constructor(options: ReadinessOptions) {
    this.#options = options;
  }

  /** Of the last second. Never rejects. */
  report(): Promise<ReadinessReport> {
    const now = this.#options.clock.elapsed();
    if (this.#latest === undefined || now - this.#latest.at >= keptMs) {
      this.#latest = { at: now, report: this.#look() };
    }
    return this.#latest.report;
  }

  async #look(): Promise<ReadinessReport> {
    const { clock, checks } = this.#options;
    const results = await Promise.all(checks.map((check) => runCheck(check, clock)));
    const isReady = results.every(({ status }) => status === "ok");
    return { status: isReady ? "ok" : "failed", time: clock.now(), checks: results };
  }
}

/** What those may read who have not said who they are: which checks there are, and which fail. */
export function withoutReasons({ status, time, checks }: ReadinessReport): ReadinessReport {
  return { status, time, checks: checks.map((each) => ({ name: each.name, status: each.status })) };
}

/** As JSON, for every door. */
export function formatReadiness({ status, time, checks }: ReadinessReport): string {
  return `${JSON.stringify({ status, time: new Date(time).toISOString(), checks }, undefined, 2)}\n`;
}

async function runCheck({ name, check }: ReadinessCheck, clock: Clock): Promise<CheckResult> {
  const done = new AbortController();
  const late = clock.sleep(deadlineMs, done.signal).then(() => {
    throw new FleetError("deadline_exceeded", `no answer within ${deadlineMs / 1000} s`);
  });
  late.catch(() => {});
  try {
    await Promise.race([check(), late]);
    return { name, status: "ok" };
  } catch (thrown) {
    const { message, hint } = toFleetError(thrown);
    return { name, status: "failed", reason: message, ...(hint !== undefined && { hint }) };
  } finally {
    done.abort();
  }
}
