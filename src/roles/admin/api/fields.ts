/** The fields of an operation's input, as its JSON schema has them. */
import { z } from "zod";

import type { FieldKind } from "../../../web/api/operation.ts";
import type { Operation } from "./operation.ts";

export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

export interface InputField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly description: string | undefined;
  readonly schema: JsonSchema;
}

/** Of inputs, what callers write; of outputs, what they get. Named shapes are in `$defs`. */
export function schemaOf({ input, output }: Operation, side: "input" | "output"): JsonSchema {
  return z.toJSONSchema(side === "input" ? input : output, { io: "input" });
}

export function fieldKinds(operation: Operation): Record<string, FieldKind> {
  return Object.fromEntries(inputFields(operation).map(({ name, kind }) => [name, kind]));
}

/** In the order of their definition. */
export function inputFields(operation: Operation): InputField[] {
  const {
    properties = {},
    required = [],
    $defs = {},
  } = schemaOf(operation, "input") as {
    readonly properties?: Readonly<Record<string, JsonSchema>>;
    readonly required?: readonly string[];
    readonly $defs?: Readonly<Record<string, JsonSchema>>;
  };
  const named = ({ $ref }: JsonSchema) =>
    typeof $ref === "string" ? $defs[$ref.replace("#/$defs/", "")] : undefined;
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    kind: kindOf(named(schema) ?? schema),
    required: required.includes(name),
    description: typeof schema["description"] === "string" ? schema["description"] : undefined,
    schema,
  }));
}

function kindOf(schema: JsonSchema): FieldKind {
  const { type, items } = schema;
  if (type === "string" || type === "integer" || type === "number" || type === "boolean")
    return type;
  const isList = type === "array" && typeof items === "object" && items !== null;
  return isList && "type" in items && items.type === "string" ? "strings" : "json";
}
