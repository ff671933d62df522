/**
 * Installations that are half the original's and half ours, and the mistakes that are made there: what each side says,
 * and that the fix in docs/migrating-from-fleetspeak.md mends it.
 */
import { X509Certificate } from "node:crypto";
import { describe, expect, test } from "bun:test";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { makeDeploymentKey } from "../../src/net/certificates.ts";
import { makeHolder } from "../helpers/admin-certificates.ts";
import { type FinishedRun, runBinary, startBinary } from "../helpers/binary.ts";
import { quoted } from "../helpers/config-files.ts";
import { Endpoint } from "../helpers/endpoint.ts";
import { ServerProcess } from "../helpers/server-process.ts";
import { stockPrograms } from "../helpers/stock/programs.ts";
import { StockDeployment } from "../helpers/stock-deployment.ts";

const configurationFault = 3;

function runStock(executable: string, ...args: string[]): Promise<FinishedRun> {
  return runBinary([...args, "-logtostderr"], { executable });
}

describe("a file with our block", () => {
  test("ends the original's client, which goes on when the block is in a file beside it", async () => {
    using deployment = await StockDeployment.make();
    const original = deployment.read("client.config");
    const ours = "transport: POLL allow_unsigned_services: true";
    deployment.write("client.config", `${original}\nfleet { ${ours} }\n`);
    const config = deployment.path("client.config");
    const refused = await runStock(stockPrograms.client, "-config", config);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain("unknown field: fleet");
    expect((await runBinary(["config", "check", config])).status).toBe(0);

    deployment.write("client.config", original);
    deployment.write("client.config.fleet", ours);
    expect((await runBinary(["config", "check", config])).status).toBe(0);
    await using stock = startBinary(["-config", config, "-logtostderr"], {
      executable: stockPrograms.client,
    });
    await stock.waitForLine(/Using new client id/);
  });

  test("ends the original's server and its configurator in the same way", async () => {
    using deployment = await StockDeployment.make();
    const file = (name: string) => deployment.path(name);
    deployment.write("server.config", `${deployment.read("server.config")}\nfleet {}\n`);
    const server = await runStock(
      stockPrograms.server,
      ...["-components_config", file("server.config"), "-services_config", "/dev/null"],
    );
    deployment.write("configurator.txt", `${deployment.read("configurator.txt")}\nfleet {}\n`);
    const config = await runStock(stockPrograms.config, "-config", file("configurator.txt"));
    for (const { status, stderr } of [server, config]) {
      expect([status, stderr]).toEqual([1, expect.stringContaining("unknown field: fleet")]);
    }
  });

  test("and another one beside it are refused together", async () => {
    using deployment = await StockDeployment.make();
    deployment.write(
      "client.config",
      `${deployment.read("client.config")}\nfleet { transport: POLL }\n`,
    );
    deployment.write("client.config.fleet", "transport: STREAM");
    const { status, stdout } = await runBinary([
      "config",
      "check",
      deployment.path("client.config"),
    ]);
    expect([status, stdout]).toEqual([
      configurationFault,
      expect.stringContaining("client.config.fleet"),
    ]);
  });
});

describe("a file of the original with typing errors", () => {
  test("is refused with all of them, each with its line, where the original names one", async () => {
    using deployment = await StockDeployment.make();
    const lines = [
      `sever: "127.0.0.1:${deployment.port}"`,
      "filesystem_handler {",
      `  configuration_directory: ${quoted(deployment.folder)}`,
      `  state_fiel: ${quoted(deployment.path("state"))}`,
      "}",
      "streaming: yes",
    ];
    deployment.write("client.config", lines.join("\n"));
    const config = deployment.path("client.config");
    const stock = await runStock(stockPrograms.client, "-config", config);
    expect(stock.stderr).toContain("unknown field: sever");
    expect(stock.stderr).not.toContain("state_fiel");
    const { status, stderr } = await runBinary(["client", "--config", config]);
    expect(status).toBe(configurationFault);
    expect(stderr).toMatch(/client\.config:1:1: .*"sever".*Did you mean "server"/);
    expect(stderr).toMatch(/client\.config:4:3: .*"state_fiel".*Did you mean "state_file"/);
    expect(stderr).toMatch(/client\.config:6:12: streaming: "yes"/);
    expect(existsSync(deployment.path("state"))).toBe(false);
  });
});

