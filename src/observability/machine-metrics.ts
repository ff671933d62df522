/**
 * Metrics of what surrounds the fleet: readiness, disk, and this process, each looked at only when the metrics are read.
 */
import { Counter, Gauge, type Registry } from "prom-client";

import type { Readiness } from "./readiness.ts";

export interface DiskFigures {
  readonly freeBytes: number;
  readonly totalBytes: number;
  /** What is kept free. */
  readonly floorBytes: number;
  readonly databaseBytes: number;
}

export interface MachineSources {
  readonly readiness: Pick<Readiness, "report">;
  /** Of the database's disk. Where it throws, nothing is told of the disk. */
  readonly disk: () => DiskFigures;
}

export function registerMachineMetrics(registry: Registry, sources: MachineSources): void {
  registerReadiness(registry, sources);
  registerDisk(registry, sources);
  registerProcess(registry);
}

function registerReadiness(registry: Registry, { readiness }: MachineSources): void {
  const ready: Gauge = new Gauge({
    name: "fleet_readiness_check_ok",
    help: "1 where a check of /readyz passes, 0 where it fails",
    labelNames: ["check"],
    registers: [registry],
    collect: async () => {
      const { checks } = await readiness.report();
      for (const { name, status } of checks) ready.set({ check: name }, status === "ok" ? 1 : 0);
    },
  });
}

const diskGauges = [
  ["fleet_disk_free_bytes", "Bytes that may still be written to the database's disk", "freeBytes"],
  ["fleet_disk_size_bytes", "Bytes of the database's disk", "totalBytes"],
  ["fleet_disk_floor_bytes", "Bytes kept free: below, messages are refused", "floorBytes"],
  ["fleet_database_size_bytes", "Bytes of the database and its log", "databaseBytes"],
] as const;

function registerDisk(registry: Registry, { disk }: MachineSources): void {
  for (const [name, help, figure] of diskGauges) {
    const collect = () => {
      try {
        gauge.set(disk()[figure]);
      } catch {
        // A disk that cannot be asked has no figure: better none than an old one.
        gauge.remove();
      }
    };
    const gauge: Gauge = new Gauge({ name, help, registers: [registry], collect });
  }
}

/** Under the names that every Prometheus client library has for them. */
function registerProcess(registry: Registry): void {
  const registers = [registry];
  const startedAt = Date.now() / 1000 - process.uptime();
  let countedSeconds = 0;
  const cpu: Counter = new Counter({
    name: "process_cpu_seconds_total",
    help: "Seconds of CPU that this process has used",
    registers,
    collect: () => {
      const { user, system } = process.cpuUsage();
      const seconds = (user + system) / 1e6;
      cpu.inc(Math.max(0, seconds - countedSeconds));
      countedSeconds = seconds;
    },
  });
  const memory: Gauge = new Gauge({
    name: "process_resident_memory_bytes",
    help: "Bytes of memory that this process holds",
    registers,
    collect: () => memory.set(process.memoryUsage.rss()),
  });
  new Gauge({
    name: "process_start_time_seconds",
    help: "When this process started, seconds since the Unix epoch",
    registers,
  }).set(startedAt);
}
