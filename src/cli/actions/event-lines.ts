/** The lines that `fleet watch` prints: one for each event, and of sums of messages one a second. */
import { formatJsonLine } from "../terminal/text.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { type Tone, type WatchedEvent, describeEvent } from "./describe-event.ts";

type Summary = Extract<WatchedEvent, { type: "messages.summary" }>;

const summaryPauseMs = 1000;
const whatWidth = 20;

/** SGR parameters. */
const colours: Readonly<Record<Tone, string>> = { good: "32", bad: "31", odd: "33", plain: "0" };
const dim = "2";

export class EventLines implements AsyncDisposable {
  readonly #terminal: Terminal;
  readonly #isJson: boolean;
  #summary: Summary | undefined;
  #timer: Disposable | undefined;

  /** @param isJson each event as it is, without a line of ours. */
  constructor(terminal: Terminal, isJson: boolean) {
    this.#terminal = terminal;
    this.#isJson = isJson;
  }

  /** Resolves when it was taken. @throws OutputClosed */
  async show(event: WatchedEvent): Promise<void> {
    if (this.#isJson) return this.#terminal.write(formatJsonLine(event));
    if (event.type === "messages.summary" && event.client_id === undefined) return this.#add(event);
    await this.flush();
    await this.#terminal.write(this.#lineOf(event));
  }

  /** Prints the sum so far. */
  async flush(): Promise<void> {
    this.#timer?.[Symbol.dispose]();
    this.#timer = undefined;
    const summary = this.#summary;
    this.#summary = undefined;
    if (summary !== undefined) await this.#terminal.write(this.#lineOf(summary));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.flush().catch(() => {});
  }

  #add(event: Summary): void {
    const sum = this.#summary;
    this.#summary = sum === undefined ? event : added(sum, event);
    // Whoever reads our output may have gone: the next line finds that out too.
    this.#timer ??= this.#terminal.clock.after(
      summaryPauseMs,
      () => void this.flush().catch(() => {}),
    );
  }

  #lineOf(event: WatchedEvent): string {
    const { what, tone, details } = describeEvent(event);
    const time = this.#colour(dim, `${event.time.slice(11, 23)}Z`);
    return `${time}  ${this.#colour(colours[tone], what.padEnd(whatWidth))}  ${details}\n`;
  }

  #colour(parameter: string, text: string): string {
    if (!this.#terminal.hasColors) return text;
    return `\u001b[${parameter}m${text}\u001b[0m`;
  }
}

function added(a: Summary, b: Summary): Summary {
  return {
    ...b,
    stored: a.stored + b.stored,
    delivered: a.delivered + b.delivered,
    acknowledged: a.acknowledged + b.acknowledged,
    processed: a.processed + b.processed,
    failed: a.failed + b.failed,
  };
}
