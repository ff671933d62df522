/** How long something is to hold, as it is typed: "30d", "12h", "4w", "1y". */
import { FleetError } from "../../core/errors.ts";

const unitSeconds: Readonly<Record<string, number>> = {
  m: 60,
  h: 3600,
  d: 86_400,
  w: 7 * 86_400,
  y: 365 * 86_400,
};
const maxSeconds = 10 * 365 * 86_400;

/** @returns seconds, over 0. @throws invalid_argument */
export function parseLifetime(text: string): number {
  const [, count = "", unit = ""] = /^([0-9]{1,6})([mhdwy])$/.exec(text) ?? [];
  const seconds = Number(count) * (unitSeconds[unit] ?? Number.NaN);
  if (seconds > 0 && seconds <= maxSeconds) return seconds;
  throw new FleetError("invalid_argument", 'Write "30m", "12h", "30d", "4w" or "1y"; at most 10y.');
}
