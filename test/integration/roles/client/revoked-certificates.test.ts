import { describe, expect, test } from "bun:test";
import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";

import { encodeRevokedCertificates } from "../../../../src/proto/service-codec.ts";
import { decodeClientState } from "../../../../src/proto/system-codec.ts";
import { startClient } from "../../../../src/roles/client/client.ts";
import type { ClientOptions } from "../../../../src/roles/client/options.ts";
import { waitFor } from "../../../helpers/wait-for.ts";
import {
  type TemporaryFolder,
  silentLog,
  temporaryFolder,
} from "../../../unit/roles/client/support.ts";
import { StubServer, makeStubCertificate } from "./stub-server.ts";

const certificate = await makeStubCertificate();

function optionsFor(folder: TemporaryFolder, server: string): ClientOptions {
  return {
    servers: [server],
    trustedCertificates: certificate.certificate,
    labels: ["blue", "red"],
    stateFile: folder.stateFile,
    communicator: { minFailureDelayMs: 20 },
    timers: { revokedMs: 20 },
    version: "1.2.3",
    log: silentLog,
  };
}

function savedSerials(folder: TemporaryFolder): readonly string[] {
  return decodeClientState(readFileSync(folder.stateFile)).revokedCertSerials;
}

describe("the list of revoked certificates", () => {
  test("is asked for with every label, kept, and asked for again only if it changed", async () => {
    using folder = temporaryFolder();
    const list = encodeRevokedCertificates(["0a", "ff01"]);
    await using server = new StubServer({ certificate, file: () => list });
    await using _client = await startClient(optionsFor(folder, await server.listen()));
    const again = await waitFor(() => server.fileRequests[1], { what: "a second request" });
    expect(server.fileRequests[0]?.path).toBe("/files/system/RevokedCertificates");
    const labels = again.headLines.filter((line) => line.startsWith("X-Fleetspeak-Labels: "));
    expect(labels.slice(-2)).toEqual(["X-Fleetspeak-Labels: blue", "X-Fleetspeak-Labels: red"]);
    expect(again.headLines).toContain("If-Modified-Since: Sat, 01 Jan 2028 00:00:00 GMT");
    expect(savedSerials(folder)).toEqual(["0a", "ff01"]);
  });

  test("keeps a client away from a server whose certificate is in it, also after a restart", async () => {
    using folder = temporaryFolder();
    const { serialNumber } = new X509Certificate(certificate.certificate);
    const list = encodeRevokedCertificates([serialNumber]);
    await using server = new StubServer({ certificate, file: () => list });
    const options = optionsFor(folder, await server.listen());
    {
      await using _client = await startClient(options);
      await waitFor(() => savedSerials(folder).length > 0, { what: "the list" });
    }
    const before = server.requests.length;
    await using _client = await startClient(options);
    const status = () => readFileSync(`${folder.stateFile}.fleet.status.json`, "utf8");
    await waitFor(() => status().includes("is revoked"), { what: "the reason" });
    expect(server.requests.length).toBe(before);
  });

  test("that is no list, or is not there, changes nothing", async () => {
    using folder = temporaryFolder();
    const answers = [encodeRevokedCertificates(["0a"]), Buffer.from([0xff, 0xff]), undefined];
    let asked = 0;
    await using server = new StubServer({ certificate, file: () => answers[asked++] });
    await using _client = await startClient(optionsFor(folder, await server.listen()));
    await waitFor(() => asked > 3, { what: "four requests" });
    expect(savedSerials(folder)).toEqual(["0a"]);
  });
});
