/** fleet api: lists the operations of the API, describes one, or calls it with an input made from flags. */
import { readFile } from "node:fs/promises";

import { suggestion } from "../../config/suggest.ts";
import { FleetError } from "../../core/errors.ts";
import { type JsonObject, parseJsonObject } from "../../core/json-input.ts";
import { describeFileFault } from "../../platform/file-error.ts";
import { type InputField, inputFields } from "../../roles/admin/api/fields.ts";
import { operations } from "../../roles/admin/api/generated/registry.ts";
import { streamMethod, unaryMethod } from "../../roles/admin/api/grpc-methods.ts";
import type { Operation } from "../../roles/admin/api/operation.ts";
import type { ServerChoice } from "../command.ts";
import { connect } from "../server/connect.ts";
import { type Column, formatTable } from "../terminal/output.ts";
import { formatJson, formatJsonLine } from "../terminal/text.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { readFields } from "./api-fields.ts";

export interface ApiOptions extends ServerChoice {
  readonly input?: string;
  readonly idempotency_key?: string;
  readonly json?: true;
}

const all: readonly Operation[] = Object.values(operations);
const maxInputBytes = 32 * 1024 * 1024;

/** @param words the operation, and all that the parser does not know. @param help of the command itself. */
export async function callApi(
  terminal: Terminal,
  words: readonly string[],
  options: ApiOptions,
  help: string,
): Promise<void> {
  const wantsHelp = words.some((word) => word === "--help" || word === "-h");
  const [name, ...rest] = words.filter((word) => word !== "--help" && word !== "-h");
  if (name === undefined) return await terminal.write(wantsHelp ? help : listing(options));
  const operation = findOperation(name);
  if (wantsHelp) return await terminal.write(describe(operation));
  const given = options.input === undefined ? {} : await readInput(terminal, options.input);
  const input = { ...given, ...readFields(operation, rest) };
  using client = connect(options, terminal);
  if (!operation.streams) {
    const { idempotency_key: key } = options;
    const answer = await client.call(unaryMethod(operation), input, key);
    return await terminal.write(formatJson(answer));
  }
  for await (const value of await client.open(streamMethod(operation), input))
    await terminal.write(formatJsonLine(value));
}

function findOperation(word: string): Operation {
  const name = word.replaceAll("-", "_");
  const found = all.find((operation) => operation.name === name);
  if (found) return found;
  const names = all.map((operation) => operation.name);
  throw new FleetError("invalid_argument", `the API has no operation "${word}"`, {
    hint: `${suggestion(name, names) ?? ""} fleet api lists them.`.trimStart(),
  });
}

const columns: Column<Operation>[] = [
  { heading: "OPERATION", text: ({ name }) => name },
  { heading: "SCOPE", text: ({ scope }) => scope },
  { heading: "HTTP, BELOW /api/v1", text: doorOf },
  { heading: "WHAT IT DOES", text: ({ summary }) => summary },
];

function doorOf({ http, socketOnly }: Operation): string {
  return socketOnly ? "" : http;
}

function listing({ json }: ApiOptions): string {
  if (!json) return formatTable(columns, all);
  return formatJson(
    all.map((operation) => {
      const { name, summary, scope, http, socketOnly, streams } = operation;
      return { name, summary, scope, ...(!socketOnly && { http }), streams };
    }),
  );
}

const fieldColumns: Column<InputField>[] = [
  { heading: "FIELD", text: ({ name }) => `--${name}` },
  { heading: "VALUE", text: valueOf },
  { heading: "NEEDED", text: ({ required }) => (required ? "yes" : "") },
  { heading: "WHAT IT IS", text: ({ description = "" }) => description },
];

function describe(operation: Operation): string {
  const { name, summary, description, scope } = operation;
  const more = description === undefined ? "" : `\n${description}\n`;
  const fields = inputFields(operation);
  const table = fields.length === 0 ? "It has no fields.\n" : formatTable(fieldColumns, fields);
  const door = operation.socketOnly ? "only on the Unix socket" : operation.http;
  return `fleet api ${name}: ${summary}\n${more}\nScope: ${scope}. HTTP: ${door}\n\n${table}`;
}

function valueOf({ kind, schema }: InputField): string {
  const choices = schema["enum"];
  if (Array.isArray(choices)) return choices.join("|");
  if (kind === "strings") return "text,text…";
  return {
    string: "text",
    integer: "number",
    number: "number",
    boolean: "true|false",
    json: "JSON",
  }[kind];
}

async function readInput(terminal: Terminal, path: string): Promise<JsonObject> {
  const bytes = path === "-" ? await terminal.readInput(maxInputBytes) : await readInputFile(path);
  return parseJsonObject(Buffer.from(bytes).toString("utf8"));
}

async function readInputFile(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (thrown) {
    const reason = describeFileFault(thrown);
    throw new FleetError("invalid_argument", `cannot read --input "${path}": ${reason}`, {
      hint: "Name a file with a JSON object; - is standard input.",
    });
  }
}
