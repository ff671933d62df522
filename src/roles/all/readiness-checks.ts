/**
 * What a server must be able to do to be ready: each a check with its reason (/readyz, and `fleet_readiness_check_ok`).
 */
import { FleetError } from "../../core/errors.ts";
import type { Clock } from "../../core/clock.ts";
import type { LoopLag } from "../../observability/loop-lag.ts";
import type { ReadinessCheck } from "../../observability/readiness.ts";
import type { Store } from "../../store/store.ts";
import type { RunningServer } from "../server/server.ts";

export interface CertificateDates {
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
}

export interface ReadinessSubjects {
  readonly store: Store;
  readonly clock: Clock;
  readonly lag: Pick<LoopLag, "worstMs">;
  /** undefined: this process has no clients' port. */
  readonly server: Pick<RunningServer, "checkAccepting" | "checkDisk"> | undefined;
  /** Of the certificate that clients are shown now; undefined where a proxy shows one. */
  readonly certificate: () => CertificateDates | undefined;
}

/** Clients that connect would soon be turned away: time to notice before that. */
const certificateMarginMs = 3_600_000;
const maxLagMs = 1000;

export function readinessChecks(subjects: ReadinessSubjects): ReadinessCheck[] {
  const { store, server } = subjects;
  const ofServer: ReadinessCheck[] = server
    ? [
        { name: "listener", check: () => server.checkAccepting() },
        { name: "certificate", check: () => checkCertificate(subjects) },
        { name: "disk", check: () => server.checkDisk() },
      ]
    : [];
  return [
    { name: "store", check: () => store.checkWritable() },
    ...ofServer,
    { name: "event_loop", check: () => checkLag(subjects.lag) },
  ];
}

function checkCertificate({ certificate, clock }: ReadinessSubjects): void {
  const dates = certificate();
  if (dates === undefined) return;
  const now = clock.now();
  const { from, to } = dates;
  if (now < from) throw unusable(`is valid only from ${new Date(from).toISOString()} on`);
  if (now > to) throw unusable(`ended on ${new Date(to).toISOString()}`);
  if (to - now < certificateMarginMs) throw unusable(`ends on ${new Date(to).toISOString()}`);
}

function unusable(what: string): FleetError {
  return new FleetError("unavailable", `the server's certificate ${what}`, {
    hint: "Put a newer one in its place and send SIGHUP; see fleet doctor.",
  });
}

function checkLag({ worstMs }: Pick<LoopLag, "worstMs">): void {
  if (worstMs <= maxLagMs) return;
  throw new FleetError("unavailable", `the event loop was ${Math.round(worstMs)} ms late`, {
    hint: "The machine is overloaded, or the process was stopped: look at its load and its memory.",
  });
}
