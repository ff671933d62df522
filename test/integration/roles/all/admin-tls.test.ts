/** The admin API over TLS in a whole installation: refused where it would not be safe, and renewed with the server. */
import { X509Certificate } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { AdminClient } from "../../../../src/cli/server/admin-client.ts";
import { makeComponentsConfig } from "../../../../src/config/load.ts";
import { toFleetError } from "../../../../src/core/errors.ts";
import { hostsOf } from "../../../../src/net/certificates.ts";
import { adminMethods } from "../../../../src/proto/admin-methods.ts";
import { apiMethod } from "../../../../src/roles/admin/api/grpc-methods.ts";
import { type ProvisionedOptions, startProvisioned } from "../../../../src/roles/all/all.ts";
import { startInstallation } from "../../../../src/roles/all/installation.ts";
import {
  type AdminCertificates,
  makeAdminCertificates,
} from "../../../helpers/admin-certificates.ts";

let made: AdminCertificates;
const folder = mkdtempSync(join(tmpdir(), "fleet-admin-tls-"));
const databasePath = join(folder, "fleet.sqlite");
const caFile = join(folder, "admin-ca.pem");

beforeAll(async () => {
  made = await makeAdminCertificates();
  writeFileSync(caFile, made.adminCa.certificate);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function options(admin: string, adminClientCaFile?: string): ProvisionedOptions {
  const listen = { https: "127.0.0.1:0", admin };
  return { databasePath, listen, adminClientCaFile, services: undefined, onStep: () => {} };
}

async function failureOf(started: Promise<AsyncDisposable>): Promise<Error> {
  try {
    await using _ = await started;
  } catch (thrown) {
    return toFleetError(thrown);
  }
  throw new Error("it started");
}

async function start(admin: string, ca?: string) {
  return (await startProvisioned(options(admin, ca))).installation;
}

test("an address that others reach needs the administrators' CA", async () => {
  const refused = await failureOf(start("0.0.0.0:0"));
  expect(refused.message).toContain("the admin API cannot listen on 0.0.0.0:0");
  expect(toFleetError(refused).hint).toStartWith(
    "Let in the holders of certificates or tokens only: ",
  );
  await using installation = await start("0.0.0.0:0", caFile);
  expect(installation.admin).toStartWith("0.0.0.0:");
});

test("the certificate that is made is for the hosts by which others reach the server", async () => {
  const publicHosts = ["fleet.example.com", "192.0.2.7"];
  const { installation, paths } = await startProvisioned({
    ...options("127.0.0.1:0"),
    publicHosts,
  });
  await using _installation = installation;
  const certificate = new X509Certificate(readFileSync(paths.serverCertificate));
  expect(hostsOf(certificate)).toEqual(expect.arrayContaining(publicHosts));
});

test("the certificate that is made is for the address of the admin API too", async () => {
  await using installation = await start("127.0.0.2:0", caFile);
  const ca = readFileSync(`${databasePath}.d/ca.pem`, "utf8");
  using client = new AdminClient({
    address: { target: installation.admin ?? "", foundBy: "a test" },
    tls: { ca, certificate: made.alice.certificate, key: made.alice.key },
    signal: new AbortController().signal,
  });
  await client.call(adminMethods.keepAlive, {});
});

test("what is ours is served there", async () => {
  await using installation = await start("127.0.0.1:0", caFile);
  const ca = readFileSync(`${databasePath}.d/ca.pem`, "utf8");
  using client = new AdminClient({
    address: { target: installation.admin ?? "", foundBy: "a test" },
    tls: { ca, certificate: made.alice.certificate, key: made.alice.key },
    signal: new AbortController().signal,
  });
  const { broadcasts } = await client.call(apiMethod("list_broadcasts"), {});
  expect(broadcasts).toEqual([]);
});

test("the CA that clients trust is refused, and a file without one", async () => {
  await using _first = await start("127.0.0.1:0", caFile);
  await _first[Symbol.asyncDispose]();
  const refused = await failureOf(start("127.0.0.1:0", `${databasePath}.d/ca.pem`));
  expect(refused.message).toMatch(/client_ca.*(which clients trust|key that serves clients)/);
  const none = join(folder, "none.pem");
  writeFileSync(none, "nothing");
  expect((await failureOf(start("127.0.0.1:0", none))).message).toContain("holds no certificate");
});

test("a process with the admin role alone shows the certificate of its state directory", async () => {
  const path = join(folder, "admin-only.sqlite");
  const components = makeComponentsConfig(
    {
      admin_config: { listen_address: "127.0.0.1:0" },
      fleet: { database_path: path, admin: { client_ca: made.adminCa.certificate } },
    },
    "a test",
  );
  const begin = () => startInstallation({ components, services: undefined, fromFile: true });
  expect((await failureOf(begin())).message).toContain("no certificate to show");
  writeFileSync(`${path}.d/server.pem`, made.server.certificate);
  writeFileSync(`${path}.d/server.key`, made.server.key, { mode: 0o600 });
  await using installation = await begin();
  using client = new AdminClient({
    address: { target: installation.admin ?? "", foundBy: "a test" },
    tls: {
      ca: made.clientsCa.certificate,
      certificate: made.alice.certificate,
      key: made.alice.key,
    },
    signal: new AbortController().signal,
  });
  await client.call(adminMethods.keepAlive, {});
});
