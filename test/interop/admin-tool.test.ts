/** fleetspeak-admin of the original and ours, on the same server: the same output, byte for byte. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { printText } from "../../src/config/text-printer.ts";
import { makeTemporaryFolder, runBinary, startBinary } from "../helpers/binary.ts";
import { CompiledServer } from "../helpers/compiled-server.ts";
import {
  adminAddressOf,
  linkOriginalPrograms,
  withoutGlogHeads,
} from "../helpers/original-programs.ts";
import { stockPrograms } from "../helpers/stock/programs.ts";
import { waitFor } from "../helpers/wait-for.ts";

const unknown = "0123456789abcdef";

let server: CompiledServer;
const folder = makeTemporaryFolder();
const own = linkOriginalPrograms(folder.path);
/** In the order of their first contacts. */
let ids: readonly string[];
let broadcasts: readonly string[];

beforeAll(async () => {
  server = await CompiledServer.start({
    sections: 'admin_config { listen_address: "127.0.0.1:0" }',
  });
  const calm = await contactOnce("calm", ["group:a", "b"]);
  const restored = await contactOnce("restored", []);
  await playRestored();
  ids = [calm, restored];
  broadcasts = [
    await broadcast("echo", "Type", "--limit", "3"),
    await broadcast("other", "", "--expires", "2h"),
    await broadcast("more", "a type that is longer than its column"),
  ];
  writeFileSync(join(folder.path, "file"), "content");
}, 60_000);

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

function clientFolder(name: string): string {
  return join(folder.path, name);
}

/** A client of ours that ends when it is connected. @returns its id. */
async function contactOnce(name: string, labels: readonly string[]): Promise<string> {
  const place = clientFolder(name);
  mkdirSync(place, { recursive: true, mode: 0o700 });
  const config = join(place, "client.config");
  const text = printText("fleetspeak.client.generic.Config", {
    trusted_certs: server.caCertificate,
    server: [`127.0.0.1:${server.port}`],
    client_label: labels,
    filesystem_handler: { configuration_directory: place, state_file: join(place, "state") },
    streaming: true,
  });
  writeFileSync(config, text, { mode: 0o600 });
  await using client = startBinary(["client", "--config", config]);
  const connected = await client.waitForLine(/client (\w{16}) connected/);
  client.kill("SIGTERM");
  await client.finished;
  return connected[1] ?? "";
}

/** As after a restore from a backup: twice the same past. */
async function playRestored(): Promise<void> {
  const backup = clientFolder("backup");
  cpSync(clientFolder("restored"), backup, { recursive: true });
  await contactOnce("restored", []);
  await contactOnce("restored", []);
  rmSync(clientFolder("restored"), { recursive: true });
  cpSync(backup, clientFolder("restored"), { recursive: true });
  await contactOnce("restored", []);
}

async function broadcast(...args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await runBinary(["broadcast", "create", ...args], {
    env: { FLEET_ADMIN_ADDR: `unix:${server.socket}` },
  });
  expect(stderr).toBe("");
  return stdout.trim();
}

async function run(executable: string, args: readonly string[]) {
  const address = adminAddressOf(server.databasePath);
  const { status, stdout, stderr } = await runBinary(["-admin_addr", address, ...args], {
    executable,
    // Both write a log where they write anything to standard error.
    env: { TMPDIR: folder.path },
  });
  return { status, stdout, stderr: withoutGlogHeads(stderr) };
}

/** Runs the original's first. @returns what both said. */
async function expectSame(args: readonly string[]) {
  const original = await run(stockPrograms.admin, args);
  expect(await run(own["fleetspeak-admin"], args)).toEqual(original);
  return original;
}

