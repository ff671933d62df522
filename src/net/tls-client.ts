/**
 * A TLS connection to a server of ours: only the roots of the configuration are trusted, never the system's (protocol.md 3).
 */
import { isIP } from "node:net";
import tls, { type ConnectionOptions, type TLSSocket } from "node:tls";

import type { Clock } from "../core/clock.ts";
import { FleetError, toFleetError } from "../core/errors.ts";
import { formatHostPort, type HostPort } from "./address.ts";
import { findRevoked, isTrustError, untrustedServer } from "./server-trust.ts";
import { type HandshakeTarget, handshake } from "./tls-handshake.ts";

export interface TlsConnectOptions extends HandshakeTarget {
  readonly clock: Clock;
  /** PEM; at least one certificate: CAs, or the server's own. */
  readonly trustedRoots: string;
  /** PEM: what this client is. */
  readonly clientCertificate: string;
  readonly clientKey: string;
  /** For SNI and the check of the certificate, in place of the host. */
  readonly serverName?: string;
  /** Lower-case hex without leading zeros (see normalizeSerial). */
  readonly revokedSerials?: ReadonlySet<string>;
  /** For the connection and the handshake together, milliseconds. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

const defaultTimeoutMs = 30_000;

/**
 * @returns a socket whose handshake is over and whose server is trusted.
 * @throws unavailable when the server cannot be reached, deadline_exceeded, refused when it is not to be trusted, configuration
 * for roots or a client certificate that cannot be used; the signal's reason when it is aborted.
 */
export async function connectTls(options: TlsConnectOptions): Promise<TLSSocket> {
  checkRoots(options.trustedRoots);
  const giveUp = new AbortController();
  const { signal: outer, clock, timeoutMs = defaultTimeoutMs } = options;
  using _timer = clock.after(timeoutMs, () => giveUp.abort(timedOut(options.address, timeoutMs)));
  const signal = outer ? AbortSignal.any([giveUp.signal, outer]) : giveUp.signal;
  signal.throwIfAborted();
  try {
    const socket = await handshake(options, strictOptions(options), signal);
    return checkRevoked(socket, options);
  } catch (thrown) {
    signal.throwIfAborted();
    if (!isTrustError(thrown)) throw unreachable(options.address, thrown);
    throw await explainDistrust(options, thrown, signal);
  }
}

/** With no roots node:tls would fall back to the system's. */
function checkRoots(pem: string): void {
  if (pem.includes("-----BEGIN CERTIFICATE-----")) return;
  throw new FleetError("configuration", "the trusted roots hold no certificate", {
    hint: "Put the CA's certificate, as PEM, into trusted_certs.",
  });
}

function strictOptions(options: TlsConnectOptions): ConnectionOptions {
  const name = expectedName(options);
  return {
    ...commonOptions(name),
    ca: options.trustedRoots,
    cert: options.clientCertificate,
    key: options.clientKey,
    // Said here, so that no environment variable can unsay it.
    rejectUnauthorized: true,
    allowPartialTrustChain: true,
    checkServerIdentity: (_host, certificate) => tls.checkServerIdentity(name, certificate),
  };
}

function commonOptions(name: string): ConnectionOptions {
  return {
    minVersion: "TLSv1.2",
    ALPNProtocols: ["http/1.1"],
    // Server names that are addresses are not sent (RFC 6066 3).
    ...(isIP(name) === 0 && { servername: name }),
  };
}

function expectedName({ serverName, address }: TlsConnectOptions): string {
  return serverName !== undefined && serverName !== "" ? serverName : address.host;
}

function checkRevoked(
  socket: TLSSocket,
  { revokedSerials, address }: TlsConnectOptions,
): TLSSocket {
  const leaf = socket.getPeerX509Certificate();
  const revoked = leaf && revokedSerials && findRevoked(leaf, revokedSerials);
  if (leaf && !revoked) return socket;
  socket.destroy();
  const which = revoked
    ? `"${revoked.subject}" (serial ${revoked.serialNumber}) is revoked`
    : "is missing";
  throw new FleetError(
    "refused",
    `${formatHostPort(address)} is not trusted: the certificate ${which}`,
    {
      hint: "Give the server a new certificate.",
      failure: "untrusted",
    },
  );
}

/** Connects once more, trusting nobody and sending nothing, to say which certificate it was. */
async function explainDistrust(
  options: TlsConnectOptions,
  cause: unknown,
  signal: AbortSignal,
): Promise<FleetError> {
  if (cause instanceof FleetError) return cause;
  const where = formatHostPort(options.address);
  const name = expectedName(options);
  try {
    const socket = await handshake(
      options,
      { ...commonOptions(name), rejectUnauthorized: false },
      signal,
    );
    const presented = socket.getPeerX509Certificate();
    socket.destroy();
    return untrustedServer({
      where,
      name,
      presented,
      trustedRoots: options.trustedRoots,
      cause,
    });
  } catch {
    return untrustedServer({
      where,
      name,
      presented: undefined,
      trustedRoots: options.trustedRoots,
      cause,
    });
  }
}

function unreachable(address: HostPort, thrown: unknown): FleetError {
  if (thrown instanceof FleetError) return thrown;
  const reason = toFleetError(thrown).message;
  return new FleetError("unavailable", `cannot connect to ${formatHostPort(address)}: ${reason}`, {
    cause: thrown,
    failure: "unreachable",
  });
}

function timedOut(address: HostPort, timeoutMs: number): FleetError {
  const seconds = timeoutMs / 1000;
  return new FleetError(
    "deadline_exceeded",
    `${formatHostPort(address)} did not answer within ${seconds} s`,
    { failure: "timeout" },
  );
}
