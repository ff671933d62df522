/**
 * `GET /files/<service>/<name>`: what an administrator stored for clients (protocol.md 10; RFC 9110 13 and 14).
 */
import type { Clock } from "../../../core/clock.ts";
import type { Micros } from "../../../core/time.ts";
import { HttpError, quote } from "../../../net/http-error.ts";
import { type ByteRange, selectRange } from "../../../net/http1/byte-range.ts";
import { httpDate, parseHttpDate } from "../../../net/http1/http-date.ts";
import type { ServerRequest } from "../../../net/http1/server-request.ts";
import type { FileName, Store } from "../../../store/store.ts";
import { type Authorizer, checkClient, checkContact, checkVerdict } from "../authorizer.ts";
import type { FileReader } from "./file-reader.ts";
import type { Peer } from "./peer.ts";

export interface FileRouteOptions {
  readonly store: Store;
  readonly reader: FileReader;
  readonly clock: Clock;
  /** Asked for each file; undefined: every client may read every file. */
  readonly authorizer: Authorizer | undefined;
}

export const filesPrefix = "/files/";

const maxLabels = 100;

/** @throws HttpError 400, 404, 405, or 503 for a client that is not authorized. */
export async function serveFile(
  request: ServerRequest,
  peer: Peer,
  options: FileRouteOptions,
): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD") {
    throw new HttpError(405, "a file can be read only");
  }
  const name = fileNameOf(request.target);
  if (options.authorizer) await authorize(request, peer, options.authorizer, options.store);
  const found = await options.store.files.stat(name);
  if (!found) throw notFound(name);
  const headers = headersOf(found.modifiedTime);
  if (isUnmodified(request, found.modifiedTime, options.clock))
    return request.respond(304, headers);
  if (request.method === "HEAD") {
    return request.respond(200, { ...headers, "Content-Length": found.sizeBytes });
  }
  await sendFile(request, name, options);
}

/** Both parts unescaped; the name may hold slashes. @throws HttpError 400 */
export function fileNameOf(target: string): FileName {
  const [path = ""] = target.slice(filesPrefix.length).split("?", 1);
  const slash = path.indexOf("/");
  const serviceName = unescapePath(path.slice(0, Math.max(0, slash)));
  const fileName = unescapePath(path.slice(slash + 1));
  if (slash < 1 || fileName === "") throw new HttpError(400, "write /files/<service>/<name>");
  return { serviceName, fileName };
}

function unescapePath(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new HttpError(400, `${quote(text)} is not an escaped path`);
  }
}

async function authorize(
  request: ServerRequest,
  { identity, observedAddress }: Peer,
  authorizer: Authorizer,
  store: Store,
): Promise<void> {
  const { clientId } = identity;
  const claimedLabels = request.headers.all("x-fleetspeak-labels").slice(0, maxLabels);
  const claim = { address: observedAddress, clientId, contactBytes: 0, claimedLabels };
  checkContact(authorizer, claim);
  const known = (await store.clients.get([clientId])).get(clientId);
  const standing = { isNew: known === undefined, labels: known?.labels ?? [] };
  checkClient(authorizer, claim, standing);
  checkVerdict(authorizer, claim, standing, []);
}

function notFound({ serviceName, fileName }: FileName): HttpError {
  const shown = `${quote(fileName)} of service ${quote(serviceName)}`;
  return new HttpError(404, `there is no file ${shown}`, { code: "not_found" });
}

function headersOf(modifiedTime: Micros): Record<string, string> {
  return {
    "Content-Type": "application/octet-stream",
    "Last-Modified": httpDate(modifiedTime / 1000),
    "Accept-Ranges": "bytes",
  };
}

function wholeSeconds(micros: Micros): number {
  return Math.floor(micros / 1e6) * 1000;
}

function isUnmodified({ headers }: ServerRequest, modifiedTime: Micros, clock: Clock): boolean {
  // There are no entity tags here: a condition on one is never met, and rules the date out (RFC 9110 13.1.3).
  const header = headers.has("if-none-match") ? undefined : headers.only("if-modified-since");
  const since = header === undefined ? undefined : parseHttpDate(header, clock.now());
  return since !== undefined && wholeSeconds(modifiedTime) <= since;
}

async function sendFile(
  request: ServerRequest,
  name: FileName,
  { reader, clock }: FileRouteOptions,
): Promise<void> {
  using opened = await reader.open(name);
  if (!opened) throw notFound(name);
  const { data, modifiedTime } = opened.file;
  const headers = headersOf(modifiedTime);
  const range = selectRange(rangeHeaderOf(request, modifiedTime, clock), data.length);
  if (range === undefined) return await request.respond(200, headers, data);
  if (range === "unsatisfiable") {
    return await request.respond(416, { "Content-Range": `bytes */${data.length}` });
  }
  await sendRange(request, headers, data, range);
}

function sendRange(
  request: ServerRequest,
  headers: Record<string, string>,
  data: Uint8Array,
  { first, last }: ByteRange,
): Promise<void> {
  const contentRange = { "Content-Range": `bytes ${first}-${last}/${data.length}` };
  return request.respond(206, { ...headers, ...contentRange }, data.subarray(first, last + 1));
}

/** The Range header, unless If-Range says that the file is another by now (RFC 9110 13.1.5). */
function rangeHeaderOf(
  { headers }: ServerRequest,
  modifiedTime: Micros,
  clock: Clock,
): string | undefined {
  const condition = headers.only("if-range");
  const isSame =
    condition === undefined || parseHttpDate(condition, clock.now()) === wholeSeconds(modifiedTime);
  return isSame ? headers.only("range") : undefined;
}
