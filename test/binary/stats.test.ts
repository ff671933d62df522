/** `stats_config` and `health_check_config` of a components file, in the compiled server. */
import { expect, test } from "bun:test";
import { join } from "node:path";

import { printText } from "../../src/config/text-printer.ts";
import { makeCertificateAuthority } from "../../src/net/certificates.ts";
import { makeTemporaryFolder } from "../helpers/binary.ts";
import { CompiledServer } from "../helpers/compiled-server.ts";
import { waitFor } from "../helpers/wait-for.ts";
import { RawClient, newTestIdentity } from "../helpers/raw-client.ts";
import { contactRecord } from "../helpers/server-fixture.ts";

test("metrics count what a client does", async () => {
  await using server = await CompiledServer.start({
    sections: 'stats_config { address: "127.0.0.1:0" }',
  });
  const url = await waitFor(() => /metrics on (http:\S+)/.exec(server.log)?.[1], {
    what: "the address",
  });
  using client = await RawClient.connect({
    ...{ port: server.port, trustedRoots: server.caCertificate, identity: newTestIdentity() },
  });
  const body = contactRecord({});
  client.socket.write(
    `POST /message HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n`,
  );
  client.socket.write(body);
  expect(await client.status()).toBe(200);
  const text = await (await fetch(url)).text();
  expect(text).toContain('fleetspeak_server_client_polls_total{transport="poll"} 1');
  expect(text).toContain("fleet_clients_enrolled_total 1");
  expect(text).toMatch(/fleet_server_certificate_expiry_seconds 3\d{7}/);
  expect((await fetch(url.replace("/metrics", "/other"))).status).toBe(404);
});

test("metrics count the failures of a client in the same process, by cause", async () => {
  using folder = makeTemporaryFolder();
  const ca = await makeCertificateAuthority({ name: "test", now: Date.now() });
  const client = printText("fleetspeak.client.generic.Config", {
    ...{ trusted_certs: ca.certificate, server: ["fleet.invalid:1"], proxy: "http://127.0.0.1:1" },
    filesystem_handler: { state_file: join(folder.path, "state") },
  });
  await using server = await CompiledServer.start({
    sections: 'stats_config { address: "127.0.0.1:0" }',
    extension: `client_config {\n${client}\n}`,
  });
  const url = await waitFor(() => /metrics on (http:\S+)/.exec(server.log)?.[1], {
    what: "the address",
  });
  await waitFor(
    async () => {
      const text = await (await fetch(url)).text();
      return text.includes('fleet_client_contact_failures_total{cause="proxy_unreachable"} ');
    },
    { what: "a failure is counted" },
  );
  expect(server.log).toContain("through the proxy 127.0.0.1:1 failed (proxy_unreachable)");
});
