/**
 * Who is at the other end of a TLS connection: the key of the one certificate that it presented.
 *
 * The handshake has proved that the peer holds the key. Nothing else in the certificate counts: no chain, no dates (the
 * original's client leaves them at the year 1), no names (protocol.md 1).
 */
import type { X509Certificate } from "node:crypto";
import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";

import { deriveClientId } from "../core/ids.ts";
import type { PeerIdentity } from "./connection.ts";
import { HttpError } from "./http-error.ts";

/**
 * Costs some tens of microseconds: once per connection.
 * @throws HttpError 400 unless there is exactly one certificate, of a key that can be read.
 */
export function peerIdentityOf(socket: Socket): PeerIdentity {
  const certificate = socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined;
  if (!certificate) throw new HttpError(400, "the client presented no certificate");
  // What was sent behind the first one, whether or not it issued it.
  if (certificate.issuerCertificate) {
    throw new HttpError(400, "the client presented more than one certificate");
  }
  return identityOfCertificate(certificate);
}

/** @throws HttpError 400 for a key of an unknown kind. */
export function identityOfCertificate(certificate: X509Certificate): PeerIdentity {
  try {
    const publicKey = certificate.publicKey.export({
      type: "spki",
      format: "der",
    });
    return { clientId: deriveClientId(publicKey), publicKey };
  } catch (cause) {
    throw new HttpError(400, "the key of the client's certificate cannot be read", { cause });
  }
}
