/**
 * Repacking in the compiled file: from a running server's files to a client that needs nothing but itself, and everything
 * that is refused on the way.
 */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

import { findBlock } from "../../src/config/block/head.ts";
import {
  type RunOptions,
  type RunningProgram,
  binaryPath,
  makeTemporaryFolder,
  runBinary,
  startBinary,
} from "../helpers/binary.ts";
import { waitFor } from "../helpers/wait-for.ts";

let folder: ReturnType<typeof makeTemporaryFolder>;
let all: RunningProgram;
let ownClient = "";
const at = (...names: string[]) => join(folder.path, ...names);
const fleet = (args: readonly string[], options: RunOptions = {}) =>
  runBinary(args, { cwd: folder.path, ...options });

interface Repacked {
  readonly sha256: string;
  readonly servers: readonly string[];
  readonly services: readonly string[];
  readonly signed: boolean;
  readonly transport: string;
}

/** Repacks from the running server into `output`. */
async function repack(output: string, ...more: string[]): Promise<Repacked> {
  const state = ["--state_file", at(`${output}.state`, "state")];
  const args = ["repack", "--database_path", "demo.sqlite", "--output", output, ...state, "--json"];
  const { status, stdout, stderr } = await fleet([...args, ...more]);
  expect([stderr.replaceAll(/^note: .*\n/gm, ""), status]).toEqual(["", 0]);
  return JSON.parse(stdout) as Repacked;
}

beforeAll(async () => {
  folder = makeTemporaryFolder();
  const addresses = [
    "--https_addr",
    "127.0.0.1:0",
    "--admin_addr",
    "127.0.0.1:0",
    "--web_addr",
    "127.0.0.1:0",
  ];
  all = startBinary(["all", "--database_path", "demo.sqlite", ...addresses, "--json"], {
    cwd: folder.path,
  });
  await all.waitForLine(/serving/);
  ownClient = (JSON.parse(all.stdout()) as { client_id: string }).client_id;
});

