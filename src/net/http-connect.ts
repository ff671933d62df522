/**
 * A connection to somebody else's HTTP server, in clear text or with TLS: only the roots that are given are trusted, or
 * the public ones. No proxy, no pool, nothing from the environment.
 */
import net from "node:net";
import type { Duplex } from "node:stream";
import tls from "node:tls";

import { handshake, tcpKeepAliveMs } from "./tls-handshake.ts";

export interface HttpTarget {
  /** http or https; only its host and port count here. */
  readonly url: URL;
  /** PEM; undefined: the public roots. */
  readonly trustedRoots: string | undefined;
}

/** @throws what node:net and node:tls report, or the signal's reason. */
export async function connectHttp(
  { url, trustedRoots }: HttpTarget,
  signal: AbortSignal,
): Promise<Duplex> {
  signal.throwIfAborted();
  const isTls = url.protocol === "https:";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const address = { host, port: Number(url.port) || (isTls ? 443 : 80) };
  if (!isTls) return await connectPlain(address, signal);
  const options = {
    ca: trustedRoots ?? [...tls.rootCertificates],
    // Said here, so that no environment variable can unsay it.
    rejectUnauthorized: true,
    minVersion: "TLSv1.2" as const,
    ALPNProtocols: ["http/1.1"],
    checkServerIdentity: (_host: string, certificate: tls.PeerCertificate) =>
      tls.checkServerIdentity(host, certificate),
    // Server names that are addresses are not sent (RFC 6066 3).
    ...(net.isIP(host) === 0 && { servername: host }),
  };
  return await handshake({ address }, options, signal);
}

function connectPlain(
  address: { readonly host: string; readonly port: number },
  signal: AbortSignal,
): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(address);
    const onAbort = () => {
      socket.destroy();
      reject(signal.reason);
    };
    signal.addEventListener("abort", onAbort, { once: true });
    // It stays: between here and the next owner no error may end the process.
    socket.on("error", reject);
    socket.once("connect", () => {
      signal.removeEventListener("abort", onAbort);
      resolve(socket.setNoDelay(true).setKeepAlive(true, tcpKeepAliveMs));
    });
  });
}
