/**
 * Opens the client's TLS connections: trusts what the configuration trusts, proves the identity of that moment.
 */
import type { Clock } from "../../../core/clock.ts";
import { parseHostPort } from "../../../net/address.ts";
import type { ClientProxy } from "../../../net/client-proxy/proxy.ts";
import { makeTunnelOpener } from "../../../net/client-proxy/tunnel.ts";
import { normalizeSerial } from "../../../net/server-trust.ts";
import { connectTls } from "../../../net/tls-client.ts";
import { readSystemRoots } from "../../../platform/system-roots.ts";
import type { OpenSocket } from "./http.ts";

export interface SocketOpenerOptions {
  /** PEM; nothing else is trusted. */
  readonly trustedCertificates: string;
  readonly serverName?: string | undefined;
  readonly clock: Clock;
  readonly identity: { readonly revokedSerials: readonly string[] };
  /** For connection and handshake together. */
  readonly connectMs: number;
  readonly proxyMs: number;
  readonly proxy?: ClientProxy | undefined;
  /** PEM of whom an HTTPS proxy's certificate may come from; undefined: whom this machine trusts. */
  readonly proxyRoots?: string | undefined;
  /** Whether the proxy is for this server; undefined: for all. */
  readonly isProxied?: (server: string) => boolean;
}

export function makeSocketOpener(options: SocketOpenerOptions): OpenSocket {
  const { trustedCertificates, serverName, clock, identity, connectMs } = options;
  const { proxy, proxyMs, proxyRoots, isProxied = () => true } = options;
  const trustedRoots = () => proxyRoots ?? readSystemRoots();
  const tunnel = proxy && makeTunnelOpener(proxy, { clock, answerMs: proxyMs, trustedRoots });
  return (server, credentials, signal) =>
    connectTls({
      address: parseHostPort(server),
      clock,
      trustedRoots: trustedCertificates,
      clientCertificate: credentials.certificatePem,
      clientKey: credentials.privateKeyPem,
      ...(serverName !== undefined && { serverName }),
      revokedSerials: new Set(identity.revokedSerials.map(normalizeSerial)),
      timeoutMs: connectMs,
      signal,
      ...(tunnel && isProxied(server) && { openSocket: tunnel }),
    });
}
