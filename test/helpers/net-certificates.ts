/**
 * The certificates of test/fixtures/net, as PEM.
 */
import { readFileSync } from "node:fs";

export interface CertificateAndKey {
  readonly certificates: string;
  readonly key: string;
}

/** @param name of a file in test/fixtures/net, without ".pem". */
export function readCertificate(name: string): CertificateAndKey {
  const pem = readFileSync(new URL(`../fixtures/net/${name}.pem`, import.meta.url), "utf8");
  const at = pem.indexOf("-----BEGIN PRIVATE KEY-----");
  return { certificates: pem.slice(0, at), key: pem.slice(at) };
}
