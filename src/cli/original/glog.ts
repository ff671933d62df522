/**
 * The log as the original's programs write it: lines of glog on standard error, or in one file per severity with a link to
 * the newest. A line of a severity is in the files of the lower ones too.
 */
import { matchesGlob } from "node:path";

import type { LogEntry, LogLevel } from "../../observability/log.ts";
import { type GlogFileOptions, GlogFiles, clockTime, two } from "./glog-files.ts";
import { type LogFlags, type Severity, severities } from "./log-flags.ts";

export interface GlogOptions extends GlogFileOptions {
  readonly flags: LogFlags;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const severityOf: Readonly<Record<LogLevel, Severity>> = {
  debug: "INFO",
  info: "INFO",
  warning: "WARNING",
  error: "ERROR",
};

export class Glog {
  readonly #options: GlogOptions;
  readonly #files: GlogFiles;

  constructor(options: GlogOptions) {
    this.#options = options;
    this.#files = new GlogFiles(options);
  }

  /** The lowest level that any part of the program may have to log. */
  get lowestLevel(): LogLevel {
    const { verbosity, moduleLevels } = this.#options.flags;
    const levels = [verbosity.value, ...moduleLevels.value.map(({ level }) => level)];
    return Math.max(...levels) >= 1 ? "debug" : "info";
  }

  /** A line of the program's own log; debug lines are those of -v=1. */
  entry({ level, area, text, timestampMs }: LogEntry): void {
    if (level === "debug" && this.#verbosityOf(area) < 1) return;
    this.#write(severityOf[level], timestampMs, area, text);
  }

  /** @param area stands where the original names its source file. */
  log(severity: Severity, area: string, text: string): void {
    this.#write(severity, this.#options.now(), area, text);
  }

  #verbosityOf(area: string): number {
    const { verbosity, moduleLevels } = this.#options.flags;
    const match = moduleLevels.value.find(({ pattern }) => matchesGlob(area, pattern));
    return match?.level ?? verbosity.value;
  }

  #write(severity: Severity, ms: number, area: string, text: string): void {
    const line = formatGlogLine(severity, ms, area, text);
    const { toStderr, alsoToStderr, stderrThreshold } = this.#options.flags;
    const rank = severities.indexOf(severity);
    const isSevere = rank >= severities.indexOf(stderrThreshold.value);
    if (toStderr.value || alsoToStderr.value || isSevere) this.#options.writeError(line);
    if (!toStderr.value) this.#files.write(severities.slice(0, rank + 1), ms, line);
  }
}

/** "I0102 15:04:05.000000    4711 area:0] text": this program has no lines of source to name. */
export function formatGlogLine(severity: Severity, ms: number, area: string, text: string): string {
  const date = new Date(ms);
  const day = two(date.getMonth() + 1) + two(date.getDate());
  const micros = `${String(date.getMilliseconds()).padStart(3, "0")}000`;
  const pid = String(process.pid).padStart(7);
  return `${severity[0]}${day} ${clockTime(date, ":")}.${micros} ${pid} ${area}:0] ${text}\n`;
}
