/**
 * Between the wire and the core types: what clients report of their processes (fleetspeak.monitoring, protocol.md 2
 * and 7). The same rules as in codec.ts; figures are handed on as they came, however odd.
 */
import type { Timestamp } from "../core/time.ts";
import { bigintFromLong, decodeWith, timestampFromWire } from "./codec.ts";
import { fleetspeak } from "./generated/agent.js";

/** CPU rates in milliseconds per second, memory in bytes. */
export interface AggregatedUsage {
  readonly meanUserCpuRate: number;
  readonly maxUserCpuRate: number;
  readonly meanSystemCpuRate: number;
  readonly maxSystemCpuRate: number;
  readonly meanResidentMemory: number;
  /** int64 */
  readonly maxResidentMemory: bigint;
  readonly meanNumFds: number;
  readonly maxNumFds: number;
}

export interface ResourceUsageReport {
  /** The service, or "system" for the client itself. */
  readonly scope: string;
  readonly pid: bigint;
  readonly processStartTime: Timestamp | undefined;
  readonly dataTimestamp: Timestamp | undefined;
  readonly usage: AggregatedUsage;
  readonly processTerminated: boolean;
  readonly version: string;
}

/** @throws invalid_data */
export function decodeResourceUsage(bytes: Uint8Array): ResourceUsageReport {
  const type = fleetspeak.monitoring.ResourceUsageData;
  const wire = decodeWith(type, "fleetspeak.monitoring.ResourceUsageData", bytes);
  return {
    scope: wire.scope ?? "",
    pid: bigintFromLong(wire.pid),
    processStartTime: timestampFromWire(wire.process_start_time),
    dataTimestamp: timestampFromWire(wire.data_timestamp),
    usage: usageFromWire(wire.resource_usage),
    processTerminated: wire.process_terminated ?? false,
    version: wire.version ?? "",
  };
}

function usageFromWire(
  wire: fleetspeak.monitoring.IAggregatedResourceUsage | null | undefined,
): AggregatedUsage {
  return {
    meanUserCpuRate: wire?.mean_user_cpu_rate ?? 0,
    maxUserCpuRate: wire?.max_user_cpu_rate ?? 0,
    meanSystemCpuRate: wire?.mean_system_cpu_rate ?? 0,
    maxSystemCpuRate: wire?.max_system_cpu_rate ?? 0,
    meanResidentMemory: wire?.mean_resident_memory ?? 0,
    maxResidentMemory: bigintFromLong(wire?.max_resident_memory),
    meanNumFds: wire?.mean_num_fds ?? 0,
    maxNumFds: wire?.max_num_fds ?? 0,
  };
}

export type KillReason = "unspecified" | "heartbeat_failure" | "memory_exceeded";

export interface KillReport {
  readonly service: string;
  readonly pid: bigint;
  readonly version: string;
  readonly reason: KillReason;
}

const killReasons: readonly KillReason[] = ["unspecified", "heartbeat_failure", "memory_exceeded"];

/** @throws invalid_data */
export function decodeKillNotification(bytes: Uint8Array): KillReport {
  const type = fleetspeak.monitoring.KillNotification;
  const wire = decodeWith(type, "fleetspeak.monitoring.KillNotification", bytes);
  return {
    service: wire.service ?? "",
    pid: bigintFromLong(wire.pid),
    version: wire.version ?? "",
    reason: killReasons[wire.reason ?? 0] ?? "unspecified",
  };
}
