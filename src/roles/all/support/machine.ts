/** The program and the machine that it is on. Nothing of the environment: variables hold secrets. */
import { cpus, freemem, release, totalmem, uptime, version } from "node:os";
import { readFileSync } from "node:fs";

import { buildInfo } from "../../../core/build-info.ts";

export function describeMachine(now: number): object {
  return {
    time: new Date(now).toISOString(),
    program: buildInfo,
    executable: process.execPath,
    platform: process.platform,
    architecture: process.arch,
    system: { release: release(), version: version(), distribution: distribution() },
    processors: cpus().length,
    memory: { total_bytes: totalmem(), free_bytes: freemem() },
    uptime_seconds: Math.round(uptime()),
    user: { uid: process.geteuid?.(), gid: process.getegid?.() },
    time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    limits: readIfThere("/proc/self/limits"),
  };
}

function distribution(): string | undefined {
  return /^PRETTY_NAME="?([^"\n]*)/m.exec(readIfThere("/etc/os-release") ?? "")?.[1];
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
