/**
 * The heads of requests and responses, strictly (RFC 9112 2 to 6): what may be read in two ways is refused.
 *
 * Only what has arrived as a whole is parsed here; head-scanner.ts finds its end.
 */
import { type BodyFraming, framingOfRequest, framingOfResponse } from "./framing.ts";
import { Headers } from "./headers.ts";
import { HttpError, quote } from "../http-error.ts";

export interface MessageHead {
  /** The y of HTTP/1.y: 0 or 1. */
  readonly minorVersion: number;
  readonly headers: Headers;
  readonly framing: BodyFraming;
  /** Whether the sender lets the connection be used again. */
  readonly keepAlive: boolean;
}

export interface RequestHead extends MessageHead {
  /** As sent: methods are case-sensitive. */
  readonly method: string;
  /** Origin form, e.g. "/files/a/b?c", undecoded. */
  readonly target: string;
  /** The client waits for "100 Continue" before it sends the body (RFC 9110 10.1.1). */
  readonly expectContinue: boolean;
}

export interface ResponseHead extends MessageHead {
  readonly status: number;
}

const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
/** RFC 9110 5.5: visible characters, spaces, tabs and bytes over 0x7f. */
const fieldValue = /^[\t\x20-\x7e\x80-\xff]*$/;
const requestLine = /^([!#$%&'*+\-.^_`|~0-9A-Za-z]+) ([!-~]+) HTTP\/([0-9])\.([0-9])$/;
const statusLine = /^HTTP\/1\.([01]) ([1-9][0-9][0-9])(?: [\t\x20-\x7e\x80-\xff]*)?$/;
/** uri-host [ ":" port ] (RFC 9112 3.2). */
const host = /^[A-Za-z0-9\-._~!$&'()*+,;=%:[\]]+$/;

/**
 * @param bytes the head with its empty line, as HeadScanner measured it.
 * @throws HttpError 400, 417, 501 or 505.
 */
export function parseRequestHead(bytes: Buffer): RequestHead {
  const lines = splitLines(bytes);
  const [method, target, minorVersion] = parseRequestLine(lines[0] ?? "");
  const headers = parseHeaders(lines, 1);
  checkHost(headers, minorVersion);
  return {
    method,
    target,
    minorVersion,
    headers,
    framing: framingOfRequest(headers, minorVersion),
    keepAlive: keepsAlive(headers, minorVersion),
    expectContinue: expectsContinue(headers, minorVersion),
  };
}

/**
 * @param bytes as for parseRequestHead.
 * @throws HttpError for whatever is not a response of HTTP/1.0 or 1.1.
 */
export function parseResponseHead(bytes: Buffer): ResponseHead {
  const lines = splitLines(bytes);
  const match = statusLine.exec(lines[0] ?? "");
  if (!match) throw new HttpError(400, `${quote(lines[0] ?? "")} is not an HTTP/1 status line`);
  const minorVersion = Number(match[1]);
  const status = Number(match[2]);
  const headers = parseHeaders(lines, 1);
  return {
    status,
    minorVersion,
    headers,
    framing: framingOfResponse(headers, minorVersion, status),
    keepAlive: keepsAlive(headers, minorVersion),
  };
}

/** Header lines from an index on, also those of a trailer section. @throws HttpError 400. */
export function parseHeaders(lines: readonly string[], from: number): Headers {
  const headers = new Headers();
  for (let index = from; index < lines.length; index += 1)
    appendHeader(headers, lines[index] ?? "");
  return headers;
}

function splitLines(bytes: Buffer): string[] {
  return bytes.toString("latin1", 0, bytes.length - 4).split("\r\n");
}

function parseRequestLine(line: string): [method: string, target: string, minorVersion: number] {
  const match = requestLine.exec(line);
  const [, method, target, major, minor] = match ?? [];
  if (method === undefined || target === undefined) {
    throw new HttpError(400, `${quote(line)} is not an HTTP/1.1 request line`);
  }
  if (major !== "1" || Number(minor) > 1) {
    throw new HttpError(505, `HTTP/${major}.${minor} is not spoken here`);
  }
  // Absolute, authority and asterisk forms are for proxies, which this is not.
  if (!target.startsWith("/") || target.includes("#")) {
    throw new HttpError(400, `${quote(target)} is not a path`);
  }
  return [method, target, Number(minor)];
}

function appendHeader(headers: Headers, line: string): void {
  const colon = line.indexOf(":");
  // A line that begins with a space (folding) or has one before the colon has no token for a name.
  if (colon < 1 || !token.test(line.slice(0, colon))) {
    throw new HttpError(400, `${quote(line)} is not a header`);
  }
  const value = trimSpace(line, colon + 1);
  if (!fieldValue.test(value)) {
    throw new HttpError(
      400,
      `the value of ${quote(line.slice(0, colon))} holds a control character`,
    );
  }
  headers.append(line.slice(0, colon).toLowerCase(), value);
}

/** Without the spaces and tabs at both ends; a regular expression would take quadratic time. */
function trimSpace(line: string, from: number): string {
  let start = from;
  let end = line.length;
  while (start < end && isSpace(line.charCodeAt(start))) start += 1;
  while (end > start && isSpace(line.charCodeAt(end - 1))) end -= 1;
  return line.slice(start, end);
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

function checkHost(headers: Headers, minorVersion: number): void {
  const value = headers.only("host");
  if (value === undefined) {
    if (minorVersion > 0) throw new HttpError(400, "the request has no Host header");
    return;
  }
  if (!host.test(value)) throw new HttpError(400, `${quote(value)} is not a host`);
}

function keepsAlive(headers: Headers, minorVersion: number): boolean {
  return minorVersion > 0 && !headers.hasToken("connection", "close");
}

function expectsContinue(headers: Headers, minorVersion: number): boolean {
  const expect = headers.only("expect");
  if (expect === undefined || minorVersion === 0) return false;
  if (expect.toLowerCase() === "100-continue") return true;
  throw new HttpError(417, `${quote(expect)} is expected, which cannot be met`);
}
