/** What a block holds, who signed it, and what may replace it. */
import { describe, expect, test } from "bun:test";
import { createPrivateKey, createPublicKey, verify } from "node:crypto";

import {
  checkLock,
  decodeContent,
  embeddedConfig,
  encodeContent,
} from "../../../../src/config/block/content.ts";
import { decodePlainMessage, encodePlainMessage } from "../../../../src/config/message-wire.ts";
import { FleetError } from "../../../../src/core/errors.ts";
import { messageOf } from "../../../helpers/config-files.ts";
import { clientMessage, deployment, otherDeployment } from "./support.ts";

const key = createPrivateKey(deployment.privateKey);
const otherKey = createPrivateKey(otherDeployment.privateKey);
const unsigned = decodeContent(encodeContent(clientMessage, undefined));
const signed = decodeContent(encodeContent(clientMessage, key));

const both = {
  ...clientMessage,
  fleet: { deployment_public_key: [deployment.publicKey, otherDeployment.publicKey] },
};

describe("signatures", () => {
  test("are over fleet-config-block-v1, a zero, and the configuration", () => {
    const input = Buffer.concat([Buffer.from("fleet-config-block-v1\0"), signed.clientConfig]);
    const publicKey = createPublicKey(deployment.publicKey);
    expect(verify("sha256", input, publicKey, signed.signature)).toBe(true);
    expect(verify("sha256", signed.clientConfig, publicKey, signed.signature)).toBe(false);
  });

  test("of another key than those that the block names are no signature", () => {
    const content = encodeContent(clientMessage, otherKey);
    expect(messageOf(() => decodeContent(content))).toContain("none of the deployment keys");
  });

  test("do not fit another configuration", () => {
    const { signature } = decodePlainMessage(
      "fleet.v1.ConfigBlock",
      encodeContent(clientMessage, key),
    );
    const changed = encodePlainMessage("fleet.v1.ConfigBlock", {
      client_config: encodePlainMessage("fleetspeak.client.generic.Config", {
        ...clientMessage,
        server: ["evil.example.com:6060"],
      }),
      signature: signature as Uint8Array,
    });
    expect(messageOf(() => decodeContent(changed))).toContain("none of the deployment keys");
  });

  test("are asked for when the block names no key at all", () => {
    const content = encodeContent({ ...clientMessage, fleet: {} }, key);
    expect(() => decodeContent(content)).toThrow(FleetError);
  });
});

describe("the lock", () => {
  test("an executable that carries nothing, or nothing signed, takes everything", () => {
    for (const next of [unsigned, signed]) {
      expect(() => checkLock(undefined, next)).not.toThrow();
      expect(() => checkLock(unsigned, next)).not.toThrow();
    }
  });

  test("one that was repacked with a key takes only what that key signed", () => {
    expect(() => checkLock(signed, signed)).not.toThrow();
    expect(messageOf(() => checkLock(signed, unsigned))).toContain("is not signed");
    const foreign = decodeContent(encodeContent(both, otherKey));
    expect(messageOf(() => checkLock(signed, foreign))).toContain("signed by another key");
  });

  test("a new key follows an old one by way of a block that names both", () => {
    const between = decodeContent(encodeContent(both, key));
    const next = decodeContent(encodeContent(both, otherKey));
    expect(() => checkLock(signed, between)).not.toThrow();
    expect(() => checkLock(between, next)).not.toThrow();
  });
});

test("the embedded configuration is judged as a file is", () => {
  const content = decodeContent(encodeContent({ server: ["nowhere"] }, undefined));
  const message = messageOf(() => embeddedConfig(content));
  expect(message).toContain('"nowhere" is not the address of a server');
  expect(message).toContain("trusted_certs");
});

test("fields that a later version may add are passed over", () => {
  const later = Buffer.concat([
    encodeContent(clientMessage, undefined),
    Buffer.from([0x98, 0x06, 1]),
  ]);
  expect(embeddedConfig(decodeContent(later)).servers).toEqual(["fleet.example.com:6060"]);
});
