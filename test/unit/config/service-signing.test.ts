import { describe, expect, test } from "bun:test";
import { createPublicKey, generateKeyPairSync, verify } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { p256 } from "@noble/curves/nist.js";

import { decodePlainMessage, encodePlainMessage } from "../../../src/config/message-wire.ts";
import { readServiceToSign, readServices } from "../../../src/config/service-files.ts";
import {
  signServiceConfig,
  stdinServiceMessage,
  verifySignedService,
} from "../../../src/config/service-signing.ts";
import { makeDeploymentKey } from "../../../src/net/certificates.ts";
import { makeConfigFolder, messageOf } from "../../helpers/config-files.ts";

const now = Date.parse("2026-05-01T12:00:00.250Z");
const deployment = makeDeploymentKey();
const publicKey = createPublicKey(deployment.publicKey);
const ls = stdinServiceMessage({ name: "ls", cmd: "/bin/ls" });
const signedType = "fleetspeak.SignedClientServiceConfig";

function parts(signed: Uint8Array): {
  readonly config: Uint8Array;
  readonly signature: Uint8Array;
} {
  const { service_config: config, signature } = decodePlainMessage(signedType, signed);
  return { config: config as Uint8Array, signature: signature as Uint8Array };
}

describe("signatures", () => {
  test("P-256: ECDSA with SHA-256 in DER, as other implementations check it", () => {
    const { config, signature } = parts(signServiceConfig(ls, deployment.privateKey, now));
    const point = publicKey.export({ type: "spki", format: "der" }).subarray(-65);
    expect(p256.verify(signature, config, point, { format: "der", lowS: false })).toBe(true);
  });

  test("RSA: PSS with SHA-256 and a salt of any length", () => {
    const { privateKey, publicKey: rsa } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const signed = signServiceConfig(
      ls,
      privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
      now,
    );
    expect(verifySignedService(signed, [rsa]).config.name).toBe("ls");
    const { config, signature } = parts(signed);
    const pkcs1 = { key: rsa, padding: 1 };
    expect(verify("sha256", config, pkcs1, signature)).toBe(false);
  });

  test("what was signed comes back, with its time", () => {
    const { config, signature } = verifySignedService(
      signServiceConfig(ls, deployment.privateKey, now),
      [publicKey],
    );
    expect(config).toMatchObject({
      name: "ls",
      settings: { factory: "Stdin", cmd: "/bin/ls", args: [] },
      signedTime: { seconds: Math.floor(now / 1000), nanos: 250_000_000 },
    });
    expect(signature.length).toBeGreaterThan(60);
  });

  test("any of several keys may have signed", () => {
    const other = createPublicKey(makeDeploymentKey().publicKey);
    const signed = signServiceConfig(ls, deployment.privateKey, now);
    expect(verifySignedService(signed, [other, publicKey]).config.name).toBe("ls");
    expect(messageOf(() => verifySignedService(signed, [other]))).toContain(
      "not of a deployment key of this client",
    );
  });

  test("one changed bit, anywhere, is refused", () => {
    const signed = signServiceConfig(ls, deployment.privateKey, now);
    for (let at = 0; at < signed.length; at += 1) {
      const changed = Uint8Array.from(signed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => verifySignedService(changed, [publicKey])).toThrow();
    }
  });

  test("no key, no signature, no message", () => {
    const signed = signServiceConfig(ls, deployment.privateKey, now);
    expect(messageOf(() => verifySignedService(signed, []))).toContain(
      "no deployment key is configured",
    );
    const { config } = parts(signed);
    const unsigned = encodePlainMessage(signedType, { service_config: config });
    expect(messageOf(() => verifySignedService(unsigned, [publicKey]))).toBe("it is not signed");
    expect(() => verifySignedService(Uint8Array.of(1, 2, 3), [publicKey])).toThrow(
      "these bytes are no",
    );
  });

  test("what clients would refuse is not signed", () => {
    const reserved = stdinServiceMessage({ name: "system", cmd: "/bin/ls" });
    expect(messageOf(() => signServiceConfig(reserved, deployment.privateKey, now))).toContain(
      "is reserved",
    );
    const { privateKey } = generateKeyPairSync("ed25519");
    const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    expect(messageOf(() => signServiceConfig(ls, pem, now))).toContain('a key of type "ed25519"');
  });
});

describe("a client's service files", () => {
  const sources = { signedServices: [], deploymentPublicKeys: [deployment.publicKey] };

  test("each has its outcome", () => {
    using folder = makeConfigFolder();
    mkdirSync(join(folder.path, "services"));
    mkdirSync(join(folder.path, "textservices"));
    folder.write("services/a", signServiceConfig(ls, deployment.privateKey, now));
    folder.write("services/b", signServiceConfig(ls, makeDeploymentKey().privateKey, now));
    folder.write("services/c", "text");
    folder.write("textservices/d", 'name: "d" factory: "NOOP" unknown: 1');
    folder.write("textservices/e", 'name: "e" factory: "Noop"\nconfig: 7');
    const options = {
      ...sources,
      configurationDirectory: folder.path,
      allowUnsignedServices: true,
    };
    const outcomes = readServices(options);
    expect(outcomes.map(({ definition }) => definition?.config.name)).toEqual([
      "ls",
      undefined,
      undefined,
      "d",
      undefined,
    ]);
    expect(outcomes.map(({ error }) => error?.code)).toEqual([
      undefined,
      "refused",
      "invalid_data",
      undefined,
      "configuration",
    ]);
    expect(outcomes[4]?.error?.message).toContain("has 2 problems");
    const refused = readServices({ ...options, allowUnsignedServices: false });
    expect(refused[3]?.error?.code).toBe("refused");
  });

  test("those of the client's file come first; without a folder they are all", () => {
    const signed = signServiceConfig(ls, deployment.privateKey, now);
    const outcomes = readServices({
      ...sources,
      configurationDirectory: undefined,
      signedServices: [signed],
      allowUnsignedServices: false,
    });
    expect(outcomes.map(({ source }) => source)).toEqual(["signed_service[0]"]);
  });

  test("folders that are not there hold nothing", () => {
    const options = {
      ...sources,
      configurationDirectory: "/nonexistent",
      allowUnsignedServices: true,
    };
    expect(readServices(options)).toEqual([]);
  });

  test("a file to be signed has no unknown fields", () => {
    using folder = makeConfigFolder();
    expect(readServiceToSign(folder.write("a", 'name: "a" factory: "NOOP"'))).toEqual({
      name: "a",
      factory: "NOOP",
    });
    expect(
      messageOf(() => readServiceToSign(folder.write("b", 'nam: "a" factory: "NOOP"'))),
    ).toContain('Did you mean "name"?');
  });
});
