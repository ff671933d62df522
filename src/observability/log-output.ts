/**
 * Where the lines of the log go: standard error, or a file that makes room for itself. A file that cannot be written
 * ends nothing: its lines go to standard error until it can be again.
 */
import { describeThrown } from "../core/errors.ts";
import { formatEntry } from "./log-lines.ts";
import { type LogEntry, type LogFormat, type LogLevel, configureLogEntries } from "./log.ts";
import { RecentLog } from "./recent-log.ts";

export interface LogSettings {
  readonly level: LogLevel;
  readonly format: LogFormat;
  /** undefined: standard error. */
  readonly file: string | undefined;
  /** Of the file. */
  readonly maxBytes: number;
  /** How many older files stay. */
  readonly keep: number;
}

/** platform/rotated-file.ts is one. */
export interface LogFile extends Disposable {
  readonly path: string;
  /** @throws what the file system says. */
  append(line: string): void;
}

export interface LogOutputOptions {
  /** Takes lines where there is no file, and while it cannot be written. */
  readonly writeError: (line: string) => void;
  /** @throws configuration when it cannot be opened. */
  readonly openFile: (options: {
    readonly path: string;
    readonly maxBytes: number;
    readonly keep: number;
  }) => LogFile;
}

export class LogOutput {
  /** What was logged last. */
  readonly recent = new RecentLog();
  readonly #options: LogOutputOptions;
  #settings: LogSettings;
  #file: LogFile | undefined;
  /** Lines that went elsewhere since the file could be written last. */
  #missing = 0;

  /** Configures the log. @throws configuration when the file cannot be opened. */
  constructor(settings: LogSettings, options: LogOutputOptions) {
    this.#options = options;
    this.#settings = settings;
    this.#file = this.#open(settings);
    configureLogEntries(settings.level, (entry) => this.#take(entry));
  }

  /**
   * Takes over other settings, and opens the file anew in any case: it may have been moved away.
   * @throws configuration when the file cannot be opened; everything stays as it was then.
   */
  apply(settings: LogSettings): void {
    const file = this.#open(settings);
    this.#file?.[Symbol.dispose]();
    this.#file = file;
    this.#settings = settings;
    configureLogEntries(settings.level, (entry) => this.#take(entry));
  }

  #open({ file: path, maxBytes, keep }: LogSettings): LogFile | undefined {
    if (path === undefined) return undefined;
    return this.#options.openFile({ path, maxBytes, keep });
  }

  #take(entry: LogEntry): void {
    this.recent.add(entry);
    const line = formatEntry(entry, this.#settings.format);
    if (this.#file) this.#append(this.#file, line);
    else this.#options.writeError(line);
  }

  #append(file: LogFile, line: string): void {
    try {
      file.append(line);
      const missing = this.#missing;
      this.#missing = 0;
      if (missing > 0)
        file.append(this.#ownLine(`${missing} lines before this one are missing here`));
    } catch (thrown) {
      this.#missing += 1;
      const { writeError } = this.#options;
      if (this.#missing === 1) {
        const reason = describeThrown(thrown);
        writeError(this.#ownLine(`the log file "${file.path}" cannot be written: ${reason}`));
      }
      writeError(line);
    }
  }

  #ownLine(text: string): string {
    const entry = {
      level: "error",
      area: "log",
      text,
      timestampMs: Date.now(),
      fields: {},
    } as const;
    return formatEntry(entry, this.#settings.format);
  }
}
