/**
 * The clients' port: sockets become HTTP connections, and their requests go to the routes.
 */
import type { TLSSocket } from "node:tls";

import type { Clock } from "../../../core/clock.ts";
import type { FleetError } from "../../../core/errors.ts";
import { type HostPort, formatHostPort } from "../../../net/address.ts";
import {
  type HttpTimers,
  ServerConnection,
  serveRequests,
} from "../../../net/http1/server-connection.ts";
import type { PeerIdentity } from "../../../net/connection.ts";
import { peerIdentityOf } from "../../../net/peer-identity.ts";
import { type ServerCertificate, type TlsListener, listenTls } from "../../../net/tls-listener.ts";
import type { Events } from "../../../observability/events.ts";
import type { Log } from "../../../observability/log.ts";
import { type RouteOptions, routeRequest } from "./routes.ts";

export interface FrontendListen {
  readonly address: HostPort;
  readonly certificate: ServerCertificate;
  readonly handshakeTimeoutMs: number;
  readonly maxConnections: number;
  readonly maxPerAddress: number;
}

export interface FrontendOptions {
  readonly clock: Clock;
  readonly events: Events;
  readonly log: Log;
  readonly listen: FrontendListen;
  readonly httpTimers: HttpTimers;
  readonly routes: RouteOptions;
}

export interface Frontend extends AsyncDisposable {
  /** "host:port" with the port that was chosen. */
  readonly address: string;
}

/** @throws FleetError conflict or configuration when it cannot listen. */
export async function startFrontend(options: FrontendOptions): Promise<Frontend> {
  const listener: TlsListener = await listenTls({
    ...options.listen,
    clock: options.clock,
    onConnection: (socket, stopping) => serveSocket(socket, stopping, options),
    // Scanners and clients with another CA: frequent, and no fault of the server.
    onError: (error, address) =>
      options.log.debug("connection from {address}: {error}", { address, error: error.message }),
  });
  return {
    address: formatHostPort(listener.address),
    [Symbol.asyncDispose]: () => listener.close(),
  };
}

async function serveSocket(
  socket: TLSSocket,
  stopping: AbortSignal,
  options: FrontendOptions,
): Promise<void> {
  const { clock, events } = options;
  const observedAddress = observedAddressOf(socket);
  const reject = (error: FleetError) =>
    events.requestRejected({ address: observedAddress, reason: error.message });
  using connection = new ServerConnection(socket, { clock, timers: options.httpTimers });
  const stop = () => connection.stop();
  stopping.addEventListener("abort", stop, { once: true });
  // Read at the first request: a socket without an identity gets its 400 like any other bad request.
  let identity: PeerIdentity | undefined;
  try {
    await serveRequests(
      connection,
      (request) => {
        identity ??= peerIdentityOf(socket);
        return routeRequest(request, { identity, observedAddress }, options.routes);
      },
      reject,
    );
  } finally {
    stopping.removeEventListener("abort", stop);
  }
}

function observedAddressOf(socket: TLSSocket): string {
  return formatHostPort({ host: socket.remoteAddress ?? "unknown", port: socket.remotePort ?? 0 });
}
