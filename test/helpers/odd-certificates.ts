/**
 * Client certificates with any dates: the original's client leaves both at the year 1.
 *
 * Takes ours apart and signs it anew; no certificate library writes such a date.
 */
import { createPrivateKey, sign } from "node:crypto";

import { makeClientCertificate, toPem } from "../../src/roles/client/state/certificate.ts";
import { type TestIdentity, newTestIdentity } from "./raw-client.ts";

const generalizedTime = 0x18;
const sequence = 0x30;
const bitString = 0x03;
/** Of TBSCertificate: version, serial, signature, issuer, validity. */
const validityAt = 4;

/** @param dates of NotBefore and NotAfter, as "00010101000000Z". */
export function identityWithDates([notBefore, notAfter]: readonly [string, string]): TestIdentity {
  const identity = newTestIdentity();
  const key = createPrivateKey(identity.key);
  const [tbs, algorithm] = elementsOf(makeClientCertificate(key, identity.clientId));
  const fields = elementsOf(tbs ?? Buffer.alloc(0));
  const dates = [notBefore, notAfter].map((date) => der(generalizedTime, Buffer.from(date)));
  fields[validityAt] = der(sequence, Buffer.concat(dates));
  const changed = der(sequence, Buffer.concat(fields));
  const signature = Buffer.concat([Buffer.from([0]), sign("sha256", changed, key)]);
  const parts = [changed, algorithm ?? Buffer.alloc(0), der(bitString, signature)];
  const certificate = toPem("CERTIFICATE", der(sequence, Buffer.concat(parts)));
  return { ...identity, certificate };
}

function der(tag: number, content: Uint8Array): Buffer {
  const { length } = content;
  const long = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  const size = length < 0x80 ? [length] : long;
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

/** The elements, whole, of a constructed one whose lengths take up to two bytes. */
function elementsOf(bytes: Uint8Array): Buffer[] {
  const elements: Buffer[] = [];
  const { start, end } = extentOf(bytes, 0);
  for (let at = start; at < end;) {
    const next = extentOf(bytes, at).end;
    elements.push(Buffer.from(bytes.subarray(at, next)));
    at = next;
  }
  return elements;
}

function extentOf(bytes: Uint8Array, at: number): { start: number; end: number } {
  const first = bytes[at + 1] ?? 0;
  const extra = first < 0x80 ? 0 : first & 0x7f;
  let length = extra === 0 ? first : 0;
  for (let i = 0; i < extra; i += 1) length = length * 256 + (bytes[at + 2 + i] ?? 0);
  const start = at + 2 + extra;
  return { start, end: start + length };
}
