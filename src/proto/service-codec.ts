/**
 * Between the wire and the core types: what service processes and the client's monitoring carry (protocol.md 2, 8 and
 * 9), and the list of revoked certificates (protocol.md 10). The same rules as in codec.ts.
 */
import { bytesToHex, hexToBytes } from "../core/ids.ts";
import type { Timestamp } from "../core/time.ts";
import {
  bigintFromLong,
  decodeWith,
  longFromInt64,
  ownBytes,
  timestampFromWire,
  timestampToWire,
} from "./codec.ts";
import { fleetspeak } from "./generated/agent.js";

/** The names that a google.protobuf.Any carries. */
export const serviceTypeNames = {
  startupData: "fleetspeak.channel.StartupData",
  stdOutput: "fleetspeak.daemonservice.StdOutputData",
  resourceUsage: "fleetspeak.monitoring.ResourceUsageData",
  killNotification: "fleetspeak.monitoring.KillNotification",
  revokedCertificates: "fleetspeak.RevokedCertificateList",
} as const;

export interface StartupData {
  readonly pid: number;
  readonly version: string;
}

export function encodeStartupData({ pid, version }: StartupData): Uint8Array {
  const wire = { pid: longFromInt64(BigInt(pid)), version };
  return fleetspeak.channel.StartupData.encode(wire).finish();
}

export function decodeStartupData(bytes: Uint8Array): StartupData {
  const type = fleetspeak.channel.StartupData;
  const wire = decodeWith(type, serviceTypeNames.startupData, bytes);
  return { pid: Number(bigintFromLong(wire.pid)), version: wire.version ?? "" };
}

export interface StdOutputData {
  readonly pid: number;
  /** Counts from 0 within one process. */
  readonly messageIndex: number;
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
}

export function encodeStdOutput({ pid, messageIndex, stdout, stderr }: StdOutputData): Uint8Array {
  const wire: fleetspeak.daemonservice.IStdOutputData = {
    pid: longFromInt64(BigInt(pid)),
    message_index: longFromInt64(BigInt(messageIndex)),
  };
  if (stdout.length > 0) wire.stdout = stdout;
  if (stderr.length > 0) wire.stderr = stderr;
  return fleetspeak.daemonservice.StdOutputData.encode(wire).finish();
}

export function decodeStdOutput(bytes: Uint8Array): StdOutputData {
  const type = fleetspeak.daemonservice.StdOutputData;
  const wire = decodeWith(type, serviceTypeNames.stdOutput, bytes);
  return {
    pid: Number(bigintFromLong(wire.pid)),
    messageIndex: Number(bigintFromLong(wire.message_index)),
    stdout: ownBytes(wire.stdout),
    stderr: ownBytes(wire.stderr),
  };
}

/** CPU rates in milliseconds per second, memory in bytes. */
export interface ResourceAggregate {
  readonly meanUserCpuRate: number;
  readonly maxUserCpuRate: number;
  readonly meanSystemCpuRate: number;
  readonly maxSystemCpuRate: number;
  readonly meanResidentMemory: number;
  readonly maxResidentMemory: number;
  readonly meanNumFds: number;
  readonly maxNumFds: number;
}

export interface ResourceReport {
  /** The service, or "system" for the client itself. */
  readonly scope: string;
  readonly pid: number;
  readonly version: string;
  readonly processStartTime: Timestamp;
  readonly dataTimestamp: Timestamp;
  readonly usage: ResourceAggregate | undefined;
  readonly debugStatus: string;
  readonly processTerminated: boolean;
}

export function encodeResourceReport(report: ResourceReport): Uint8Array {
  return fleetspeak.monitoring.ResourceUsageData.encode({
    scope: report.scope,
    pid: longFromInt64(BigInt(report.pid)),
    version: report.version,
    process_start_time: timestampToWire(report.processStartTime),
    data_timestamp: timestampToWire(report.dataTimestamp),
    resource_usage: report.usage ? aggregateToWire(report.usage) : null,
    debug_status: report.debugStatus,
    process_terminated: report.processTerminated,
  }).finish();
}

