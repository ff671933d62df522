/**
 * The paths that the README walks, in the compiled file: everything in one process, then server and client as two.
 */
import { describe, expect, test } from "bun:test";
import { Database } from "bun:sqlite";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import {
  type RunningProgram,
  makeTemporaryFolder,
  runBinary,
  startBinary,
} from "../helpers/binary.ts";
import { waitFor } from "../helpers/wait-for.ts";

const anyPort = [
  "--https_addr",
  "127.0.0.1:0",
  "--admin_addr",
  "127.0.0.1:0",
  "--web_addr",
  "127.0.0.1:0",
];

interface AllResult {
  readonly pid: number;
  readonly https: string;
  readonly admin: string;
  readonly socket: string;
  readonly client_id: string;
  readonly answer: string;
  readonly round_trip_ms: number;
}

function startAll(folder: string): RunningProgram {
  return startBinary(["all", "--database_path", "demo.sqlite", ...anyPort, "--json"], {
    cwd: folder,
  });
}

async function resultOf(all: RunningProgram): Promise<AllResult> {
  await all.waitForLine(/serving/);
  return JSON.parse(all.stdout()) as AllResult;
}

describe("fleet all", () => {
  test("--once makes everything, prints the answer and ends; a second start goes on with what is there", async () => {
    using folder = makeTemporaryFolder();
    const args = ["all", "--database_path", "demo.sqlite", ...anyPort, "--once", "--json"];
    const first = await runBinary(args, { cwd: folder.path });
    expect(first.stderr).toContain("made certificate authority");
    expect(first.stderr).toContain("signed and installed services: ls, cat, echo");
    expect(first.stderr).not.toContain("[WRN]");
    expect(first.status).toBe(0);
    const second = await runBinary(args, { cwd: folder.path });
    expect(second.stderr).not.toContain("made");
    expect(second.status).toBe(0);
    const [a, b] = [JSON.parse(first.stdout) as AllResult, JSON.parse(second.stdout) as AllResult];
    expect(a.answer).toBe("hello from the other side");
    expect(b.client_id).toBe(a.client_id);
  });

  test("what it makes is this user's only", async () => {
    using folder = makeTemporaryFolder();
    await runBinary(["all", "--database_path", "demo.sqlite", ...anyPort, "--once"], {
      cwd: folder.path,
    });
    const mode = (name: string) =>
      Bun.file(join(folder.path, name))
        .stat()
        .then(({ mode: m }) => m & 0o777);
    for (const name of ["ca.key", "server.key", "deployment.key", "client/state"]) {
      expect([name, await mode(`demo.sqlite.d/${name}`)]).toEqual([name, 0o600]);
    }
    expect(await mode("demo.sqlite")).toBe(0o600);
    expect(await mode("demo.sqlite.d")).toBe(0o700);
  });

  test("serves the command line from another terminal, survives kill -9, and ends in order", async () => {
    using folder = makeTemporaryFolder();
    const fleet = (...args: string[]) =>
      runBinary([...args], {
        cwd: folder.path,
        env: { FLEET_STATE: join(folder.path, "demo.sqlite.d") },
      });
    const killed = startAll(folder.path);
    const { client_id: client, https } = await resultOf(killed);

    const list = await fleet("clients", "list", "--json");
    expect(list.stdout).toContain(client);
    const prefix = client.slice(0, 6);
    const ls = await fleet("exec", prefix, "ls", "--", "-l", "/");
    expect([ls.stdout.includes("etc"), ls.status]).toEqual([true, 0]);
    const missing = await fleet("exec", prefix, "ls", "--", "/nowhere/at/all");
    expect([missing.stderr.includes("/nowhere/at/all"), missing.status]).toEqual([true, 2]);
    const none = await fleet("exec", prefix, "no-such-service", "--timeout", "1s");
    expect([none.stderr.includes("installed there?"), none.status]).toEqual([true, 5]);

    killed.kill("SIGKILL");
    await killed.finished;
    await using again = startAll(folder.path);
    const restarted = await resultOf(again);
    expect(restarted.client_id).toBe(client);
    expect(restarted.https).not.toBe("");
    expect(https).not.toBe("");

    const sent = await fleet(
      "message",
      "send",
      client,
      "echo",
      "StdinServiceInputMessage",
      "--json",
      "--wait",
    );
    expect(sent.stdout).toContain('"message_id"');
    const pending = await fleet("message", "pending", client, "--json");
    const { message_id: sentId } = JSON.parse(sent.stdout) as { message_id: string };
    const messageStatus = await fleet("message", "status", sentId, "--json");
    expect(messageStatus.stdout).toContain('"processed"');
    // What nobody took is still there after the kill.
    const services = (JSON.parse(pending.stdout) as { destination_service: string }[]).map(
      (message) => message.destination_service,
    );
    expect(services).toEqual(["no-such-service"]);

    const deleted = await fleet("message", "delete", client, "--json");
    expect(JSON.parse(deleted.stdout)).toMatchObject({ deleted: "1" });
    const shown = await fleet("clients", "show", prefix, "--json");
    expect(JSON.parse(shown.stdout)).toMatchObject({ client_id: client, contacts: [{}, {}] });

    const broadcast = ["broadcast", "create", "echo", "StdinServiceInputMessage", "--limit", "1"];
    const watched = await fleet(...broadcast, "--watch");
    expect(watched.stdout).toEndWith("complete: sent 1 of 1\n");
    expect(JSON.parse((await fleet("broadcast", "list", "--json")).stdout)).toEqual([]);
    const waiting = await fleet("broadcast", "create", "echo", "T", "--label", "nobody", "--json");
    const { broadcast_id: broadcastId } = JSON.parse(waiting.stdout) as { broadcast_id: string };
    expect((await fleet("broadcast", "list")).stdout).toContain(broadcastId);
    expect((await fleet("broadcast", "disable", broadcastId)).status).toBe(0);
    expect((await fleet("broadcast", "watch", broadcastId)).stdout).toContain("disabled");

    again.kill("SIGINT");
    expect((await again.finished).status).toBe(130);
    using database = new Database(join(folder.path, "demo.sqlite"), { readonly: true });
    expect(
      database.query("SELECT count(*) AS n FROM clients WHERE client_id = ?").get(client),
    ).toEqual({ n: 1 });
  }, 60_000);

  test("exec sends standard input and keeps the two outputs apart", async () => {
    using folder = makeTemporaryFolder();
    await using all = startAll(folder.path);
    const { client_id: client } = await resultOf(all);
    const env = { FLEET_STATE: join(folder.path, "demo.sqlite.d") };
    const stdin = "three\nlines\nof text\n";
    const cat = await runBinary(["exec", client, "cat", "--stdin"], {
      cwd: folder.path,
      env,
      stdin,
    });
    expect(cat.stdout).toBe(stdin);
    expect(cat.stderr).toBe("");
  });
});

