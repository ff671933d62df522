/**
 * Where a body ends: exactly one way to tell, or the message is refused (RFC 9112 6).
 */
import type { Headers } from "./headers.ts";
import { HttpError, quote } from "../http-error.ts";

export type BodyFraming =
  | { readonly kind: "none" }
  /** length: in bytes, a safe integer, may be 0. */
  | { readonly kind: "length"; readonly length: number }
  | { readonly kind: "chunked" }
  /** Responses only: all until the connection ends. */
  | { readonly kind: "until_close" };

const noBody: BodyFraming = { kind: "none" };
const chunked: BodyFraming = { kind: "chunked" };
const untilClose: BodyFraming = { kind: "until_close" };
/** 15 digits stay below 2^53. */
const length = /^[0-9]{1,15}$/;

/** @throws HttpError 400, or 501 for a transfer coding other than "chunked". */
export function framingOfRequest(headers: Headers, minorVersion: number): BodyFraming {
  return declaredFraming(headers, minorVersion) ?? noBody;
}

/** @throws as framingOfRequest. */
export function framingOfResponse(
  headers: Headers,
  minorVersion: number,
  status: number,
): BodyFraming {
  const declared = declaredFraming(headers, minorVersion);
  if (status < 200 || status === 204 || status === 304) return noBody;
  return declared ?? untilClose;
}

function declaredFraming(headers: Headers, minorVersion: number): BodyFraming | undefined {
  const isLength = headers.has("content-length");
  if (!headers.has("transfer-encoding")) return isLength ? parseLength(headers) : undefined;
  if (isLength) throw new HttpError(400, "both Content-Length and Transfer-Encoding are given");
  if (minorVersion === 0) throw new HttpError(400, "HTTP/1.0 has no Transfer-Encoding");
  return parseCoding(headers);
}

function parseLength(headers: Headers): BodyFraming {
  const value = headers.only("content-length") ?? "";
  if (!length.test(value)) throw new HttpError(400, `${quote(value)} is not a Content-Length`);
  return { kind: "length", length: Number(value) };
}

function parseCoding(headers: Headers): BodyFraming {
  const value = headers.only("transfer-encoding") ?? "";
  if (value.toLowerCase() !== "chunked") {
    throw new HttpError(501, `the transfer coding ${quote(value)} is not understood`);
  }
  return chunked;
}
