/**
 * The extra signatures of a contact: over its ContactData, by certificates that the client brings (protocol.md 2 and 16).
 *
 * Whether a signature is valid is decided here; whether its certificate is trusted is the authorizer's.
 */
import { X509Certificate, constants, verify } from "node:crypto";

import type { ContactSignature, WrappedContact } from "../../core/contact.ts";
import { FleetError } from "../../core/errors.ts";

export interface JudgedSignature {
  /** The signer's first. At least one. */
  readonly certificates: readonly X509Certificate[];
  /** A constant of Go's x509.SignatureAlgorithm. */
  readonly algorithm: number;
  /** Whether the first certificate's key made it over this contact's data. */
  readonly valid: boolean;
}

const maxSignatures = 16;
const maxCertificates = 16;

interface Algorithm {
  readonly keyTypes: readonly string[];
  /** undefined: the algorithm has its own. */
  readonly digest: string | undefined;
  readonly pss?: true;
}

const rsa = ["rsa"];
const rsaPss = ["rsa", "rsa-pss"];

/** Go's x509.SignatureAlgorithm. MD2, MD5, SHA-1 and DSA are left out: they prove nothing any more. */
const algorithms: ReadonlyMap<number, Algorithm> = new Map<number, Algorithm>([
  [4, { keyTypes: rsa, digest: "sha256" }],
  [5, { keyTypes: rsa, digest: "sha384" }],
  [6, { keyTypes: rsa, digest: "sha512" }],
  [10, { keyTypes: ["ec"], digest: "sha256" }],
  [11, { keyTypes: ["ec"], digest: "sha384" }],
  [12, { keyTypes: ["ec"], digest: "sha512" }],
  [13, { keyTypes: rsaPss, digest: "sha256", pss: true }],
  [14, { keyTypes: rsaPss, digest: "sha384", pss: true }],
  [15, { keyTypes: rsaPss, digest: "sha512", pss: true }],
  [16, { keyTypes: ["ed25519"], digest: undefined }],
]);

/**
 * Each signature of a contact, valid or not.
 * @throws invalid_data for more than 16 of them, or certificates that cannot be read.
 */
export function judgeSignatures({ contactData, signatures }: WrappedContact): JudgedSignature[] {
  if (signatures.length > maxSignatures) {
    throw new FleetError(
      "invalid_data",
      `a contact has at most ${maxSignatures} signatures, not ${signatures.length}`,
    );
  }
  return signatures.map((signature) => judge(signature, contactData));
}

function judge(
  { certificates, algorithm, signature }: ContactSignature,
  data: Uint8Array,
): JudgedSignature {
  const [first] = certificates;
  if (first === undefined || certificates.length > maxCertificates) {
    throw new FleetError(
      "invalid_data",
      `a signature has 1 to ${maxCertificates} certificates, not ${certificates.length}`,
    );
  }
  const chain = certificates.map(readDer);
  const [signer] = chain;
  const valid = signer !== undefined && isValid(signer, algorithm, signature, data);
  return { certificates: chain, algorithm, valid };
}

function readDer(der: Uint8Array): X509Certificate {
  try {
    return new X509Certificate(der);
  } catch (cause) {
    throw new FleetError("invalid_data", "a certificate of a signature cannot be read", { cause });
  }
}

function isValid(
  signer: X509Certificate,
  number: number,
  signature: Uint8Array,
  data: Uint8Array,
): boolean {
  const algorithm = algorithms.get(number);
  if (algorithm === undefined) return false;
  try {
    const key = signer.publicKey;
    if (!algorithm.keyTypes.includes(key.asymmetricKeyType ?? "")) return false;
    const padding = algorithm.pss && {
      padding: constants.RSA_PKCS1_PSS_PADDING,
      // As Go: any salt length.
      saltLength: constants.RSA_PSS_SALTLEN_AUTO,
    };
    return verify(algorithm.digest, data, { key, ...padding }, signature);
  } catch {
    // A key of an unknown kind, or a signature that is none.
    return false;
  }
}
