/**
 * What a client has against a server's certificate, and how it says so.
 */
import { X509Certificate } from "node:crypto";

import { FleetError, isSystemError } from "../core/errors.ts";

/** A serial as hex, the way sets of revoked ones hold it: lower case, no leading zeros. */
export function normalizeSerial(hex: string): string {
  return hex.toLowerCase().replace(/^0+(?=.)/, "");
}

/** The first certificate of a verified chain, its root included, whose serial is revoked. */
export function findRevoked(
  leaf: X509Certificate,
  revokedSerials: ReadonlySet<string>,
): X509Certificate | undefined {
  const seen = new Set<string>();
  let certificate: X509Certificate | undefined = leaf;
  while (certificate && !seen.has(certificate.fingerprint256)) {
    if (revokedSerials.has(normalizeSerial(certificate.serialNumber))) return certificate;
    seen.add(certificate.fingerprint256);
    certificate = certificate.issuerCertificate;
  }
  return undefined;
}

export interface DistrustFacts {
  /** "host:port". */
  readonly where: string;
  /** What the certificate must be for. */
  readonly name: string;
  readonly presented: X509Certificate | undefined;
  /** PEM. */
  readonly trustedRoots: string;
  readonly cause: unknown;
}

/** Says which certificate was presented, and what was expected of it. */
export function untrustedServer(facts: DistrustFacts): FleetError {
  const { where, presented, cause } = facts;
  const certificate = presented ? describeCertificate(presented) : "its certificate";
  const [reason, hint] = reasonAndHint(facts);
  return new FleetError("refused", `${where} is not trusted: ${certificate} ${reason}`, {
    hint,
    cause,
    failure: "untrusted",
  });
}

function reasonAndHint({
  name,
  presented,
  trustedRoots,
  cause,
}: DistrustFacts): [reason: string, hint: string] {
  if (isSystemError(cause, "ERR_TLS_CERT_ALTNAME_INVALID")) {
    const names = presented?.subjectAltName ?? "no name";
    return [
      `is for ${names}, not for "${name}"`,
      "Connect to one of these names, or set server_name.",
    ];
  }
  if (isSystemError(cause, "CERT_HAS_EXPIRED") || isSystemError(cause, "CERT_NOT_YET_VALID")) {
    const validity = presented ? ` (${presented.validFrom} to ${presented.validTo})` : "";
    return [`is not valid now${validity}`, "Renew it, or set this machine's clock."];
  }
  return [
    `is not signed by any of the trusted roots: ${describeRoots(trustedRoots)}`,
    "Put the certificate of the CA that signed it into trusted_certs, if this is the right server.",
  ];
}

function describeCertificate(certificate: X509Certificate): string {
  const { subject, issuer, fingerprint256 } = certificate;
  return `the certificate of "${oneLine(subject)}", issued by "${oneLine(issuer)}", SHA-256 ${fingerprint256},`;
}

function describeRoots(pem: string): string {
  const roots = pem.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  return roots.map(describeRoot).join("; ") || "there are none";
}

function describeRoot(pem: string): string {
  try {
    const { subject, fingerprint256 } = new X509Certificate(pem);
    return `"${oneLine(subject)}" (SHA-256 ${fingerprint256})`;
  } catch {
    return "a certificate that cannot be read";
  }
}

/** Names come from a peer: printable, and on one line. */
function oneLine(name: string | undefined): string {
  return (name ?? "").replace(/\n/g, ", ").replace(/[^\x20-\x7e]/g, "?");
}

/** Codes of X509_verify_cert and of the check of the name, as node:tls gives them. */
const trustErrors =
  /^(UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|CERT_|INVALID_|ERR_TLS_CERT_ALTNAME_INVALID$|HOSTNAME_MISMATCH$|ERROR_IN_CERT_)/;

/** Whether a handshake failed for the certificate that was presented. */
export function isTrustError(thrown: unknown): boolean {
  if (thrown instanceof FleetError) return thrown.code === "refused";
  return thrown instanceof Error && "code" in thrown && trustErrors.test(String(thrown.code));
}
