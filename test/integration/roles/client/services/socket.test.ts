import { describe, expect, test } from "bun:test";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createConnection } from "node:net";
import { join } from "node:path";

import { connectSocket } from "../../../../../packages/connector/src/endpoint.ts";
import { makeSocketService } from "../../../../../src/roles/client/services/socket/socket.ts";
import type { ClientService } from "../../../../../src/roles/client/services/service.ts";
import {
  type ServiceHarness,
  makeServiceHarness,
  never,
  socketSettings,
  toService,
} from "../../../../helpers/service-harness.ts";
import { waitFor } from "../../../../helpers/wait-for.ts";

interface Running extends AsyncDisposable, ServiceHarness {
  readonly service: ClientService;
  readonly path: string;
}

async function run(): Promise<Running> {
  const harness = makeServiceHarness({ localAckMs: 10 });
  const path = join(harness.folder, "own", "socket");
  const service = await makeSocketService(socketSettings(path), harness.context);
  return Object.assign(harness, {
    service,
    path,
    [Symbol.asyncDispose]: async () => {
      await service[Symbol.asyncDispose]();
      harness[Symbol.dispose]();
    },
  });
}

function connect(
  path: string,
): AsyncDisposable & { received: string[]; send(type: string): Promise<void> } {
  const endpoint = connectSocket({ path, retryMs: 10 });
  const received: string[] = [];
  const reading = (async () => {
    for await (const { messageType } of endpoint.messages()) received.push(messageType);
  })();
  return {
    received,
    send: (messageType) => endpoint.send({ messageType }),
    [Symbol.asyncDispose]: async () => {
      endpoint.close();
      await reading.catch(() => {});
    },
  };
}

describe("a Socket service", () => {
  test("has a socket that is this user's alone, and removes it at the end", async () => {
    const running = await run();
    expect(statSync(running.path).mode & 0o777).toBe(0o600);
    expect(statSync(join(running.path, "..")).mode & 0o777).toBe(0o700);
    await running.service[Symbol.asyncDispose]();
    expect(existsSync(running.path)).toBe(false);
    running[Symbol.dispose]();
  });

  test("exchanges messages, and acknowledges what is kept", async () => {
    await using running = await run();
    await using peer = connect(running.path);
    await peer.send("Up");
    expect(running.types()).toEqual(["Up"]);
    expect(running.sent[0]?.sourceMessageId).toHaveLength(32);
    await running.service.process(toService("Down"), never);
    await waitFor(() => peer.received.includes("Down"), { what: "the message" });
    expect(peer.received).toEqual(["Down"]);
  });

  test("does not acknowledge what is not kept; it is sent again, under the same id, after a break", async () => {
    await using first = await run();
    await using peer = connect(first.path);
    await peer.send("Kept");
    const { promise, resolve } = Promise.withResolvers<void>();
    first.full = promise;
    const sending = peer.send("Waits");
    await first.service.process(toService("Marker"), never);
    await waitFor(() => peer.received.includes("Marker"), { what: "the marker" });
    const stopping = first.service[Symbol.asyncDispose]();
    resolve();
    await stopping;
    const second = await makeSocketService(socketSettings(first.path), first.context);
    await sending;
    await second[Symbol.asyncDispose]();
    const again = first.sent.filter(({ messageType }) => messageType === "Waits");
    expect(new Set(again.map(({ sourceMessageId }) => sourceMessageId)).size).toBe(1);
    expect(again.length).toBeGreaterThanOrEqual(1);
  });

  test("serves one peer at a time; the next has its turn when the first leaves", async () => {
    await using running = await run();
    const first = connect(running.path);
    await first.send("First");
    await using second = connect(running.path);
    const sending = second.send("Second");
    await waitFor(() => running.lines.join("").includes("a second peer waits"), {
      what: "the log",
    });
    expect(running.types()).toEqual(["First"]);
    await first[Symbol.asyncDispose]();
    await sending;
    expect(running.types()).toEqual(["First", "Second"]);
  });

  test("names what a peer does wrong, and goes on with the next", async () => {
    await using running = await run();
    const socket = createConnection({ path: running.path });
    socket.on("error", () => {});
    socket.write("HELO\r\n");
    await waitFor(() => running.lines.join("").includes("where its magic should be"), {
      what: "the log",
    });
    await using peer = connect(running.path);
    await peer.send("Fine");
    expect(running.types()).toEqual(["Fine"]);
  });

  test("replaces the socket that a program left behind", async () => {
    const harness = makeServiceHarness();
    const path = join(harness.folder, "own", "socket");
    mkdirSync(join(harness.folder, "own"), { mode: 0o700 });
    const left = Bun.spawnSync([
      "python3",
      "-c",
      `import socket; s=socket.socket(socket.AF_UNIX); s.bind(${JSON.stringify(path)})`,
    ]);
    expect(left.exitCode).toBe(0);
    const service = await makeSocketService(socketSettings(path), harness.context);
    expect(lstatSync(path).isSocket()).toBe(true);
    await service[Symbol.asyncDispose]();
    harness[Symbol.dispose]();
  });

  const faults: readonly (readonly [string, (folder: string, path: string) => void, string])[] = [
    [
      "a link in its place",
      (folder, path) => (mkdirSync(folder, { mode: 0o700 }), symlinkSync("/tmp/x", path)),
      "is a link",
    ],
    [
      "a file in its place",
      (folder, path) => (mkdirSync(folder, { mode: 0o700 }), writeFileSync(path, "")),
      "is no socket",
    ],
    [
      "a folder that others may read",
      (folder) => (mkdirSync(folder), chmodSync(folder, 0o755)),
      "mode 755",
    ],
    [
      "a folder that is a link",
      (folder) => (mkdirSync(`${folder}2`, { mode: 0o700 }), symlinkSync(`${folder}2`, folder)),
      "is a link or no folder",
    ],
  ];
  test.each(faults)("refuses %s", async (_what, prepare, reason) => {
    const harness = makeServiceHarness();
    const folder = join(harness.folder, "own");
    const path = join(folder, "socket");
    prepare(folder, path);
    await expect(makeSocketService(socketSettings(path), harness.context)).rejects.toThrow(reason);
    harness[Symbol.dispose]();
  });

  test("refuses a path that no socket can have", async () => {
    const harness = makeServiceHarness();
    const path = join(harness.folder, "x".repeat(100), "socket");
    await expect(makeSocketService(socketSettings(path), harness.context)).rejects.toThrow(
      /at most 10[37]/,
    );
    harness[Symbol.dispose]();
  });
});
