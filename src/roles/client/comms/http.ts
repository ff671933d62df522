/**
 * What both of the original's transports share: HTTP/1.1 over mutual TLS to a server (protocol.md 3).
 */
import type { Duplex } from "node:stream";

import type { Clock } from "../../../core/clock.ts";
import { FleetError, toFleetError } from "../../../core/errors.ts";
import { ClientConnection, type ClientResponse } from "../../../net/http1/client-connection.ts";
import { Farewell } from "./farewell.ts";
import type { ClientCredentials } from "../state/identity.ts";
import type { ChannelOptions } from "./transport.ts";

/** Opens a TLS connection that proves the identity, and has checked the server's. */
export type OpenSocket = (
  server: string,
  credentials: ClientCredentials,
  signal: AbortSignal,
) => Promise<Duplex>;

export interface HttpTransportOptions {
  readonly openSocket: OpenSocket;
  /** Deflates what is sent. */
  readonly compression: boolean;
  /** Of this client, for `Fleet-Client`. */
  readonly version: string;
  readonly clock: Clock;
  /** How long the answer to the opening of a stream may take; ours.md 4. */
  readonly firstAnswerMs: number;
  /** Carries the client's certificate, for servers behind a proxy that does TLS (protocol.md 15). */
  readonly certificateHeader?: string | undefined;
}

/** A connection that breaks when the signal is aborted. @throws unavailable and what the check of the server throws. */
export async function connect(
  options: HttpTransportOptions,
  channel: ChannelOptions,
): Promise<ClientConnection> {
  return (await connectPolitely(options, channel)).connection;
}

/** As connect, for connections that have something to say before they break. */
export async function connectPolitely(
  options: HttpTransportOptions,
  { server, credentials, signal }: ChannelOptions,
): Promise<{ readonly connection: ClientConnection; readonly farewell: Farewell }> {
  const socket = await openSocket(options, server, credentials, signal);
  const connection = new ClientConnection(socket, { clock: options.clock });
  const farewell = new Farewell(connection, options.clock);
  const onAbort = (): void => farewell.begin(signal.reason);
  if (signal.aborted) onAbort();
  signal.addEventListener("abort", onAbort, { once: true });
  connection.closed.addEventListener("abort", () => signal.removeEventListener("abort", onAbort));
  return { connection, farewell };
}

async function openSocket(
  options: HttpTransportOptions,
  server: string,
  credentials: ClientCredentials,
  signal: AbortSignal,
): Promise<Duplex> {
  try {
    return await options.openSocket(server, credentials, signal);
  } catch (thrown) {
    const error = toFleetError(thrown);
    if (error.code !== "deadline_exceeded") throw error;
    // A server that cannot be reached is no fault of the transport.
    throw new FleetError("unavailable", error.message, { cause: error, failure: error.failure });
  }
}

/** The headers of every request. */
export function requestHeaders(
  options: HttpTransportOptions,
  { server, credentials }: ChannelOptions,
): Record<string, string> {
  const { version, certificateHeader } = options;
  return {
    Host: server,
    "Fleet-Client": version,
    ...(certificateHeader !== undefined && {
      [certificateHeader]: escapePath(credentials.certificatePem),
    }),
  };
}

/** Of requests with a body that is not upgraded. */
export function codingHeaders({ compression }: HttpTransportOptions): Record<string, string> {
  return compression ? { "Content-Encoding": "deflate" } : {};
}

/** As Go's url.PathEscape: "$&+:=@" stay (protocol.md 15). */
export function escapePath(text: string): string {
  const kept = encodeURIComponent(text).replace(/%(?:24|26|2B|3A|3D|40)/g, decodeURIComponent);
  return kept.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** @throws not_found where the server does not know the route, invalid_data or unavailable for other refusals. */
export function checkStatus(response: ClientResponse, server: string, route: string): void {
  const { status } = response;
  if (status === 200) return;
  const message = `${server} answered ${route} with status ${status}`;
  const failure = "refused";
  if ([404, 405, 411, 426, 501].includes(status))
    throw new FleetError("not_found", message, { failure });
  if (status === 400) {
    throw new FleetError("invalid_data", message, {
      failure,
      hint: "The server's log says what it refused.",
    });
  }
  const hint =
    status === 503 ? "The server refuses this client, or is overloaded: see its log." : undefined;
  throw new FleetError("unavailable", message, { failure, ...(hint !== undefined && { hint }) });
}
