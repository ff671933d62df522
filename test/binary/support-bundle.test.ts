/** fleet support-bundle of the compiled file: what is in the archive, and that no secret that was planted is. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

import { makeCertificateAuthority } from "../../src/net/certificates.ts";
import { makeTemporaryFolder, runBinary } from "../helpers/binary.ts";
import { CompiledServer } from "../helpers/compiled-server.ts";
import { Endpoint, stop } from "../helpers/endpoint.ts";
import { freePort } from "../helpers/free-port.ts";
import { waitFor } from "../helpers/wait-for.ts";

/** Everything that must not be in any bundle, by what it is. */
const planted = new Map<string, string>();

function plant(what: string): string {
  const secret = `planted${Buffer.from(what).toString("hex")}`;
  planted.set(what, secret);
  return secret;
}

/** The lines of a PEM key. */
function plantKey(what: string, pem: string): void {
  const lines = pem.split("\n").filter((line) => line.length > 20 && !line.startsWith("-----"));
  expect(lines.length).toBeGreaterThan(0);
  for (const [index, line] of lines.entries()) planted.set(`${what}, line ${index + 1}`, line);
}

let folder: ReturnType<typeof makeTemporaryFolder>;
let server: CompiledServer;
let endpoint: Endpoint;
let logFile = "";

