/** Figures and times as a person reads them. Pure. */

/** 12,345 */
export function formatCount(value: number): string {
  return Math.round(value).toLocaleString("en");
}

/** 0.4, 12, 3.4k, 1.2M: short enough for a card. */
export function formatShort(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e9) return `${digits(value / 1e9)}G`;
  if (size >= 1e6) return `${digits(value / 1e6)}M`;
  if (size >= 1e4) return `${digits(value / 1e3)}k`;
  return size >= 1e3 ? formatCount(value) : digits(value);
}

function digits(value: number): string {
  const size = Math.abs(value);
  if (size >= 100 || Number.isInteger(value)) return String(Math.round(value));
  return value.toFixed(size >= 10 ? 1 : 2).replace(/\.?0+$/, "");
}

const units = ["B", "KB", "MB", "GB", "TB", "PB"] as const;

/** 512 B, 1.5 MB; powers of 1000. */
export function formatBytes(bytes: number): string {
  let [value, unit] = [bytes, 0];
  while (value >= 1000 && unit < units.length - 1) [value, unit] = [value / 1000, unit + 1];
  return `${digits(value)} ${units[unit] ?? ""}`;
}

/** 0.08 ms, 12 ms, 1.5 s */
export function formatMs(ms: number): string {
  return ms >= 1000 ? `${digits(ms / 1000)} s` : `${digits(ms)} ms`;
}

/** 45 s, 12 min, 3 h, 5 days */
export function formatDuration(seconds: number): string {
  const size = Math.max(0, seconds);
  if (size < 90) return `${Math.round(size)} s`;
  if (size < 5400) return `${Math.round(size / 60)} min`;
  if (size < 129_600) return `${Math.round(size / 3600)} h`;
  return `${formatCount(size / 86_400)} days`;
}

/** "12 s ago", "in 3 h" */
export function formatAgo(time: string, now: number): string {
  const at = Date.parse(time);
  if (Number.isNaN(at)) return time;
  const seconds = (now - at) / 1000;
  if (Math.abs(seconds) < 1.5) return "now";
  return seconds > 0 ? `${formatDuration(seconds)} ago` : `in ${formatDuration(-seconds)}`;
}

/** "2026-11-21 18:00:00", in the time zone of the browser. */
export function formatTime(time: string): string {
  const at = new Date(time);
  if (Number.isNaN(at.getTime())) return time;
  return `${formatDay(at)} ${formatClock(time)}`;
}

/** "18:00:00" */
export function formatClock(time: string): string {
  const at = new Date(time);
  if (Number.isNaN(at.getTime())) return time;
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map(twoDigits).join(":");
}

function formatDay(at: Date): string {
  return [at.getFullYear(), twoDigits(at.getMonth() + 1), twoDigits(at.getDate())].join("-");
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

/** Milliseconds from one time of the API to another, to the microsecond. */
export function msBetween(from: string, to: string): number {
  return Date.parse(to) - Date.parse(from) + (microseconds(to) - microseconds(from)) / 1000;
}

/** What Date does not keep: the digits after the milliseconds. */
function microseconds(time: string): number {
  const fraction = /\.\d{3}(\d{1,3})/.exec(time)?.[1] ?? "0";
  return Number(fraction.padEnd(3, "0"));
}

/** "1 client", "2 clients" */
export function plural(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}
