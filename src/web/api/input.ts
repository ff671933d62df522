/** The input of an operation from a request: path, query and body, which the operation does not tell apart. */
import { FleetError } from "../../core/errors.ts";
import { type JsonObject, parseJsonObject } from "../../core/json-input.ts";
import { readBody } from "./body.ts";
import type { ApiOperation, FieldKind } from "./operation.ts";
import { HttpFaultError } from "./problem.ts";

/** A file of 16 MiB as base64, and the JSON around it. */
const maxBodyBytes = 24 * 1024 * 1024;

/** @param param a part of the path, decoded. */
export async function readInput(
  operation: ApiOperation,
  request: Request,
  param: (name: string) => string | undefined,
): Promise<JsonObject> {
  const inPath = pathFields(operation, param);
  const query = readQuery(operation, new URL(request.url).searchParams);
  const takesBody = operation.method === "POST" || operation.method === "PUT";
  if (takesBody && Object.keys(query).length > 0)
    throw wrong(`${operation.method} takes its fields in the body, not in the query`);
  const body = takesBody ? await readFields(operation, request) : {};
  const twice = [...Object.keys(query), ...Object.keys(body)].find((name) =>
    Object.hasOwn(inPath, name),
  );
  if (twice !== undefined) throw wrong(`"${twice}" is part of the path, and given again`);
  return { ...query, ...body, ...inPath };
}

function pathFields(
  { fields, path }: ApiOperation,
  param: (name: string) => string | undefined,
): JsonObject {
  const names = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = ""]) => name);
  return Object.fromEntries(
    names.map((name) => [name, readField(fields[name] ?? "string", name, param(name) ?? "")]),
  );
}

function readQuery({ fields }: ApiOperation, query: URLSearchParams): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const name of new Set(query.keys())) {
    const kind = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (kind === undefined) throw wrong(`there is no field "${name.slice(0, 100)}"`, fields);
    const values = query.getAll(name);
    if (kind === "strings") input[name] = values.flatMap((text) => text.split(","));
    else if (values.length === 1) input[name] = readField(kind, name, values[0] ?? "");
    else throw wrong(`"${name}" is given ${values.length} times`);
  }
  return input;
}

function readField(kind: FieldKind, name: string, text: string): unknown {
  if (kind === "string") return text;
  if (kind === "strings") return text.split(",");
  if (kind === "boolean" && (text === "true" || text === "false")) return text === "true";
  const isNumber = kind === "integer" || kind === "number";
  if (isNumber && /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text)) return Number(text);
  if (kind === "json") return parseJsonObject(`{"value":${text}}`)["value"];
  throw wrong(`${name}: ${JSON.stringify(text.slice(0, 100))} is no ${kind}`);
}

async function readFields({ bytesField }: ApiOperation, request: Request): Promise<JsonObject> {
  const bytes = await readBody(request, maxBodyBytes);
  const type = request.headers.get("content-type") ?? "";
  if (bytesField !== undefined && type === "application/octet-stream")
    return { [bytesField]: Buffer.from(bytes).toString("base64") };
  if (bytes.byteLength === 0) return {};
  if (!/^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type)) {
    const detail = `the body is ${JSON.stringify(type.slice(0, 100))}, and has to be application/json`;
    throw new HttpFaultError(415, detail, "Send the header Content-Type: application/json");
  }
  return parseJsonObject(decodeUtf8(bytes));
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw wrong("the body is no UTF-8");
  }
}

function wrong(detail: string, fields?: ApiOperation["fields"]): FleetError {
  const hint = fields && `Its fields: ${Object.keys(fields).join(", ") || "none"}.`;
  return new FleetError("invalid_argument", detail, hint === undefined ? {} : { hint });
}
