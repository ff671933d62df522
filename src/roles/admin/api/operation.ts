/**
 * What an operation of the API is: one thing that an operator can do, defined once and served over HTTP, gRPC and on the
 * command line alike. Each is one file in operations/; `npm run api` writes the registry of them.
 *
 * Shapes are JSON with snake_case names, the same through every door (docs/api.md).
 */
import type { z } from "zod";

import type { Caller, Scope } from "../../../core/caller.ts";
import { FleetError } from "../../../core/errors.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { ApiContext } from "./context.ts";

/** "GET /clients/{client_id}": below /api/v1; names in braces are fields of the input. */
export type HttpRoute = `${"GET" | "POST" | "PUT" | "DELETE"} /${string}`;

/** What an operation is told of a call, besides its input. */
export interface OperationCall {
  readonly caller: Caller;
  /** Aborted when the caller is gone, or the server ends. */
  readonly signal: AbortSignal;
}

/** An input that works on a server with one client and one message; a test runs them all. */
export interface Example<Input> {
  readonly summary: string;
  readonly input: Input;
}

interface Definition<In extends z.ZodType, Out extends z.ZodType> {
  /** snake_case; UpperCamel as the gRPC method. */
  readonly name: string;
  /** One line, without a full stop. */
  readonly summary: string;
  /** More, in sentences. */
  readonly description?: string;
  readonly scope: Scope;
  /** Of inputs that need more than that. */
  readonly scopeOf?: (input: z.output<In>) => Scope;
  readonly http: HttpRoute;
  readonly input: In;
  readonly output: Out;
  readonly examples?: readonly Example<z.input<In>>[];
  /** What is done, as the audit log has it: "blacklisted client 0123456789abcdef". Required where something changes. */
  readonly change?: (input: z.output<In>) => string;
  /** Programs make this change thousands of times. */
  readonly isFrequent?: true;
  /** It writes its entry of the audit log itself, which says more than `change`. */
  readonly ownEntry?: true;
  /** Only for the local user of the Unix socket, over gRPC: what makes secrets. */
  readonly socketOnly?: true;
  /** A field, base64 in JSON, that HTTP also takes (PUT) or gives (GET) as a body of plain bytes. */
  readonly bytesField?: string;
}

export interface UnaryDefinition<In extends z.ZodType, Out extends z.ZodType> extends Definition<
  In,
  Out
> {
  run(context: ApiContext, input: z.output<In>, call: OperationCall): Promise<z.input<Out>>;
}

export interface StreamDefinition<In extends z.ZodType, Out extends z.ZodType> extends Definition<
  In,
  Out
> {
  /** Each value has the output's shape; ends with the call's signal. */
  stream(
    context: ApiContext,
    input: z.output<In>,
    call: OperationCall,
  ): AsyncIterable<z.input<Out>>;
}

/** An operation with an input that was checked. */
export interface PreparedCall<Output = unknown> {
  /** What this input needs: the operation's scope, or more. */
  readonly scope: Scope;
  /** What is done, in words; undefined where nothing changes. */
  readonly change: string | undefined;
  /** The checked input as JSON: equal for calls that ask for the same. */
  readonly canonicalInput: string;
  run(context: ApiContext, call: OperationCall): Promise<Output>;
  /** In place of run, of operations that stream. */
  stream(context: ApiContext, call: OperationCall): AsyncIterable<Output>;
}

/** @typeParam Input what callers give, @typeParam Output what they get. */
export interface Operation<Input = unknown, Output = unknown> {
  readonly name: string;
  readonly summary: string;
  readonly description: string | undefined;
  readonly scope: Scope;
  readonly http: HttpRoute;
  /** Whether it answers with any number of values, each of the output's shape. */
  readonly streams: boolean;
  /** Whether it changes something, which the audit log has. */
  readonly changes: boolean;
  readonly isFrequent: boolean;
  readonly ownEntry: boolean;
  readonly socketOnly: boolean;
  readonly bytesField: string | undefined;
  readonly examples: readonly Example<unknown>[];
  readonly input: z.ZodType<unknown, Input>;
  readonly output: z.ZodType<unknown, Output>;
  /** @throws invalid_argument for an input that does not fit the shape. */
  prepare(input: unknown): PreparedCall<Output>;
}

/** An operation with one answer. */
export function defineOperation<In extends z.ZodType, Out extends z.ZodType>(
  definition: UnaryDefinition<In, Out>,
): Operation<z.input<In>, z.input<Out>> {
  return describe(definition, false, (input) => ({
    run: (context, call) => definition.run(context, input, call),
    stream: () => {
      throw new FleetError("internal", `${definition.name} has one answer`);
    },
  }));
}

/** An operation whose answers come one after the other, for as long as the caller reads. */
export function defineStream<In extends z.ZodType, Out extends z.ZodType>(
  definition: StreamDefinition<In, Out>,
): Operation<z.input<In>, z.input<Out>> {
  return describe(definition, true, (input) => ({
    run: () =>
      Promise.reject(new FleetError("internal", `${definition.name} answers with a stream`)),
    stream: (context, call) => definition.stream(context, input, call),
  }));
}

function describe<In extends z.ZodType, Out extends z.ZodType>(
  definition: Definition<In, Out>,
  streams: boolean,
  bind: (input: z.output<In>) => Pick<PreparedCall<z.input<Out>>, "run" | "stream">,
): Operation<z.input<In>, z.input<Out>> {
  const { name, summary, description, scope, http, change, examples = [] } = definition;
  return {
    ...{ name, summary, description, scope, http, streams, examples },
    changes: change !== undefined,
    isFrequent: definition.isFrequent ?? false,
    ownEntry: definition.ownEntry ?? false,
    socketOnly: definition.socketOnly ?? false,
    bytesField: definition.bytesField,
    input: definition.input as z.ZodType<unknown, z.input<In>>,
    output: definition.output as z.ZodType<unknown, z.input<Out>>,
    prepare(raw) {
      const input = parseInput(name, definition.input, raw);
      return {
        ...bind(input),
        get canonicalInput() {
          return canonicalJson(raw);
        },
        scope: definition.scopeOf?.(input) ?? scope,
        change: change?.(input),
      };
    },
  };
}

function parseInput<In extends z.ZodType>(name: string, schema: In, raw: unknown): z.output<In> {
  const parsed = schema.safeParse(raw ?? {}, { error: sayPlainly });
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.slice(0, 5).map(({ path, message }) => {
    const field = path.map(String).join(".");
    return field === "" ? message : `${field}: ${message}`;
  });
  throw new FleetError("invalid_argument", `cannot ${words(name)}: ${problems.join("; ")}`, {
    hint: `The fields of ${name} are in the API's description: fleet api ${name} --help`,
  });
}

/** The library's own words speak of its types. */
function sayPlainly({ code, input, format }: z.core.$ZodRawIssue): string | undefined {
  if (code === "invalid_type" && input === undefined) return "it is missing";
  return code === "invalid_format" && format === "date"
    ? "it is no day, such as 2026-11-21"
    : undefined;
}

function words(name: string): string {
  return name.replaceAll("_", " ");
}
