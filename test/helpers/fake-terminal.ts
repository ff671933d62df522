/** A terminal that keeps what is printed, for commands that are run inside a test. */
import { type Clock, systemClock } from "../../src/core/clock.ts";
import { runCommandLine } from "../../src/cli/run.ts";
import {
  type FleetEnvironment,
  Interruption,
  type Terminal,
} from "../../src/cli/terminal/terminal.ts";

export interface FakeTerminalOptions {
  readonly environment?: Partial<FleetEnvironment>;
  readonly input?: Uint8Array;
  readonly clock?: Clock;
  /** Of the terminal that standard error is; undefined: it is none. */
  readonly errorColumns?: number;
  /** Default: none. */
  readonly hasColors?: boolean;
}

export class FakeTerminal implements Terminal {
  readonly manager = undefined;
  readonly writeLog = undefined;
  readonly environment: FleetEnvironment;
  readonly clock: Clock;
  readonly errorColumns: number | undefined;
  readonly hasColors: boolean;
  readonly #input: Uint8Array;
  readonly #interrupted = new AbortController();
  readonly #out: Uint8Array[] = [];
  readonly #error: Uint8Array[] = [];

  constructor(options: FakeTerminalOptions = {}) {
    const { environment, input, clock, errorColumns, hasColors = false } = options;
    this.hasColors = hasColors;
    this.environment = { adminAddress: undefined, stateDirectory: undefined, ...environment };
    this.#input = input ?? new Uint8Array();
    this.errorColumns = errorColumns;
    this.clock = clock ?? systemClock;
  }

  get interrupted(): AbortSignal {
    return this.#interrupted.signal;
  }

  /** Everything printed as a result. */
  get out(): string {
    return Buffer.concat(this.#out).toString();
  }

  /** Everything printed besides. */
  get error(): string {
    return Buffer.concat(this.#error).toString();
  }

  interrupt(): void {
    this.#interrupted.abort(new Interruption("SIGINT"));
  }

  async write(chunk: string | Uint8Array): Promise<void> {
    this.#out.push(Buffer.from(chunk as Uint8Array));
  }

  async writeError(chunk: string | Uint8Array): Promise<void> {
    this.#error.push(Buffer.from(chunk as Uint8Array));
  }

  async readInput(): Promise<Uint8Array> {
    return this.#input;
  }
}

/** Runs one command line to its end. */
export async function runFleet(
  argv: readonly string[],
  options: FakeTerminalOptions = {},
): Promise<{ exitCode: number; out: string; error: string }> {
  const terminal = new FakeTerminal(options);
  const exitCode = await runCommandLine(argv, terminal);
  return { exitCode, out: terminal.out, error: terminal.error };
}