describe("two processes from the files of config init", () => {
  test("exchange messages, and lose none when either is killed", async () => {
    using folder = makeTemporaryFolder();
    const port = await freePort();
    writeConfigurator(folder.path, port);
    const init = await runBinary(["config", "init", "--config", "configurator.txt"], {
      cwd: folder.path,
    });
    expect([init.stderr, init.status]).toEqual(["", 0]);
    expect(init.stdout).toContain("CA certificate");
    for (const file of ["server.config", "client.config"]) {
      const check = await runBinary(["config", "check", file], { cwd: folder.path });
      expect([file, check.status]).toEqual([file, 0]);
    }
    await signService(folder.path, "echo", "/bin/echo");

    const startServer = () =>
      startBinary(["run", "--components_config", "server.config"], { cwd: folder.path });
    const startClient = () =>
      startBinary(["client", "--config", "client.config"], { cwd: folder.path });
    const env = { FLEET_STATE: join(folder.path, "fleet.sqlite.d") };
    const fleet = (...args: string[]) => runBinary(args, { cwd: folder.path, env });

    await using firstServer = startServer();
    await using firstClient = startClient();
    await firstClient.waitForLine(/connected to .* by websocket/, 15_000);
    const [client] = JSON.parse((await fleet("clients", "list", "--json")).stdout) as {
      client_id: string;
    }[];
    const id = client?.client_id ?? "";
    const echo = async (text: string) =>
      (await fleet("exec", id, "echo", "--timeout", "30s", "--", text)).stdout;
    expect(await echo("one")).toBe("one\n");

    firstServer.kill("SIGKILL");
    await firstServer.finished;
    await using _secondServer = startServer();
    await waitFor(() => fleet("clients", "list").then(({ status }) => status === 0), {
      what: "the second server",
      deadlineMs: 15_000,
    });
    expect(await echo("two")).toBe("two\n");

    firstClient.kill("SIGKILL");
    await firstClient.finished;
    const waiting = echo("three");
    await using _secondClient = startClient();
    expect(await waiting).toBe("three\n");
  }, 90_000);
});

async function freePort(): Promise<number> {
  using listener = Bun.listen({ hostname: "127.0.0.1", port: 0, socket: { data() {} } });
  return listener.port;
}

function writeConfigurator(folder: string, port: number): void {
  mkdirSync(join(folder, "client/services"), { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, "client/communicator.txt"), "min_failure_delay_seconds: 1\n");
  writeFileSync(
    join(folder, "configurator.txt"),
    `configuration_name: "walk"
     components_config { https_config { listen_address: "127.0.0.1:${port}" } }
     trusted_cert_file: "ca.pem" trusted_cert_key_file: "ca.key"
     server_cert_file: "server.pem" server_cert_key_file: "server.key"
     server_component_configuration_file: "server.config"
     public_host_port: "127.0.0.1:${port}"
     linux_client_configuration_file: "client.config"
     fleet { deployment_key_file: "deployment.key" deployment_public_key_file: "deployment.pub" }
    `,
  );
}

/** And points the client's file at folders of this test. */
async function signService(folder: string, name: string, cmd: string): Promise<void> {
  const out = `client/services/${name}.signed`;
  const args = [
    "service",
    "sign",
    "--key",
    "deployment.key",
    "--out",
    out,
    "--name",
    name,
    "--cmd",
    cmd,
  ];
  const { stderr, status } = await runBinary(args, { cwd: folder });
  if (status !== 0) throw new Error(stderr);
  const path = join(folder, "client.config");
  const text = readFileSync(path, "utf8")
    .replace(/configuration_directory: "[^"]*"/, `configuration_directory: "${folder}/client"`)
    .replace(/state_file: "[^"]*"/, `state_file: "${folder}/client/state"`);
  writeFileSync(path, text);
}
