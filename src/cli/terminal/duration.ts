/** Durations as they are typed: "60", "60s", "500ms", "5m", "1h"; a plain number is seconds. */
import { FleetError } from "../../core/errors.ts";

const unitMs: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  "": 1000,
  m: 60_000,
  h: 3_600_000,
};
/** What a timer can wait. */
const maxMs = 24 * 3_600_000;

/** @returns milliseconds, over 0. @throws invalid_argument */
export function parseDuration(text: string): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|)$/.exec(text);
  const ms = match ? Number(match[1]) * (unitMs[match[2] ?? ""] ?? Number.NaN) : Number.NaN;
  if (ms > 0 && ms <= maxMs) return ms;
  throw new FleetError(
    "invalid_argument",
    'Write a number of seconds, or "500ms", "90s", "5m", "1h"; at most 24h.',
  );
}
