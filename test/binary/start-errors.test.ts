/**
 * What keeps the compiled file from starting, or from talking: a clear error that names the fix, and the exit code that
 * belongs to it (ours.md 2).
 */
import { describe, expect, test } from "bun:test";
import { Database } from "bun:sqlite";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { makeCertificateAuthority } from "../../src/net/certificates.ts";
import { makeTemporaryFolder, runBinary, startBinary } from "../helpers/binary.ts";
import { CompiledServer } from "../helpers/compiled-server.ts";
import { waitFor } from "../helpers/wait-for.ts";

const anyPort = [
  "--https_addr",
  "127.0.0.1:0",
  "--admin_addr",
  "127.0.0.1:0",
  "--web_addr",
  "127.0.0.1:0",
];

describe("a server does not start", () => {
  test("on a configuration with three faults, and names all of them with their places", async () => {
    using folder = makeTemporaryFolder();
    const file = join(folder.path, "server.config");
    writeFileSync(
      file,
      [
        'https_config { listen_address: "nowhere" }',
        'requird_label: "x"',
        'fleet { database_path: "a.sqlite" timers { sweep { seconds: -1 } } }',
      ].join("\n"),
    );
    const { stderr, status } = await runBinary(["run", "--components_config", file], {
      cwd: folder.path,
    });
    expect(status).toBe(3);
    expect(stderr).toContain(`${file}:1:`);
    expect(stderr).toContain(`${file}:2:1: `);
    expect(stderr).toContain("required_label");
    expect(stderr).toContain(`${file}:3:`);
  });

  test("on a port in use", async () => {
    using folder = makeTemporaryFolder();
    using listener = Bun.listen({ hostname: "127.0.0.1", port: 0, socket: { data() {} } });
    const address = `127.0.0.1:${listener.port}`;
    const { stderr, status } = await runBinary(
      [
        "server",
        "--database_path",
        "a.sqlite",
        "--https_addr",
        address,
        "--admin_addr",
        "127.0.0.1:0",
        "--web_addr",
        "127.0.0.1:0",
      ],
      { cwd: folder.path },
    );
    expect([status, stderr.includes(`cannot listen on ${address}: the port is in use`)]).toEqual([
      8,
      true,
    ]);
    expect(readdirSync(folder.path)).toEqual([]);
    expect(stderr).toContain("hint: ");
  });

  test("on a database that another process holds, and names that process", async () => {
    using folder = makeTemporaryFolder();
    const args = ["server", "--database_path", "a.sqlite", ...anyPort];
    await using holder = startBinary(args, { cwd: folder.path });
    await holder.waitForLine(/admin API: /);
    const { stderr, status } = await runBinary(args, { cwd: folder.path });
    expect([status, stderr.includes(`process ${holder.pid} holds it`)]).toEqual([8, true]);
  });

  test.each([
    "all --admin_addr 0.0.0.0:0",
    "server --https_addr nohost.invalid:1",
    "server --server_cert nowhere --server_key nowhere",
    "server --config_path nowhere",
  ])("with fleet %s, and leaves nothing behind", async (words) => {
    using folder = makeTemporaryFolder();
    const [command = "", ...flags] = words.split(" ");
    const args = [command, "--database_path", "a.sqlite", ...anyPort, ...flags];
    const { stderr, status } = await runBinary(args, { cwd: folder.path });
    expect([status, stderr]).toEqual([3, stderr]);
    expect(stderr).toContain("hint: ");
    expect(readdirSync(folder.path)).toEqual([]);
  });

  test("a second start that is refused touches nothing of the first", async () => {
    using folder = makeTemporaryFolder();
    const args = ["server", "--database_path", "a.sqlite", ...anyPort];
    await using first = startBinary(args, { cwd: folder.path });
    await first.waitForLine(/admin API: /);
    const before = readdirSync(`${folder.path}/a.sqlite.d`);
    expect((await runBinary(args, { cwd: folder.path })).status).toBe(8);
    expect(readdirSync(`${folder.path}/a.sqlite.d`)).toEqual(before);
  });

  test("on a running server's database, whose keys are elsewhere: none are made beside it", async () => {
    await using first = await CompiledServer.start();
    const folder = `${first.databasePath}.d`;
    const before = readdirSync(folder);
    expect(before).not.toContain("ca.pem");
    const args = ["server", "--database_path", first.databasePath, ...anyPort];
    const { stderr, status } = await runBinary(args);
    expect([status, stderr]).toEqual([8, expect.stringContaining("holds it")]);
    expect(readdirSync(folder)).toEqual(before);
  });

  test("on a file that is no database, which stays alone", async () => {
    using folder = makeTemporaryFolder();
    writeFileSync(
      join(folder.path, "notes.txt"),
      "no database, but long enough to be one\n".repeat(9),
    );
    const args = ["server", "--database_path", "notes.txt", ...anyPort];
    const { stderr, status } = await runBinary(args, { cwd: folder.path });
    expect([status, stderr]).toEqual([1, expect.stringContaining("not a SQLite database")]);
    expect(readdirSync(folder.path)).toEqual(["notes.txt"]);
  });

  test("on a database of a newer version, which stays as it is", async () => {
    using folder = makeTemporaryFolder();
    const args = ["server", "--database_path", "a.sqlite", ...anyPort];
    await using first = startBinary(args, { cwd: folder.path });
    await first.waitForLine(/admin API: /);
    first.kill("SIGTERM");
    await first.finished;
    const path = join(folder.path, "a.sqlite");
    using database = new Database(path);
    database.run("PRAGMA user_version = 9999");
    const { stderr, status } = await runBinary(args, { cwd: folder.path });
    expect([status, stderr.includes("9999")]).toEqual([8, true]);
    expect(database.query("PRAGMA user_version").get()).toEqual({ user_version: 9999 });
  });

  test("in a folder that cannot be written", async () => {
    const { stderr, status } = await runBinary([
      "server",
      "--database_path",
      "/proc/nowhere/a.sqlite",
      ...anyPort,
    ]);
    expect([status, stderr.includes("/proc/nowhere/a.sqlite.d")]).toEqual([3, true]);
  });
});

