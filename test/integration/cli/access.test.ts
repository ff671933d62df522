import { Database } from "bun:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { configureLog } from "../../../src/observability/log.ts";
import { type ProvisionedInstallation, startProvisioned } from "../../../src/roles/all/all.ts";
import { runFleet } from "../../helpers/fake-terminal.ts";
import { waitFor } from "../../helpers/wait-for.ts";

let folder = "";
let log = "";
let running: ProvisionedInstallation | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fleet-access-"));
  log = "";
  configureLog({ level: "info", format: "console", write: (line) => void (log += line) });
});

afterEach(async () => {
  await stop();
  configureLog({ level: "error", format: "console", write: () => {} });
  rmSync(folder, { recursive: true, force: true });
});

async function stop(): Promise<void> {
  await running?.installation[Symbol.asyncDispose]();
  running = undefined;
}

const databasePath = () => join(folder, "fleet.sqlite");

/** A server with its page, as fleet server starts it. */
async function start(): Promise<ProvisionedInstallation["installation"]> {
  const anyPort = "127.0.0.1:0";
  running = await startProvisioned({
    ...{ databasePath: databasePath(), services: undefined, onStep: () => {} },
    ...{ listen: { https: anyPort, admin: anyPort, web: anyPort }, adminTokens: true },
  });
  return running.installation;
}

const fleet = (...argv: string[]) => runFleet([...argv, "--database_path", databasePath()]);

async function must(...argv: string[]): Promise<string> {
  const { exitCode, out, error } = await fleet(...argv);
  expect([exitCode, error]).toEqual([0, error]);
  return out;
}

describe("fleet token", () => {
  test("makes a token that scripts use, lists it without its secret, and ends it", async () => {
    const { web } = await start();
    const made = JSON.parse(
      await must(
        "token",
        "create",
        "--name",
        "backup",
        "--scope",
        "read",
        "--expires",
        "30d",
        "--json",
      ),
    ) as { token: string; token_id: string; expires_time: string };
    expect(made.token).toMatch(/^fleet_[0-9a-f]{16}_[\w-]{43}$/);
    const days = (Date.parse(made.expires_time) - Date.now()) / 86_400_000;
    expect(days).toBeCloseTo(30, 1);
    const ask = () =>
      fetch(`${web?.url}/api/v1/clients`, { headers: { authorization: `Bearer ${made.token}` } });
    expect((await ask()).status).toBe(200);

    const list = await must("token", "list");
    expect(list).toMatch(new RegExp(`^TOKEN .*\\n${made.token_id}  backup  read   active `));
    expect(list).not.toContain(made.token.slice(23));
    const { error } = await fleet("token", "revoke", made.token_id);
    expect(error).toBe(`token ${made.token_id} is revoked\n`);
    expect((await ask()).status).toBe(401);
    expect(JSON.parse(await must("token", "list", "--json"))).toMatchObject([{ state: "revoked" }]);
    const again = await fleet("token", "revoke", made.token_id);
    expect([again.exitCode, again.error]).toEqual([4, expect.stringContaining("no active token")]);
    expect(log).not.toContain(made.token.slice(23));
  });

  test("prints the token alone, and only where it is not written into a file", async () => {
    await start();
    const { exitCode, out, error } = await fleet(
      "token",
      "create",
      "--name",
      "a",
      "--scope",
      "send",
    );
    expect([exitCode, out]).toEqual([0, expect.stringMatching(/^fleet_\w{16}_[\w-]{43}\n$/)]);
    expect(error).toContain("holds until it is revoked");
    const file = join(folder, "a.token");
    const kept = await must("token", "create", "--name", "b", "--scope", "send", "--out", file);
    expect(kept).toBe("");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const secret = readFileSync(file, "utf8");
    expect(secret).toMatch(/^fleet_\w{16}_[\w-]{43}\n$/);

    const over = await fleet("token", "create", "--name", "c", "--scope", "send", "--out", file);
    expect([over.exitCode, over.error]).toEqual([8, expect.stringContaining("exists already")]);
    expect(readFileSync(file, "utf8")).toBe(secret);
    // In no folder: what was made for it is ended again.
    const nowhere = join(folder, "missing", "d.token");
    const lost = await fleet("token", "create", "--name", "d", "--scope", "send", "--out", nowhere);
    expect(lost.exitCode).toBe(3);
    const states = JSON.parse(await must("token", "list", "--json")) as { state: string }[];
    expect(states.map(({ state }) => state)).toEqual(["revoked", "active", "active"]);
  });

  test.each([
    [["--name", "a"], "--scope"],
    [["--scope", "read"], "--name"],
    [["--name", "a", "--scope", "root"], "read, send, admin"],
    [["--name", "a", "--scope", "read", "--expires", "soon"], "30d"],
    [["--name", "a", "--scope", "read", "--expires", "11y"], "10y"],
  ])("%p is a mistake", async (flags, said) => {
    const { exitCode, error } = await fleet("token", "create", ...flags);
    expect([exitCode, error]).toEqual([2, expect.stringContaining(said)]);
  });

  test("refuses a name that would not be harmless in a log", async () => {
    await start();
    const { exitCode, error } = await fleet(
      "token",
      "create",
      "--name",
      "a\u001b[2J",
      "--scope",
      "read",
    );
    expect([exitCode, error.includes("\u001b")]).toEqual([2, false]);
  });
});

