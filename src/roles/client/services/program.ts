/**
 * Runs a program once: input in, bounded output out, the whole process group ended when told so.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { constants } from "node:os";
import type { Readable } from "node:stream";

import type { Clock } from "../../../core/clock.ts";
import { describeThrown, isSystemError } from "../../../core/errors.ts";

export interface ProgramOptions {
  readonly cmd: string;
  readonly args: readonly string[];
  readonly input: Uint8Array;
  /** Of both outputs together; what comes after it is read and dropped. */
  readonly maxOutputBytes: number;
  readonly clock: Clock;
  /** Ends the program and everything it started that stayed in its group. */
  readonly signal: AbortSignal;
}

export interface ProgramResult {
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
  /** As a shell gives it: 128 + the signal's number, 127 not found, 126 not executable. */
  readonly exitCode: number;
  /** Why it failed, for a person; undefined when it ended with 0. */
  readonly failure: string | undefined;
  /** Bytes left out of both outputs. */
  readonly droppedBytes: number;
}

/** Between asking a program to end and making it. */
const killAfterMs = 1000;
/** How long output is read after the program ended, while something it started keeps it open. */
const lingerMs = 500;
const notExecutable = 126;
const notFound = 127;
const signalBase = 128;

/** @throws the signal's reason when that was aborted; nothing else: a program that cannot start is a result. */
export async function runProgram(options: ProgramOptions): Promise<ProgramResult> {
  options.signal.throwIfAborted();
  let child: ChildProcess;
  try {
    child = spawn(options.cmd, [...options.args], {
      stdio: "pipe",
      detached: true,
      windowsHide: true,
    });
  } catch (thrown) {
    return notStarted(options.cmd, thrown);
  }
  const output = new Output(options.maxOutputBytes);
  const stdout = output.collect(child.stdout);
  const stderr = output.collect(child.stderr);
  // A program that does not read its input closes it: no concern of ours.
  child.stdin?.on("error", () => {});
  child.stdin?.end(options.input);
  using _stopping = endOnAbort(child, options);
  const ended = await endOf(child, options.clock);
  options.signal.throwIfAborted();
  if (ended instanceof Error) return notStarted(options.cmd, ended);
  return {
    stdout: Buffer.concat(stdout),
    stderr: Buffer.concat(stderr),
    ...describeEnd(options.cmd, ended),
    droppedBytes: output.dropped,
  };
}

class Output {
  #left: number;
  dropped = 0;

  constructor(maxBytes: number) {
    this.#left = maxBytes;
  }

  collect(stream: Readable | null): Uint8Array[] {
    const chunks: Uint8Array[] = [];
    stream?.on("error", () => {});
    stream?.on("data", (chunk: Buffer) => {
      const kept = chunk.subarray(0, this.#left);
      this.#left -= kept.length;
      this.dropped += chunk.length - kept.length;
      if (kept.length > 0) chunks.push(kept);
    });
    return chunks;
  }
}

interface ProgramEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Resolves when it ended and its output is read, or when it could not be started. */
function endOf(child: ChildProcess, clock: Clock): Promise<ProgramEnd | Error> {
  return new Promise((resolve) => {
    child.once("error", resolve);
    child.once("close", (code, signal) => resolve({ code, signal }));
    child.once("exit", (code, signal) => {
      const lingering = clock.after(lingerMs, () => {
        child.stdout?.destroy();
        child.stderr?.destroy();
        resolve({ code, signal });
      });
      child.once("close", () => lingering[Symbol.dispose]());
    });
  });
}

function endOnAbort(child: ChildProcess, { signal, clock }: ProgramOptions): Disposable {
  let killing: Disposable | undefined;
  const onAbort = (): void => {
    killGroup(child, "SIGTERM");
    killing = clock.after(killAfterMs, () => killGroup(child, "SIGKILL"));
  };
  signal.addEventListener("abort", onAbort, { once: true });
  return {
    [Symbol.dispose]: () => {
      signal.removeEventListener("abort", onAbort);
      killing?.[Symbol.dispose]();
      // Its own end leaves what it started in the background alone; being stopped does not.
      if (signal.aborted) killGroup(child, "SIGKILL");
    },
  };
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // Nobody of the group is left.
  }
}

function describeEnd(
  cmd: string,
  { code, signal }: ProgramEnd,
): Pick<ProgramResult, "exitCode" | "failure"> {
  if (signal !== null) {
    const exitCode = signalBase + (constants.signals[signal] ?? 0);
    return { exitCode, failure: `"${cmd}" was ended by ${signal}` };
  }
  const exitCode = code ?? 0;
  return {
    exitCode,
    failure: exitCode === 0 ? undefined : `"${cmd}" ended with exit status ${exitCode}`,
  };
}

function notStarted(cmd: string, thrown: unknown): ProgramResult {
  const failure = `"${cmd}" cannot be started: ${describeThrown(thrown)}`;
  return {
    stdout: new Uint8Array(),
    stderr: Buffer.from(`${failure}\n`),
    exitCode: isSystemError(thrown, "ENOENT") ? notFound : notExecutable,
    failure,
    droppedBytes: 0,
  };
}
