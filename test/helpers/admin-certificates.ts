/**
 * Certificates for tests of the admin API over TLS: a server's with its CA, the administrators' CA, and holders that
 * should and should not be let in.
 */
import { createPrivateKey, webcrypto } from "node:crypto";

import "reflect-metadata";
import * as x509 from "@peculiar/x509";

import {
  type CertifiedKey,
  issueCertificate,
  makeCertificateAuthority,
  makeServerCertificate,
} from "../../src/net/certificates.ts";
import { makeAdminAuthority, makeAdminCertificate } from "../../src/net/certificates-admin.ts";

export interface AdminCertificates {
  /** The CA that clients trust. */
  readonly clientsCa: CertifiedKey;
  readonly server: CertifiedKey;
  readonly adminCa: CertifiedKey;
  readonly alice: CertifiedKey;
}

export async function makeAdminCertificates(now = Date.now()): Promise<AdminCertificates> {
  const clientsCa = await makeCertificateAuthority({ name: "test", now });
  const adminCa = await makeAdminAuthority("test", now);
  const hosts = ["127.0.0.1", "localhost"];
  return {
    clientsCa,
    server: await makeServerCertificate({ name: "test", hosts, authority: clientsCa, now }),
    adminCa,
    alice: await makeAdminCertificate("alice", adminCa, now),
  };
}

/** For client authentication, by any authority. */
export function makeHolder(
  subject: string,
  authority: CertifiedKey,
  now = Date.now(),
): Promise<CertifiedKey> {
  return issueCertificate({
    ...{ subject, usage: "clientAuth", names: [], authority, now, what: "key" },
  });
}

/** A certificate for client authentication that is itself a CA's, as a wrong issuer would make it. */
export async function makeIntermediate(
  subject: string,
  authority: CertifiedKey,
): Promise<CertifiedKey> {
  const algorithm = { name: "ECDSA", namedCurve: "P-256" };
  const { subtle } = webcrypto as Crypto;
  const keys = await subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const pkcs8 = createPrivateKey(authority.key).export({ type: "pkcs8", format: "der" });
  const certificate = await x509.X509CertificateGenerator.create(
    {
      serialNumber: "77",
      subject: `CN=${subject}`,
      issuer: new x509.X509Certificate(authority.certificate).subject,
      notBefore: new Date(Date.now() - 3_600_000),
      notAfter: new Date(Date.now() + 3_600_000),
      publicKey: keys.publicKey,
      signingKey: await subtle.importKey("pkcs8", new Uint8Array(pkcs8), algorithm, false, [
        "sign",
      ]),
      signingAlgorithm: { name: "ECDSA", hash: "SHA-256" },
      extensions: [
        new x509.BasicConstraintsExtension(true, undefined, true),
        new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.clientAuth]),
      ],
    },
    webcrypto as Crypto,
  );
  const key = Buffer.from(await subtle.exportKey("pkcs8", keys.privateKey));
  return {
    certificate: `${certificate.toString("pem").trimEnd()}\n`,
    key: createPrivateKey({ key, format: "der", type: "pkcs8" })
      .export({ type: "sec1", format: "pem" })
      .toString(),
  };
}
