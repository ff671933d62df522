/**
 * What a process uses, read from /proc (proc(5)): Linux only, elsewhere nothing is known.
 */
import { readFileSync, readdirSync } from "node:fs";

export interface ProcessUsage {
  /** Milliseconds of CPU since the process began. */
  readonly userMs: number;
  readonly systemMs: number;
  readonly residentBytes: number;
  /** Open descriptors; undefined where this user may not see them. */
  readonly fds: number | undefined;
  readonly processGroup: number;
}

/** What is known of a process now; undefined when it is gone, or where nothing can be known. */
export type ReadUsage = (pid: number) => ProcessUsage | undefined;

/** USER_HZ, which is 100 for user space on every Linux. */
const msPerTick = 10;
// proc(5): fields of /proc/PID/stat, counted from 0 behind the command's closing bracket.
const groupField = 2;
const userField = 11;
const systemField = 12;

export const readProcessUsage: ReadUsage = (pid) => {
  if (process.platform !== "linux" || !Number.isSafeInteger(pid) || pid <= 0) return undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const status = readFileSync(`/proc/${pid}/status`, "latin1");
    return { ...parseStat(stat), residentBytes: parseResident(status), fds: countFds(pid) };
  } catch {
    return undefined;
  }
};

/** @param stat of /proc/PID/stat. The command's name may hold anything, closing brackets too. */
export function parseStat(
  stat: string,
): Pick<ProcessUsage, "userMs" | "systemMs" | "processGroup"> {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return {
    processGroup: Number(fields[groupField]),
    userMs: Number(fields[userField]) * msPerTick,
    systemMs: Number(fields[systemField]) * msPerTick,
  };
}

/** @param status of /proc/PID/status. A process that is ending has no memory. */
export function parseResident(status: string): number {
  const kib = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return Number(kib ?? 0) * 1024;
}

function countFds(pid: number): number | undefined {
  try {
    return readdirSync(`/proc/${pid}/fd`).length;
  } catch {
    return undefined;
  }
}