describe("the wrong deployment key", () => {
  test("keeps a service out, says so on the endpoint, and nothing else suffers", async () => {
    await using server = await ServerProcess.start();
    const other = makeDeploymentKey();
    using endpoint = new Endpoint({
      server: server.address,
      trustedCertificates: server.caCertificate,
      extension: `deployment_public_key: ${quoted(other.publicKey)}`,
    });
    mkdirSync(join(endpoint.folder, "services"));
    const sign = await runBinary([
      ...["service", "sign", "--key", `${server.databasePath}.d/deployment.key`],
      ...["--out", join(endpoint.folder, "services", "echo.signed")],
      ...["--name", "echo", "--cmd", "/bin/echo"],
    ]);
    expect(sign.status).toBe(0);
    await using client = endpoint.start("ours");
    await client.waitForLine(/service echo is not installed: .*/);
    await client.waitForLine(/connected to/);
    const { refusedServices, state } = endpoint.readStatus();
    expect(state).toBe("connected");
    expect(refusedServices["echo"]).toContain("deployment key");

    // The right key beside the wrong one, as while keys are being changed.
    const right = readFileSync(`${server.databasePath}.d/deployment.pub`, "utf8");
    const keys = [other.publicKey, right].map((pem) => `deployment_public_key: ${quoted(pem)}`);
    writeFileSync(`${endpoint.configFile}.fleet`, keys.join("\n"));
    client.kill("SIGTERM");
    await client.finished;
    await using mended = endpoint.start("ours");
    await mended.waitForLine(/service echo is installed/);
  });
});

describe("a server certificate of the original's configurator", () => {
  test("is a CA itself, and serves our server's clients, theirs and ours", async () => {
    using deployment = await StockDeployment.make();
    expect(new X509Certificate(deployment.read("server.pem")).ca).toBe(true);
    deployment.useSqlite();
    deployment.write("services.config", "");
    const components = deployment.path("server.config");
    const check = await runBinary(["config", "check", components]);
    expect([check.status, check.stderr]).toEqual([0, expect.not.stringContaining("certificate")]);
    await using server = startBinary([
      ...["run", "--components_config", components],
      ...["--services_config", deployment.path("services.config")],
    ]);
    await server.waitForLine(/clients' port on/);
    const config = deployment.path("client.config");
    for (const kind of ["stock", "ours"] as const) {
      await using client =
        kind === "ours"
          ? startBinary(["client", "--config", config])
          : startBinary(["-config", config, "-logtostderr"], {
              executable: stockPrograms.client,
            });
      await server.waitForLine(
        kind === "ours" ? /connected .* by websocket/ : /connected .* by stream/,
      );
      client.kill("SIGTERM");
      await client.finished;
    }
    const ids = new Set(server.stderr().match(/client [0-9a-f]{16}/g));
    expect(ids.size).toBe(1);
  });

  test.each(["server.pem", "ca.pem"])("%s is refused as the CA of administrators", async (file) => {
    using deployment = await StockDeployment.make();
    deployment.useSqlite(`admin { client_ca: ${quoted(deployment.read(file))} }`);
    const components = deployment.path("server.config");
    const runs = [
      await runBinary(["config", "check", components]),
      await runBinary(["run", "--components_config", components]),
    ];
    for (const { status, stdout, stderr } of runs) {
      expect([status, stdout + stderr]).toEqual([
        configurationFault,
        expect.stringContaining("client_ca"),
      ]);
    }
  });

  test("is shown to administrators, and issues none", async () => {
    using deployment = await StockDeployment.make();
    const cwd = deployment.folder;
    const made = await runBinary(
      ["admin", "certificate", "alice", "--ca", "admin-ca", "--out", "alice"],
      { cwd },
    );
    expect(made.status).toBe(0);
    deployment.useSqlite(
      `admin { client_ca: ${quoted(deployment.read("admin-ca/admin-ca.pem"))} }`,
    );
    await using server = startBinary(["run", "--components_config", "server.config"], { cwd });
    const [, address = ""] = await server.waitForLine(/admin API on (127\.0\.0\.1:\d+)/);
    const list = (certificate: string, key: string) =>
      runBinary(
        [
          ...["clients", "list", "--json", "--admin_addr", address, "--admin_ca", "ca.pem"],
          ...["--admin_cert", certificate, "--admin_key", key],
        ],
        { cwd },
      );
    const alice = await list("alice/alice.pem", "alice/alice.key");
    expect([alice.status, alice.stdout.trim()]).toEqual([0, "[]"]);

    // With the server's key anybody could issue such a certificate: the original's server certificate is a CA's.
    const issuer = {
      certificate: deployment.read("server.pem"),
      key: deployment.read("server.key"),
    };
    const mallory = await makeHolder("mallory", issuer);
    deployment.write("mallory.pem", mallory.certificate + issuer.certificate);
    deployment.write("mallory.key", mallory.key);
    expect((await list("mallory.pem", "mallory.key")).status).toBe(5);
    await server.waitForLine(/refused: .*mallory/);
    expect((await list("server.pem", "server.key")).status).toBe(5);
  });
});
