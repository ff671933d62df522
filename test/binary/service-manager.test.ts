/**
 * A socket in systemd's place hears from the compiled file: when it serves, that it is alive, and that it ends. And what
 * SIGTERM leaves behind: everything that was acknowledged.
 */
import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { Database } from "bun:sqlite";
import { join } from "node:path";

import { SimulatedClient, makeLoadMessage } from "../../benchmarks/lib/simulated-client.ts";
import { makeTemporaryFolder, runBinary, startBinary } from "../helpers/binary.ts";
import { CompiledServer } from "../helpers/compiled-server.ts";
import { NotifySocket } from "../helpers/notify-socket.ts";
import { waitFor } from "../helpers/wait-for.ts";

let folder: ReturnType<typeof makeTemporaryFolder>;
let socket: NotifySocket;

beforeEach(() => {
  folder = makeTemporaryFolder();
  socket = new NotifySocket(join(folder.path, "notify"));
});

afterEach(() => {
  socket[Symbol.dispose]();
  folder[Symbol.dispose]();
});

function startServer(env: Readonly<Record<string, string>>) {
  const anyPort = [
    "--https_addr",
    "127.0.0.1:0",
    "--admin_addr",
    "127.0.0.1:0",
    "--web_addr",
    "127.0.0.1:0",
  ];
  return startBinary(["server", "--database_path", "fleet.sqlite", ...anyPort], {
    cwd: folder.path,
    env,
  });
}

describe("a server", () => {
  test("is ready when it accepts, is alive at half the interval, and says that it stops", async () => {
    await using server = startServer({ NOTIFY_SOCKET: socket.path, WATCHDOG_USEC: "200000" });
    await socket.waitForLine("READY=1");
    const listed = await runBinary(["clients", "list", "--database_path", "fleet.sqlite"], {
      cwd: folder.path,
    });
    expect(listed).toMatchObject({ status: 0 });
    await socket.waitForLine("WATCHDOG=1", 3);
    expect(socket.lines()).not.toContain("STOPPING=1");
    server.kill("SIGTERM");
    expect(await server.finished).toMatchObject({ status: 143 });
    const lines = socket.lines();
    expect(lines[0]).toBe("READY=1");
    expect(lines).toContain("STOPPING=1");
  });

  test("that cannot start is never ready", async () => {
    const { status } = await runBinary(
      ["server", "--database_path", "missing/fleet.sqlite", "--https_addr", "nowhere"],
      {
        cwd: folder.path,
        env: { NOTIFY_SOCKET: socket.path },
      },
    );
    expect(status).not.toBe(0);
    expect(socket.lines()).toEqual([]);
  });
});

describe("SIGTERM under load", () => {
  const streams = 4;
  const batch = 10;

  /** Sends records until the server says that it is done. @returns how many of them it acknowledged. */
  async function load(client: SimulatedClient): Promise<{ acknowledged: number; told: boolean }> {
    let acknowledged = 0;
    const send = () =>
      client
        .send(Array.from({ length: batch }, () => makeLoadMessage("sink", 200)))
        .catch(() => {});
    for (let ahead = 0; ahead < 3; ahead += 1) await send();
    for (;;) {
      const data = await client.receive().catch(() => undefined);
      if (data === undefined) return { acknowledged, told: false };
      if (data.ackIndex !== undefined && data.ackIndex > 0n) acknowledged += 1;
      if (data.doneSending) return { acknowledged, told: true };
      await send();
    }
  }

  test("loses nothing that was acknowledged, and tells every stream", async () => {
    await using server = await CompiledServer.start();
    const options = { server: `127.0.0.1:${server.port}`, trustedRoots: server.caCertificate };
    const clients = await Promise.all(
      Array.from({ length: streams }, () => SimulatedClient.connect(options)),
    );
    const loads = clients.map(load);
    const count = () => {
      using database = new Database(server.databasePath, { readonly: true });
      return database.query<{ n: number }, []>("select count(*) n from messages").get()?.n ?? 0;
    };
    await waitFor(() => count() > 500, { what: "load" });
    expect(await server.stop("SIGTERM")).toBe(143);
    const results = await Promise.all(loads);
    for (const client of clients) await client[Symbol.asyncDispose]();
    expect(results.map(({ told }) => told)).toEqual(clients.map(() => true));
    const acknowledged = results.reduce((sum, result) => sum + result.acknowledged * batch, 0);
    expect(acknowledged).toBeGreaterThan(500);
    expect(count()).toBeGreaterThanOrEqual(acknowledged);
  }, 60_000);
});
