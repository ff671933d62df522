/**
 * Metrics of what stands in the store and in the live feed, looked at only when the metrics are read.
 */
import { Gauge, type Registry } from "prom-client";

import type { AlertSeverity } from "../core/live-event.ts";

export interface FleetFigures {
  readonly knownClients: number;
  readonly blacklistedClients: number;
  readonly pendingMessages: number;
  readonly auditEntries: number;
}

export interface FleetSources {
  /** Where it rejects, nothing is told of clients and messages. */
  readonly counts: () => Promise<FleetFigures>;
  /** Of the live feed. */
  readonly subscribers: () => number;
  readonly alerts: () => readonly { readonly severity: AlertSeverity }[];
}

const severities: readonly AlertSeverity[] = ["critical", "warning", "info"];

export function registerFleetMetrics(registry: Registry, sources: FleetSources): void {
  registerCounts(registry, sources.counts);
  const subscribers: Gauge = new Gauge({
    name: "fleet_event_subscribers",
    help: "Readers of the live feed",
    registers: [registry],
    collect: () => subscribers.set(sources.subscribers()),
  });
  const alerts: Gauge = new Gauge({
    name: "fleet_alerts",
    help: "Alerts that stand now, as the status page lists them",
    labelNames: ["severity"],
    registers: [registry],
    collect: () => {
      const standing = sources.alerts();
      for (const severity of severities) {
        alerts.set({ severity }, standing.filter((each) => each.severity === severity).length);
      }
    },
  });
}

const countGauges = [
  ["fleet_clients_known", "Clients that ever made contact", "knownClients"],
  ["fleet_clients_blacklisted", "Clients that are blacklisted", "blacklistedClients"],
  ["fleet_messages_pending", "Messages neither processed nor failed", "pendingMessages"],
  ["fleet_audit_entries", "Entries of the audit log, which never loses one", "auditEntries"],
] as const;

/** One question to the store for all that are read together. */
function registerCounts(registry: Registry, counts: FleetSources["counts"]): void {
  let asked: Promise<FleetFigures> | undefined;
  const ask = () => {
    asked ??= counts().finally(() => {
      asked = undefined;
    });
    return asked;
  };
  for (const [name, help, figure] of countGauges) {
    const collect = async () => {
      try {
        gauge.set((await ask())[figure]);
      } catch {
        // Better none than an old one.
        gauge.remove();
      }
    };
    const gauge: Gauge = new Gauge({ name, help, registers: [registry], collect });
  }
}
