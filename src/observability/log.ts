/**
 * The log: structured lines on standard error, as text for people or JSON for machines.
 *
 * Roles take a `Log` as a dependency; only the command line configures where lines go, so a test that
 * configures nothing is silent. What happens to messages and clients is logged by events.ts, not directly.
 */
import {
  configureSync,
  getJsonLinesFormatter,
  getLogger,
  getTextFormatter,
  type Logger,
  type LogRecord,
} from "@logtape/logtape";

export type Log = Logger;

export const logLevels = ["debug", "info", "warning", "error"] as const;
export type LogLevel = (typeof logLevels)[number];

export const logFormats = ["console", "json"] as const;
export type LogFormat = (typeof logFormats)[number];

export interface LogOptions {
  readonly level: LogLevel;
  readonly format: LogFormat;
  /** Takes one line with its end. Defaults to standard error. */
  readonly write?: (line: string) => void;
}

/** One line before it is laid out. */
export interface LogEntry {
  readonly level: LogLevel;
  /** The role or part that speaks. */
  readonly area: string;
  /** Harmless on a terminal. */
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly timestampMs: number;
}

const root = "fleet";

/** Says where log lines go. May be called again; the last call counts. */
export function configureLog(options: LogOptions): void {
  const write = options.write ?? ((line: string) => void process.stderr.write(line));
  const format = formatterOf(options.format);
  configureSink(options.level, (record) => write(format(record)));
}

/** As configureLog, with a layout of the caller's own. */
export function configureLogEntries(level: LogLevel, write: (entry: LogEntry) => void): void {
  const textOf = getTextFormatter({ format: ({ message }) => message, value: showValue });
  configureSink(level, (record) => {
    const text = textOf(record).replace(/\n$/, "");
    const area = record.category.slice(1).join(".");
    write({ level: levelOf(record), area, text, timestampMs: record.timestamp });
  });
}

function levelOf({ level }: LogRecord): LogLevel {
  if (level === "trace") return "debug";
  return level === "fatal" ? "error" : level;
}

function configureSink(level: LogLevel, lines: (record: LogRecord) => void): void {
  configureSync({
    reset: true,
    sinks: { lines },
    loggers: [
      { category: root, lowestLevel: level, sinks: ["lines"] },
      { category: ["logtape", "meta"], lowestLevel: "error", sinks: ["lines"] },
    ],
  });
}

/** @param area the role or part that speaks: "server", "client", "admin" … */
export function getLog(area: string): Log {
  return getLogger([root, area]);
}

function formatterOf(format: LogFormat): (record: LogRecord) => string {
  if (format === "json") return getJsonLinesFormatter({ properties: "flatten" });
  return getTextFormatter({
    timestamp: "time",
    category: (category) => category.slice(1).join("."),
    value: showValue,
  });
}

/** Values come from peers: quoted, so that no control character reaches a terminal. */
function showValue(value: unknown): string {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value instanceof Error) return showText(value.message);
  if (typeof value === "string") return showText(value);
  return showText(JSON.stringify(value) ?? String(value));
}

/** Plain where every character is harmless, else a JSON string with everything else escaped. */
export function showText(text: string): string {
  if (/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(text)) return text;
  return JSON.stringify(text).replace(
    /[^\x20-\x7e]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
