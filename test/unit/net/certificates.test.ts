import { describe, expect, test } from "bun:test";
import {
  X509Certificate,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
} from "node:crypto";

import {
  type CertifiedKey,
  hostsOf,
  isDueForReissue,
  makeCertificateAuthority,
  makeDeploymentKey,
  makeServerCertificate,
  readCertificate,
  reissueServerCertificate,
} from "../../../src/net/certificates.ts";

const now = Date.parse("2026-05-01T12:00:00Z");
const day = 24 * 3600 * 1000;
const authority = await makeCertificateAuthority({ name: "Demo", now });

function makeServer(
  hosts: readonly string[] = ["fleet.example", "127.0.0.1"],
): Promise<CertifiedKey> {
  return makeServerCertificate({ name: "Demo", hosts, authority, now });
}

describe("CA", () => {
  test("lives ten years, signs itself, and is a CA", () => {
    const certificate = new X509Certificate(authority.certificate);
    expect(certificate.subject).toBe("CN=Demo Fleetspeak CA");
    expect(certificate.ca).toBe(true);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.validToDate.getTime()).toBe(now + 3650 * day);
  });

  test("its key is one that the original's configurator reads", () => {
    expect(authority.key).toStartWith("-----BEGIN EC PRIVATE KEY-----");
    expect(createPrivateKey(authority.key).asymmetricKeyDetails?.namedCurve).toBe("prime256v1");
  });

  test("a key that is there is used", async () => {
    const again = await makeCertificateAuthority({ name: "Demo", now, key: authority.key });
    expect(again.key).toBe(authority.key);
    expect(
      new X509Certificate(again.certificate).checkPrivateKey(createPrivateKey(authority.key)),
    ).toBe(true);
  });

  test("any name can stand in it", async () => {
    const { certificate } = await makeCertificateAuthority({ name: 'A, "B" + é', now });
    expect(new X509Certificate(certificate).toLegacyObject().subject.CN).toBe(
      'A, "B" + é Fleetspeak CA',
    );
  });
});

describe("server certificate", () => {
  test("is of the CA, for a year, and no CA itself", async () => {
    const server = await makeServer();
    const certificate = new X509Certificate(server.certificate);
    expect(certificate.subject).toBe("CN=Demo Fleetspeak Server");
    expect(certificate.ca).toBe(false);
    expect(certificate.verify(new X509Certificate(authority.certificate).publicKey)).toBe(true);
    expect(certificate.checkPrivateKey(createPrivateKey(server.key))).toBe(true);
    expect(certificate.validToDate.getTime()).toBe(now + 365 * day);
  });

  test("carries names and addresses", async () => {
    const { certificate } = await makeServer(["fleet.example", "10.1.2.3", "::1"]);
    const parsed = readCertificate(certificate);
    expect(parsed.checkHost("fleet.example")).toBe("fleet.example");
    expect(parsed.checkIP("10.1.2.3")).toBe("10.1.2.3");
    expect(parsed.checkIP("::1")).toBe("::1");
    expect(parsed.checkHost("other.example")).toBeUndefined();
  });

  test("never outlives its CA", async () => {
    const late = now + 3500 * day;
    const { certificate } = await makeServerCertificate({
      name: "Demo",
      hosts: ["h"],
      authority,
      now: late,
    });
    expect(readCertificate(certificate).validToDate.getTime()).toBe(now + 3650 * day);
  });

  test("an RSA CA can issue it", async () => {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const key = privateKey.export({ type: "pkcs1", format: "pem" }).toString();
    const rsa = await makeCertificateAuthority({ name: "Demo", now, key });
    const { certificate } = await makeServerCertificate({
      name: "Demo",
      hosts: ["h"],
      authority: rsa,
      now,
    });
    expect(readCertificate(certificate).verify(createPublicKey(privateKey))).toBe(true);
  });

  test("is refused by an authority whose key is another's, or that is none", async () => {
    const other = await makeCertificateAuthority({ name: "Other", now });
    const mixed = { certificate: authority.certificate, key: other.key };
    const request = { name: "Demo", hosts: ["h"], now };
    await expect(makeServerCertificate({ ...request, authority: mixed })).rejects.toThrow(
      "do not belong together",
    );
    await expect(
      makeServerCertificate({ ...request, authority: await makeServer() }),
    ).rejects.toThrow("is no CA's");
  });

  test("a key that cannot be read is not shown", async () => {
    const broken = { certificate: authority.certificate, key: "secret" };
    const made = makeServerCertificate({ name: "Demo", hosts: ["h"], now, authority: broken });
    await expect(made).rejects.toThrow("the CA's key cannot be read");
    await expect(made).rejects.not.toThrow("secret");
  });
});

describe("reissue", () => {
  test("is due when less than a third of its life is left", async () => {
    const { certificate } = await makeServer();
    expect(isDueForReissue(certificate, now + 240 * day)).toBe(false);
    expect(isDueForReissue(certificate, now + 250 * day)).toBe(true);
    expect(isDueForReissue(certificate, now + 400 * day)).toBe(true);
  });

  test("keeps subject, names and key", async () => {
    const old = await makeServer();
    const later = now + 300 * day;
    const next = await reissueServerCertificate(old, authority, later);
    const [before, after] = [readCertificate(old.certificate), readCertificate(next.certificate)];
    expect(next.key).toBe(old.key);
    expect(after.subject).toBe(before.subject);
    expect(hostsOf(after)).toEqual(hostsOf(before));
    expect(after.serialNumber).not.toBe(before.serialNumber);
    expect(after.validToDate.getTime()).toBe(later + 365 * day);
  });
});

test("a deployment key is PKCS #8 and its public half", () => {
  const { privateKey, publicKey } = makeDeploymentKey();
  expect(privateKey).toStartWith("-----BEGIN PRIVATE KEY-----");
  expect(createPublicKey(privateKey).export({ type: "spki", format: "pem" })).toBe(publicKey);
});
