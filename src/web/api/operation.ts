/**
 * What the HTTP API is given: operations as an interface. Who may call them, what they do and what they write down is
 * decided behind it.
 */
import type { Caller } from "../../core/caller.ts";

/** How a field of an input is written in a query. */
export type FieldKind = "string" | "integer" | "number" | "boolean" | "strings" | "json";

export interface ApiOperation {
  readonly name: string;
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below /api/v1, with fields of the input in braces: "/clients/{client_id}". */
  readonly path: string;
  readonly streams: boolean;
  /** A field, base64 in JSON, that can also be the whole body, as application/octet-stream. */
  readonly bytesField: string | undefined;
  readonly fields: Readonly<Record<string, FieldKind>>;
}

export interface ApiCall {
  readonly caller: Caller;
  /** Aborted when the caller is gone, or may no longer call. */
  readonly signal: AbortSignal;
  readonly idempotencyKey?: string | undefined;
}

export interface ApiBackend {
  readonly operations: readonly ApiOperation[];
  /** The description of the API, OpenAPI 3.1, as JSON. */
  describe(): string;
  /** Before the input is read. @throws refused for a caller that may not call it. */
  check(operation: ApiOperation, caller: Caller): void;
  /** @param input any JSON object. @throws FleetError */
  call(
    operation: ApiOperation,
    input: Readonly<Record<string, unknown>>,
    call: ApiCall,
  ): Promise<{ readonly output: unknown; readonly replayed: boolean }>;
  /** @throws FleetError at once for a call that cannot be. */
  stream(
    operation: ApiOperation,
    input: Readonly<Record<string, unknown>>,
    call: ApiCall,
  ): AsyncIterable<unknown>;
}
