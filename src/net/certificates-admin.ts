/**
 * The certificates of administrators: who may call the admin API over TLS (ours.md 5). A CA of their own issues them, and
 * that CA issues nothing else.
 */
import type { X509Certificate } from "node:crypto";

import { FleetError } from "../core/errors.ts";
import { type CertifiedKey, issueCertificate, makeCertificateAuthority } from "./certificates.ts";

/** Of extended key usage (RFC 5280 4.2.1.12). */
const clientAuth = "1.3.6.1.5.5.7.3.2";
/** Between a certificate and the CA that is trusted. */
const maxIntermediates = 3;

/** A CA for ten years. */
export function makeAdminAuthority(name: string, now: number): Promise<CertifiedKey> {
  return makeCertificateAuthority({ name, role: "admin CA", now });
}

/** A certificate for a year, with a new key. @param name becomes the common name, by which the log knows its holder. */
export function makeAdminCertificate(
  name: string,
  authority: CertifiedKey,
  now: number,
): Promise<CertifiedKey> {
  const subject = checkAdminName(name);
  return issueCertificate({
    ...{ subject, usage: "clientAuth", names: [], authority, now },
    what: "the administrator's key",
  });
}

/** A name is also that of two files, and stands in every line of the log about its holder. @throws invalid_argument */
export function checkAdminName(name: string): string {
  if (/^[a-z0-9][a-z0-9._@-]{0,63}$/i.test(name)) return name;
  throw new FleetError("invalid_argument", `${JSON.stringify(name)} is no administrator's name`, {
    hint: "Use up to 64 letters, digits and . _ @ -, beginning with a letter or digit.",
  });
}

/** The one common name of a subject; undefined where there is none, or more than one. */
export function commonNameOf({ subject }: X509Certificate): string | undefined {
  const names = (subject ?? "").split("\n").filter((part) => part.startsWith("CN="));
  return names.length === 1 ? names[0]?.slice("CN=".length) : undefined;
}

/**
 * Why a certificate does not make its holder an administrator; undefined when it does.
 *
 * Not in place of the check that the TLS library makes of the same chain, but after it.
 * @param authorities those that are trusted to issue.
 * @param now milliseconds since the epoch.
 */
export function findAdminFault(
  certificate: X509Certificate,
  authorities: readonly X509Certificate[],
  now: number,
): string | undefined {
  if (certificate.ca) return "is a CA's own";
  if (!isValidAt(certificate, now)) return "is not valid now";
  if (!(certificate.keyUsage ?? []).includes(clientAuth)) return "is not for client authentication";
  if (!commonNameOf(certificate)) return "does not name its holder (one common name)";
  if (!isIssuedUnder(certificate, authorities, now)) return "was not issued by the admin CA";
  return undefined;
}

function isIssuedUnder(
  certificate: X509Certificate,
  authorities: readonly X509Certificate[],
  now: number,
): boolean {
  let issued = certificate;
  for (let depth = 0; depth <= maxIntermediates; depth += 1) {
    if (authorities.some((authority) => isIssuer(authority, issued, now))) return true;
    const next = issued.issuerCertificate;
    if (!next || !isIssuer(next, issued, now)) return false;
    issued = next;
  }
  return false;
}

function isIssuer(issuer: X509Certificate, issued: X509Certificate, now: number): boolean {
  const isFit = issuer.ca && isValidAt(issuer, now) && issued.checkIssued(issuer);
  return isFit && issued.verify(issuer.publicKey);
}

function isValidAt({ validFromDate, validToDate }: X509Certificate, now: number): boolean {
  return validFromDate.getTime() <= now && now <= validToDate.getTime();
}

/**
 * Why a CA may not issue administrators' certificates for a server; undefined when it may.
 *
 * A server's certificate is meant for its clients' trust: whoever can issue one for another host, or holds the key of
 * one that is a CA's by mistake (the original's configurator makes such), would be an administrator.
 * @param authorities those of `client_ca`.
 * @param foreign the server's certificates, and the CAs that clients trust.
 */
export function findAuthorityFault(
  authorities: readonly X509Certificate[],
  foreign: readonly X509Certificate[],
): string | undefined {
  for (const authority of authorities) {
    const name = JSON.stringify(authority.subject.replaceAll("\n", ", "));
    if (!authority.ca) return `${name} is no CA's certificate`;
    for (const other of foreign) {
      if (keyOf(authority) === keyOf(other)) return `${name} has a key that serves clients`;
      if (other.checkIssued(authority) && other.verify(authority.publicKey)) {
        return `${name} is the CA of the server's certificate, which clients trust`;
      }
    }
  }
  return undefined;
}

function keyOf({ publicKey }: X509Certificate): string {
  return publicKey.export({ type: "spki", format: "der" }).toString("base64");
}
