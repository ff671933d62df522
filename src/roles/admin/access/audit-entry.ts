/** A change by a caller, as the audit log is told of it. */
import type { NewAuditEntry } from "../../../core/audit.ts";
import { type Caller, nameCaller } from "../../../core/caller.ts";
import type { Clock } from "../../../core/clock.ts";
import { microsFromMs } from "../../../core/time.ts";

/** @param action the name of the operation or method. @param what in words. */
export function entryOf(action: string, what: string, by: Caller, clock: Clock): NewAuditEntry {
  const time = microsFromMs(clock.now());
  return { time, door: by.door, who: nameCaller(by), from: by.address, action, what };
}
