/**
 * The client's certificate: self-signed, made in memory at each start from the client's key (protocol.md 1).
 *
 * A DER writer for exactly this one certificate, not a certificate library: an agent loads nothing else for it.
 * Servers take the public key from it and look at nothing more. Structure: RFC 5280 4.1.
 */
import { type KeyObject, createPublicKey, sign } from "node:crypto";

import type { ClientId } from "../../../core/ids.ts";

const tag = {
  integer: 0x02,
  bitString: 0x03,
  oid: 0x06,
  utf8: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
};
const sequenceTag = 0x30;
const setTag = 0x31;
const explicit0 = 0xa0;

/** 1.2.840.10045.4.3.2, ecdsa-with-SHA256. */
const ecdsaWithSha256 = Buffer.from("2a8648ce3d040302", "hex");
/** 2.5.4.10, organizationName. */
const organization = Buffer.from("55040a", "hex");
const issuer = "GRR Client";

/** A DER certificate of a P-256 key: issuer O="GRR Client", subject O=<client id>, serial 1. */
export function makeClientCertificate(privateKey: KeyObject, clientId: ClientId): Uint8Array {
  const spki = createPublicKey(privateKey).export({ type: "spki", format: "der" });
  const algorithm = sequence(der(tag.oid, ecdsaWithSha256));
  const version3 = der(explicit0, der(tag.integer, Buffer.from([2])));
  const serial = der(tag.integer, Buffer.from([1]));
  const tbs = sequence(version3, serial, algorithm, name(issuer), validity(), name(clientId), spki);
  const signature = sign("sha256", tbs, privateKey);
  return sequence(tbs, algorithm, der(tag.bitString, Buffer.concat([Buffer.from([0]), signature])));
}

/** PEM of a DER structure. @param label "CERTIFICATE", for example. */
export function toPem(label: string, bytes: Uint8Array): string {
  const base64 = Buffer.from(bytes).toString("base64");
  const lines = base64.match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
}

/** From 2000 without an end (RFC 5280 4.1.2.5): proxies on the way may look where servers do not. */
function validity(): Buffer {
  return sequence(
    der(tag.utcTime, Buffer.from("000101000000Z")),
    der(tag.generalizedTime, Buffer.from("99991231235959Z")),
  );
}

function name(organizationName: string): Buffer {
  const attribute = sequence(
    der(tag.oid, organization),
    der(tag.utf8, Buffer.from(organizationName)),
  );
  return sequence(der(setTag, attribute));
}

function sequence(...parts: Uint8Array[]): Buffer {
  return der(sequenceTag, Buffer.concat(parts));
}

function der(type: number, content: Uint8Array): Buffer {
  const { length } = content;
  const header = length < 0x80 ? [type, length] : [type, ...longLength(length)];
  return Buffer.concat([Buffer.from(header), content]);
}

function longLength(length: number): number[] {
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 | bytes.length, ...bytes];
}
