/** The log of the compiled file: its flags, its file, and what it does when the disk is full. */
import { describe, expect, test } from "bun:test";
import { readFileSync, readdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import {
  type RunningProgram,
  binaryPath,
  makeTemporaryFolder,
  runBinary,
  startBinary,
} from "../helpers/binary.ts";
import { CompiledServer } from "../helpers/compiled-server.ts";
import { Endpoint, stop } from "../helpers/endpoint.ts";
import { waitFor } from "../helpers/wait-for.ts";

const ports = [
  "--https_addr",
  "127.0.0.1:0",
  "--admin_addr",
  "127.0.0.1:0",
  "--web_addr",
  "127.0.0.1:0",
];

function startServer(cwd: string, flags: readonly string[]): RunningProgram {
  return startBinary(["server", "--database_path", "fleet.sqlite", ...ports, ...flags], { cwd });
}

function linesOf(path: string): Record<string, unknown>[] {
  const lines = readFileSync(path, "utf8").split("\n");
  expect(lines.pop()).toBe("");
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe("the log", () => {
  test("is JSON in a file of its own, 0600, opened anew at SIGHUP", async () => {
    using folder = makeTemporaryFolder();
    const path = join(folder.path, "server.log");
    await using server = startServer(folder.path, [
      ...["--log_format", "json", "--log-level", "info", "--log_file", "server.log"],
    ]);
    await server.waitForLine(/^admin API/m);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const before = linesOf(path);
    expect(before.length).toBeGreaterThan(0);
    for (const line of before) {
      expect(line).toMatchObject({ level: expect.any(String), area: expect.any(String) });
      expect(line["time"]).toMatch(/^2\d{3}-.*Z$/);
    }
    // The steps of a start are for whoever started it; the log is not there.
    expect(server.stderr()).not.toContain("valid until");

    renameSync(path, join(folder.path, "moved"));
    server.kill("SIGHUP");
    await waitFor(() => readdirSync(folder.path).includes("server.log"), { what: "a new file" });
    await waitFor(() => readFileSync(path, "utf8").includes("configuration read again"), {
      what: "the next line in it",
    });
    expect(linesOf(path).length).toBeGreaterThan(0);
  });

  test("makes room for itself as its configuration says", async () => {
    using folder = makeTemporaryFolder();
    const path = join(folder.path, "x.log");
    writeFileSync(path, "x".repeat(65_536));
    await using server = await CompiledServer.start({
      extension: `log { file: ${JSON.stringify(path)} max_bytes: 65536 keep: 1 }`,
    });
    expect(statSync(`${path}.1`).size).toBe(65_536);
    expect(readFileSync(path, "utf8")).toContain("[INF]");
    expect(server.log).toBe("");
  });

  test("has only what is serious enough", async () => {
    using folder = makeTemporaryFolder();
    await using server = startServer(folder.path, ["--log_level", "error"]);
    await server.waitForLine(/^admin API/m);
    expect(server.stderr()).not.toContain("[INF]");
  });

  test.each([
    [["--log_level", "loud"], 2, "loud"],
    [["--log_format", "xml"], 2, "xml"],
    [["--log_file", "/dev/null"], 3, "is not a regular file"],
    [["--log_file", "none/there.log"], 3, "none/there.log"],
  ])("a server with %j does not start", async (flags, status, words) => {
    using folder = makeTemporaryFolder();
    const { finished } = startServer(folder.path, flags);
    const run = await finished;
    expect([run.status, run.stderr]).toEqual([status, expect.stringContaining(words)]);
    expect(readdirSync(folder.path)).toEqual([]);
  });
});

test("a day's work leaves no key and no payload in the log, at any level", async () => {
  using folder = makeTemporaryFolder();
  const cwd = folder.path;
  const flags = ["--log_level", "debug", "--log_format", "json"];
  await using server = startServer(cwd, flags);
  await server.waitForLine(/^admin API/m);
  const state = join(cwd, "fleet.sqlite.d");
  const { https } = JSON.parse(readFileSync(join(state, "run.json"), "utf8")) as { https: string };
  using endpoint = new Endpoint({
    server: https,
    trustedCertificates: readFileSync(join(state, "ca.pem"), "utf8"),
    extension: "allow_unsigned_services: true log { level: DEBUG } reconnect { jitter {} }",
  });
  endpoint.addStdinService("echo", "/bin/echo");
  endpoint.addStdinService("fails", "/bin/false");
  const client = endpoint.start("ours");
  const fleet = async (...args: readonly string[]) => {
    const run = await runBinary([...args, "--database_path", "fleet.sqlite"], { cwd });
    return run.stdout;
  };
  const clientId = await waitFor(
    async () => {
      const rows = JSON.parse((await fleet("clients", "list", "--json")) || "[]") as {
        client_id: string;
      }[];
      return rows[0]?.client_id;
    },
    { what: "a client" },
  );
  const payload = "payload-of-a-days-work";
  writeFileSync(join(cwd, "data"), payload);
  const at = ["--database_path", "fleet.sqlite", "--timeout", "20s", "--"];
  const answer = await runBinary(["exec", clientId, "echo", ...at, payload], { cwd });
  expect(answer.stdout).toBe(`${payload}\n`);
  expect((await runBinary(["exec", clientId, "fails", ...at, payload], { cwd })).status).toBe(1);
  await fleet("file", "put", "echo", "data", "data");
  const data = ["--data_file", "data", "--type_url", "test.Data"];
  await fleet("message", "send", clientId, "none", "Anything", ...data);
  await fleet("broadcast", "create", "echo", "Anything", ...data, "--expires", "1m");
  const keyBefore = endpoint.readState().clientKey;
  await fleet("clients", "rekey", clientId);
  await waitFor(
    () => Buffer.compare(Buffer.from(endpoint.readState().clientKey), Buffer.from(keyBefore)) !== 0,
    { what: "another key of the client", deadlineMs: 20_000 },
  );
  server.kill("SIGHUP");
  await server.waitForLine(/configuration read again/);
  await stop(client);
  server.kill("SIGTERM");
  await server.finished;

  const keys = ["ca.key", "server.key", "deployment.key"].map((name) =>
    readFileSync(join(state, name), "utf8"),
  );
  const secrets = [
    payload,
    ...[keyBefore, endpoint.readState().clientKey].flatMap((key) => [
      Buffer.from(key).toString("base64"),
      Buffer.from(key).toString("hex"),
    ]),
    ...keys.flatMap((pem) => pem.split("\n").filter((line) => /^[A-Za-z0-9+/=]{20,}$/.test(line))),
  ];
  expect(secrets.length).toBeGreaterThan(8);
  expect(server.stderr()).toContain("handed");
  expect(client.stderr()).toContain("is installed");
  for (const log of [server.stderr(), client.stderr()]) {
    for (const secret of secrets) expect(log).not.toContain(secret);
  }
}, 60_000);

/** Whether this machine lets a test have a file system of its own. */
const canMount =
  Bun.spawnSync(["unshare", "-m", "sh", "-c", "mount -t tmpfs tmpfs /mnt"], {
    stderr: "ignore",
  }).exitCode === 0;

test.skipIf(!canMount)("a full disk under the log file ends nothing", async () => {
  using folder = makeTemporaryFolder();
  const fill = "mount -t tmpfs -o size=64k tmpfs small && head -c 1M /dev/zero > small/rest; ";
  const serve = `exec "${binaryPath}" server --database_path fleet.sqlite ${ports.join(" ")} --log_file small/log`;
  await using server = startBinary(["-m", "sh", "-c", `mkdir small; ${fill}${serve}`], {
    executable: "/usr/bin/unshare",
    cwd: folder.path,
  });
  await server.waitForLine(/the log file small\/log cannot be written: .*ENOSPC|cannot be written/);
  await server.waitForLine(/^admin API/m);
  await server.waitForLine(/valid until/);
  const listed = await runBinary(["clients", "list", "--database_path", "fleet.sqlite", "--json"], {
    cwd: folder.path,
  });
  expect([listed.status, listed.stdout]).toEqual([0, "[]\n"]);
  server.kill("SIGTERM");
  expect((await server.finished).status).toBe(143);
});
