/**
 * The clients' port: sockets become HTTP connections, and their requests go to the routes.
 */
import type { Socket } from "node:net";

import type { Clock } from "../../../core/clock.ts";
import type { FleetError } from "../../../core/errors.ts";
import { type HostPort, formatHostPort } from "../../../net/address.ts";
import {
  type HttpTimers,
  ServerConnection,
  serveRequests,
} from "../../../net/http1/server-connection.ts";
import type { PeerIdentity } from "../../../net/connection.ts";
import { type IdentityHeaders, identityOfHeaders } from "../../../net/header-identity.ts";
import type { ServerRequest } from "../../../net/http1/server-request.ts";
import { listenPlain } from "../../../net/listener.ts";
import { peerIdentityOf } from "../../../net/peer-identity.ts";
import type { ProxyRules } from "../../../net/proxy-rules.ts";
import { type ServerCertificate, listenTls } from "../../../net/tls-listener.ts";
import type { Events } from "../../../observability/events.ts";
import type { Log } from "../../../observability/log.ts";
import type { Authorizer } from "../authorizer.ts";
import { clientAddressIn } from "./client-address.ts";
import { type RouteOptions, routeRequest } from "./routes.ts";

/** How the client's certificate is learned (protocol.md 15). */
export type FrontendIdentity = { readonly kind: "mtls" } | IdentityHeaders;

export interface FrontendListen {
  readonly address: HostPort;
  /** undefined: clear text, behind a proxy that does TLS. */
  readonly certificate: ServerCertificate | undefined;
  readonly identity: FrontendIdentity;
  readonly proxy: ProxyRules;
  /** The header with the client's address, as far as the proxies know it; undefined: the connection's source counts. */
  readonly clientAddressHeader: string | undefined;
  readonly handshakeTimeoutMs: number;
  readonly maxConnections: number;
  readonly maxPerAddress: number;
}

export interface FrontendOptions {
  readonly clock: Clock;
  readonly events: Events;
  readonly log: Log;
  readonly authorizer: Authorizer;
  readonly listen: FrontendListen;
  readonly httpTimers: HttpTimers;
  readonly routes: RouteOptions;
}

export interface Frontend extends AsyncDisposable {
  /** "host:port" with the port that was chosen. */
  readonly address: string;
  /** @throws unavailable where a client that connects now would be turned away. */
  checkAccepting(): void;
  /** For handshakes from now on. @throws configuration when the two do not fit. */
  replaceCertificate(certificate: ServerCertificate): void;
}

/** @throws FleetError conflict or configuration when it cannot listen. */
export async function startFrontend(options: FrontendOptions): Promise<Frontend> {
  const { listen, clock, log } = options;
  const common = {
    ...listen,
    clock,
    onConnection: (socket: Socket, stopping: AbortSignal, source: HostPort) =>
      serveSocket(socket, stopping, source, options),
    // Scanners and clients with another CA: frequent, and no fault of the server.
    onError: (error: FleetError, address: string | undefined) =>
      log.debug("connection from {address}: {error}", { address, error: error.message }),
  };
  const tls =
    listen.certificate && (await listenTls({ ...common, certificate: listen.certificate }));
  const listener = tls ?? (await listenPlain(common));
  return {
    address: formatHostPort(listener.address),
    checkAccepting: () => listener.checkAccepting(),
    replaceCertificate: (certificate) => tls?.replaceCertificate(certificate),
    [Symbol.asyncDispose]: () => listener.close(),
  };
}

async function serveSocket(
  socket: Socket,
  stopping: AbortSignal,
  source: HostPort,
  options: FrontendOptions,
): Promise<void> {
  const { clock, events } = options;
  const address = formatHostPort(source);
  const reject = (error: FleetError) => {
    const facts = { address, reason: error.message };
    // Every client asks for the list of revoked certificates, and few deployments have one.
    if (error.code === "not_found") events.nothingFound(facts);
    else events.requestRejected(facts);
  };
  if (!options.authorizer.allowAddress(address)) {
    events.requestRejected({ address, reason: "the address is not authorized" });
    socket.destroy();
    return;
  }
  using connection = new ServerConnection(socket, { clock, timers: options.httpTimers });
  const stop = () => connection.stop();
  stopping.addEventListener("abort", stop, { once: true });
  const identify = identifierOf(socket, options.listen.identity);
  try {
    await serveRequests(
      connection,
      (request) => {
        const observedAddress = observedAddressOf(request, address, options.listen);
        return routeRequest(
          request,
          { identity: identify(request), observedAddress },
          options.routes,
        );
      },
      reject,
    );
  } finally {
    stopping.removeEventListener("abort", stop);
  }
}

/** What says who sent a request. Behind a proxy a socket carries many clients: it is asked for each request. */
function identifierOf(
  socket: Socket,
  mode: FrontendIdentity,
): (request: ServerRequest) => PeerIdentity {
  if (mode.kind !== "mtls") return ({ headers }) => identityOfHeaders(headers, mode);
  let identity: PeerIdentity | undefined;
  // Read at the first request: a socket without an identity gets its 400 like any other bad request.
  return () => (identity ??= peerIdentityOf(socket));
}

function observedAddressOf(
  { headers }: ServerRequest,
  address: string,
  { clientAddressHeader, proxy }: FrontendListen,
): string {
  if (clientAddressHeader === undefined) return address;
  const host = clientAddressIn(headers, clientAddressHeader, proxy.isTrusted);
  return host === undefined ? address : formatHostPort({ host, port: 0 });
}
