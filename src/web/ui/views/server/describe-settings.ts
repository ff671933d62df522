/** The server's settings in words: sections with rows of a name and a value. Pure. */
import { isRecord } from "../../api/problem.ts";
import { formatBytes, formatCount, formatDuration } from "../../text/format.ts";

export interface SettingRow {
  readonly name: string;
  /** Undefined: it is not set. */
  readonly value: string | undefined;
}

export interface SettingSection {
  readonly title: string;
  readonly rows: readonly SettingRow[];
}

/** Names end with their unit; a person reads it better at the figure. */
const units: readonly (readonly [suffix: string, show: (value: number) => string])[] = [
  ["_ms", (value) => (value < 1000 ? `${value} ms` : formatDuration(value / 1000))],
  ["_bytes", formatBytes],
  ["_percent", (value) => `${value} %`],
];

export function describeSettings(settings: Readonly<Record<string, unknown>>): SettingSection[] {
  const plain = Object.entries(settings).filter(([, value]) => !isRecord(value));
  const sections = Object.entries(settings).filter(([, value]) => isRecord(value));
  const general: [string, unknown][] =
    plain.length === 0 ? [] : [["general", Object.fromEntries(plain)]];
  return [...general, ...sections].map(([name, value]) => ({
    title: capital(words(name)),
    rows: isRecord(value) ? rowsOf(value, "") : [],
  }));
}

/** Sections within sections are one list: "Http, header timeout". */
function rowsOf(section: Readonly<Record<string, unknown>>, prefix: string): SettingRow[] {
  return Object.entries(section).flatMap(([key, value]) => {
    const path = (name: string) => (prefix === "" ? words(name) : `${prefix}, ${words(name)}`);
    if (isRecord(value)) return rowsOf(value, path(key));
    const [suffix, show] = units.find(([end]) => key.endsWith(end)) ?? ["", undefined];
    if (typeof value !== "number" || show === undefined)
      return [{ name: capital(path(key)), value: textOf(value) }];
    const name = suffix === "_bytes" ? key : key.slice(0, key.length - suffix.length);
    return [{ name: capital(path(name)), value: show(value) }];
  });
}

function textOf(value: unknown): string | undefined {
  if (value === null || value === undefined || value === "" || value === "not set")
    return undefined;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return formatCount(value);
  if (Array.isArray(value)) {
    const entries = value.map((entry: unknown) => textOf(entry) ?? "");
    return entries.length === 0 ? "none" : entries.join(", ");
  }
  return typeof value === "string" ? value : JSON.stringify(value);
}

function words(name: string): string {
  return name.replaceAll("_", " ");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