describe("FLEET_TOKEN_FILE", () => {
  const over = (tokenFile: string, ...argv: string[]) => {
    const ca = join(`${databasePath()}.d`, "ca.pem");
    const port = running?.installation.admin?.split(":").at(-1);
    const to = ["--admin_addr", `localhost:${port}`, "--admin_ca", ca];
    return runFleet([...argv, ...to], { environment: { tokenFile } });
  };

  test("lets this program in over TLS, as far as the token's scope goes", async () => {
    await start();
    const file = join(folder, "read.token");
    await must("token", "create", "--name", "r", "--scope", "read", "--out", file);
    expect(await over(file, "clients", "list", "--json")).toMatchObject({
      exitCode: 0,
      out: "[]\n",
    });
    const refused = await over(file, "file", "delete", "a", "b");
    expect(refused.exitCode).toBe(6);
    expect(refused.error).toContain('needs the scope "admin"');
    const token = await over(file, "token", "create", "--name", "x", "--scope", "read");
    expect([token.exitCode, token.error]).toEqual([
      6,
      expect.stringContaining("only on the server's Unix socket"),
    ]);
  });

  test("is not read when others can, and not sent in clear text to other machines", async () => {
    await start();
    const file = join(folder, "read.token");
    await must("token", "create", "--name", "r", "--scope", "read", "--out", file);
    const far = await runFleet(["clients", "list", "--admin_addr", "192.0.2.1:6061"], {
      environment: { tokenFile: file },
    });
    expect([far.exitCode, far.error]).toEqual([
      6,
      expect.stringContaining("not sent in clear text"),
    ]);
    chmodSync(file, 0o644);
    const open = await over(file, "clients", "list");
    expect([open.exitCode, open.error]).toEqual([3, expect.stringContaining(file)]);
    const missing = await over(join(folder, "none"), "clients", "list");
    expect([missing.exitCode, missing.error]).toEqual([
      3,
      expect.stringContaining("does not exist"),
    ]);
  });
});

describe("fleet web", () => {
  test("prints a link that lets a browser in; its session is listed, and ended", async () => {
    const { web } = await start();
    const { exitCode, out, error } = await fleet(
      "web",
      "login",
      "--name",
      "alice",
      "--scope",
      "read",
    );
    expect([exitCode, error]).toEqual([0, expect.stringContaining("one browser")]);
    const link = new URL(out.trim());
    expect(link.href).toStartWith(`${web?.url}/link#fleet_`);
    const answer = await fetch(new URL("/link", link), {
      method: "POST",
      body: new URLSearchParams({ login: link.hash.slice(1) }),
      headers: { origin: link.origin },
    });
    const cookie = (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    const overview = () => fetch(new URL("/api/v1/overview", link), { headers: { cookie } });
    expect([answer.status, (await overview()).status]).toEqual([204, 200]);
    const [session] = JSON.parse(await must("web", "sessions", "--json")) as {
      session_id: string;
    }[];
    expect(session).toMatchObject({ name: "alice", scope: "read", state: "active" });
    expect(await must("web", "sessions")).toContain("alice");
    await must("web", "logout", session?.session_id ?? "");
    expect((await overview()).status).toBe(401);
    expect(log).not.toContain(link.hash.slice(23));
    expect(log).not.toContain(cookie.split("_").at(-1) ?? "");
  });
});

describe("fleet audit", () => {
  const change = () => must("token", "create", "--name", "a", "--scope", "read");

  test("lists, proves, and says where the log was changed; also of a server that does not run", async () => {
    await start();
    await change();
    const noted = (await must("audit", "head")).trim();
    await change();
    await must("file", "store", "svc", "name", join(folder, "fleet.sqlite.d", "ca.pem"));
    const list = await must("audit", "list");
    expect(list).toMatch(/^SEQ  TIME .*\n3 .*stored file "name" of service "svc"\n2 .*\n1 .*\n$/s);
    const [newest] = (await must("audit", "list", "--json", "--limit", "1")).split("\n");
    expect(JSON.parse(newest ?? "")).toMatchObject({ seq: 3, door: "socket", outcome: "done" });
    for (const isRunning of [true, false]) {
      if (!isRunning) await stop();
      expect(await must("audit", "verify", "--head", noted)).toMatch(
        /^the chain of 3 entries is unbroken, and entry 1 is the one that was noted\n3:[0-9a-f]{64}\n$/,
      );
      const other = await fleet("audit", "verify", "--head", `1:${"0".repeat(64)}`);
      expect([other.exitCode, other.error]).toEqual([
        1,
        expect.stringContaining("entry 1 has the hash"),
      ]);
      const future = await fleet("audit", "verify", "--head", `9:${"0".repeat(64)}`);
      expect([future.exitCode, future.error]).toEqual([
        1,
        expect.stringContaining("it ends with entry 3"),
      ]);
    }
    using database = new Database(databasePath());
    database.run("DROP TRIGGER audit_is_not_altered");
    database.run("UPDATE audit_rows SET what = 'nothing' WHERE seq = 2");
    const changed = await fleet("audit", "verify");
    expect([changed.exitCode, changed.error]).toEqual([
      1,
      expect.stringContaining("entry 2 is not what was written"),
    ]);
    database.close();
    await start();
    const shown = await fleet("audit", "verify", "--json");
    expect([shown.exitCode, shown.out]).toEqual([1, ""]);
  });

  test("makes no database where there is none", async () => {
    const { exitCode, error } = await fleet("audit", "list");
    expect([exitCode, error]).toEqual([4, expect.stringContaining("there is no database")]);
    expect(existsSync(databasePath())).toBe(false);
  });

  test("has its head in the log, and reloads by a signal among its entries", async () => {
    await start();
    await waitFor(() => log.includes("head of the audit log: 0:0000"), {
      what: "the head in the log",
    });
    await running?.reload(undefined);
    const [entry] = (await must("audit", "list", "--json")).split("\n");
    expect(JSON.parse(entry ?? "")).toMatchObject({
      door: "signal",
      action: "reload",
      outcome: "done",
    });
  });
});
