/** The last entries of the log in memory, for whoever asks a running server (list_log_events). */
import { type Micros, microsFromMs } from "../core/time.ts";
import { type LogEntry, type LogLevel, logLevels } from "./log-lines.ts";

export interface RecentEntry {
  readonly time: Micros;
  readonly level: LogLevel;
  readonly area: string;
  /** Printable ASCII. */
  readonly text: string;
}

export interface LogQuery {
  /** The least serious; undefined: all. */
  readonly level?: LogLevel | undefined;
  readonly limit: number;
}

export interface LogReader {
  /** The newest first. */
  list(query: LogQuery): RecentEntry[];
}

export interface RecentLogLimits {
  readonly maxEntries: number;
  /** Of the texts together. */
  readonly maxBytes: number;
}

const defaultLimits: RecentLogLimits = { maxEntries: 1000, maxBytes: 512 * 1024 };

export class RecentLog implements LogReader {
  readonly #limits: RecentLogLimits;
  /** The oldest first. Those before `#first` are gone. */
  #entries: RecentEntry[] = [];
  #first = 0;
  #bytes = 0;

  constructor(limits: RecentLogLimits = defaultLimits) {
    this.#limits = limits;
  }

  add({ level, area, text, timestampMs }: LogEntry): void {
    this.#entries.push({ time: microsFromMs(timestampMs), level, area, text });
    this.#bytes += text.length;
    while (this.#isOver()) this.#drop();
    if (this.#first > this.#limits.maxEntries) this.#compact();
  }

  list({ level = "debug", limit }: LogQuery): RecentEntry[] {
    const least = logLevels.indexOf(level);
    const found: RecentEntry[] = [];
    for (let index = this.#entries.length - 1; index >= this.#first; index -= 1) {
      if (found.length >= limit) break;
      const entry = this.#entries[index];
      if (entry && logLevels.indexOf(entry.level) >= least) found.push(entry);
    }
    return found;
  }

  #isOver(): boolean {
    const { maxEntries, maxBytes } = this.#limits;
    const count = this.#entries.length - this.#first;
    return count > maxEntries || (this.#bytes > maxBytes && count > 0);
  }

  #drop(): void {
    this.#bytes -= this.#entries[this.#first]?.text.length ?? 0;
    this.#first += 1;
  }

  #compact(): void {
    this.#entries = this.#entries.slice(this.#first);
    this.#first = 0;
  }
}
