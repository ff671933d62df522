/**
 * The list of revoked certificates: fetched from the server at start and then hourly, and kept in the state file, so that
 * it counts before the first contact of the next start (protocol.md 10).
 *
 * What cannot be fetched changes nothing: the list of before goes on to count.
 */
import { describeThrown } from "../../core/errors.ts";
import type { Label } from "../../core/labels.ts";
import { readWholeBody } from "../../net/read-body.ts";
import { normalizeSerial } from "../../net/server-trust.ts";
import type { Log } from "../../observability/log.ts";
import { decodeRevokedCertificates } from "../../proto/service-codec.ts";
import { type HttpTransportOptions, checkStatus, connect, requestHeaders } from "./comms/http.ts";
import type { ClientCredentials } from "./state/identity.ts";

export interface RevocationOptions {
  readonly http: HttpTransportOptions;
  /** "host:port", in the order in which they are asked. */
  readonly servers: () => readonly string[];
  readonly identity: {
    readonly credentials: ClientCredentials;
    readonly revokedSerials: readonly string[];
    saveRevokedSerials(serials: readonly string[]): void;
  };
  readonly labels: readonly Label[];
  readonly everyMs: number;
  /** The list is another one: connections that are open were made under the old one. */
  readonly onChanged: () => void;
  readonly log: Log;
  readonly signal: AbortSignal;
}

const route = "/files/system/RevokedCertificates";
/** Some ten thousand serials. */
const maxListBytes = 1024 * 1024;
const answerMs = 30_000;

interface Fetched {
  /** undefined: as it was the last time. */
  readonly serials: readonly string[] | undefined;
  readonly lastModified: string | undefined;
}

/** Runs until the signal is aborted, and then resolves. */
export async function watchRevocations(options: RevocationOptions): Promise<void> {
  const { http, everyMs, signal } = options;
  let lastModified: string | undefined;
  while (!signal.aborted) {
    const fetched = await fetchFromAny(options, lastModified);
    lastModified = fetched?.lastModified ?? lastModified;
    if (fetched?.serials) takeOver(options, fetched.serials);
    await http.clock.sleep(everyMs, signal).catch(() => {});
  }
}

async function fetchFromAny(
  options: RevocationOptions,
  since: string | undefined,
): Promise<Fetched | undefined> {
  for (const server of options.servers()) {
    try {
      return await fetchList(options, server, since);
    } catch (thrown) {
      if (options.signal.aborted) return undefined;
      // That the server cannot be reached is said by the communicator already.
      const facts = { server, error: describeThrown(thrown) };
      options.log.debug("the revoked certificates are not fetched from {server}: {error}", facts);
    }
  }
  return undefined;
}

async function fetchList(
  { http, identity, labels, signal }: RevocationOptions,
  server: string,
  since: string | undefined,
): Promise<Fetched> {
  const channel = { server, credentials: identity.credentials, signal };
  using connection = await connect(http, channel);
  const headers = {
    ...requestHeaders(http, channel),
    Connection: "close",
    "X-Fleetspeak-Labels": labels.map(({ label }) => label),
    ...(since !== undefined && { "If-Modified-Since": since }),
  };
  const request = { method: "GET", target: route, headers };
  const response = await connection.request(request, undefined, answerMs);
  // No list at all: nothing is revoked, unless it was before.
  if (response.status === 304 || response.status === 404) {
    return { serials: undefined, lastModified: undefined };
  }
  checkStatus(response, server, route);
  const body = await readWholeBody(response, { maxBytes: maxListBytes, clock: http.clock });
  const serials = decodeRevokedCertificates(body).map(normalizeSerial);
  return { serials, lastModified: response.headers.only("last-modified") };
}

function takeOver(options: RevocationOptions, serials: readonly string[]): void {
  const { identity, log, onChanged } = options;
  const before = new Set(identity.revokedSerials.map(normalizeSerial));
  if (before.size === serials.length && serials.every((serial) => before.has(serial))) return;
  try {
    identity.saveRevokedSerials(serials.map(wholeBytes));
  } catch (thrown) {
    log.error("the revoked certificates are not kept: {error}", { error: describeThrown(thrown) });
    return;
  }
  log.info("{count} certificates are revoked", { count: serials.length });
  onChanged();
}

/** Hex of an even length, as bytes need it. */
function wholeBytes(serial: string): string {
  return serial.length % 2 === 0 ? serial : `0${serial}`;
}
