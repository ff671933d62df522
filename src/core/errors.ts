/**
 * The one error class of the project and its closed set of codes.
 *
 * Each code is mapped once to a gRPC status, an HTTP status and an exit code (ours.md 2). Code that
 * meets another program's error turns it into one of these where it happens; code that reports to a
 * peer or a person looks up the mapping here and nowhere else.
 */
import type { ContactFailure } from "./contact-failure.ts";

interface ErrorMapping {
  /** google.rpc.Code number. */
  readonly grpc: number;
  /** HTTP status. */
  readonly http: number;
  /** Exit code of the command line. */
  readonly exit: number;
}

const mappings = {
  /** The caller asked for something that cannot be meant: a flag, a field, an id. */
  invalid_argument: { grpc: 3, http: 400, exit: 2 },
  /** Bytes from a peer or a file that are not what they should be. */
  invalid_data: { grpc: 3, http: 400, exit: 1 },
  /** A configuration file, or a state that configuration should have prepared. */
  configuration: { grpc: 9, http: 500, exit: 3 },
  not_found: { grpc: 5, http: 404, exit: 4 },
  unavailable: { grpc: 14, http: 503, exit: 5 },
  deadline_exceeded: { grpc: 4, http: 504, exit: 5 },
  /** A limit of this program; the same call may succeed later. */
  resource_exhausted: { grpc: 8, http: 503, exit: 5 },
  unauthenticated: { grpc: 16, http: 401, exit: 6 },
  /** Understood, and not permitted. */
  refused: { grpc: 7, http: 403, exit: 6 },
  /** Somebody else holds it (a lock, a port), or it exists already. */
  conflict: { grpc: 6, http: 409, exit: 8 },
  /** A fault of this program. */
  internal: { grpc: 13, http: 500, exit: 1 },
} as const satisfies Record<string, ErrorMapping>;

export type ErrorCode = keyof typeof mappings;

export interface FleetErrorOptions {
  /** The next step, as a sentence or a command to run. */
  readonly hint?: string;
  readonly cause?: unknown;
  /** Where it ended a client's contact: as what it counts. */
  readonly failure?: ContactFailure | undefined;
}

export class FleetError extends Error {
  override readonly name = "FleetError";
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly failure: ContactFailure | undefined;

  /** @param message names the action that failed and quotes the value that was wrong. */
  constructor(code: ErrorCode, message: string, options: FleetErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
    this.failure = options.failure;
  }

  get grpcStatus(): number {
    return mappings[this.code].grpc;
  }

  get httpStatus(): number {
    return mappings[this.code].http;
  }

  get exitCode(): number {
    return mappings[this.code].exit;
  }
}

/** Anything that was thrown, as a FleetError: itself, or an `internal` one that keeps it as cause. */
export function toFleetError(thrown: unknown): FleetError {
  if (thrown instanceof FleetError) return thrown;
  return new FleetError("internal", describeThrown(thrown), { cause: thrown });
}

/** One line for a log or a person. */
export function describeThrown(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** Whether it is a system error (ENOENT, EADDRINUSE …) with this code. */
export function isSystemError(thrown: unknown, code: string): boolean {
  return thrown instanceof Error && "code" in thrown && thrown.code === code;
}
