/** The input of an operation from words of the command line: flags, and the fields of its path as plain words. */
import { suggestion } from "../../config/suggest.ts";
import { FleetError } from "../../core/errors.ts";
import { parseJsonObject } from "../../core/json-input.ts";
import { type InputField, inputFields } from "../../roles/admin/api/fields.ts";
import type { Operation } from "../../roles/admin/api/operation.ts";

/** @throws invalid_argument for words that are no fields, and values that are none of their kind. */
export function readFields(
  operation: Operation,
  words: readonly string[],
): Record<string, unknown> {
  const fields = inputFields(operation);
  const inPath = Array.from(operation.http.matchAll(/\{(\w+)\}/g), ([, name = ""]) => name);
  const input: Record<string, unknown> = {};
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    if (!word.startsWith("--")) {
      const name = inPath.shift();
      if (name === undefined) throw surplus(operation, word);
      input[name] = word;
      continue;
    }
    const [flag, inline] = splitFlag(word);
    const field = findField(operation, fields, flag);
    const isSaid = inline !== undefined || /^(?:true|false)$/.test(words[index + 1] ?? "");
    const isBare = field.kind === "boolean" && !isSaid;
    const text = isBare ? "true" : (inline ?? words[(index += 1)]);
    if (text === undefined) throw wrong(operation, `--${flag} needs a value`);
    input[field.name] = valueOf(field, text, input[field.name]);
  }
  return input;
}

function splitFlag(word: string): [string, string | undefined] {
  const equals = word.indexOf("=");
  if (equals < 0) return [word.slice(2), undefined];
  return [word.slice(2, equals), word.slice(equals + 1)];
}

function findField(operation: Operation, fields: readonly InputField[], flag: string): InputField {
  const name = flag.replaceAll("-", "_");
  const field = fields.find((one) => one.name === name);
  if (field) return field;
  const names = fields.map((one) => one.name);
  throw wrong(operation, `${operation.name} has no field "${flag}"`, suggestion(name, names));
}

function valueOf({ kind, name }: InputField, text: string, before: unknown): unknown {
  if (kind === "string") return text;
  if (kind === "strings") return [...listOf(before), ...text.split(",")];
  if (kind === "json") return parseJsonObject(`{"value":${text}}`)["value"];
  if (kind === "boolean" && (text === "true" || text === "false")) return text === "true";
  if (kind !== "boolean" && /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text)) return Number(text);
  throw new FleetError("invalid_argument", `--${name}: "${text}" is no ${kind}`);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function surplus(operation: Operation, word: string): FleetError {
  return wrong(operation, `"${word}" is one word too many`);
}

function wrong({ name }: Operation, what: string, suggested = ""): FleetError {
  return new FleetError("invalid_argument", what, {
    hint: `${suggested} See: fleet api ${name} --help`.trimStart(),
  });
}
