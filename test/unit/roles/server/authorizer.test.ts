import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, test } from "bun:test";

import { makeContactData } from "../../../../src/core/contact.ts";
import { deriveMessageId, hexToBytes } from "../../../../src/core/ids.ts";
import { X509Certificate, constants } from "node:crypto";
import { encodeContactData, encodeWrappedContact } from "../../../../src/proto/codec.ts";
import {
  type Authorizer,
  acceptAll,
  requireLabel,
} from "../../../../src/roles/server/authorizer.ts";
import { judgeSignatures } from "../../../../src/roles/server/signatures.ts";
import { createMemoryStore } from "../../../../src/store/memory/store.ts";
import { readCertificate } from "../../../helpers/net-certificates.ts";
import {
  ServerFixture,
  clientMessage,
  contactRecord,
  newIdentity,
} from "../../../helpers/server-fixture.ts";

function fixture(authorizer: Authorizer): ServerFixture {
  return new ServerFixture({}, createMemoryStore(), authorizer);
}

async function isStored(
  server: ServerFixture,
  clientId: ReturnType<typeof newIdentity>["clientId"],
) {
  return (await server.store.clients.get([clientId])).has(clientId);
}

describe("required_label", () => {
  test("lets in who claims it", async () => {
    await using server = fixture(requireLabel("lab"));
    const { answer } = await server.poll(newIdentity(), contactRecord({}, ["linux", "lab"]));
    expect(answer).toBeDefined();
  });

  test("answers 503 to all others and stores nothing of them", async () => {
    await using server = fixture(requireLabel("lab"));
    const identity = newIdentity();
    const record = contactRecord({ messages: [clientMessage("sink")] }, ["laboratory"]);
    const { answer, error } = await server.poll(identity, record);
    expect(answer).toBeUndefined();
    expect(error).toMatchObject({ httpStatus: 503 });
    expect(await isStored(server, identity.clientId)).toBe(false);
  });
});

describe("the hooks", () => {
  for (const hook of ["allowContact", "allowClient", "judge"] as const) {
    test(`${hook} can refuse a new client: 503, and nothing is stored`, async () => {
      const refusal = hook === "judge" ? () => ({ accepted: false }) as const : () => false;
      await using server = fixture({ ...acceptAll, [hook]: refusal });
      const identity = newIdentity();
      const { error } = await server.poll(identity, contactRecord({}));
      expect(error).toMatchObject({ httpStatus: 503 });
      expect(await isStored(server, identity.clientId)).toBe(false);
    });
  }

  test("are told what is known by then", async () => {
    const seen: unknown[] = [];
    await using server = fixture({
      ...acceptAll,
      allowClient: (contact, client) => {
        seen.push({ ...contact, ...client });
        return true;
      },
    });
    const identity = newIdentity();
    await server.poll(identity, contactRecord({}, ["linux"]));
    await server.poll(identity, contactRecord({}, ["darwin"]));
    const linux = { serviceName: "client", label: "linux" };
    const common = { clientId: identity.clientId, address: "192.0.2.1:4321" };
    expect(seen).toEqual([
      expect.objectContaining({ ...common, claimedLabels: ["linux"], isNew: true, labels: [] }),
      expect.objectContaining({
        ...common,
        claimedLabels: ["darwin"],
        isNew: false,
        labels: [linux],
      }),
    ]);
  });

  test("validation tags are copied into each message", async () => {
    await using server = fixture({
      ...acceptAll,
      judge: () => ({ accepted: true, validationTags: { network: "office" } }),
    });
    const identity = newIdentity();
    const message = clientMessage("sink");
    await server.poll(identity, contactRecord({ messages: [message] }));
    const id = deriveMessageId(identity.clientId, "endpoint", hexToBytes(message.sourceMessageId));
    const stored = (await server.store.messages.get([id])).get(id);
    expect(stored?.validationTags).toEqual({ network: "office" });
  });

  test("a later record of a stream that is refused ends the stream and is not acknowledged", async () => {
    let isAccepting = true;
    await using server = fixture({
      ...acceptAll,
      judge: () => (isAccepting ? { accepted: true, validationTags: {} } : { accepted: false }),
    });
    const served = server.connect({ identity: newIdentity() });
    served.connection.feed(contactRecord({}));
    await served.waitForAnswers(1);
    isAccepting = false;
    served.connection.feed(contactRecord({ messages: [clientMessage("sink")] }));
    await served.done;
    expect(served.connection.closeError).toMatchObject({ httpStatus: 503 });
    expect(served.answers().every(({ ackIndex }) => ackIndex === 0n)).toBe(true);
  });
});

