/**
 * PEM in configuration: certificates and keys as text (RFC 7468).
 */
import { type KeyObject, X509Certificate, createPrivateKey, createPublicKey } from "node:crypto";

import { FleetError } from "../core/errors.ts";

const blocks = /-----BEGIN ([A-Z0-9 ]+)-----[^-]*-----END \1-----/g;

/** The blocks of a PEM text, each with its label; what stands around them is passed over. */
export function findPemBlocks(text: string): { readonly label: string; readonly pem: string }[] {
  return Array.from(text.matchAll(blocks), ([pem, label = ""]) => ({
    label,
    pem,
  }));
}

/** The blocks CERTIFICATE of a text, and nothing else of it. */
export function certificateBlocks(text: string): string {
  const found = findPemBlocks(text).filter(({ label }) => label === "CERTIFICATE");
  return found.map(({ pem }) => `${pem}\n`).join("");
}

/** The certificates of a text, and what is wrong with the first that cannot be read. Blocks of other kinds are passed over. */
export function findCertificates(text: string): {
  readonly certificates: readonly X509Certificate[];
  readonly fault?: string;
} {
  const found = findPemBlocks(text).filter(({ label }) => label === "CERTIFICATE");
  const certificates: X509Certificate[] = [];
  for (const [index, { pem }] of found.entries()) {
    try {
      certificates.push(new X509Certificate(pem));
    } catch {
      return {
        certificates,
        fault: `certificate ${index + 1} of ${found.length} cannot be read`,
      };
    }
  }
  return { certificates };
}

/** @param what names the key in an error: `key file "ca.key"`. @throws configuration unless it is a private key. */
export function readPrivateKey(pem: string, what: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch {
    // Not the library's message: it may show what it could not read.
    throw new FleetError("configuration", `${what} holds no private key that can be read`, {
      hint: "It must be PEM without a password: PRIVATE KEY, EC PRIVATE KEY or RSA PRIVATE KEY.",
    });
  }
}

/** @throws configuration unless it is a PEM public key. */
export function readPublicKey(pem: string, what: string): KeyObject {
  try {
    return createPublicKey({ key: pem, format: "pem", type: "spki" });
  } catch {
    throw new FleetError("configuration", `${what} holds no public key that can be read`, {
      hint: "It must be PEM: PUBLIC KEY.",
    });
  }
}

/** Every public key of a text. @throws configuration when there is none, or one cannot be read. */
export function readPublicKeys(text: string, what: string): KeyObject[] {
  const keys = findPemBlocks(text).filter(({ label }) => label === "PUBLIC KEY");
  if (keys.length === 0) return [readPublicKey(text, what)];
  return keys.map(({ pem }) => readPublicKey(pem, what));
}
