/**
 * The log: structured lines on standard error or in a file, as text for people or JSON for machines.
 *
 * Roles take a `Log` as a dependency; only the command line configures where lines go, so a test that
 * configures nothing is silent. What happens to messages and clients is logged by events.ts, not directly. How a line
 * looks is said by log-lines.ts.
 */
import {
  configureSync,
  getLogger,
  getTextFormatter,
  type Logger,
  type LogRecord,
} from "@logtape/logtape";

import {
  type LogEntry,
  type LogFormat,
  type LogLevel,
  fieldsOf,
  formatEntry,
  showValue,
} from "./log-lines.ts";

export {
  type LogEntry,
  type LogFormat,
  type LogLevel,
  logFormats,
  logLevels,
  showText,
} from "./log-lines.ts";

export type Log = Logger;

export interface LogOptions {
  readonly level: LogLevel;
  readonly format: LogFormat;
  /** Takes one line with its end. Defaults to standard error. */
  readonly write?: (line: string) => void;
  /** Keeps entries for whoever asks later. Optional. */
  readonly recent?: { add(entry: LogEntry): void } | undefined;
}

const root = "fleet";

/** Says where log lines go. May be called again; the last call counts. */
export function configureLog(options: LogOptions): void {
  const { format, recent, write = (line: string) => void process.stderr.write(line) } = options;
  configureLogEntries(options.level, (entry) => {
    recent?.add(entry);
    write(formatEntry(entry, format));
  });
}

/** As configureLog, with a layout of the caller's own. */
export function configureLogEntries(level: LogLevel, write: (entry: LogEntry) => void): void {
  const textOf = getTextFormatter({ format: ({ message }) => message, value: showValue });
  const lines = (record: LogRecord): void => write(entryOf(record, textOf));
  configureSync({
    reset: true,
    sinks: { lines },
    loggers: [
      { category: root, lowestLevel: level, sinks: ["lines"] },
      { category: ["logtape", "meta"], lowestLevel: "error", sinks: ["lines"] },
    ],
  });
}

function entryOf(record: LogRecord, textOf: (record: LogRecord) => string): LogEntry {
  return {
    level: levelOf(record),
    area: record.category.slice(1).join("."),
    text: textOf(record).replace(/\n$/, ""),
    timestampMs: record.timestamp,
    fields: fieldsOf(record.properties),
  };
}

function levelOf({ level }: LogRecord): LogLevel {
  if (level === "trace") return "debug";
  return level === "fatal" ? "error" : level;
}

/** @param area the role or part that speaks: "server", "client", "admin" … */
export function getLog(area: string): Log {
  return getLogger([root, area]);
}