afterAll(async () => {
  await all[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

/** The client that is not the server's own, once it is connected. */
async function waitForClient(): Promise<string> {
  return await waitFor(
    async () => {
      const { stdout } = await fleet([
        "clients",
        "list",
        "--database_path",
        "demo.sqlite",
        "--json",
      ]);
      const clients = JSON.parse(stdout) as {
        client_id: string;
        last_contact_streaming_to?: string;
      }[];
      return clients.find((each) => each.client_id !== ownClient && each.last_contact_streaming_to)
        ?.client_id;
    },
    { what: "the repacked client to be connected", deadlineMs: 15_000 },
  );
}

describe("a repacked client", () => {
  test("needs nothing but itself: it enrols, answers, and keeps its identity", async () => {
    const { servers, services, sha256, transport } = await repack("client");
    expect(servers).toEqual([(JSON.parse(all.stdout()) as { https: string }).https]);
    expect([services, transport]).toEqual([["cat", "echo", "ls"], "AUTO"]);
    const sum = new Bun.CryptoHasher("sha256").update(readFileSync(at("client"))).digest("hex");
    expect(sha256).toBe(sum);
    mkdirSync(at("empty"));
    const options = { executable: at("client"), cwd: at("empty") };
    let client = "";
    {
      await using running = startBinary([], options);
      client = await waitForClient();
      const answer = await fleet([
        ...["exec", client, "echo", "--database_path", "demo.sqlite", "--", "from itself"],
      ]);
      expect([answer.stdout, answer.status]).toEqual(["from itself\n", 0]);
      const status = await runBinary(["client", "status", "--json"], options);
      expect(JSON.parse(status.stdout)).toMatchObject({
        running: true,
        clientId: client,
        state: "connected",
        transport: "websocket",
      });
      running.kill("SIGTERM");
      await running.finished;
    }
    const stopped = await runBinary(["client", "status"], options);
    expect(stopped.stdout).toContain("stopped");
    await using again = startBinary(["client"], options);
    expect(await waitForClient()).toBe(client);
    again.kill("SIGTERM");
    await again.finished;
    expect(readdirSync(at("empty"))).toEqual([]);
  }, 60_000);

  test("is that client whatever it is called, and takes no other configuration", async () => {
    await repack("fixed");
    // A name by which a file of the release is one of the original's programs.
    symlinkSync(at("fixed"), at("fleetspeak-server"));
    const version = await runBinary(["version"], { executable: at("fleetspeak-server") });
    expect([version.status, version.stdout]).toEqual([0, expect.stringMatching(/^fleet \d/)]);
    for (const executable of [at("fixed"), at("fleetspeak-server")]) {
      for (const args of [
        ["all", "--database_path", "x"],
        ["run"],
        ["clients", "list"],
        ["complete"],
      ]) {
        const { status, stderr, stdout } = await runBinary(args, { executable });
        expect([status, stdout]).toEqual([6, ""]);
        expect(stderr).toContain(`"${args[0]}" is none of its commands`);
      }
    }
    const elsewhere = [
      "client",
      "--server",
      "evil:1",
      "--trusted_cert_file",
      "x",
      "--config_path",
      "y",
    ];
    const refused = await runBinary(elsewhere, { executable: at("fixed") });
    expect([refused.status, refused.stderr]).toEqual([
      6,
      expect.stringContaining("no other configuration"),
    ]);
    for (const args of [["version"], ["--help"], ["inspect", at("fixed")]]) {
      expect((await runBinary(args, { executable: at("fixed") })).status).toBe(0);
    }
  });

  test("no variable makes it another", async () => {
    await repack("fixed");
    const executable = at("fixed");
    const expected = await runBinary(["inspect", executable, "--json"], { executable });
    const env = {
      FLEET_STATE: at("nowhere"),
      FLEET_ADMIN_ADDR: "127.0.0.1:1",
      BUN_BE_BUN: "1",
      BUN_OPTIONS: "--help",
      NODE_OPTIONS: "--help",
    };
    expect(await runBinary(["inspect", executable, "--json"], { executable, env })).toEqual(
      expected,
    );
    const server = await runBinary(["server"], { executable, env });
    expect(server.status).toBe(6);
  });

  test("takes another configuration where the repack allowed it", async () => {
    await repack("free", "--allow_override");
    const args = ["client", "--config", at("missing.config")];
    const { status, stderr } = await runBinary(args, { executable: at("free") });
    expect([status, stderr]).toEqual([3, expect.stringContaining("missing.config")]);
  });
});

describe("inspect", () => {
  test("shows what is carried and that nothing else differs, against a release and against sums", async () => {
    const { sha256 } = await repack("shown", "--label", "office");
    const sum = new Bun.CryptoHasher("sha256").update(readFileSync(binaryPath)).digest("hex");
    writeFileSync(at("SHA256SUMS"), `${"0".repeat(64)}  other\n${sum}  fleet-linux-x64\n`);
    for (const against of [
      ["--release", binaryPath],
      ["--sums", at("SHA256SUMS")],
    ]) {
      const { status, stdout } = await fleet(["inspect", "shown", ...against]);
      expect(status).toBe(0);
      expect(stdout).toContain(`SHA-256 ${sha256}`);
      expect(stdout).toContain("labels:                  office");
      expect(stdout).toMatch(/nothing else differs|which is fleet-linux-x64 of/);
    }
    const release = await fleet(["inspect", binaryPath, "--json"]);
    expect(JSON.parse(release.stdout)).toMatchObject({
      sha256: sum,
      release_sha256: sum,
      faults: [],
    });
  });

  test("finds a byte that was changed elsewhere", async () => {
    await repack("changed");
    const bytes = readFileSync(at("changed"));
    bytes.writeUInt8(bytes.readUInt8(5_000_000) ^ 1, 5_000_000);
    writeFileSync(at("changed"), bytes);
    writeFileSync(at("no-sums"), "");
    const byRelease = await fleet(["inspect", "changed", "--release", binaryPath]);
    expect([byRelease.status, byRelease.stderr]).toEqual([
      1,
      expect.stringContaining("first at byte 5000000"),
    ]);
    const bySums = await fleet(["inspect", "changed", "--sums", at("no-sums")]);
    expect([bySums.status, bySums.stderr]).toEqual([
      1,
      expect.stringContaining("none of the files"),
    ]);
  });
});

describe("the deployment key", () => {
  const key = () => ["--deployment_key_file", "demo.sqlite.d/deployment.key"];

  test("locks an executable: it takes only its blocks", async () => {
    expect((await repack("locked", ...key())).signed).toBe(true);
    const before = readFileSync(at("locked"));
    const again = [
      "repack",
      "--database_path",
      "demo.sqlite",
      "--from",
      "locked",
      "--output",
      "locked",
    ];
    const refused = await fleet(again);
    expect([refused.status, refused.stderr]).toEqual([6, expect.stringContaining("is not signed")]);
    expect(readFileSync(at("locked")).equals(before)).toBe(true);
    const byItself = await runBinary([...again.slice(0, 3), "--output", "x"], {
      executable: at("locked"),
      cwd: folder.path,
    });
    expect(byItself.status).toBe(6);
    expect((await fleet([...again, ...key()])).status).toBe(0);
  });

  test("which others may read, or that is of another deployment, is not used", async () => {
    const other = at("other.key");
    const openssl = ["ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", other];
    expect(Bun.spawnSync(["openssl", ...openssl]).exitCode).toBe(0);
    const args = ["repack", "--database_path", "demo.sqlite", "--output", "x"];
    const sign = () => fleet([...args, "--deployment_key_file", other]);
    chmodSync(other, 0o600);
    expect((await sign()).stderr).toContain("none of the deployment keys");
    chmodSync(other, 0o644);
    expect((await sign()).stderr).toContain("is open to others");
  });
});

describe("what cannot be repacked leaves everything as it was", () => {
  const base = ["repack", "--database_path", "demo.sqlite", "--output", "kept"];
  const refusedWith = async (args: readonly string[], code: number, message: string) => {
    writeFileSync(at("kept"), "as it was");
    const { status, stderr, stdout } = await fleet(args);
    expect([stderr, status, stdout]).toEqual([expect.stringContaining(message), code, ""]);
    if (code !== 2) expect(stderr).toContain("hint: ");
    expect(readFileSync(at("kept"), "utf8")).toBe("as it was");
    expect(readdirSync(folder.path).filter((name) => name.endsWith(".new"))).toEqual([]);
  };

  test("a foreign executable, a script, a folder, nothing", async () => {
    writeFileSync(at("script"), "#!/bin/sh\n");
    await refusedWith([...base, "--from", "/bin/ls"], 1, "no configuration block");
    await refusedWith([...base, "--from", at("script")], 1, "no executable for Linux");
    await refusedWith([...base, "--from", folder.path], 1, "no executable of fleet");
    await refusedWith([...base, "--from", at("missing")], 3, "cannot read the executable");
  });

  test("one that is cut off, and one whose block has a wrong hash or a wrong signature", async () => {
    const whole = readFileSync(binaryPath);
    writeFileSync(at("cut"), whole.subarray(0, whole.length - 100));
    await refusedWith([...base, "--from", "cut"], 1, "cut off");
    await repack("wrong", "--deployment_key_file", "demo.sqlite.d/deployment.key");
    const bytes = readFileSync(at("wrong"));
    const content = findBlock(bytes) + 64;
    bytes.writeUInt8(bytes.readUInt8(content + 40) ^ 1, content + 40);
    writeFileSync(at("wrong"), bytes, { mode: 0o755 });
    await refusedWith([...base, "--from", "wrong"], 1, "damaged: its hash");
    const started = await runBinary([], { executable: at("wrong") });
    expect([started.status, started.stderr]).toEqual([1, expect.stringContaining("damaged")]);
  });

  test("a folder that is not there, or that cannot be written to", async () => {
    const args = ["repack", "--database_path", "demo.sqlite", "--output"];
    await refusedWith([...args, at("no/such/folder/client")], 3, "cannot write the executable");
    await refusedWith([...args, at("script", "client")], 3, "cannot write the executable");
    await refusedWith([...args, "/proc/client"], 3, "cannot write the executable");
    mkdirSync(at("a-folder"), { recursive: true });
    await refusedWith([...args, at("a-folder")], 3, "cannot write the executable");
    expect(existsSync(at(".a-folder.new"))).toBe(false);
  });

  test("a configuration that is too large, one with a password, none, and two", async () => {
    const sign = (name: string) =>
      fleet([
        ...["service", "sign", "--key", "demo.sqlite.d/deployment.key", "--out", name],
        ...["--name", name, "--cmd", "/bin/true", "--arg", "x".repeat(60_000)],
      ]);
    await sign("large");
    await refusedWith(
      [...base, "--service", "large", "--service", "large"],
      3,
      "the block holds 65472",
    );
    const proxy = ["--proxy", "http://user:secret@proxy:3128"];
    await refusedWith([...base, ...proxy], 6, "user or a password");
    const embedded = await fleet([
      "repack",
      "--database_path",
      "demo.sqlite",
      "--output",
      "p",
      ...proxy,
      "--embed-secrets",
    ]);
    expect([embedded.status, embedded.stdout.includes("secret")]).toEqual([0, false]);
    expect(statSync(at("p")).mode & 0o777).toBe(0o700);
    const shown = await fleet(["inspect", "p"]);
    expect(shown.stdout).toContain("http://proxy:3128/ (with a user or password)");
    await refusedWith(["repack", "--output", "kept"], 2, "one of --config and --database_path");
    await refusedWith(
      [...base, "--config", "x"],
      2,
      "--config and --database_path exclude each other",
    );
  });

  test("a server that left no address, or listens everywhere", async () => {
    mkdirSync(at("idle.sqlite.d"), { mode: 0o700 });
    const args = ["repack", "--database_path", "idle.sqlite", "--output", "kept"];
    await refusedWith(args, 3, "no server that runs has left its address");
    writeFileSync(at("idle.sqlite.d/run.json"), JSON.stringify({ pid: 1, https: "0.0.0.0:6060" }));
    await refusedWith(args, 3, "which is no address to connect to");
    await refusedWith(
      [...args, "--server", "a:1"],
      3,
      'there is no CA certificate "idle.sqlite.d/ca.pem"',
    );
    await refusedWith(
      ["repack", "--database_path", "none.sqlite", "--output", "kept"],
      3,
      'there is no state directory "none.sqlite.d"',
    );
  });
});

test("FLEET_STATE says where the server's files are, for want of anything else", async () => {
  const env = { FLEET_STATE: at("demo.sqlite.d") };
  const { status, stdout } = await fleet(["repack", "--output", "by-state"], { env });
  expect([status, stdout]).toEqual([0, expect.stringContaining("cat, echo, ls")]);
});

test("an address that the server's certificate is not for is named in a note", async () => {
  const args = ["repack", "--database_path", "demo.sqlite", "--output", "elsewhere"];
  const { status, stderr } = await fleet([
    ...[...args, "--server", "fleet.example.com:1", "--server", "localhost:2"],
  ]);
  const notes = stderr.split("\n").filter((line) => line.includes("is not for"));
  expect([status, notes]).toEqual([
    0,
    [expect.stringContaining("--public_host fleet.example.com")],
  ]);
});

test("from a client's file, with what stands beside it; the file can be executed by everybody", async () => {
  const deployment = `
    configuration_name: "example"
    components_config { https_config { listen_address: "127.0.0.1:6070" } }
    trusted_cert_file: "ca.pem" trusted_cert_key_file: "ca.key"
    server_cert_file: "server.pem" server_cert_key_file: "server.key"
    server_component_configuration_file: "server.config"
    public_host_port: "fleet.example.com:6070"
    linux_client_configuration_file: "client.config"
    fleet { deployment_key_file: "deployment.key" deployment_public_key_file: "deployment.pub" }`;
  mkdirSync(at("files"));
  writeFileSync(at("files", "deployment.txt"), deployment);
  const options = { cwd: at("files") };
  expect((await fleet(["config", "init", "--config", "deployment.txt"], options)).status).toBe(0);
  const args = ["repack", "--config", "client.config", "--output", "c", "--json"];
  const { status, stdout } = await fleet(args, options);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    servers: ["fleet.example.com:6070"],
    transport: "AUTO",
    state_file: "/var/lib/misc/fleetspeak-client.state",
    signed: false,
  });
  expect((JSON.parse(stdout) as { deployment_keys: string[] }).deployment_keys).toHaveLength(1);
  expect(statSync(at("files", "c")).mode & 0o777).toBe(0o755);
});
