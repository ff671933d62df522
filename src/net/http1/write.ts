/**
 * Heads of responses and requests, and chunks, as bytes.
 */
import { FleetError } from "../../core/errors.ts";

/** A list stands for as many lines of the same name. */
export type HeaderList = Readonly<Record<string, string | number | readonly string[]>>;

const reasons: Readonly<Record<number, string>> = {
  101: "Switching Protocols",
  200: "OK",
  204: "No Content",
  206: "Partial Content",
  304: "Not Modified",
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  408: "Request Timeout",
  409: "Conflict",
  412: "Precondition Failed",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  416: "Range Not Satisfiable",
  417: "Expectation Failed",
  426: "Upgrade Required",
  429: "Too Many Requests",
  431: "Request Header Fields Too Large",
  500: "Internal Server Error",
  501: "Not Implemented",
  503: "Service Unavailable",
  504: "Gateway Timeout",
  505: "HTTP Version Not Supported",
};

const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const fieldValue = /^[\t\x20-\x7e\x80-\xff]*$/;
const visible = /^[!-~]+$/;

/** Chunks below this are joined with their framing into one write; larger ones are not copied. */
const joinBytes = 16 * 1024;
const crlf = Buffer.from("\r\n");

/** "HTTP/1.1 200 OK" and the headers, with the empty line. @throws internal for a header that cannot be written. */
export function formatResponseHead(status: number, headers: HeaderList): string {
  return `HTTP/1.1 ${status} ${reasonOf(status)}\r\n${formatHeaders(headers)}\r\n`;
}

/** @param target origin form. @throws as formatResponseHead. */
export function formatRequestHead(method: string, target: string, headers: HeaderList): string {
  if (!token.test(method) || !visible.test(target)) {
    throw new FleetError(
      "internal",
      `${JSON.stringify(`${method} ${target}`)} cannot be requested`,
    );
  }
  return `${method} ${target} HTTP/1.1\r\n${formatHeaders(headers)}\r\n`;
}

export function reasonOf(status: number): string {
  return reasons[status] ?? "Unknown";
}

/** A head and the body behind it as what is to be written, in order. */
export function joinHead(head: string, body: Uint8Array): readonly Uint8Array[] {
  if (body.length > joinBytes) return [Buffer.from(head, "latin1"), body];
  const joined = Buffer.allocUnsafe(head.length + body.length);
  joined.write(head, 0, "latin1");
  joined.set(body, head.length);
  return [joined];
}

/** One chunk of the parts, which together are not empty, as what is to be written, in order. */
export function formatChunk(parts: readonly Uint8Array[]): readonly Uint8Array[] {
  let length = 0;
  for (const part of parts) length += part.length;
  const size = `${length.toString(16)}\r\n`;
  if (length > joinBytes) return [Buffer.from(size), ...parts, crlf];
  const joined = Buffer.allocUnsafe(size.length + length + crlf.length);
  let offset = joined.write(size, 0, "latin1");
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  joined.set(crlf, offset);
  return [joined];
}

export const lastChunk = Buffer.from("0\r\n\r\n");
export const continueHead = Buffer.from("HTTP/1.1 100 Continue\r\n\r\n");

function formatHeaders(headers: HeaderList): string {
  let text = "";
  for (const name of Object.keys(headers)) {
    const given = headers[name] ?? "";
    const values = typeof given === "object" ? given : [String(given)];
    for (const value of values) text += formatHeader(name, value);
  }
  return text;
}

function formatHeader(name: string, value: string): string {
  // A line break in a value would begin another header.
  if (!token.test(name) || !fieldValue.test(value)) {
    throw new FleetError("internal", `the header ${JSON.stringify(name)} cannot be written`);
  }
  return `${name}: ${value}\r\n`;
}
