import { X509Certificate, createPrivateKey, createPublicKey } from "node:crypto";
import { describe, expect, test } from "bun:test";
import {
  chmodSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

import { deriveClientId, parseClientId } from "../../../../../src/core/ids.ts";
import { decodeClientState, encodeClientState } from "../../../../../src/proto/system-codec.ts";
import { makeClientCertificate } from "../../../../../src/roles/client/state/certificate.ts";
import { Identity } from "../../../../../src/roles/client/state/identity.ts";
import stockIds from "../../../../fixtures/stock/client_ids.json";
import { FakeClock, silentLog, temporaryFolder } from "../support.ts";

function open(path: string, clock = new FakeClock()): Identity {
  return Identity.open({ path, clock, log: silentLog });
}

const configuration = expect.objectContaining({ code: "configuration" });

describe("the identity", () => {
  test("is made at the first start, 0600, and is the same at the second", () => {
    using folder = temporaryFolder();
    const path = join(folder.path, "made", "state");
    const first = open(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(open(path).clientId).toBe(first.clientId);
    expect(first.sequencingNonce).toBe(0n);
    expect(readdirSync(join(folder.path, "made"))).toEqual(["state"]);
  });

  test("of stock state files is the same as there", () => {
    const withKeys = stockIds.filter((one) => "sec1_private_key" in one);
    expect(withKeys.length).toBeGreaterThan(1);
    for (const { client_id, sec1_private_key } of withKeys) {
      using folder = temporaryFolder();
      const clientKey = Buffer.from(sec1_private_key ?? "", "hex");
      const state = {
        clientKey,
        sequencingNonce: 2n ** 63n + 5n,
        revokedCertSerials: ["0badcafe"],
      };
      writeFileSync(folder.stateFile, encodeClientState(state));
      using identity = open(folder.stateFile);
      expect(identity.clientId).toBe(parseClientId(client_id));
      expect(identity.sequencingNonce).toBe(2n ** 63n + 5n);
      expect(identity.revokedSerials).toEqual(["0badcafe"]);
    }
  });

  test("takes each revoked certificate once, which the original adds again at each start", () => {
    using folder = temporaryFolder();
    const clientKey = Buffer.from(stockIds[0]?.sec1_private_key ?? "", "hex");
    const serials = Array.from({ length: 600_000 }, (_, at) => (at % 3 === 0 ? "0bad" : "cafe"));
    const state = { clientKey, sequencingNonce: 0n, revokedCertSerials: serials };
    writeFileSync(folder.stateFile, encodeClientState(state));
    using identity = open(folder.stateFile);
    identity.saveNonce(1n);
    expect(identity.revokedSerials).toEqual(["0bad", "cafe"]);
    expect(decodeClientState(readFileSync(folder.stateFile)).revokedCertSerials).toEqual([
      "0bad",
      "cafe",
    ]);
  });

  test("of another version's state file keeps what is not known here, also through a rekey", () => {
    using folder = temporaryFolder();
    const [stock] = stockIds;
    const clientKey = Buffer.from(stock?.sec1_private_key ?? "", "hex");
    // Fields 2 and 99 do not exist in 0.1.19; a field 7 that is no number is no nonce.
    const unknown = Buffer.from("1203616263" + "9a0602" + "6869" + "3a0178", "hex");
    const state = encodeClientState({ clientKey, sequencingNonce: 0n, revokedCertSerials: [] });
    writeFileSync(folder.stateFile, Buffer.concat([state, unknown]));
    using identity = open(folder.stateFile);
    expect([identity.clientId, identity.sequencingNonce]).toEqual([
      parseClientId(stock?.client_id ?? ""),
      0n,
    ]);
    identity.saveNonce(5n);
    expect(readFileSync(folder.stateFile).includes(unknown)).toBe(true);
    identity.rekey();
    expect(readFileSync(folder.stateFile).includes(unknown)).toBe(true);
    expect(decodeClientState(readFileSync(folder.stateFile)).sequencingNonce).toBe(0n);
  });

  test("saves nonces, at most one a second, and what is left at the end", async () => {
    using folder = temporaryFolder();
    const clock = new FakeClock();
    const identity = open(folder.stateFile, clock);
    const stored = () => decodeClientState(readFileSync(folder.stateFile)).sequencingNonce;
    identity.saveNonce(1n);
    expect(stored()).toBe(1n);
    identity.saveNonce(2n);
    identity.saveNonce(3n);
    expect(stored()).toBe(1n);
    await clock.advance(1000);
    expect(stored()).toBe(3n);
    identity.saveNonce(4n);
    identity[Symbol.dispose]();
    expect(stored()).toBe(4n);
    expect(open(folder.stateFile).clientId).toBe(identity.clientId);
  });

  test("changes with a rekey, on the disk before it is used", () => {
    using folder = temporaryFolder();
    using identity = open(folder.stateFile);
    const before = identity.clientId;
    identity.saveNonce(7n);
    identity.rekey();
    expect(identity.clientId).not.toBe(before);
    expect(identity.sequencingNonce).toBe(0n);
    expect(open(folder.stateFile).clientId).toBe(identity.clientId);
  });

  test.each<[string, Uint8Array]>([
    ["garbage", Buffer.from("not a state at all, by any means")],
    ["an empty file", Buffer.alloc(0)],
    [
      "a key that is none",
      encodeClientState({
        clientKey: Buffer.from("abc"),
        sequencingNonce: 1n,
        revokedCertSerials: [],
      }),
    ],
    ["a file that is too large", Buffer.alloc(17 << 20)],
  ])("is not replaced in silence when the file holds %s", (_what, content) => {
    using folder = temporaryFolder();
    writeFileSync(folder.stateFile, content);
    expect(() => open(folder.stateFile)).toThrow(configuration);
    expect(readFileSync(folder.stateFile).equals(content)).toBe(true);
  });

  test("is not read through a link, nor from a folder that every user may write", () => {
    using folder = temporaryFolder();
    open(join(folder.path, "real"));
    symlinkSync(join(folder.path, "real"), folder.stateFile);
    expect(() => open(folder.stateFile)).toThrow(configuration);
    const shared = join(folder.path, "shared");
    mkdirSync(shared);
    chmodSync(shared, 0o777);
    expect(() => open(join(shared, "state"))).toThrow(configuration);
  });

  test("a mistake never quotes the key", () => {
    using folder = temporaryFolder();
    const clientKey = Buffer.from("3077deadbeef", "hex");
    writeFileSync(
      folder.stateFile,
      encodeClientState({ clientKey, sequencingNonce: 0n, revokedCertSerials: [] }),
    );
    expect(() => open(folder.stateFile)).toThrow(
      expect.objectContaining({ message: expect.not.stringMatching(/deadbeef|3077/) }),
    );
  });
});

describe("the client certificate", () => {
  test("is self-signed over the client's key, with the original's names", () => {
    const stock = stockIds.find((one) => "sec1_private_key" in one);
    const key = createPrivateKey({
      key: Buffer.from(stock?.sec1_private_key ?? "", "hex"),
      format: "der",
      type: "sec1",
    });
    const clientId = parseClientId(stock?.client_id ?? "");
    const certificate = new X509Certificate(makeClientCertificate(key, clientId));
    expect(certificate.subject).toBe(`O=${clientId}`);
    expect(certificate.issuer).toBe("O=GRR Client");
    expect(certificate.serialNumber).toBe("01");
    expect(certificate.verify(createPublicKey(key))).toBe(true);
    const spki = certificate.publicKey.export({ type: "spki", format: "der" });
    expect(deriveClientId(spki)).toBe(clientId);
  });
});
