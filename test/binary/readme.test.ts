/**
 * The README's commands, as they stand there, in an empty folder: only the client's id, the ports and what needs root or
 * a program of the machine are put in their place.
 */
import { expect, test } from "bun:test";
import { Database } from "bun:sqlite";
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { binaryPath, makeTemporaryFolder, startBinary } from "../helpers/binary.ts";

import manifest from "../../package.json";

const readme = readFileSync(join(import.meta.dir, "../../README.md"), "utf8");

/** The text of the shell block that holds this command. */
function blockWith(command: string): string {
  const blocks = [...readme.matchAll(/```sh\n(.*?)```/gs)].map(([, text]) => text ?? "");
  const found = blocks.find((text) => text.includes(command));
  if (found === undefined) throw new Error(`the README has no block with "${command}"`);
  return found;
}

async function shell(
  script: string,
  cwd: string,
): Promise<{ stdout: string; stderr: string; status: number }> {
  const env = { PATH: `${join(cwd, "bin")}:${process.env["PATH"]}`, HOME: cwd };
  const child = Bun.spawn(["sh", "-euc", script], { cwd, env, stdout: "pipe", stderr: "pipe" });
  const [stdout, stderr] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
  ]);
  return { stdout, stderr, status: await child.exited };
}

function prepareFolder(folder: string): void {
  for (const name of ["bin", "dist", "data"]) mkdirSync(join(folder, name), { mode: 0o700 });
  for (const name of ["bin/fleet", "dist/fleet"]) symlinkSync(binaryPath, join(folder, name));
}

test("a first walk", async () => {
  using folder = makeTemporaryFolder();
  prepareFolder(folder.path);
  const ports = [
    "--https_addr",
    "127.0.0.1:0",
    "--admin_addr",
    "127.0.0.1:0",
    "--web_addr",
    "127.0.0.1:0",
  ];
  const args = ["all", "--database_path", "data/demo.sqlite", ...ports];
  await using all = startBinary(args, { cwd: folder.path });
  const [, client = ""] = await all.waitForLine(/local client: (\w+)/);
  await all.waitForLine(/serving/);
  const block = blockWith("fleet clients list");
  const query = /sqlite3 (\S+) '([^']+)'/.exec(block);
  const script = block.replace(/^sqlite3 .*$/m, "");
  const { stdout, stderr, status } = await shell(script, folder.path);
  expect([stderr, status]).toEqual(["", 0]);
  expect(stdout).toContain(client);
  expect(stdout).toContain("hello\n");
  using database = new Database(join(folder.path, query?.[1] ?? ""), { readonly: true });
  expect(database.query(query?.[2] ?? "").get()).toMatchObject({ client_id: client });
});

test("the day's work", async () => {
  using folder = makeTemporaryFolder();
  prepareFolder(folder.path);
  const ports = [
    "--https_addr",
    "127.0.0.1:0",
    "--admin_addr",
    "127.0.0.1:0",
    "--web_addr",
    "127.0.0.1:0",
  ];
  const args = ["all", "--database_path", "data/demo.sqlite", ...ports];
  await using all = startBinary(args, { cwd: folder.path });
  const [, client = ""] = await all.waitForLine(/local client: (\w+)/);
  await all.waitForLine(/serving/);
  const begin = `export FLEET_STATE=data/demo.sqlite.d\nclient=${client}\n`;
  const run = async (command: string) => {
    const { stdout, stderr, status } = await shell(begin + blockWith(command), folder.path);
    expect([status, stderr]).toEqual([0, stderr]);
    return stdout;
  };
  const one = await run("fleet message status");
  expect(one).toMatch(/^[0-9a-f]{64} processed /m);
  expect(one).toEndWith("MESSAGE  SERVICE  TYPE  PRIORITY  CREATED\n");
  const reports = await run("fleet message stats");
  expect(reports).toMatch(/^created +\S+Z +created by service "fleet"/m);
  expect(reports).toMatch(/^TYPE +SERVICE +DAY +STORED/m);
  const many = await run("--clients_from");
  expect(many).toStartWith("1 of 1 processed\n");
  expect(many).toContain(`{"client_id":"${client}"`);
  const rest = await run("fleet broadcast list");
  expect(rest).toMatch(/^[0-9a-f]{16} +echo +StdinServiceInputMessage +linux /m);
  expect(rest).toContain('"file_name": "ids.txt"');
  const access = await run("fleet token create");
  expect(access).toContain("made token");
  expect(readFileSync(join(folder.path, "backup.token"), "utf8")).toMatch(/^fleet_/);
});