/** The times are the epoch where the wire has none. */
export function decodeResourceReport(bytes: Uint8Array): ResourceReport {
  const type = fleetspeak.monitoring.ResourceUsageData;
  const wire = decodeWith(type, serviceTypeNames.resourceUsage, bytes);
  return {
    scope: wire.scope ?? "",
    pid: Number(bigintFromLong(wire.pid)),
    version: wire.version ?? "",
    processStartTime: timestampFromWire(wire.process_start_time) ?? { seconds: 0, nanos: 0 },
    dataTimestamp: timestampFromWire(wire.data_timestamp) ?? { seconds: 0, nanos: 0 },
    usage: wire.resource_usage ? aggregateFromWire(wire.resource_usage) : undefined,
    debugStatus: wire.debug_status ?? "",
    processTerminated: wire.process_terminated ?? false,
  };
}

function aggregateToWire(usage: ResourceAggregate): fleetspeak.monitoring.IAggregatedResourceUsage {
  return {
    mean_user_cpu_rate: usage.meanUserCpuRate,
    max_user_cpu_rate: usage.maxUserCpuRate,
    mean_system_cpu_rate: usage.meanSystemCpuRate,
    max_system_cpu_rate: usage.maxSystemCpuRate,
    mean_resident_memory: usage.meanResidentMemory,
    max_resident_memory: longFromInt64(BigInt(usage.maxResidentMemory)),
    mean_num_fds: usage.meanNumFds,
    max_num_fds: usage.maxNumFds,
  };
}

function aggregateFromWire(
  wire: fleetspeak.monitoring.IAggregatedResourceUsage,
): ResourceAggregate {
  return {
    meanUserCpuRate: wire.mean_user_cpu_rate ?? 0,
    maxUserCpuRate: wire.max_user_cpu_rate ?? 0,
    meanSystemCpuRate: wire.mean_system_cpu_rate ?? 0,
    maxSystemCpuRate: wire.max_system_cpu_rate ?? 0,
    meanResidentMemory: wire.mean_resident_memory ?? 0,
    maxResidentMemory: Number(bigintFromLong(wire.max_resident_memory)),
    meanNumFds: wire.mean_num_fds ?? 0,
    maxNumFds: wire.max_num_fds ?? 0,
  };
}

const killReasons = { heartbeat_failure: 1, memory_exceeded: 2 } as const;

export interface KillNotice {
  readonly service: string;
  readonly pid: number;
  readonly version: string;
  readonly processStartTime: Timestamp;
  readonly killedWhen: Timestamp;
  readonly reason: keyof typeof killReasons;
}

export function encodeKillNotice(notice: KillNotice): Uint8Array {
  return fleetspeak.monitoring.KillNotification.encode({
    service: notice.service,
    pid: longFromInt64(BigInt(notice.pid)),
    version: notice.version,
    process_start_time: timestampToWire(notice.processStartTime),
    killed_when: timestampToWire(notice.killedWhen),
    reason: killReasons[notice.reason],
  }).finish();
}

/** LocalAck (protocol.md 9). @param sourceMessageIds hex. */
export function encodeLocalAck(sourceMessageIds: readonly string[]): Uint8Array {
  const wire = { message_ids: sourceMessageIds.map(hexToBytes) };
  return fleetspeak.MessageAckData.encode(wire).finish();
}

/** fleetspeak.RevokedCertificateList: the serial numbers, hex. */
export function decodeRevokedCertificates(bytes: Uint8Array): readonly string[] {
  const type = fleetspeak.RevokedCertificateList;
  const wire = decodeWith(type, serviceTypeNames.revokedCertificates, bytes);
  return (wire.serials ?? []).map(bytesToHex);
}

export function encodeRevokedCertificates(serials: readonly string[]): Uint8Array {
  const wire = { serials: serials.map(hexToBytes) };
  return fleetspeak.RevokedCertificateList.encode(wire).finish();
}
