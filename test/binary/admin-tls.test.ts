/** The compiled file's admin API where other machines reach it: refused in clear text, served over TLS to certificates. */
import { expect, test } from "bun:test";

import { makeTemporaryFolder, runBinary, startBinary } from "../helpers/binary.ts";

const https = ["--https_addr", "127.0.0.1:0", "--web_addr", "127.0.0.1:0"];

test("needs TLS on an address that others reach, and serves the holder of a certificate", async () => {
  using folder = makeTemporaryFolder();
  const cwd = folder.path;
  const server = [
    "server",
    "--database_path",
    "fleet.sqlite",
    ...https,
    "--admin_addr",
    "0.0.0.0:0",
  ];
  const refused = await runBinary(server, { cwd });
  expect(refused.status).toBe(3);
  expect(refused.stderr).toContain("whoever reaches it could command every client");
  expect(refused.stderr).toContain("fleet admin certificate");

  const made = await runBinary(
    ["admin", "certificate", "alice", "--ca", "admin", "--out", "alice", "--json"],
    { cwd },
  );
  expect(JSON.parse(made.stdout)).toEqual({
    ca: "admin/admin-ca.pem",
    certificate: "alice/alice.pem",
    key: "alice/alice.key",
  });
  const clientsCa = "fleet.sqlite.d/ca.pem";
  const confused = await runBinary([...server, "--admin_client_ca", clientsCa], { cwd });
  expect([confused.status, confused.stderr.includes("client_ca")]).toEqual([3, true]);

  await using running = startBinary([...server, "--admin_client_ca", "admin/admin-ca.pem"], {
    cwd,
  });
  const [, port = ""] = await running.waitForLine(/^admin API: 0\.0\.0\.0:(\d+),/m);
  const to = ["--admin_addr", `localhost:${port}`];
  const files = ["--admin_ca", clientsCa, "--admin_cert", "alice/alice.pem"];
  const tls = [...to, ...files, "--admin_key", "alice/alice.key"];
  const listed = await runBinary(["clients", "list", "--json", ...tls], { cwd });
  expect([listed.status, JSON.parse(listed.stdout)]).toEqual([0, []]);
  const created = await runBinary(["broadcast", "create", "ls", "T", "--limit", "1", ...tls], {
    cwd,
  });
  expect(created.status).toBe(0);
  await running.waitForLine(/alice \(certificate [0-9a-f]+\) at \S+ created broadcast/);

  const plain = await runBinary(["clients", "list", ...to], { cwd });
  expect([plain.status, plain.stderr.includes("no fleet server answers")]).toEqual([5, true]);
  await runBinary(["admin", "certificate", "eve", "--out", "eve"], { cwd });
  const eve = ["--admin_cert", "eve/eve.pem", "--admin_key", "eve/eve.key"];
  const stranger = await runBinary(["clients", "list", ...to, "--admin_ca", clientsCa, ...eve], {
    cwd,
  });
  expect(stranger.status).toBe(5);
  await running.waitForLine(/refused: the certificate of "CN=eve" was not issued by the admin CA/);
});
