/** `stats_config` and `health_check_config` of a components file, in the compiled server. */
import { expect, test } from "bun:test";

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
