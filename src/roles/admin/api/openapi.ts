/**
 * The description of the HTTP API, OpenAPI 3.1, from the operations. Served as /api/v1/openapi.json, and committed as
 * docs/api/openapi.json.
 */
import { type JsonSchema, inputFields, schemaOf } from "./fields.ts";
import type { Operation } from "./operation.ts";
import { apiIntroduction, errorResponses, fixedComponents } from "./openapi-fixed.ts";

export type OpenApi = Readonly<Record<string, unknown>>;

export function buildOpenApi(operations: readonly Operation[]): OpenApi {
  const served = operations.filter(({ socketOnly }) => !socketOnly);
  const schemas = new Map<string, unknown>();
  const paths: Record<string, Record<string, unknown>> = {};
  // A shape that is asked for and given is described as given: with room for fields to come.
  for (const operation of served) lift(schemaOf(operation, "input"), schemas);
  for (const operation of served) {
    const [method = "", path = ""] = operation.http.split(" ");
    const described = describeOperation(operation, schemas);
    paths[path] = { ...paths[path], [method.toLowerCase()]: described };
  }
  const sorted = [...schemas].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const { schemas: fixed, ...others } = fixedComponents;
  return {
    openapi: "3.1.0",
    info: apiIntroduction,
    servers: [{ url: "/api/v1" }],
    security: [{ token: [] }, { session: [] }],
    paths,
    components: { schemas: { ...Object.fromEntries(sorted), ...fixed }, ...others },
  };
}

const plainBytes = { "application/octet-stream": {} };

function describeOperation(operation: Operation, schemas: Map<string, unknown>): OpenApi {
  const { name, summary, description, http, scope, changes, streams } = operation;
  const answer = lift(withRoom(schemaOf(operation, "output")), schemas);
  const mediaType = streams ? "text/event-stream" : "application/json";
  const shown = description === undefined ? "" : `${description}\n\n`;
  return {
    operationId: name,
    summary,
    description: `${shown}Scope: ${scope}. gRPC: fleet.v1.Api. Command line: \`fleet api ${name}\`.`,
    tags: [tagOf(http)],
    "x-fleet-scope": scope,
    ...parametersOf(operation),
    responses: {
      200: {
        description: streams ? "Server-sent events; the data of each is of this shape" : "Done",
        ...(changes && {
          headers: {
            "Idempotency-Replayed": { $ref: "#/components/headers/Idempotency-Replayed" },
          },
        }),
        content: {
          [mediaType]: { schema: answer },
          ...(operation.bytesField !== undefined && !changes && plainBytes),
        },
      },
      ...errorResponses,
    },
  };
}

/** "clients" of "GET /clients/{client_id}". */
function tagOf(http: string): string {
  return http.split("/")[1]?.replaceAll("_", " ") ?? "";
}

function parametersOf(operation: Operation): OpenApi {
  const inPath = new Set(Array.from(operation.http.matchAll(/\{(\w+)\}/g), ([, name]) => name));
  const isQuery = operation.http.startsWith("GET ") || operation.http.startsWith("DELETE ");
  const fields = inputFields(operation);
  const [example] = operation.examples;
  const parameters = fields
    .filter(({ name }) => isQuery || inPath.has(name))
    .map(({ name, kind, required, description, schema }) => ({
      name,
      in: inPath.has(name) ? "path" : "query",
      required,
      ...(description !== undefined && { description }),
      ...(kind === "strings" && { style: "form", explode: false }),
      schema: relocate(schema),
      ...exampleOf(example?.input, name),
    }));
  const key = operation.changes ? [{ $ref: "#/components/parameters/Idempotency-Key" }] : [];
  const all = [...parameters, ...key];
  const body = isQuery ? undefined : bodyOf(operation, inPath);
  return { ...(all.length > 0 && { parameters: all }), ...(body && { requestBody: body }) };
}

function exampleOf(input: unknown, name: string): { example?: unknown } {
  const fields = { ...(input as Readonly<Record<string, unknown>> | undefined) };
  return fields[name] === undefined ? {} : { example: fields[name] };
}

function bodyOf(
  operation: Operation,
  inPath: ReadonlySet<string | undefined>,
): OpenApi | undefined {
  const { properties = {}, required = [] } = relocate(schemaOf(operation, "input")) as {
    readonly properties?: Readonly<Record<string, unknown>>;
    readonly required?: readonly string[];
  };
  const kept = Object.entries(properties).filter(([name]) => !inPath.has(name));
  const needed = required.filter((name) => !inPath.has(name));
  if (kept.length === 0) return undefined;
  const schema = {
    type: "object",
    properties: Object.fromEntries(kept),
    ...(needed.length > 0 && { required: needed }),
    additionalProperties: false,
  };
  const examples = operation.examples.map(({ summary, input }, index) => {
    const fields = Object.entries(input as Readonly<Record<string, unknown>>);
    const value = Object.fromEntries(fields.filter(([name]) => !inPath.has(name)));
    return [`example${index + 1}`, { summary, value }];
  });
  const content = { schema, examples: Object.fromEntries(examples) as unknown };
  const plain = operation.bytesField === undefined ? {} : plainBytes;
  return {
    required: needed.length > 0,
    content: { "application/json": content, ...plain },
  };
}

/** The same shape, with fields allowed that are not known yet. */
function withRoom(schema: JsonSchema): JsonSchema {
  return mapObjects(schema, ({ additionalProperties, ...rest }) =>
    additionalProperties === undefined || additionalProperties === false
      ? rest
      : { additionalProperties, ...rest },
  ) as JsonSchema;
}

/** Moves named shapes to the components, where all operations share them. */
function lift(schema: JsonSchema, schemas: Map<string, unknown>): JsonSchema {
  const { $schema: _, $defs, ...rest } = schema;
  const definitions = ($defs ?? {}) as Readonly<Record<string, JsonSchema>>;
  for (const [name, definition] of Object.entries(definitions))
    schemas.set(name, lift(definition, schemas));
  return relocate(rest) as JsonSchema;
}

function relocate(value: unknown): unknown {
  return mapObjects(value, ({ $ref, ...rest }) =>
    typeof $ref === "string"
      ? { $ref: $ref.replace("#/$defs/", "#/components/schemas/"), ...rest }
      : rest,
  );
}

/** At every depth, from the outside in. */
function mapObjects(value: unknown, change: (schema: JsonSchema) => JsonSchema): unknown {
  if (Array.isArray(value)) return value.map((item) => mapObjects(item, change));
  if (typeof value !== "object" || value === null) return value;
  const changed = change(value as JsonSchema);
  return Object.fromEntries(
    Object.entries(changed).map(([key, member]) => [key, mapObjects(member, change)]),
  );
}
