/**
 * The clients' port: TLS with a client certificate asked for (protocol.md 3).
 *
 * It hands out sockets whose handshake is over and knows nothing of HTTP. Certificates are not judged here:
 * peer-identity.ts reads the peer's.
 */
import { constants } from "node:crypto";
import net from "node:net";
import tls, { type TLSSocket } from "node:tls";

import { FleetError } from "../core/errors.ts";
import { type Listener, type ListenOptions, RunningListener } from "./listener.ts";

/** PEM. */
export interface ServerCertificate {
  /** The server's certificate, then those that lead to its CA, if any. */
  readonly certificates: string;
  readonly key: string;
}

export interface TlsListenOptions extends ListenOptions<TLSSocket> {
  readonly certificate: ServerCertificate;
  /** Milliseconds. */
  readonly handshakeTimeoutMs?: number;
}

export interface TlsListener extends Listener {
  /** For handshakes from now on. @throws configuration when the two do not fit. */
  replaceCertificate(certificate: ServerCertificate): void;
}

const defaultHandshakeTimeoutMs = 10_000;

/** TLS 1.2; those of TLS 1.3 are not chosen by this list. */
const ciphers = [
  "ECDHE-ECDSA-AES128-GCM-SHA256",
  "ECDHE-RSA-AES128-GCM-SHA256",
  "ECDHE-ECDSA-AES256-GCM-SHA384",
  "ECDHE-RSA-AES256-GCM-SHA384",
].join(":");

/**
 * @throws conflict when the address is taken, configuration for a certificate and key that do not fit or an address that
 * is not of this machine.
 */
export async function listenTls(options: TlsListenOptions): Promise<TlsListener> {
  const server = createTlsServer(options);
  // A PROXY header comes before TLS: then the sockets are taken in clear text, and go on to TLS without it.
  const outer = options.proxy?.protocol ? net.createServer({ allowHalfOpen: true }) : server;
  const listener = new RunningListener(outer, options);
  server.on("tlsClientError", (cause, socket) => {
    socket.destroy();
    const reason = new FleetError("invalid_data", `a TLS handshake failed: ${cause.message}`, {
      cause,
    });
    options.onError?.(reason, socket.remoteAddress);
  });
  // Counted before the handshake, which is what costs most.
  if (outer === server) server.on("connection", (socket) => listener.admit(socket));
  else {
    outer.on("connection", (socket) =>
      listener.accept(socket, () => void server.emit("connection", socket)),
    );
  }
  server.on("secureConnection", (socket) => listener.serve(socket));
  await listener.start();
  return Object.assign(listener, {
    replaceCertificate: (certificate: ServerCertificate) => replaceCertificate(server, certificate),
  });
}

function createTlsServer({ certificate, handshakeTimeoutMs }: TlsListenOptions): tls.Server {
  try {
    return tls.createServer({
      cert: certificate.certificates,
      key: certificate.key,
      requestCert: true,
      // Any certificate will do: the key in it is the identity (protocol.md 1).
      rejectUnauthorized: false,
      minVersion: "TLSv1.2",
      ciphers,
      honorCipherOrder: true,
      ALPNProtocols: ["http/1.1"],
      // A resumed session would show the identity of an older one.
      secureOptions: constants.SSL_OP_NO_TICKET,
      handshakeTimeout: handshakeTimeoutMs ?? defaultHandshakeTimeoutMs,
      allowHalfOpen: true,
    });
  } catch (cause) {
    throw unusableCertificate(cause);
  }
}

function replaceCertificate(server: tls.Server, certificate: ServerCertificate): void {
  // An unusable pair is noticed here and not at the next handshake.
  checkServerCertificate(certificate);
  server.setSecureContext({
    cert: certificate.certificates,
    key: certificate.key,
    minVersion: "TLSv1.2",
    ciphers,
    honorCipherOrder: true,
    secureOptions: constants.SSL_OP_NO_TICKET,
  });
}

/** @throws configuration for a certificate and key that cannot be used together. */
export function checkServerCertificate({ certificates, key }: ServerCertificate): void {
  try {
    tls.createSecureContext({ cert: certificates, key });
  } catch (cause) {
    throw unusableCertificate(cause);
  }
}

function unusableCertificate(cause: unknown): FleetError {
  return new FleetError("configuration", "the server's certificate and key cannot be used", {
    hint: "Both must be PEM, and the key must be that of the first certificate.",
    cause,
  });
}