describe("a client", () => {
  test("with the wrong CA says which certificate came and which are trusted, and goes on trying", async () => {
    await using server = await CompiledServer.start();
    const other = await makeCertificateAuthority({ name: "other", now: Date.now() });
    using folder = makeTemporaryFolder();
    writeFileSync(join(folder.path, "other.pem"), other.certificate);
    writeFileSync(join(folder.path, "communicator.txt"), "min_failure_delay_seconds: 1\n");
    await using client = startBinary(
      [
        ...["client", "--server", `127.0.0.1:${server.port}`, "--trusted_cert_file", "other.pem"],
        ...["--config_path", folder.path],
      ],
      { cwd: folder.path },
    );
    const [line] = await client.waitForLine(/test Fleetspeak Server.*/, 15_000);
    expect(line).toContain("other Fleetspeak CA");
    const attempts = () => (server.log.match(/handshake/g) ?? []).length;
    const before = attempts();
    await waitFor(() => before === 0 || attempts() > before, {
      what: "another attempt",
      deadlineMs: 15_000,
    });
    expect(await Promise.race([client.finished, Promise.resolve("running")])).toBe("running");
  });

  test("without what it needs is a usage error that says what is missing", async () => {
    const { stderr, status } = await runBinary(["client"]);
    expect([status, stderr.includes("--config")]).toEqual([2, true]);
  });
});

describe("the command line", () => {
  const commands = [
    ...[
      "version",
      "all",
      "run",
      "server",
      "client",
      "clients list",
      "message send",
      "message status",
    ],
    ...["message pending", "message delete", "exec", "service sign", "config init", "config check"],
    ...[
      "clients show",
      "clients blacklist",
      "clients rekey",
      "file store",
      "file list",
      "file delete",
      "complete",
      "admin certificate",
    ],
    ...["broadcast create", "broadcast list", "broadcast disable", "broadcast watch"],
  ];

  test.each(commands)("fleet %s --help", async (command) => {
    const { stdout, status } = await runBinary([...command.split(" "), "--help"]);
    expect([status, stdout.includes(`Usage: fleet ${command}`)]).toEqual([0, true]);
    expect(stdout).toContain("\nExamples:\n  ");
    expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  test.each([
    ["clients list", 5],
    ["message status 00", 2],
    ["message pending 0011223344556677", 5],
    ["exec 0011223344556677 ls", 125],
    ["message send 0011223344556677 a b --text c", 5],
    ["config check /nowhere", 3],
    ["config init --config /nowhere", 3],
    ["service sign --key /nowhere --out /tmp/x --name a --cmd b", 3],
    ["run --components_config /nowhere", 3],
    ["clients lst", 2],
    ["exec --tiemout 5s a b", 2],
  ])("fleet %s fails with status %i and a hint", async (command, expected) => {
    const env = { FLEET_ADMIN_ADDR: "127.0.0.1:1" };
    const { stderr, status } = await runBinary(command.split(" "), { env });
    expect([status, stderr]).toEqual([expected, stderr]);
    expect(stderr).toMatch(/^error: .+\nhint: /s);
  });

  test("a mistyped command or flag gets a suggestion", async () => {
    expect((await runBinary(["clients", "lst"])).stderr).toContain("list");
    expect((await runBinary(["exec", "--tiemout", "5s", "a", "b"])).stderr).toContain("--timeout");
  });

  test("a flag of the endpoint's program needs the two dashes, and is told so", async () => {
    const { stderr } = await runBinary(["exec", "0011223344556677", "ls", "-l", "/"]);
    expect(stderr).toContain("Put -- before the arguments of the program.");
  });

  test.each(["clients", "message", "broadcast", "file", "service", "config", ""])(
    "fleet %s alone says that a command is missing, and shows the commands",
    async (group) => {
      const { stdout, stderr, status } = await runBinary(group === "" ? [] : [group]);
      const name = `fleet ${group}`.trim();
      expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
      expect(stderr).toStartWith(`error: ${name} needs a command, such as those below\n\nUsage: `);
    },
  );

  test("help of a command may be asked for in three ways; an unknown one has none", async () => {
    const help = (await runBinary(["clients", "list", "--help"])).stdout;
    for (const words of ["help clients list", "clients help list"]) {
      expect(await runBinary(words.split(" "))).toMatchObject({ status: 0, stdout: help });
    }
    for (const words of ["help clents", "clents --help", "clients help lst"]) {
      const { stdout, stderr, status } = await runBinary(words.split(" "));
      expect({ stdout, status }).toEqual({ stdout: "", status: 2 });
      expect(stderr).toContain("Did you mean ");
    }
  });

  test("--version is understood as well", async () => {
    expect((await runBinary(["--version"])).stdout).toMatch(/^fleet \d+\.\d+\.\d+/);
  });

  test("shells complete commands and flags", async () => {
    const commands = await runBinary(["complete", "--", "clients", ""]);
    expect(commands.stdout).toContain("blacklist\t");
    const flags = await runBinary(["complete", "--", "message", "send", "--te"]);
    expect(flags.stdout).toContain("--text\t");
    for (const shell of ["bash", "zsh", "fish"])
      expect((await runBinary(["complete", shell])).stdout).toContain("fleet complete");
    expect((await runBinary(["complete", "tcsh"])).status).toBe(2);
  });
});
