/**
 * One TLS handshake as a client: a socket whose handshake is over, or an error, and nothing left behind.
 *
 * Whom to trust is the caller's: tls-client.ts.
 */
import type { Duplex } from "node:stream";
import tls, { type ConnectionOptions, type TLSSocket } from "node:tls";

import { FleetError } from "../core/errors.ts";
import type { HostPort } from "./address.ts";

/** Opens what lies under TLS, in place of a TCP connection to the address: through a proxy. */
export type SocketOpener = (address: HostPort, signal: AbortSignal) => Promise<Duplex>;

export interface HandshakeTarget {
  readonly address: HostPort;
  readonly openSocket?: SocketOpener;
}

export const tcpKeepAliveMs = 60_000;

/** @throws what node:tls reports, the signal's reason, or configuration for options that cannot be used. */
export async function handshake(
  { address, openSocket }: HandshakeTarget,
  options: ConnectionOptions,
  signal: AbortSignal,
): Promise<TLSSocket> {
  const socket = await openSocket?.(address, signal);
  if (signal.aborted) {
    socket?.destroy();
    throw signal.reason;
  }
  try {
    const secured = startTls(socket ? { ...options, socket } : { ...options, ...address });
    return await secureConnect(secured, signal);
  } catch (thrown) {
    socket?.destroy();
    throw thrown;
  }
}

function startTls(options: ConnectionOptions): TLSSocket {
  try {
    return tls.connect(options);
  } catch (cause) {
    const what = "the trusted roots or the client's certificate cannot be used";
    throw new FleetError("configuration", what, {
      hint: "All of them must be PEM, and the key must be that of the certificate.",
      cause,
    });
  }
}

function secureConnect(secured: TLSSocket, signal: AbortSignal): Promise<TLSSocket> {
  const done = Promise.withResolvers<TLSSocket>();
  const onAbort = () => done.reject(signal.reason);
  signal.addEventListener("abort", onAbort, { once: true });
  // It stays: between the handshake and the next owner no error may end the process.
  secured.on("error", done.reject);
  secured.once("close", () => done.reject(new Error("the server ended the handshake")));
  secured.once("secureConnect", () => done.resolve(secured));
  return done.promise
    .then((socket) => socket.setNoDelay(true).setKeepAlive(true, tcpKeepAliveMs))
    .catch((thrown: unknown) => {
      secured.destroy();
      throw thrown;
    })
    .finally(() => signal.removeEventListener("abort", onAbort));
}
