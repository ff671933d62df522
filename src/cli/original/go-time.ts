/** Points in time as the original's programs print them, in UTC. */
import type { Timestamp } from "../../core/time.ts";

/** Go's time.Time: "2026-01-02 15:04:05.006 +0000 UTC", the fraction as long as it has to be. */
export function goTime(time: Timestamp): string {
  const fraction = String(time.nanos).padStart(9, "0").replace(/0+$/, "");
  const { day, clock } = parts(time);
  return `${day.join("-")} ${clock}${fraction === "" ? "" : `.${fraction}`} +0000 UTC`;
}

/** "15:04:05.006 2026.01.02", as in the columns of the admin tool; rounds down. */
export function columnTime(time: Timestamp): string {
  const ms = String(Math.floor(time.nanos / 1e6)).padStart(3, "0");
  const { day, clock } = parts(time);
  return `${clock}.${ms} ${day.join(".")}`;
}

function parts({ seconds }: Timestamp): { day: string[]; clock: string } {
  const iso = new Date(seconds * 1000).toISOString();
  return { day: iso.slice(0, 10).split("-"), clock: iso.slice(11, 19) };
}
