/**
 * What a command has around it: two outputs, an input, the few variables of the environment that count, and Ctrl-C.
 *
 * An interface, so that a test is a terminal too. Results go to `write`, everything else to `writeError`.
 */
import { isatty } from "node:tty";

import type { Clock } from "../../core/clock.ts";
import { systemClock } from "../../core/clock.ts";
import { FleetError, isSystemError } from "../../core/errors.ts";
import { describeFileFault } from "../../platform/file-error.ts";
import { type ServiceManager, windowsServiceFlag } from "../../platform/service/service-manager.ts";
import { takeSystemd } from "../../platform/service/systemd-notify.ts";
import { openLogFile } from "../../platform/windows/log-file.ts";

/** The environment as far as it counts (ours.md 2). */
export interface FleetEnvironment {
  /** FLEET_ADMIN_ADDR */
  readonly adminAddress: string | undefined;
  /** FLEET_STATE */
  readonly stateDirectory: string | undefined;
  /** FLEET_TOKEN_FILE */
  readonly tokenFile?: string | undefined;
}

export interface Terminal {
  /** Standard output. Resolves when it was taken; calls need not be awaited to stay in order. @throws OutputClosed */
  write(chunk: string | Uint8Array): Promise<void>;
  /** Standard error. As write, but never rejects: where it is gone, there is nobody to tell. */
  writeError(chunk: string | Uint8Array): Promise<void>;
  /** All of standard input. @throws invalid_argument over `maxBytes`. */
  readInput(maxBytes: number): Promise<Uint8Array>;
  /** Width of the terminal that standard error is shown on; undefined where it is none. */
  readonly errorColumns: number | undefined;
  /** Whether standard output is a terminal, and colours are wanted there (NO_COLOR). */
  readonly hasColors: boolean;
  readonly environment: FleetEnvironment;
  /** Aborted, with an Interruption as the reason, by SIGINT and SIGTERM. */
  readonly interrupted: AbortSignal;
  /** Who started this as a service and waits to hear that it serves; undefined: nobody. */
  readonly manager: ServiceManager | undefined;
  /** Takes lines of the log where nobody sees standard error; undefined: they go there. */
  readonly writeLog: ((line: string) => void) | undefined;
  readonly clock: Clock;
}

/** A signal asked the command to end. */
export class Interruption extends Error {
  override readonly name = "Interruption";
  readonly exitCode: number;

  constructor(signal: "SIGINT" | "SIGTERM") {
    super(`interrupted by ${signal}`);
    this.exitCode = signal === "SIGINT" ? 130 : 143;
  }
}

/** Whoever reads our output has gone: there is nobody to tell, and nothing left to do. */
export class OutputClosed extends Error {
  override readonly name = "OutputClosed";
}

/** Of a terminal that does not say. */
const defaultColumns = 80;

/** Of a Windows service, which has no terminal. */
const serviceName = "fleet-client";
const serviceLog = `C:\\ProgramData\\fleetspeak-client\\${serviceName}.log`;

/**
 * The process's own. Installs handlers for signals: the first one asks, the second ends at once.
 * @param argv the flag of a Windows service is taken out of it.
 */
export function openTerminal(argv: string[]): Terminal {
  const interrupted = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      const reason = new Interruption(signal);
      if (interrupted.signal.aborted) process.exit(reason.exitCode);
      interrupted.abort(reason);
    });
  }
  const isWindowsService = process.platform === "win32" && argv[0] === windowsServiceFlag;
  if (isWindowsService) argv.shift();
  const writeLog = isWindowsService ? openLogFile(serviceLog) : undefined;
  const output = (file: Bun.BunFile) => (chunk: string | Uint8Array) =>
    writeLog ? Promise.resolve(writeLog(chunk)) : writeTo(file, chunk);
  const error = output(Bun.stderr);
  return {
    write: inOrder(output(Bun.stdout)),
    writeError: inOrder((chunk) => error(chunk).catch(() => {})),
    writeLog,
    readInput: (maxBytes) => readAll(process.stdin, maxBytes),
    // When it is asked for: loading the stream costs more than everything else that a short command does.
    get errorColumns() {
      return isatty(2) ? process.stderr.columns || defaultColumns : undefined;
    },
    get hasColors() {
      return isatty(1) && !process.env["NO_COLOR"];
    },
    environment: readEnvironment(process.env),
    interrupted: interrupted.signal,
    manager: isWindowsService
      ? connectToWindows(() => interrupted.abort(new Interruption("SIGTERM")))
      : takeSystemd(process.env),
    clock: systemClock,
  };
}

/** Loaded when it is needed: most commands are no service. */
function connectToWindows(onStop: () => void): ServiceManager {
  const connected = import("../../platform/windows/service-process.ts").then((module) =>
    module.connectToServiceManager(serviceName, onStop),
  );
  return { watchdogMs: undefined, tell: async (state) => (await connected).tell(state) };
}

/** Empty variables count as unset. */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
): FleetEnvironment {
  return {
    adminAddress: variables["FLEET_ADMIN_ADDR"] || undefined,
    stateDirectory: variables["FLEET_STATE"] || undefined,
    tokenFile: variables["FLEET_TOKEN_FILE"] || undefined,
  };
}

type Write = (chunk: string | Uint8Array) => Promise<void>;

/** Starts each write when the one before is done, however that ended. */
function inOrder(write: Write): Write {
  let last: Promise<unknown> = Promise.resolve();
  return (chunk) => {
    const written = last.then(() => write(chunk));
    last = written.catch(() => {});
    return written;
  };
}

/** Not through process.stdout, whose streams cost more to load than everything else that a short command does. */
async function writeTo(output: Bun.BunFile, chunk: string | Uint8Array): Promise<void> {
  if (chunk.length === 0) return;
  try {
    await Bun.write(output, chunk);
  } catch (thrown) {
    if (isSystemError(thrown, "EPIPE")) throw new OutputClosed();
    throw new FleetError("unavailable", `cannot write the output: ${describeFileFault(thrown)}`, {
      cause: thrown,
    });
  }
}

async function readAll(stream: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes > maxBytes) {
      throw new FleetError("invalid_argument", `standard input has over ${maxBytes} bytes`, {
        hint: "A message has at most 2 MiB.",
      });
    }
  }
  return Buffer.concat(chunks);
}