describe("the same from both", () => {
  test("the clients, by their latest contact", async () => {
    const { stdout, status } = await expectSame(["listclients"]);
    expect(status).toBe(0);
    expect([...(stdout.match(/^\w{16}(?= )/gm) ?? [])]).toEqual([...ids]);
    expect(stdout).toContain("client:b");
    await expectSame(["listclients", ids[1] ?? ""]);
    await expectSame(["listclients", (ids[0] ?? "").toUpperCase(), unknown]);
    expect((await expectSame(["listclients", unknown])).stdout).toBe("No clients found.\n");
  });

  test.each([[[]], [["1"]], [["2"]], [["0"]], [["-1"]], [["100"]]])(
    "contacts, limited to %p",
    async (limit) => {
      const { stdout } = await expectSame(["listcontacts", ids[1] ?? "", ...limit]);
      expect(stdout).toStartWith("Found 4 contacts.\n");
    },
  );

  test("what a history tells", async () => {
    const { stdout } = await expectSame(["analysehistory", ids[1] ?? ""]);
    expect(stdout).toContain("  Contact Count: 4\n");
    expect(stdout).toContain("This client appears to have be restored 1 times");
    await expectSame(["analysehistory", ids[0] ?? ""]);
    expect((await expectSame(["analysehistory", unknown])).stdout).toBe("No contacts found.\n");
  });

  test("files", async () => {
    const path = join(folder.path, "file");
    expect((await expectSame(["storefile", "svc", "name", path])).stdout).toBe(
      "Stored file svc/name to server.\n",
    );
    await expectSame(["deletefile", "svc", "name"]);
    await expectSame(["deletefile", "svc", "name"]);
    await expectSame(["storefile", "svc", "name", `${path}.missing`]);
    await expectSame(["storefile", "svc", "name", folder.path]);
    await expectSame(["storefile", "", "name", path]);
  });

  test("broadcasts", async () => {
    const { stdout } = await expectSame(["listactivebroadcasts"]);
    expect(stdout).toStartWith("Found 3 active broadcasts.\n");
    await expectSame(["listactivebroadcasts", "fleet"]);
    await expectSame(["listactivebroadcasts", "nobody"]);
    await expectSame(["disablebroadcasts", unknown, ...broadcasts.slice(1)]);
    expect((await expectSame(["listactivebroadcasts"])).stdout).toContain(broadcasts[0] ?? "-");
  });

  test("blacklisting", async () => {
    await expectSame(["blacklistclients"]);
    expect((await expectSame(["blacklistclients", unknown])).stderr).toContain("code = NotFound");
    await expectSame(["blacklistclients", ids[0] ?? ""]);
    expect((await expectSame(["listclients"])).stdout).toContain("*blacklisted*");
  });

  test.each([
    [[]],
    [["nonsense"]],
    [["ListClients"]],
    [["listclients", "zz"]],
    [["listclients", unknown, "0123456789abcdeg"]],
    [["listclients", '0123456789abc"é']],
    [["listclients", "--help"]],
    [["listcontacts"]],
    [["listcontacts", unknown, "1", "2"]],
    [["listcontacts", "zz"]],
    [["listcontacts", unknown, "x"]],
    [["listcontacts", unknown, "99999999999999999999"]],
    [["analysehistory"]],
    [["analysehistory", unknown, unknown]],
    [["analysehistory", "0123456789abcd'f"]],
    [["blacklistclients", unknown, "zz"]],
    [["storefile", "svc", "name"]],
    [["deletefile", "svc"]],
    [["listactivebroadcasts", "a", "b"]],
    [["disablebroadcasts"]],
    [["disablebroadcasts", unknown, "zz"]],
  ])("a wrong command line: %j", async (args) => {
    const { status, stdout, stderr } = await expectSame(args);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/^(?:F |Usage:|Unknown command: |A command is required\.)/);
  });

  test.each([
    [["-logtostderr", "listclients"]],
    [["--", "listclients"]],
    [["-alsologtostderr=true", "-v", "2", "listclients", unknown]],
    [["-stderrthreshold=FATAL", "listclients", "zz"]],
    [["-logtostderr", "listclients", "zz"]],
  ])("with flags: %j", async (args) => {
    await expectSame(args);
  });
});

describe("what is ours", () => {
  test("fleet admin prints the same", async () => {
    const address = adminAddressOf(server.databasePath);
    for (const args of [["listclients"], ["listcontacts", ids[1] ?? "", "1"]]) {
      const { stdout } = await run(stockPrograms.admin, args);
      const ours = await runBinary(["admin", ...args, "--admin_addr", address]);
      expect(ours).toEqual({ status: 0, stdout, stderr: "" });
    }
  });

  test("an empty id is wrong before it is sent", async () => {
    const { status, stderr } = await run(own["fleetspeak-admin"], ["listclients", ""]);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: "F Unable to convert [] (index 0) to client id: ClientID must be 16 characters\n",
    });
    expect((await run(stockPrograms.admin, ["listclients", ""])).status).toBe(1);
  });

  test("a label cannot steer the terminal", async () => {
    const id = await contactOnce("hostile", ["\u001b[2Jevil"]);
    const original = await run(stockPrograms.admin, ["listclients", id]);
    expect(original.stdout).toContain("client:\u001b[2Jevil");
    const { stdout } = await run(own["fleetspeak-admin"], ["listclients", id]);
    expect(stdout).toBe(original.stdout.replace("\u001b", "\\u001b"));
  });

  test("it waits for its server, and a signal ends that", async () => {
    await using tool = startBinary(["-admin_addr", "127.0.0.1:9", "listclients"], {
      executable: own["fleetspeak-admin"],
    });
    await waitFor(() => tool.stderr().includes("waiting for the admin server at 127.0.0.1:9\n"), {
      what: "to be told for what it waits",
      deadlineMs: 15_000,
    });
    tool.kill("SIGINT");
    expect((await tool.finished).status).toBe(130);
  }, 20_000);
});
