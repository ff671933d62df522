/**
 * A configuration file as it may be shown to others: what was read of it, printed anew without comments, without keys,
 * passwords and what programs are started with. Of certificates the facts stay.
 */
import { createHash } from "node:crypto";

import { hideSecrets } from "../core/redact.ts";
import type { FieldEntry } from "../proto/generated/field-tables.ts";
import type { FileKind } from "./file-kind.ts";
import { checkFile } from "./load.ts";
import { decodePlainMessage, encodePlainMessage } from "./message-wire.ts";
import { findCertificates, findPemBlocks } from "./pem.ts";
import {
  type MutablePlainMessage,
  type PlainMessage,
  type PlainValue,
  anyType,
  findMessageTable,
  isPlainList,
  isPlainMap,
  isPlainMessage,
} from "./plain-message.ts";
import { printText } from "./text-printer.ts";

/** Fields that are secrets, or hold some where nobody looks for them. */
const secretFields = new Set(["key", "proxy", "args", "argv", "url", "mysql_data_source_name"]);
const set = "(set, not shown)";

/**
 * The file with what is wrong with it before it, as comments.
 * @throws configuration when it cannot be read at all.
 */
export function readRedacted<T>(kind: FileKind<T>, path: string): string {
  const { message, problems } = checkFile(kind, path);
  // What a message quotes may be what must not be shown, and so may be what stands where a field should.
  const faults = problems.map(
    ({ file, line, column, path: field, message: what }) =>
      `# ${file}:${line}:${column}: ${isFieldPath(field) ? field : "…"}: ${what.replace(/"[^"]*"/g, '"…"')}\n`,
  );
  const content = message === undefined ? "" : printRedacted(kind.typeName, message);
  return `${faults.join("")}${content}`;
}

function isFieldPath(path: string): boolean {
  return /^[a-z0-9_.[\]]{0,200}$/.test(path) && !/[a-z0-9]{33}/.test(path);
}

export function printRedacted(typeName: string, message: PlainMessage): string {
  return printText(typeName, redactMessage(typeName, message));
}

function redactMessage(typeName: string, message: PlainMessage): PlainMessage {
  if (typeName === anyType) return redactAny(message);
  const table = findMessageTable(typeName) ?? {};
  const redacted: MutablePlainMessage = {};
  for (const [name, value] of Object.entries(message)) {
    redacted[name] = redactValue(name, table[name], value);
  }
  return redacted;
}

function redactValue(name: string, field: FieldEntry | undefined, value: PlainValue): PlainValue {
  if (isPlainMap(value)) return new Map();
  if (isPlainList(value)) {
    return value.map((item) => {
      const one = redactValue(name, field, item);
      return isPlainList(one) || isPlainMap(one) ? set : one;
    });
  }
  if (isPlainMessage(value)) return redactMessage(field?.type ?? "", value);
  if (value instanceof Uint8Array) return Buffer.from(`(${value.length} bytes)`);
  return typeof value === "string" ? redactText(name, value) : value;
}

function redactText(name: string, text: string): string {
  if (text === "") return text;
  if (secretFields.has(name)) return describeSecret(name, text);
  if (findPemBlocks(text).some(({ label }) => label === "CERTIFICATE"))
    return certificateFacts(text);
  return hideSecrets(text);
}

/** What is left when the secret is gone: where it leads, or how many there are. */
function describeSecret(name: string, text: string): string {
  if (name !== "proxy" && name !== "url") return set;
  try {
    const { protocol, host } = new URL(text);
    return host === "" ? set : `${protocol}//${host}/…`;
  } catch {
    return set;
  }
}

/** One line for each certificate of a PEM text. */
export function certificateFacts(pem: string): string {
  const { certificates, fault } = findCertificates(pem);
  const lines = certificates.map((certificate) => {
    const { subject, issuer, subjectAltName, validFrom, validTo, ca, raw } = certificate;
    const digest = createHash("sha256").update(raw).digest("hex");
    const words = (text: string) => text.replaceAll("\n", ", ");
    return [
      `certificate of ${words(subject ?? "")}, by ${words(issuer ?? "")}`,
      ...(subjectAltName === undefined ? [] : [`for ${subjectAltName}`]),
      `from ${validFrom} to ${validTo}`,
      ...(ca ? ["a CA"] : []),
      `SHA-256 ${digest}\n`,
    ].join("; ");
  });
  return lines.join("") + (fault === undefined ? "" : `${fault}\n`);
}

/** Of a type that is known here; of another only how much there is. */
function redactAny(message: PlainMessage): PlainMessage {
  const { type_url: url, value } = message;
  const bytes = value instanceof Uint8Array ? value : new Uint8Array();
  const typeName = typeof url === "string" ? url.slice(url.lastIndexOf("/") + 1) : "";
  try {
    const content = redactMessage(typeName, decodePlainMessage(typeName, bytes));
    return { ...message, value: encodePlainMessage(typeName, content) };
  } catch {
    return { ...message, value: Buffer.from(`(${bytes.length} bytes)`) };
  }
}
