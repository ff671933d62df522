/**
 * What a command has around it: two outputs, an input, the few variables of the environment that count, and Ctrl-C.
 *
 * An interface, so that a test is a terminal too. Results go to `write`, everything else to `writeError`.
 */
import type { Clock } from "../core/clock.ts";
import { systemClock } from "../core/clock.ts";
import { FleetError, isSystemError } from "../core/errors.ts";

/** The environment as far as it counts (ours.md 2). */
export interface FleetEnvironment {
  /** FLEET_ADMIN_ADDR */
  readonly adminAddress: string | undefined;
  /** FLEET_STATE */
  readonly stateDirectory: string | undefined;
}

export interface Terminal {
  /** Standard output. Resolves when it was taken. */
  write(chunk: string | Uint8Array): Promise<void>;
  /** Standard error. */
  writeError(chunk: string | Uint8Array): Promise<void>;
  /** All of standard input. @throws invalid_argument over `maxBytes`. */
  readInput(maxBytes: number): Promise<Uint8Array>;
  readonly environment: FleetEnvironment;
  /** Aborted, with an Interruption as the reason, by SIGINT and SIGTERM. */
  readonly interrupted: AbortSignal;
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

/** The process's own. Installs handlers for signals: the first one asks, the second ends at once. */
export function openTerminal(): Terminal {
  const interrupted = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      const reason = new Interruption(signal);
      if (interrupted.signal.aborted) process.exit(reason.exitCode);
      interrupted.abort(reason);
    });
  }
  return {
    write: (chunk) => writeTo(process.stdout, chunk),
    writeError: (chunk) => writeTo(process.stderr, chunk),
    readInput: (maxBytes) => readAll(process.stdin, maxBytes),
    environment: readEnvironment(process.env),
    interrupted: interrupted.signal,
    clock: systemClock,
  };
}

/** Empty variables count as unset. */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
): FleetEnvironment {
  return {
    adminAddress: variables["FLEET_ADMIN_ADDR"] || undefined,
    stateDirectory: variables["FLEET_STATE"] || undefined,
  };
}

function writeTo(stream: NodeJS.WriteStream, chunk: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error) =>
      reject(isSystemError(error, "EPIPE") ? new OutputClosed() : error);
    stream.once("error", failed);
    stream.write(chunk, (error) => {
      stream.off("error", failed);
      if (error) failed(error);
      else resolve();
    });
  });
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
