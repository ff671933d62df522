/**
 * The certificates that this machine trusts, for connections to others than our own servers: where its distribution
 * keeps them. No variable of the environment has a say.
 */
import { readFileSync } from "node:fs";

/** Where Go's crypto/x509 looks, in its order. */
const bundles = [
  "/etc/ssl/certs/ca-certificates.crt",
  "/etc/pki/tls/certs/ca-bundle.crt",
  "/etc/ssl/ca-bundle.pem",
  "/etc/pki/tls/cacert.pem",
  "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
  "/etc/ssl/cert.pem",
];

/** PEM; undefined where there is no such file: the runtime's own list of public roots then counts. */
export function readSystemRoots(paths: readonly string[] = bundles): string | undefined {
  for (const path of paths) {
    try {
      const pem = readFileSync(path, "utf8");
      if (pem.includes("-----BEGIN CERTIFICATE-----")) return pem;
    } catch {
      // The next one may be there.
    }
  }
  return undefined;
}
