/** Times as text: RFC 3339 in UTC with microseconds, as the API writes them, and any RFC 3339 as it reads them. */
import { FleetError } from "./errors.ts";
import { type Micros, type Timestamp, timestampFromMicros } from "./time.ts";

/** google.protobuf.Timestamp: the first second of the year 1, and the last of 9999. */
const minSeconds = -62_135_596_800;
const maxSeconds = 253_402_300_799;

/** "2026-11-21T18:00:00.123456Z" */
export function formatMicros(time: Micros): string {
  return formatTimestamp(timestampFromMicros(time));
}

/** As formatMicros. A time outside the years 1 to 9999, which no clock shows, becomes the nearest inside. */
export function formatTimestamp({ seconds, nanos }: Timestamp): string {
  const inRange = Math.min(Math.max(seconds, minSeconds), maxSeconds);
  const date = new Date(inRange * 1000).toISOString().slice(0, -".000Z".length);
  return `${date}.${String(Math.floor(nanos / 1000)).padStart(6, "0")}Z`;
}

const pattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.(\d{1,9}))?(?:Z|[+-]\d\d:\d\d)$/i;

/** Rounds down to the microsecond. @throws invalid_argument for what is no time, or beyond what Micros hold. */
export function parseTime(text: string): Micros {
  const match = pattern.exec(text);
  const fraction = match?.[1] ?? "";
  const ms = match ? Date.parse(text.replace(/\.\d+/, "")) : Number.NaN;
  const micros = ms * 1000 + Number(fraction.padEnd(6, "0").slice(0, 6));
  if (Number.isSafeInteger(micros)) return micros;
  throw new FleetError("invalid_argument", `"${text}" is not a time`, {
    hint: "Write it as in RFC 3339: 2026-11-21T18:00:00Z",
  });
}