test("an installation of your own", async () => {
  using folder = makeTemporaryFolder();
  prepareFolder(folder.path);
  // HOME is the folder of this test.
  const setUp = blockWith("fleet config init").replace(
    `listen_address: "127.0.0.1:6070"`,
    `listen_address: "127.0.0.1:0"`,
  );
  const run = /^fleet (run .*)$/m.exec(setUp)?.[1] ?? "";
  const made = await shell(setUp.replace(/^fleet run .*$/m, ""), folder.path);
  expect([made.stderr.replaceAll(/^note: .*\n/gm, ""), made.status]).toEqual(["", 0]);
  const example = join(folder.path, "fleet-example");
  await using server = startBinary([...run.split(" "), "--json"], { cwd: example });
  const [, port = ""] = await server.waitForLine(/"https": "127\.0\.0\.1:(\d+)"/);
  await server.waitForLine(/"socket"/);
  const sign = /^fleet service sign .*$/m.exec(blockWith("fleet service sign"))?.[0] ?? "";
  expect((await shell(`cd ${example}; ${sign}`, folder.path)).status).toBe(0);
  expect(readFileSync(join(example, "client.config.fleet"), "utf8")).toContain("PUBLIC KEY");
  moveClient(example, port);
  await using client = startBinary(["client", "--config", "client.config"], { cwd: example });
  await client.waitForLine(/connected to/);
  const asked = await shell(blockWith("fleet exec $client uptime"), folder.path);
  expect([asked.status, asked.stdout]).toEqual([0, expect.stringContaining("load average")]);
});

/** The places of an endpoint go into the folder, and the port is the one that was free. */
function moveClient(example: string, port: string): void {
  const path = join(example, "client.config");
  const text = readFileSync(path, "utf8")
    .replace("127.0.0.1:6070", `127.0.0.1:${port}`)
    .replace("/etc/fleetspeak-client", join(example, "etc"))
    .replace("/var/lib/misc", example);
  writeFileSync(path, text);
  mkdirSync(join(example, "etc/services"), { recursive: true, mode: 0o700 });
  copyFileSync(join(example, "uptime.signed"), join(example, "etc/services/uptime.signed"));
}

test("roll out to your machines", async () => {
  using folder = makeTemporaryFolder();
  prepareFolder(folder.path);
  const setUp = blockWith("fleet config init").replace(/^fleet run .*$/m, "");
  const sign = /^fleet service sign .*$/m.exec(blockWith("fleet service sign"))?.[0] ?? "";
  expect((await shell(`${setUp}\n${sign}`, folder.path)).status).toBe(0);
  const { stdout, stderr, status } = await shell(blockWith("fleet repack"), folder.path);
  expect([stderr.replaceAll(/^note: .*\n/gm, ""), status]).toEqual(["", 0]);
  expect(stdout).toContain("nothing else differs from");
  expect(stdout).toContain("signed by a deployment key");
  expect(stdout).toContain("services:                uptime");
  // xz takes its time, and has test/packages.
  const block = blockWith("fleet package").replace(
    /(--from fleet-client)/,
    "$1 --compression gzip",
  );
  const packages = await shell(block, folder.path);
  expect([packages.stderr.replaceAll(/^note: .*\n/gm, ""), packages.status]).toEqual(["", 0]);
  const cpu = { x64: ["amd64", "x86_64"], arm64: ["arm64", "aarch64"] }[process.arch as "x64"];
  for (const name of [`client_VERSION_${cpu[0]}.deb`, `server_VERSION_${cpu[0]}.deb`]) {
    expect(packages.stdout).toContain(`fleet-${name.replace("VERSION", manifest.version)}: `);
  }
  expect(packages.stdout).toContain(`fleet-client-${manifest.version}-1.${cpu[1]}.rpm: client `);
}, 60_000);

test("the original's command lines", async () => {
  using folder = makeTemporaryFolder();
  prepareFolder(folder.path);
  const ports = [
    "--https_addr",
    "127.0.0.1:0",
    "--admin_addr",
    "127.0.0.1:0",
    "--web_addr",
    "127.0.0.1:0",
  ];
  const args = ["all", "--database_path", "data/demo.sqlite", ...ports];
  await using all = startBinary(args, { cwd: folder.path });
  const [, admin = ""] = await all.waitForLine(/admin API: ([^,]+),/);
  const [, client = ""] = await all.waitForLine(/client (\w+) connected/);
  const script = blockWith("fleetspeak-$program")
    .replace("sudo ", "")
    .replace("/usr/local/bin/", "bin/")
    .replace("localhost:6061", admin);
  const { stdout, stderr, status } = await shell(script, folder.path);
  expect([stderr, status]).toEqual(["", 0]);
  expect(stdout).toStartWith(`Client ID:       Last Seen:              Labels:\n${client} `);
});

test("administrators on other machines", async () => {
  using folder = makeTemporaryFolder();
  prepareFolder(folder.path);
  const setUp = blockWith("fleet admin certificate");
  const made = await shell(setUp.replace(/^fleet server .*$/m, ""), folder.path);
  expect(made.status).toBe(0);
  const run = /^fleet (server .*)$/m.exec(setUp)?.[1] ?? "";
  const anyPort = run.replace(":6080", "127.0.0.1:0").replace(":6081", "127.0.0.1:0");
  const args = [...anyPort.split(" "), "--web_addr", "127.0.0.1:0"];
  await using server = startBinary(args, { cwd: join(folder.path, "fleet-admin") });
  const [, port = ""] = await server.waitForLine(/^admin API: 127\.0\.0\.1:(\d+)/m);
  const list = blockWith("--admin_cert").replace("localhost:6081", `localhost:${port}`);
  const listed = await shell(list, folder.path);
  expect([listed.stdout, listed.status]).toEqual([
    "CLIENT  STATE  LAST CONTACT  ADDRESS  LABELS\n",
    0,
  ]);
});
