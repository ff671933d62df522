/** What SIGUSR1 makes the client write: how much memory it holds, and nothing of what is in it. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { getHeapStatistics } from "node:v8";

import { describeThrown } from "../../core/errors.ts";
import type { Glog } from "./glog.ts";

const area = "fleetspeak_client";

/** @param now milliseconds since the epoch. */
export function writeHeapProfile(folder: string, now: number, log: Glog): void {
  const time = new Date(now).toISOString().replace("Z", "").replaceAll(/[T:]/g, "-");
  const path = join(folder, `fleetspeakd-heap-${process.pid}-${time}.json`);
  try {
    const profile = { memory: process.memoryUsage(), heap: getHeapStatistics() };
    writeFileSync(path, `${JSON.stringify(profile, undefined, 2)}\n`, { flag: "wx", mode: 0o600 });
    log.log("INFO", area, `heap profile dumped to "${path}".`);
  } catch (thrown) {
    log.log("ERROR", area, `Failed to dump heap profile: ${describeThrown(thrown)}`);
  }
}
