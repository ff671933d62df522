/** Errors over HTTP: problem+json (RFC 9457) from FleetError. */
import { type ErrorCode, FleetError, toFleetError } from "../../core/errors.ts";

/** What HTTP itself has a status for, and FleetError has not. */
export type HttpFault = 404 | 405 | 406 | 408 | 413 | 415;

const titles: Readonly<Record<ErrorCode, string>> = {
  invalid_argument: "The request cannot be meant",
  invalid_data: "The data is not what it should be",
  configuration: "The server is not configured for this",
  not_found: "There is no such thing",
  unavailable: "The server cannot do this now",
  deadline_exceeded: "It took too long",
  resource_exhausted: "A limit of the server is reached",
  unauthenticated: "Nobody is known to have asked",
  refused: "This is not permitted",
  conflict: "Something else holds it, or it is there already",
  internal: "A fault of the server",
};
/** It is quoted input that makes messages long. */
const maxDetailLength = 1000;

/** @param thrown anything; what is no FleetError is a fault of ours, whose text is for the log. */
export function problemOf(
  thrown: unknown,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const error = toFleetError(thrown);
  const isOurs = error.code === "internal";
  const detail = isOurs
    ? "the request failed for a reason that the server's log has"
    : error.message;
  return problem(error.httpStatus, error.code, detail, isOurs ? undefined : error.hint, headers);
}

/** A request that is wrong as HTTP. */
export function httpProblem(
  status: HttpFault,
  detail: string,
  hint?: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return problem(status, status === 404 ? "not_found" : "invalid_argument", detail, hint, headers);
}

function problem(
  status: number,
  code: ErrorCode,
  detail: string,
  hint: string | undefined,
  headers: Readonly<Record<string, string>>,
): Response {
  const body = {
    type: `urn:fleet:error:${code}`,
    title: titles[code],
    status,
    detail: detail.slice(0, maxDetailLength),
    ...(hint !== undefined && { hint }),
    code,
  };
  const answer = new Response(`${JSON.stringify(body)}\n`, { status, headers });
  answer.headers.set("content-type", "application/problem+json");
  answer.headers.set("cache-control", "no-store");
  if (status === 401) answer.headers.set("www-authenticate", 'Bearer realm="fleet"');
  return answer;
}

/** A fault of HTTP on its way out of where it was noticed. */
export class HttpFaultError extends FleetError {
  readonly status: HttpFault;

  constructor(status: HttpFault, detail: string, hint?: string) {
    super("invalid_argument", detail, hint === undefined ? {} : { hint });
    this.status = status;
  }
}
