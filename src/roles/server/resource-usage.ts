/**
 * From a client's report of its resource usage to the record that is kept (protocol.md 2 and 7).
 */
import { FleetError } from "../../core/errors.ts";
import type { ClientId } from "../../core/ids.ts";
import { type Micros, type Timestamp, microsFromTimestamp } from "../../core/time.ts";
import type { ResourceUsageReport } from "../../proto/monitoring-codec.ts";
import type { ResourceUsageRecord } from "../../store/store.ts";

const mib = 1024 * 1024;
const maxInt32 = 2 ** 31 - 1;
const maxNameLength = 128;

/** @throws invalid_data for figures that nothing can have. */
export function usageRecordOf(
  clientId: ClientId,
  report: ResourceUsageReport,
  serverTime: Micros,
): ResourceUsageRecord {
  const { usage } = report;
  checkReportName("a scope", report.scope);
  return {
    clientId,
    scope: report.scope,
    pid: report.pid,
    processStartTime: optionalMicros(report.processStartTime),
    clientTime: optionalMicros(report.dataTimestamp),
    serverTime,
    processTerminated: report.processTerminated,
    meanUserCpuRate: rate(usage.meanUserCpuRate),
    maxUserCpuRate: rate(usage.maxUserCpuRate),
    meanSystemCpuRate: rate(usage.meanSystemCpuRate),
    maxSystemCpuRate: rate(usage.maxSystemCpuRate),
    meanResidentMemoryMib: count(usage.meanResidentMemory / mib),
    maxResidentMemoryMib: count(Number(usage.maxResidentMemory) / mib),
    meanNumFds: count(usage.meanNumFds),
    maxNumFds: count(usage.maxNumFds),
  };
}

/** @param what as it reads in a sentence. @throws invalid_data for a name that cannot be kept. */
export function checkReportName(what: string, name: string): void {
  if (name.length <= maxNameLength) return;
  throw new FleetError("invalid_data", `${what} in a report is over ${maxNameLength} characters`);
}

function optionalMicros(time: Timestamp | undefined): Micros | undefined {
  if (time === undefined) return undefined;
  const micros = microsFromTimestamp(time);
  return Number.isSafeInteger(micros) ? micros : undefined;
}

/** What a float holds. */
function rate(value: number): number {
  if (value >= 0 && value <= maxInt32) return Math.fround(value);
  throw new FleetError("invalid_data", `a CPU rate of ${value} ms/s is none`);
}

/** What an int32 holds. */
function count(value: number): number {
  if (value >= 0 && value <= maxInt32) return Math.round(value);
  throw new FleetError("invalid_data", `the figure ${value} in a resource report is none`);
}
