/**
 * A client's identity from headers that a proxy sets, or the client itself with a proxy's checksum (protocol.md 15).
 *
 * Belongs to the one request whose headers these are. Whether the sender may be believed is decided before.
 */
import { X509Certificate, createHash } from "node:crypto";

import type { PeerIdentity } from "./connection.ts";
import { HttpError } from "./http-error.ts";
import type { Headers } from "./http1/headers.ts";
import { identityOfCertificate } from "./peer-identity.ts";
import { type XfccElement, certificateInXfcc } from "./xfcc.ts";

export type IdentityHeaders =
  | { readonly kind: "certificate"; readonly certificateHeader: string }
  | {
      readonly kind: "checksum";
      readonly certificateHeader: string;
      readonly checksumHeader: string;
    }
  | { readonly kind: "xfcc"; readonly certificateHeader: string; readonly element: XfccElement };

/** @throws HttpError 400 unless the headers hold exactly one certificate, which the checksum fits. */
export function identityOfHeaders(headers: Headers, mode: IdentityHeaders): PeerIdentity {
  const value = required(headers, mode.certificateHeader);
  const escaped = mode.kind === "xfcc" ? certificateInXfcc(value, mode.element) : value;
  const der = certificateOfHeader(escaped);
  if (mode.kind === "checksum") checkChecksum(der, required(headers, mode.checksumHeader));
  return identityOfCertificate(readCertificate(der));
}

function required(headers: Headers, name: string): string {
  const value = headers.only(name.toLowerCase());
  if (value !== undefined && value !== "") return value;
  throw new HttpError(400, `the header ${name} with the client's identity is missing`);
}

const onePem =
  /^\s*-----BEGIN CERTIFICATE-----\s+([A-Za-z0-9+/=\s]+?)\s*-----END CERTIFICATE-----\s*$/;

/** DER. @param escaped PEM as a path is escaped: "+" stands for itself. @throws HttpError 400 */
export function certificateOfHeader(escaped: string): Buffer {
  const [, base64] = onePem.exec(unescapeHeader(escaped)) ?? [];
  if (base64 === undefined) throw new HttpError(400, "the header holds no PEM of one CERTIFICATE");
  return Buffer.from(base64, "base64");
}

function unescapeHeader(escaped: string): string {
  try {
    return decodeURIComponent(escaped);
  } catch {
    throw new HttpError(400, "the header with the certificate is not escaped as it should be");
  }
}

/** @param checksum standard base64 without padding of SHA-256 of the DER. */
function checkChecksum(der: Buffer, checksum: string): void {
  const expected = createHash("sha256").update(der).digest("base64").replace(/=+$/, "");
  if (checksum === expected) return;
  throw new HttpError(400, "the certificate is not the one of the TLS connection");
}

function readCertificate(der: Buffer): X509Certificate {
  try {
    return new X509Certificate(der);
  } catch (cause) {
    throw new HttpError(400, "the certificate in the header cannot be read", { cause });
  }
}
