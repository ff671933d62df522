/** Access and the audit log of the compiled server. */
import { Database } from "bun:sqlite";
import { describe, expect, test } from "bun:test";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { adminMethods } from "../../src/proto/admin-methods.ts";
import { AdminClient } from "../../src/cli/server/admin-client.ts";
import {
  type RunningProgram,
  binaryPath,
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
const server = ["server", "--database_path", "fleet.sqlite", ...anyPort];

async function must(cwd: string, ...args: string[]): Promise<string> {
  const { stdout, stderr, status } = await runBinary([...args, "--database_path", "fleet.sqlite"], {
    cwd,
  });
  expect([status, stderr]).toEqual([0, stderr]);
  return stdout;
}

async function urlOf(program: RunningProgram): Promise<string> {
  const [, url = ""] = await program.waitForLine(/^page: (http:\/\/[\d.:]+) /m);
  return url;
}

describe("a link to log in", () => {
  test("is not printed where no terminal is, and is made on the socket", async () => {
    using folder = makeTemporaryFolder();
    await using running = startBinary(server, { cwd: folder.path });
    const url = await urlOf(running);
    const link = new URL((await must(folder.path, "web", "login")).trim());
    expect(link.href).toStartWith(`${url}/link#fleet_`);
    const post = () =>
      fetch(`${url}/link`, {
        ...{ method: "POST", headers: { origin: url } },
        body: new URLSearchParams({ login: link.hash.slice(1) }),
      });
    const answer = await post();
    const cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    const overview = await fetch(`${url}/api/v1/overview`, { headers: { cookie } });
    expect([answer.status, overview.status, (await post()).status]).toEqual([204, 200, 401]);
    const page = await fetch(url);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("<script")]);
    expect(running.stdout() + running.stderr()).not.toContain("fleet_");
    const [session] = JSON.parse(await must(folder.path, "web", "sessions", "--json")) as object[];
    expect(session).toMatchObject({
      name: expect.stringMatching(/^(?!unknown$)./),
      scope: "admin",
    });
  });

  test("is printed to a terminal, and lets in", async () => {
    using folder = makeTemporaryFolder();
    let shown = "";
    const child = Bun.spawn([binaryPath, ...server], {
      cwd: folder.path,
      env: { PATH: process.env["PATH"] ?? "", HOME: folder.path },
      terminal: {
        cols: 200,
        rows: 50,
        data: (_, bytes) => void (shown += Buffer.from(bytes).toString()),
      },
    });
    try {
      const [, url = "", login = ""] = await waitFor(
        () => /log in within five minutes: (http\S+)\/link#(fleet_\S+)/.exec(shown),
        { what: "the link" },
      );
      const body = new URLSearchParams({ login });
      expect(
        (await fetch(`${url}/link`, { method: "POST", body, headers: { origin: url } })).status,
      ).toBe(204);
    } finally {
      child.kill("SIGTERM");
      await child.exited;
    }
  });
});

test("secrets are in no file of the server", async () => {
  using folder = makeTemporaryFolder();
  await using running = startBinary(server, { cwd: folder.path });
  const url = await urlOf(running);
  const token = (
    await must(folder.path, "token", "create", "--name", "a", "--scope", "admin")
  ).trim();
  const headers = { authorization: `Bearer ${token}` };
  expect((await fetch(`${url}/api/v1/tokens`, { headers })).status).toBe(200);
  running.kill("SIGTERM");
  await running.finished;
  const secret = token.slice(-43);
  for (const name of readdirSync(folder.path, { recursive: true, withFileTypes: true })) {
    if (!name.isFile()) continue;
    const content = readFileSync(join(name.parentPath, name.name), "latin1");
    expect([name.name, content.includes(secret)]).toEqual([name.name, false]);
  }
});

test("a server that is killed at work leaves no change without its entry, and no entry without its change", async () => {
  using folder = makeTemporaryFolder();
  for (let round = 0; round < 4; round += 1) {
    await using running = startBinary(server, { cwd: folder.path });
    await running.waitForLine(/^admin API: /m);
    const target = `unix:${join(folder.path, "fleet.sqlite.d/admin.sock")}`;
    const address = { target, foundBy: "a test" };
    using admin = new AdminClient({ address, signal: new AbortController().signal });
    let stored = 0;
    const work = Array.from({ length: 8 }, async (_, worker) => {
      for (let count = 0; ; count += 1) {
        const fileName = `${round}-${worker}-${count}`;
        await admin.call(adminMethods.storeFile, {
          ...{ serviceName: "s", fileName, data: new Uint8Array(100) },
        });
        stored += 1;
      }
    }).map((done) => done.catch(() => {}));
    await waitFor(() => stored > 100 + round * 50, { what: "files to be stored" });
    running.kill("SIGKILL");
    await Promise.all(work);
  }
  using database = new Database(join(folder.path, "fleet.sqlite"), { readwrite: true });
  const files = database
    .query("SELECT file_name FROM file_rows ORDER BY file_name")
    .values()
    .flat();
  const entries = database
    .query("SELECT what FROM audit_rows WHERE action = 'StoreFile' AND failed = 0")
    .values()
    .flat()
    .map((what) => /"([^"]+)"/.exec(String(what))?.[1] ?? "")
    .toSorted((left, right) => (left < right ? -1 : 1));
  expect(entries.length).toBeGreaterThan(400);
  expect(entries).toEqual(files as string[]);
  database.close();
  expect(await must(folder.path, "audit", "verify")).toContain(
    `chain of ${entries.length} entries is unbroken`,
  );
}, 60_000);

test("a second server on the port of the page is told so, and leaves nothing behind", async () => {
  using folder = makeTemporaryFolder();
  await using running = startBinary(server, { cwd: folder.path });
  const address = (await urlOf(running)).replace("http://", "");
  const args = ["server", "--database_path", "other.sqlite", ...anyPort, "--web_addr", address];
  const { stderr, status } = await runBinary(args, { cwd: folder.path });
  expect([status, stderr]).toEqual([
    8,
    expect.stringContaining(`the page cannot listen on "${address}": it is in use`),
  ]);
  expect(readdirSync(folder.path).filter((name) => name.startsWith("other"))).toEqual([]);
});

test("the page is not served without TLS to other machines", async () => {
  using folder = makeTemporaryFolder();
  await using running = startBinary([...server, "--web_addr", "0.0.0.0:0"], { cwd: folder.path });
  const [, port = ""] = await running.waitForLine(/^page: https:\/\/localhost:(\d+) /m);
  const ca = readFileSync(join(folder.path, "fleet.sqlite.d/ca.pem"), "utf8");
  const answer = await fetch(`https://localhost:${port}/healthz`, { tls: { ca } });
  expect([answer.status, await answer.text()]).toEqual([200, "ok\n"]);
});
