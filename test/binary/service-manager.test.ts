/**
 * A socket in systemd's place hears from the compiled file: when it serves, that it is alive, and that it ends. And what
 * SIGTERM leaves behind: everything that was acknowledged.
 */
import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { join } from "node:path";

import { makeTemporaryFolder, runBinary, startBinary } from "../helpers/binary.ts";
import { NotifySocket } from "../helpers/notify-socket.ts";

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
  const anyPort = ["--https_addr", "127.0.0.1:0", "--admin_addr", "127.0.0.1:0"];
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
