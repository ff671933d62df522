/**
 * Runs the compiled file, dist/fleet, as a user would: in a folder of its own, with a clean environment.
 *
 * Not for the sources; what is tested here is what is shipped.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { waitFor } from "./wait-for.ts";

const projectRoot = join(import.meta.dir, "../..");

/** The executable that `npm run build` makes. */
export const binaryPath = join(
  projectRoot,
  "dist",
  process.platform === "win32" ? "fleet.exe" : "fleet",
);

export interface RunOptions {
  /** Working directory; by default the system's temporary folder. */
  readonly cwd?: string;
  /** Added to a clean environment (PATH, HOME and TMPDIR only). */
  readonly env?: Readonly<Record<string, string>>;
  /** Text for its standard input; none by default. */
  readonly stdin?: string;
  /** After which it is killed and the call rejects. */
  readonly deadlineMs?: number;
  /** Another executable than dist/fleet. */
  readonly executable?: string;
}

export interface FinishedRun {
  readonly stdout: string;
  readonly stderr: string;
  /** Exit status, or 128 plus the signal. */
  readonly status: number;
}

/** A program that is running; disposing of it kills it and waits for its end. */
export interface RunningProgram extends AsyncDisposable {
  readonly pid: number;
  /** What it has written so far. */
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** The first line of either stream that matches, with its groups; rejects at the deadline or its end. */
  readonly waitForLine: (pattern: RegExp, deadlineMs?: number) => Promise<RegExpExecArray>;
  readonly kill: (signal?: NodeJS.Signals) => void;
  /** Resolves at its end. */
  readonly finished: Promise<FinishedRun>;
}

/** Starts it and returns at once. */
export function startBinary(args: readonly string[], options: RunOptions = {}): RunningProgram {
  const executable = options.executable ?? binaryPath;
  if (!existsSync(executable)) throw new Error(`${executable} is missing: npm run build`);
  const child = Bun.spawn([executable, ...args], {
    cwd: options.cwd ?? tmpdir(),
    env: { ...cleanEnvironment(), ...options.env },
    stdin: options.stdin === undefined ? "ignore" : new Blob([options.stdin]),
    stdout: "pipe",
    stderr: "pipe",
  });
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  const finished = Promise.all([child.exited, stdout.ended, stderr.ended]).then(([status]) => ({
    stdout: stdout.text(),
    stderr: stderr.text(),
    status,
  }));
  let ended = false;
  void finished.then(() => {
    ended = true;
  });
  return {
    pid: child.pid,
    stdout: stdout.text,
    stderr: stderr.text,
    finished,
    kill: (signal) => child.kill(signal),
    waitForLine: (pattern, deadlineMs = 10_000) =>
      waitForLine({ pattern, deadlineMs, stdout, stderr, ended: () => ended }),
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await finished;
    },
  };
}

/** Runs it to its end. @throws when it is still running at the deadline, with what it wrote. */
export async function runBinary(
  args: readonly string[],
  options: RunOptions = {},
): Promise<FinishedRun> {
  await using running = startBinary(args, options);
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(resolve, options.deadlineMs ?? 20_000);
  const result = await Promise.race([running.finished, late]);
  clearTimeout(timer);
  if (result) return result;
  throw new Error(
    `fleet ${args.join(" ")} did not end. It wrote:\n${running.stdout()}${running.stderr()}`,
  );
}

/** A fresh folder that is removed with everything in it. */
export function makeTemporaryFolder(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), "fleet-test-"));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

interface Collected {
  readonly text: () => string;
  readonly ended: Promise<void>;
}

function collect(stream: ReadableStream<Uint8Array>): Collected {
  const decoder = new TextDecoder();
  let text = "";
  const read = async () => {
    for await (const chunk of stream) text += decoder.decode(chunk, { stream: true });
  };
  return { text: () => text, ended: read() };
}

interface LineWait {
  readonly pattern: RegExp;
  readonly deadlineMs: number;
  readonly stdout: Collected;
  readonly stderr: Collected;
  readonly ended: () => boolean;
}

async function waitForLine(wait: LineWait): Promise<RegExpExecArray> {
  const { pattern, deadlineMs, ended } = wait;
  const find = () => {
    // Asked before reading: what it wrote just before its end still counts.
    const over = ended();
    const match = matchLine(wait);
    if (match === undefined && over) throw new Error("it ended without one");
    return match;
  };
  try {
    return await waitFor(find, { what: `a line like ${String(pattern)}`, deadlineMs });
  } catch (error) {
    const written = `${wait.stdout.text()}\n${wait.stderr.text()}`;
    throw new Error(`no line like ${String(pattern)}: ${String(error)}. It wrote:\n${written}`, {
      cause: error,
    });
  }
}

/** Only whole lines: a port that is printed may not have arrived with all its digits. */
function matchLine({ pattern, stdout, stderr }: LineWait): RegExpExecArray | undefined {
  for (const { text } of [stdout, stderr]) {
    for (const line of text().split("\n").slice(0, -1)) {
      pattern.lastIndex = 0;
      const match = pattern.exec(line);
      if (match) return match;
    }
  }
  return undefined;
}

function cleanEnvironment(): Record<string, string> {
  const kept = ["PATH", "HOME", "TMPDIR", "SystemRoot"];
  return Object.fromEntries(
    kept.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
