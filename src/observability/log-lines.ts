/**
 * How an entry of the log becomes one line: text for people, or JSON whose field names are stable (docs/operating.md).
 *
 * Values come from peers: whatever they hold, a line is one line of printable ASCII, of bounded length, without what
 * looks like a secret.
 */
import { hideSecrets } from "../core/redact.ts";

export const logLevels = ["debug", "info", "warning", "error"] as const;
export type LogLevel = (typeof logLevels)[number];

export const logFormats = ["console", "json"] as const;
export type LogFormat = (typeof logFormats)[number];

export type LogValue = string | number | boolean | readonly string[];

/** One line before it is laid out. */
export interface LogEntry {
  readonly level: LogLevel;
  /** The role or part that speaks. */
  readonly area: string;
  /** Harmless on a terminal. */
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly timestampMs: number;
  /** The values in the text and others, by their stable names. As they came, but for length and secrets. */
  readonly fields?: Readonly<Record<string, LogValue>>;
}

/** Of one value; the rest is left out, and told. */
const maxValueChars = 1000;
const maxItems = 20;

const reserved = new Set(["time", "level", "area", "text"]);

/** What one thing is called everywhere, whatever the place that logs it calls it. */
const synonyms: Readonly<Record<string, string>> = {
  service: "service_name",
  type: "message_type",
  error: "reason",
};

const abbreviations: Readonly<Record<LogLevel, string>> = {
  debug: "DBG",
  info: "INF",
  warning: "WRN",
  error: "ERR",
};

export function formatEntry(entry: LogEntry, format: LogFormat): string {
  return format === "json" ? jsonLine(entry) : consoleLine(entry);
}

function consoleLine({ level, area, text, timestampMs }: LogEntry): string {
  const time = new Date(timestampMs).toISOString().slice(11, -1);
  return `${time} [${abbreviations[level]}] ${area}: ${text}\n`;
}

function jsonLine({ level, area, text, timestampMs, fields }: LogEntry): string {
  const time = new Date(timestampMs).toISOString();
  return `${escapeNonAscii(JSON.stringify({ time, level, area, text, ...fields }))}\n`;
}

/** A value inside of a line for people: quoted where not every character is harmless. */
export function showValue(value: unknown): string {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const known = toLogValue(value);
  if (known === undefined) return String(value);
  return showText(typeof known === "string" ? known : JSON.stringify(known));
}

/** Plain where every character is harmless, else a JSON string with everything else escaped. */
export function showText(text: string): string {
  if (/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(text)) return text;
  return escapeNonAscii(JSON.stringify(text));
}

/** The properties of a record under their stable names; those that are absent are left out. */
export function fieldsOf(
  properties: Readonly<Record<string, unknown>>,
): LogEntry["fields"] & object {
  const fields: Record<string, LogValue> = {};
  for (const [key, value] of Object.entries(properties)) {
    const known = toLogValue(value);
    if (known !== undefined) fields[fieldName(key)] = known;
  }
  return fields;
}

/** serviceName → service_name. */
function fieldName(key: string): string {
  const name = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const stable = synonyms[name] ?? name;
  return reserved.has(stable) ? `${stable}_` : stable;
}

function toLogValue(value: unknown): LogValue | undefined {
  switch (typeof value) {
    case "number":
    case "boolean":
      return value;
    case "string":
      return shorten(value);
    case "bigint":
      return value.toString();
    case "object":
      return value === null ? undefined : toLogObject(value);
    default:
      return undefined;
  }
}

function toLogObject(value: object): LogValue {
  if (value instanceof Error) return shorten(value.message);
  if (!Array.isArray(value)) return shorten(JSON.stringify(value, jsonValue) ?? "");
  const items = value.slice(0, maxItems).map((item: unknown) => String(toLogValue(item) ?? item));
  return value.length > maxItems ? [...items, `${value.length - maxItems} more`] : items;
}

function jsonValue(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}

function shorten(text: string): string {
  const clean = hideSecrets(
    text.length > 2 * maxValueChars ? text.slice(0, 2 * maxValueChars) : text,
  );
  if (clean.length <= maxValueChars && text.length <= 2 * maxValueChars) return clean;
  return `${clean.slice(0, maxValueChars)}... (${text.length} characters)`;
}

/** JSON says the same in ASCII, and no terminal or editor turns its direction or its lines round. */
function escapeNonAscii(json: string): string {
  return json.replace(
    /[^\x20-\x7e]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
