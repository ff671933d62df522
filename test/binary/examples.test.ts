/** examples/ as their README files tell: under the compiled client and the compiled server. */
import { expect, test } from "bun:test";
import { join } from "node:path";

import { runBinary, startBinary } from "../helpers/binary.ts";
import { CompiledClient } from "../helpers/compiled-client.ts";
import { CompiledServer } from "../helpers/compiled-server.ts";
import { pickPort } from "../helpers/ports.ts";

const examples = join(import.meta.dir, "../../examples");
const limitMs = 30_000;

async function startClient(
  server: CompiledServer,
  name: string,
  service: string,
): Promise<CompiledClient> {
  const { caCertificate, port } = server;
  const services = { [name]: service };
  const client = await CompiledClient.start({
    ...{ server: `127.0.0.1:${port}`, caCertificate, services },
  });
  await client.waitForContact("websocket");
  return client;
}

test(
  "ping-daemon: a message goes to the endpoint's half, and its answer to the server's",
  async () => {
    const listen = `127.0.0.1:${await pickPort()}`;
    const services = `services { name: "ping" factory: "GRPC" config {
      [type.googleapis.com/fleetspeak.grpcservice.Config] { target: "${listen}" insecure: true } } }`;
    await using server = await CompiledServer.start({ services });
    const daemon = join(examples, "ping-daemon/daemon.ts");
    await using client = await startClient(
      server,
      "ping",
      `name: "ping" factory: "Daemon" config { [type.googleapis.com/fleetspeak.daemonservice.Config] {
        argv: "${process.execPath}" argv: "${daemon}" monitor_heartbeats: true } }`,
    );
    const half = join(examples, "ping-daemon/server.ts");
    await using ping = startBinary([half, client.clientId, `unix:${server.socket}`, listen], {
      executable: process.execPath,
    });
    await ping.waitForLine(/^pong: hello$/, limitMs);
    expect((await ping.finished).status).toBe(0);
  },
  2 * limitMs,
);

test(
  "shell-script: answers with its arguments",
  async () => {
    await using server = await CompiledServer.start();
    const script = join(examples, "shell-script/uptime.sh");
    await using client = await startClient(
      server,
      "uptime",
      `name: "uptime" factory: "Stdin"
       config { [type.googleapis.com/fleetspeak.stdinservice.Config] { cmd: "${script}" } }`,
    );
    const env = { FLEET_ADMIN_ADDR: `unix:${server.socket}` };
    const { stdout, status } = await runBinary(["exec", client.clientId, "uptime", "--", "once"], {
      env,
    });
    expect({ status, stdout }).toMatchObject({ status: 0 });
    expect(stdout).toMatch(/^up since: .+\nasked with: once\n$/);
  },
  2 * limitMs,
);
