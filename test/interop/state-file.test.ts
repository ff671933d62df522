/**
 * The state file as each client leaves it and finds it, no server needed: what one wrote the other reads, and what is
 * damaged is an error of ours where the original makes a new identity in silence.
 */
import { describe, expect, test } from "bun:test";
import {
  chmodSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";

import { encodeClientState } from "../../src/proto/system-codec.ts";
import { type ClientKind, Endpoint, stop } from "../helpers/endpoint.ts";
import { readCertificate } from "../helpers/net-certificates.ts";

const configurationFault = 3;

/** Nobody listens there. */
const makeEndpoint = () =>
  new Endpoint({ server: "127.0.0.1:1", trustedCertificates: readCertificate("ca").certificates });

/** Starts and stops a client. @returns the id that it has, and what it wrote. */
async function idUnder(kind: ClientKind, endpoint: Endpoint): Promise<string> {
  await using client = endpoint.start(kind);
  if (kind === "stock") {
    const [, id = ""] = await client.waitForLine(/Using (?:new )?client id: (\w+)/);
    await stop(client);
    return id;
  }
  await client.waitForLine(/127\.0\.0\.1:1/);
  const { clientId } = endpoint.readStatus();
  await stop(client);
  return clientId;
}

const modeOf = (path: string) => statSync(path).mode & 0o777;

describe("a state file", () => {
  test.each<[ClientKind, ClientKind]>([
    ["stock", "ours"],
    ["ours", "stock"],
  ])("that %s made is the same to %s, byte for byte", async (first, second) => {
    using endpoint = makeEndpoint();
    const id = await idUnder(first, endpoint);
    const content = readFileSync(endpoint.stateFile);
    expect(await idUnder(second, endpoint)).toBe(id);
    expect(readFileSync(endpoint.stateFile)).toEqual(content);
    expect(modeOf(endpoint.stateFile)).toBe(0o600);
  });

  test("with a nonce and revoked certificates keeps them under either client", async () => {
    using endpoint = makeEndpoint();
    const id = await idUnder("stock", endpoint);
    const { clientKey } = endpoint.readState();
    const state = { clientKey, sequencingNonce: 2n ** 64n - 1n, revokedCertSerials: ["0badcafe"] };
    writeFileSync(endpoint.stateFile, encodeClientState(state));
    for (const kind of ["ours", "stock", "ours"] as const) {
      expect(await idUnder(kind, endpoint)).toBe(id);
      const kept = endpoint.readState();
      expect(Buffer.from(kept.clientKey)).toEqual(Buffer.from(clientKey));
      expect(kept.sequencingNonce).toBe(state.sequencingNonce);
      // The original writes each of them once more at each start.
      expect([...new Set(kept.revokedCertSerials)]).toEqual(state.revokedCertSerials);
    }
  });

  test("with fields of another version keeps them under either client", async () => {
    using endpoint = makeEndpoint();
    const id = await idUnder("stock", endpoint);
    const unknown = Buffer.from("9a06026869", "hex");
    writeFileSync(endpoint.stateFile, Buffer.concat([readFileSync(endpoint.stateFile), unknown]));
    for (const kind of ["ours", "stock", "ours"] as const) {
      expect(await idUnder(kind, endpoint)).toBe(id);
      expect(readFileSync(endpoint.stateFile).includes(unknown)).toBe(true);
    }
  });

  test("that others may read is read all the same", async () => {
    using endpoint = makeEndpoint();
    const id = await idUnder("stock", endpoint);
    chmodSync(endpoint.stateFile, 0o644);
    expect(await idUnder("ours", endpoint)).toBe(id);
  });

  test("that is a link is not followed; the original puts a file in its place", async () => {
    using endpoint = makeEndpoint();
    const id = await idUnder("stock", endpoint);
    renameSync(endpoint.stateFile, `${endpoint.stateFile}.real`);
    symlinkSync(`${endpoint.stateFile}.real`, endpoint.stateFile);
    await using ours = endpoint.start("ours");
    const { status, stderr } = await ours.finished;
    expect([status, stderr]).toEqual([
      configurationFault,
      expect.stringContaining("It is a symbolic link"),
    ]);
    expect(await idUnder("stock", endpoint)).toBe(id);
    expect(lstatSync(endpoint.stateFile).isSymbolicLink()).toBe(false);
    expect(await idUnder("ours", endpoint)).toBe(id);
  });

  const badKey = encodeClientState({
    clientKey: Buffer.from("abc"),
    sequencingNonce: 1n,
    revokedCertSerials: [],
  });
  test.each<[string, Uint8Array, "goes on as somebody else" | "ends"]>([
    ["is garbage", Buffer.from("not a state at all"), "goes on as somebody else"],
    ["is empty", Buffer.alloc(0), "goes on as somebody else"],
    ["is cut off", Buffer.from("0a793077", "hex"), "goes on as somebody else"],
    ["holds no usable key", badKey, "ends"],
  ])("that %s ends our client and stays as it is", async (_, content, original) => {
    using endpoint = makeEndpoint();
    const id = await idUnder("stock", endpoint);
    writeFileSync(endpoint.stateFile, content);
    await using ours = endpoint.start("ours");
    const { status, stderr } = await ours.finished;
    expect(status).toBe(configurationFault);
    expect(stderr).toContain(`state file "${endpoint.stateFile}" cannot be used`);
    expect(stderr).toContain("Restore it from a copy");
    expect(readFileSync(endpoint.stateFile)).toEqual(Buffer.from(content));
    expect(existsSync(`${endpoint.stateFile}.fleet.status.json`)).toBe(false);

    // What the original does with the same file.
    await using stock = endpoint.start("stock");
    if (original === "ends") expect((await stock.finished).status).toBe(1);
    else expect(await idUnder("stock", endpoint)).not.toBe(id);
  });
});