beforeAll(async () => {
  folder = makeTemporaryFolder();
  logFile = join(folder.path, "server.log");
  const keyFile = join(folder.path, "notification.key");
  writeFileSync(keyFile, plant("notification key").padEnd(64, "0"), { mode: 0o600 });
  const secretFile = join(folder.path, "webhook.secret");
  writeFileSync(secretFile, plant("webhook secret").padEnd(64, "0"), { mode: 0o600 });
  const [stats, health] = [freePort(), freePort()];
  const proxy = `http://fleet:${plant("proxy password")}@127.0.0.1:9`;
  server = await CompiledServer.start({
    extension: `
      # ${plant("comment")}
      log { file: ${JSON.stringify(logFile)} } notification_key_file: ${JSON.stringify(keyFile)}`,
    sections: `
      stats_config { address: "127.0.0.1:${stats}" }
      health_check_config { listen_address: "127.0.0.1:${health}" }
      notification_use_http_notifier: true`,
    services: `
      services { name: "sink" factory: "NOOP" }
      services { name: "hook" factory: "Webhook" config { [type.googleapis.com/fleet.v1.WebhookConfig] {
        url: "http://127.0.0.1:9/hook?token=${plant("webhook token")}" secret_file: ${JSON.stringify(secretFile)} } } }`,
  });
  const components = readFileSync(join(server.folder, "server.components.config"), "utf8");
  plantKey("server key", components.replace(/^.*(?=key:)/s, "").replace(/[" ]|\\n/g, ""));
  endpoint = new Endpoint({
    server: `127.0.0.1:${server.port}`,
    trustedCertificates: server.caCertificate,
    extension: `allow_unsigned_services: true reconnect { jitter {} }`,
  });
  const settings = `cmd: "/bin/echo" args: "--password=${plant("argument")}"`;
  mkdirSync(join(endpoint.folder, "services"));
  writeFileSync(
    join(endpoint.folder, "textservices", "echo.txt"),
    `name: "echo" factory: "Stdin" config { [type.googleapis.com/fleetspeak.stdinservice.Config] { ${settings} } }\n`,
  );
  const client = endpoint.start("ours");
  const at = ["--admin_addr", `unix:${server.socket}`];
  const clientId = await waitFor(
    async () => {
      const { stdout } = await runBinary(["clients", "list", ...at, "--json"]);
      const [row] = JSON.parse(stdout || "[]") as { client_id: string }[];
      return row?.client_id;
    },
    { what: "a client" },
  );
  const told = await runBinary([
    ...["exec", clientId, "echo", ...at, "--timeout", "20s", "--", plant("payload")],
  ]);
  expect([told.status, told.stderr]).toEqual([0, ""]);
  await stop(client);
  // It stays: nobody takes it.
  const data = join(folder.path, "pending");
  writeFileSync(data, plant("pending payload"));
  const sent = await runBinary([
    ...[
      "message",
      "send",
      clientId,
      "echo",
      "Anything",
      ...at,
      "--data_file",
      data,
      "--type_url",
      "test.Data",
    ],
  ]);
  expect([sent.status, sent.stderr]).toEqual([0, ""]);
  planted.set("client key", readFileSync(endpoint.stateFile).subarray(-40, -8).toString("base64"));
  const config = readFileSync(endpoint.configFile, "utf8");
  writeFileSync(endpoint.configFile, `${config}\nproxy: ${JSON.stringify(proxy)}\n`);
  // What another program, or a version with a fault, might have logged.
  appendFileSync(
    logFile,
    [
      `12:00:00.000 [INF] x: token fleet_0a1b2c_${plant("token")}`,
      `12:00:00.000 [INF] x: authorization: Bearer ${plant("bearer")}`,
      `12:00:00.000 [INF] x: by way of http://u:${plant("logged password")}@proxy:1/`,
      `-----BEGIN PRIVATE KEY-----\n${plant("logged key")}\n-----END PRIVATE KEY-----\n`,
    ].join("\n"),
  );
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  endpoint[Symbol.dispose]();
  folder[Symbol.dispose]();
});

/** The parts of an archive, by their names, as tar reads them. */
function unpack(path: string): Map<string, string> {
  using place = makeTemporaryFolder();
  const { exitCode } = Bun.spawnSync(["tar", "xzf", path, "-C", place.path]);
  expect(exitCode).toBe(0);
  const [root = ""] = readdirSync(place.path);
  const names = readdirSync(join(place.path, root), { recursive: true, withFileTypes: true });
  return new Map(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = join(entry.parentPath, entry.name);
        return [file.slice(join(place.path, root).length + 1), readFileSync(file, "utf8")] as const;
      }),
  );
}

async function bundle(name: string, args: readonly string[]) {
  const out = join(folder.path, name);
  const run = await runBinary(["support-bundle", ...args, "--out", out], { cwd: folder.path });
  expect([run.status, run.stdout]).toEqual([0, `${out}\n`]);
  return { out, run, parts: unpack(out) };
}

function expectNoSecret(parts: ReadonlyMap<string, string>): void {
  expect(planted.size).toBeGreaterThan(12);
  for (const [path, text] of parts) {
    for (const [what, secret] of planted) {
      if (text.includes(secret)) throw new Error(`${path} holds the ${what}`);
    }
  }
}

describe("a server's bundle", () => {
  const args = () => [
    ...["--components_config", join(server.folder, "server.components.config")],
    ...["--services_config", join(server.folder, "server.services.config")],
  ];

  test("has what a maintainer needs, is the user's alone, and holds no secret", async () => {
    const { out, run, parts } = await bundle("server.tar.gz", args());
    expect(statSync(out).mode & 0o777).toBe(0o600);
    expectNoSecret(parts);
    expect([...parts.keys()].toSorted()).toEqual([
      "README.txt",
      "doctor.txt",
      "machine.json",
      "server/api/get_overview.json",
      "server/api/get_server.json",
      "server/api/list_log_events.json",
      "server/certificates.txt",
      "server/components.config",
      "server/database.json",
      "server/files.txt",
      "server/log.txt",
      "server/metrics.txt",
      "server/readyz.json",
      "server/run.json",
      "server/services.config",
      "server/warnings.json",
    ]);
    for (const name of parts.keys()) expect(run.stderr).toContain(name);
    expect(parts.get("server/components.config")).toContain('key: "(set, not shown)"');
    expect(parts.get("server/components.config")).toContain("certificate of CN=test");
    expect(parts.get("server/services.config")).toContain("http://127.0.0.1:9/");
    expect(parts.get("doctor.txt")).toContain("ok    database");
    expect(JSON.parse(parts.get("server/readyz.json") ?? "")).toMatchObject({ status: "ok" });
    expect(parts.get("server/metrics.txt")).toContain("fleet_");
    expect(parts.get("server/log.txt")).toContain("[INF]");
    expect(parts.get("server/log.txt")).toContain("fleet_0a1b2c_***");
    expect(parts.get("server/files.txt")).toMatch(/^-0600 .*fleet\.sqlite"$/m);
    expect(parts.get("server/api/list_log_events.json")).toContain('"level": "info"');
    const database = JSON.parse(parts.get("server/database.json") ?? "") as {
      schema_version: number;
      rows: Record<string, number>;
    };
    expect(database.schema_version).toBeGreaterThan(0);
    expect(database.rows).toMatchObject({ client_rows: 1, payload_rows: 1 });
  });

  test("is made also of files that cannot be used, and shows nothing that they hold", async () => {
    using place = makeTemporaryFolder();
    const broken = join(place.path, "broken.config");
    const text = readFileSync(join(server.folder, "server.components.config"), "utf8");
    const { key } = await makeCertificateAuthority({ name: "pasted", now: Date.now() });
    plantKey("pasted key", key);
    writeFileSync(
      broken,
      `${text}\npasword: "${plant("misspelt field")}"\nproxy_protocol: "${plant("wrong type")}"\nkey: ${key}`,
    );
    const { parts } = await bundle("broken.tar.gz", ["--components_config", broken]);
    expectNoSecret(parts);
    expect(parts.get("README.txt")).toContain("server/warnings.json");
    expect(parts.get("server/components.config")).toContain("broken.config:");
  });

  test("does not overwrite what is there, and --dry_run writes nothing", async () => {
    const out = join(folder.path, "there.tar.gz");
    writeFileSync(out, "mine");
    const run = await runBinary(["support-bundle", ...args(), "--out", out]);
    expect([run.status, readFileSync(out, "utf8")]).toEqual([8, "mine"]);
    using place = makeTemporaryFolder();
    const dry = await runBinary(["support-bundle", ...args(), "--dry_run", "--json"], {
      cwd: place.path,
    });
    const listed = JSON.parse(dry.stdout) as { parts: { path: string }[] };
    expect(listed.parts.map(({ path }) => path)).toContain("server/database.json");
    expect(readdirSync(place.path)).toEqual([]);
  });
});

test("a client's bundle has what a maintainer needs, and holds no secret", async () => {
  const { parts } = await bundle("client.tar.gz", ["--config", endpoint.configFile]);
  expectNoSecret(parts);
  expect([...parts.keys()].toSorted()).toEqual([
    "README.txt",
    "client/client.config",
    "client/communicator.txt",
    "client/database.json",
    "client/files.txt",
    "client/services.json",
    "client/status.json",
    "client/textservices/1.txt",
    "client/warnings.json",
    "doctor.txt",
    "machine.json",
  ]);
  expect(parts.get("client/client.config")).toContain("http://127.0.0.1:9/");
  expect(JSON.parse(parts.get("client/status.json") ?? "")).toHaveProperty("clientId");
  expect(parts.get("client/services.json")).toContain('"echo"');
  expect(parts.get("client/textservices/1.txt")).toContain('cmd: "/bin/echo"');
});

test("a bundle of a database alone, whose server does not run, leaves nothing beside it", async () => {
  using place = makeTemporaryFolder();
  const ports = ["--https_addr", "127.0.0.1:0", "--admin_addr", "127.0.0.1:0"];
  const cwd = place.path;
  const made = await runBinary(["all", "--database_path", "x.sqlite", ...ports, "--once"], { cwd });
  expect(made.status).toBe(0);
  const before = readdirSync(cwd);
  const { parts } = await bundle("x.tar.gz", ["--database_path", join(cwd, "x.sqlite")]);
  expect(readdirSync(cwd)).toEqual(before);
  const keys = ["ca.key", "server.key", "deployment.key"];
  for (const key of keys) plantKey(key, readFileSync(join(cwd, "x.sqlite.d", key), "utf8"));
  expectNoSecret(parts);
  expect(parts.get("server/certificate-ca.txt")).toContain("a CA");
});

test("a bundle of nothing says what to name", async () => {
  const run = await runBinary(["support-bundle"]);
  expect([run.status, run.stdout]).toEqual([2, ""]);
  expect(run.stderr).toContain("--components_config");
});
