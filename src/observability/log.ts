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

const root = "fleet";

/** Says where log lines go. May be called again; the last call counts. */
export function configureLog(options: LogOptions): void {
  const write = options.write ?? ((line: string) => void process.stderr.write(line));
  const format = formatterOf(options.format);
  configureSync({
    reset: true,
    sinks: { lines: (record: LogRecord) => write(format(record)) },
    loggers: [
      { category: root, lowestLevel: options.level, sinks: ["lines"] },
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