const data = encodeContactData(makeContactData({ sequencingNonce: 7n }));

function judged(name: string, algorithm: number, signature: Uint8Array, contactData = data) {
  const { raw } = new X509Certificate(readCertificate(name).certificates);
  const signatures = [{ certificates: [raw], algorithm, signature }];
  return judgeSignatures({ contactData, signatures, clientLabels: [] })[0]?.valid;
}

describe("signatures of a contact", () => {
  const cases: [name: string, algorithm: number, digest: string | undefined, pss: boolean][] = [
    ["client-rsa", 4, "sha256", false],
    ["client-rsa", 5, "sha384", false],
    ["client-rsa", 6, "sha512", false],
    ["client-p256", 10, "sha256", false],
    ["client-p384", 11, "sha384", false],
    ["client-p521", 12, "sha512", false],
    ["client-rsa", 13, "sha256", true],
    ["client-rsa", 14, "sha384", true],
    ["client-rsa", 15, "sha512", true],
    ["client-ed25519", 16, undefined, false],
  ];
  for (const [name, algorithm, digest, pss] of cases) {
    test(`of algorithm ${algorithm} by ${name} are verified`, () => {
      const { key } = readCertificate(name);
      const padding = pss && {
        padding: constants.RSA_PKCS1_PSS_PADDING,
        saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
      };
      const signature = sign(digest, data, { key, ...padding });
      expect(judged(name, algorithm, signature)).toBe(true);
      expect(judged(name, algorithm, signature, Buffer.concat([data, data]))).toBe(false);
    });
  }

  test("of an algorithm that is unknown, weak, or not the key's are not valid", () => {
    const signature = sign("sha256", data, readCertificate("client-p256").key);
    for (const algorithm of [0, 3, 7, 9, 4, 13, 16, 17, -1]) {
      expect(judged("client-p256", algorithm, signature)).toBe(false);
    }
    const weak = sign("sha1", data, readCertificate("client-rsa").key);
    expect(judged("client-rsa", 3, weak)).toBe(false);
  });

  test("that are garbage are not valid, certificates that are garbage are refused", () => {
    expect(judged("client-p256", 10, new Uint8Array(70))).toBe(false);
    const certificates = [createHash("sha256").update("x").digest()];
    const signatures = [{ certificates, algorithm: 10, signature: new Uint8Array(1) }];
    const judge = () => judgeSignatures({ contactData: data, signatures, clientLabels: [] });
    expect(judge).toThrow("cannot be read");
  });

  test("more than 16, or one without a certificate, are refused", () => {
    const none = { certificates: [], algorithm: 10, signature: new Uint8Array(1) };
    const judge = (count: number) => () =>
      judgeSignatures({ contactData: data, signatures: Array(count).fill(none), clientLabels: [] });
    expect(judge(1)).toThrow("1 to 16 certificates");
    expect(judge(17)).toThrow("at most 16 signatures");
  });

  test("reach the authorizer, valid or not", async () => {
    const seen: boolean[] = [];
    await using server = fixture({
      ...acceptAll,
      judge: (_contact, _client, signatures) => {
        seen.push(...signatures.map(({ valid }) => valid));
        return { accepted: true, validationTags: {} };
      },
    });
    const { certificates, key } = readCertificate("client-p256");
    const { raw } = new X509Certificate(certificates);
    const { privateKey: stranger } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const record = encodeWrappedContact({
      contactData: data,
      signatures: [
        { certificates: [raw], algorithm: 10, signature: sign("sha256", data, key) },
        { certificates: [raw], algorithm: 10, signature: sign("sha256", data, stranger) },
      ],
      clientLabels: [],
    });
    await server.poll(newIdentity(), record);
    expect(seen).toEqual([true, false]);
  });
});
