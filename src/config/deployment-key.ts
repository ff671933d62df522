/**
 * Signatures by a deployment key (ours.md 3): P-256 as ECDSA with SHA-256 in ASN.1 DER, RSA as RSASSA-PSS with SHA-256.
 * What is signed is the caller's to choose, such that one kind of input is never another.
 */
import { type KeyObject, constants, sign, verify } from "node:crypto";

import { FleetError } from "../core/errors.ts";

const algorithm = "sha256";

/** @throws configuration for a key of another kind. */
export function signBytes(data: Uint8Array, key: KeyObject): Uint8Array {
  if (isP256(key)) return new Uint8Array(sign(algorithm, data, { key, dsaEncoding: "der" }));
  if (key.asymmetricKeyType !== "rsa") throw unusableKey(key);
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  const saltLength = constants.RSA_PSS_SALTLEN_DIGEST;
  return new Uint8Array(sign(algorithm, data, { key, padding, saltLength }));
}

/** False, too, for a key of another kind. */
export function isSignedBy(data: Uint8Array, signature: Uint8Array, key: KeyObject): boolean {
  try {
    if (isP256(key)) return verify(algorithm, data, { key, dsaEncoding: "der" }, signature);
    if (key.asymmetricKeyType !== "rsa") return false;
    const padding = constants.RSA_PKCS1_PSS_PADDING;
    const saltLength = constants.RSA_PSS_SALTLEN_AUTO;
    return verify(algorithm, data, { key, padding, saltLength }, signature);
  } catch {
    // Bytes that are no signature at all.
    return false;
  }
}

function isP256(key: KeyObject): boolean {
  return key.asymmetricKeyType === "ec" && key.asymmetricKeyDetails?.namedCurve === "prime256v1";
}

function unusableKey(key: KeyObject): FleetError {
  const type = key.asymmetricKeyDetails?.namedCurve ?? key.asymmetricKeyType ?? "unknown";
  return new FleetError("configuration", `a key of type "${type}" cannot be a deployment key`, {
    hint: "Use a P-256 or an RSA key; `fleet config init` makes one.",
  });
}
