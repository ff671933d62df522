/**
 * How an installation is watched from outside: its metrics, whether it is ready, and the ports where both are asked for.
 */
import { dirname } from "node:path";

import type { ComponentsConfig } from "../../config/schemas/components.ts";
import type { Clock } from "../../core/clock.ts";
import { microsFromMs } from "../../core/time.ts";
import type { FleetSources } from "../../observability/fleet-metrics.ts";
import type { LiveFeed } from "../../observability/live-feed.ts";
import { getLog } from "../../observability/log.ts";
import { LoopLag } from "../../observability/loop-lag.ts";
import type { DiskFigures } from "../../observability/machine-metrics.ts";
import type { Metrics } from "../../observability/metrics.ts";
import { Readiness } from "../../observability/readiness.ts";
import { databaseBytes, diskSpace } from "../../platform/disk-space.ts";
import type { Store } from "../../store/store.ts";
import { startHealthCheck } from "../server/health.ts";
import { startStats } from "../server/stats.ts";
import { type ReadinessSubjects, readinessChecks } from "./readiness-checks.ts";

export interface MonitoringOptions extends Omit<ReadinessSubjects, "lag"> {
  readonly components: ComponentsConfig;
  /** undefined: nobody reads any. */
  readonly metrics: Metrics | undefined;
  readonly live: LiveFeed;
  readonly disk: () => DiskFigures;
}

export interface Monitoring extends AsyncDisposable {
  readonly readiness: Readiness;
}

/** @throws FleetError for an address that cannot be listened on. */
export async function startMonitoring(options: MonitoringOptions): Promise<Monitoring> {
  const { components, metrics, store, live, clock, disk } = options;
  await using cleanup = new AsyncDisposableStack();
  const lag = cleanup.use(new LoopLag(clock, (ms) => metrics?.loopLagged(ms)));
  const readiness = new Readiness({ clock, checks: readinessChecks({ ...options, lag }) });
  metrics?.watch({ readiness, disk, ...fleetSources(store, live, clock) });
  const health = components.healthCheck;
  if (health) {
    const { address } = cleanup.use(await startHealthCheck(health.listen, clock, readiness));
    getLog("server").info("health on http://{address}/readyz", { address });
  }
  if (components.stats && metrics) {
    const { listen } = components.stats;
    const { address } = cleanup.use(await startStats(listen, clock, metrics));
    getLog("server").info("metrics on http://{address}/metrics", { address });
  }
  const owned = cleanup.move();
  return { readiness, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

/** Loaded only where they are read. @param services the names of those that are configured. */
export async function createMetrics(services: readonly string[], clock: Clock): Promise<Metrics> {
  const { Metrics: MetricsClass } = await import("../../observability/metrics.ts");
  return new MetricsClass({ clock, services });
}

/** @throws the system's error for a disk that is gone. */
export function diskFigures(databasePath: string, floorBytes: number): DiskFigures {
  const space = diskSpace(dirname(databasePath));
  return { ...space, floorBytes, databaseBytes: databaseBytes(databasePath) };
}

function fleetSources(store: Store, { events, alerts }: LiveFeed, clock: Clock): FleetSources {
  return {
    counts: async () => {
      // Who is online, and what is of today, is asked of others.
      const now = microsFromMs(clock.now());
      const [{ clients, messages }, { seq: auditEntries }] = await Promise.all([
        store.reports.overview({ onlineSince: now, seenSince: now, today: 0 }),
        store.audit.head(),
      ]);
      const { ever: knownClients, blacklisted: blacklistedClients } = clients;
      const { pending: pendingMessages } = messages;
      return { knownClients, blacklistedClients, pendingMessages, auditEntries };
    },
    subscribers: () => events.subscriberCount,
    alerts: () => alerts.list(),
  };
}
