/** The compiled client behind proxies, as its file or its environment names them. */
import { describe, expect, test } from "bun:test";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { printText } from "../../src/config/text-printer.ts";
import { type RunningProgram, makeTemporaryFolder, startBinary } from "../helpers/binary.ts";
import { CompiledServer } from "../helpers/compiled-server.ts";
import { startProxy } from "../helpers/connect-proxy.ts";
import { startSocksProxy } from "../helpers/socks-proxy.ts";
import { waitFor } from "../helpers/wait-for.ts";

interface Client extends AsyncDisposable {
  readonly program: RunningProgram;
  readonly status: () => unknown;
}

interface ClientFields {
  readonly server: string;
  readonly proxy?: string;
  readonly env?: Readonly<Record<string, string>>;
}

function startClient(server: CompiledServer, fields: ClientFields): Client {
  const folder = makeTemporaryFolder();
  const path = (name: string) => join(folder.path, name);
  mkdirSync(path("configuration"), { mode: 0o700 });
  writeFileSync(path("configuration/communicator.txt"), "min_failure_delay_seconds: 1\n");
  const config = printText("fleetspeak.client.generic.Config", {
    trusted_certs: server.caCertificate,
    server: [fields.server],
    ...{ streaming: true, server_name: "localhost" },
    ...(fields.proxy !== undefined && { proxy: fields.proxy }),
    filesystem_handler: {
      configuration_directory: path("configuration"),
      state_file: path("state"),
    },
  });
  writeFileSync(path("client.config"), config, { mode: 0o600 });
  const program = startBinary(["client", "--config", path("client.config")], {
    cwd: folder.path,
    ...(fields.env && { env: fields.env }),
  });
  return {
    program,
    status: (): unknown => JSON.parse(readFileSync(path("state.fleet.status.json"), "utf8")),
    async [Symbol.asyncDispose]() {
      await program[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

const deadlineMs = 15_000;
const connected = /connected to \S+ by websocket.*/;

describe("a client connects", () => {
  test("through SOCKS with user and password, and shows neither", async () => {
    await using server = await CompiledServer.start();
    await using proxy = await startSocksProxy({ login: "me:hidden" });
    await using client = startClient(server, {
      server: `127.0.0.1:${server.port}`,
      proxy: `socks5h://me:hidden@127.0.0.1:${proxy.port}`,
    });
    const [line] = await client.program.waitForLine(connected, deadlineMs);
    expect(line).toContain(`through the proxy 127.0.0.1:${proxy.port}`);
    expect(proxy.targets[0]).toBe(`127.0.0.1:${server.port}`);
    await waitFor(() => JSON.stringify(client.status()).includes('"connected"'), {
      what: "the status",
    });
    expect(client.status()).toMatchObject({ proxy: `127.0.0.1:${proxy.port}`, failures: {} });
    expect(client.program.stderr() + JSON.stringify(client.status())).not.toContain("hidden");
  });

  test("as HTTPS_PROXY says, which resolves the name; NO_PROXY says where not", async () => {
    await using server = await CompiledServer.start();
    const leadsTo = { host: "127.0.0.1", port: server.port };
    await using proxy = await startSocksProxy({ leadsTo });
    const env = { HTTPS_PROXY: `socks5://127.0.0.1:${proxy.port}` };
    const fields = { server: "server.fleet.invalid:443", env };
    await using client = startClient(server, fields);
    await client.program.waitForLine(connected, deadlineMs);
    expect(proxy.targets[0]).toBe("server.fleet.invalid:443");
    const asked = proxy.targets.length;
    const direct = { ...env, NO_PROXY: "other.invalid, .fleet.invalid:443" };
    await using past = startClient(server, { ...fields, env: direct });
    const [line] = await past.program.waitForLine(/contact with .* failed.*/, deadlineMs);
    expect(line).toContain("(unreachable)");
    expect(line).not.toContain("proxy");
    expect(proxy.targets.length).toBe(asked);
  });
});

describe("a proxy", () => {
  test("that refuses is named with the cause in one line, and counted", async () => {
    await using server = await CompiledServer.start();
    await using proxy = await startProxy((socket) => socket.end("HTTP/1.1 407 No\r\n\r\n"));
    await using client = startClient(server, {
      server: `127.0.0.1:${server.port}`,
      proxy: `http://me:hidden@127.0.0.1:${proxy.port}`,
    });
    const [line] = await client.program.waitForLine(/contact with .* failed.*/, deadlineMs);
    expect(line).toContain(`through the proxy 127.0.0.1:${proxy.port} failed (proxy_credentials)`);
    await waitFor(() => /"proxy_credentials":[3-9]/.test(JSON.stringify(client.status())), {
      ...{ what: "three attempts", deadlineMs },
    });
    expect(client.program.stderr().match(/contact with/g)?.length).toBe(1);
    expect(client.program.stderr() + JSON.stringify(client.status())).not.toContain("hidden");
  });

  test("with a certificate that the machine does not trust is not spoken to, whatever the environment says", async () => {
    await using server = await CompiledServer.start();
    await using proxy = await startProxy(undefined, { isTls: true });
    const fixture = join(import.meta.dir, "../fixtures/net/ca.pem");
    await using client = startClient(server, {
      server: `127.0.0.1:${server.port}`,
      proxy: `https://localhost:${proxy.port}`,
      env: {
        ...{ SSL_CERT_FILE: fixture, NODE_EXTRA_CA_CERTS: fixture },
        ...{ NODE_TLS_REJECT_UNAUTHORIZED: "0", NODE_USE_SYSTEM_CA: "1" },
      },
    });
    await client.program.waitForLine(/failed \(proxy_untrusted\)/, deadlineMs);
    expect(proxy.heads).toEqual([]);
  });
});
