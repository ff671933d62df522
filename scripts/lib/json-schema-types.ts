/** The shapes of the API as TypeScript, for what calls it without its validators. */
import { type JsonSchema, schemaOf } from "../../src/roles/admin/api/fields.ts";
import type { Operation } from "../../src/roles/admin/api/operation.ts";

/** Interfaces of the named shapes, and one that has the input and the output of each operation. */
export function writeTypes(operations: readonly Operation[]): string {
  const named = new Map<string, string>();
  const rows = operations
    .filter(({ socketOnly }) => !socketOnly)
    .map((operation) => {
      const input = typeOf(keep(schemaOf(operation, "input"), named));
      const output = typeOf(keep(schemaOf(operation, "output"), named));
      return `  /** ${operation.summary} */\n  readonly ${operation.name}: { readonly input: ${input}; readonly output: ${output} };\n`;
    });
  const types = [...named].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const declarations = types.map(([name, type]) => `export type ${name} = ${type};\n`);
  return `/** What each operation takes and gives. */
export interface Api {
${rows.join("")}}

${declarations.join("\n")}`;
}

function keep(schema: JsonSchema, named: Map<string, string>): JsonSchema {
  const { $defs, ...rest } = schema;
  for (const [name, definition] of Object.entries(($defs ?? {}) as Record<string, JsonSchema>)) {
    named.set(name, typeOf(definition));
  }
  return rest;
}

function typeOf(schema: JsonSchema): string {
  const { $ref, type, anyOf, oneOf, items } = schema;
  if (typeof $ref === "string") return $ref.replace("#/$defs/", "");
  if (Array.isArray(schema["enum"]))
    return schema["enum"].map((one) => JSON.stringify(one)).join(" | ");
  if (schema["const"] !== undefined) return JSON.stringify(schema["const"]);
  const choices = (anyOf ?? oneOf) as readonly JsonSchema[] | undefined;
  if (choices) return choices.map(typeOf).join(" | ");
  if (type === "array") return `readonly (${typeOf((items ?? {}) as JsonSchema)})[]`;
  if (type === "object") return objectType(schema);
  if (type === "integer" || type === "number") return "number";
  return type === "string" || type === "boolean" || type === "null" ? type : "unknown";
}

function objectType(schema: JsonSchema): string {
  const {
    properties,
    required = [],
    additionalProperties,
  } = schema as {
    readonly properties?: Readonly<Record<string, JsonSchema>>;
    readonly required?: readonly string[];
    readonly additionalProperties?: boolean | JsonSchema;
  };
  if (!properties) {
    const values =
      typeof additionalProperties === "object" ? typeOf(additionalProperties) : "unknown";
    return `Readonly<Record<string, ${values}>>`;
  }
  const members = Object.entries(properties).map(([name, property]) => {
    const note =
      typeof property["description"] === "string"
        ? `/** ${property["description"].replaceAll("*/", "")} */\n`
        : "";
    return `${note}readonly ${name}${required.includes(name) ? "" : "?"}: ${typeOf(property)};\n`;
  });
  return members.length === 0 ? "Readonly<Record<string, never>>" : `{\n${members.join("")}}`;
}
