/**
 * A line on standard error that shows how far a long work has come, redrawn in place. Nothing where standard error is no
 * terminal.
 */
import type { Terminal } from "./terminal.ts";

const barCells = 24;
const redrawMs = 100;

export class ProgressLine implements AsyncDisposable {
  readonly #terminal: Pick<Terminal, "writeError" | "clock" | "errorColumns">;
  readonly #what: string;
  readonly #total: number;
  #drawnAt = Number.NEGATIVE_INFINITY;
  #drawnChars = 0;

  /** @param what "sending" */
  constructor(
    terminal: Pick<Terminal, "writeError" | "clock" | "errorColumns">,
    what: string,
    total: number,
  ) {
    this.#terminal = terminal;
    this.#what = what;
    this.#total = total;
  }

  /** May be called as often as there is news. @param note what else is to be known: "2 failed". */
  show(done: number, note = ""): void {
    const { clock, errorColumns } = this.#terminal;
    if (errorColumns === undefined) return;
    const now = clock.elapsed();
    if (now - this.#drawnAt < redrawMs && done < this.#total) return;
    this.#drawnAt = now;
    this.#draw(progressText(this.#what, done, this.#total, note).slice(0, errorColumns - 1));
  }

  /** Takes the line away, for what is printed next. */
  clear(): void {
    if (this.#drawnChars > 0) this.#draw("");
    this.#drawnAt = Number.NEGATIVE_INFINITY;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.clear();
    await this.#terminal.writeError("");
  }

  /** Blanks instead of an escape sequence: understood by every terminal. */
  #draw(text: string): void {
    const rest = Math.max(0, this.#drawnChars - text.length);
    void this.#terminal.writeError(`\r${text}${" ".repeat(rest)}${"\b".repeat(rest)}`);
    this.#drawnChars = text.length;
  }
}

/** "sending [#####-------] 42% 420/1000, 2 failed" */
function progressText(what: string, done: number, total: number, note: string): string {
  const share = total === 0 ? 1 : Math.min(1, done / total);
  const filled = Math.floor(share * barCells);
  const bar = "#".repeat(filled) + "-".repeat(barCells - filled);
  const percent = `${Math.floor(share * 100)}%`.padStart(4);
  return `${what} [${bar}] ${percent} ${done}/${total}${note === "" ? "" : `, ${note}`}`;
}
