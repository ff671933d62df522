import { describe, expect, test } from "bun:test";
import { spawn } from "node:child_process";
import { lstatSync, writeFileSync } from "node:fs";
import { type Socket, createConnection, createServer } from "node:net";

import type { AdminClient } from "../../../src/cli/server/admin-client.ts";
import { unlimitedBroadcast } from "../../../src/core/broadcast.ts";
import { type ClientId, newMessageId, parseClientId } from "../../../src/core/ids.ts";
import { type Message, makeMessage } from "../../../src/core/message.ts";
import { adminMethods, fleetMethods } from "../../../src/proto/admin-methods.ts";
import { getLog } from "../../../src/observability/log.ts";
import { startAdmin } from "../../../src/roles/admin/admin.ts";
import { type PeerUser, readPeerUser } from "../../../src/roles/admin/listeners/peer-user.ts";
import { listenOnTcp } from "../../../src/roles/admin/listeners/tcp.ts";
import { listenOnUnixSocket } from "../../../src/roles/admin/listeners/unix.ts";
import type { TcpListener } from "../../../src/roles/admin/options.ts";
import { addClients, makeContext, startFixture } from "../../helpers/admin-fixture.ts";
import { waitFor } from "../../helpers/wait-for.ts";

function messageFor(clientId: ClientId | undefined, fields: Partial<Message> = {}): Message {
  return makeMessage({
    source: { clientId: undefined, serviceName: "tool" },
    destination: { clientId, serviceName: "ls" },
    messageType: "Request",
    ...fields,
  });
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/**
 * What a promise rejects with. Not `expect(…).rejects`, which runs the event loop inside a callback of it: what a socket
 * was given in that callback is sent only afterwards, so that a peer in the same process waits for ever.
 */
async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    return { nothing: await promise };
  } catch (thrown) {
    return thrown;
  }
}

const everyId = { includeBlacklisted: true, lastContactAfter: undefined };
const unknownClient = parseClientId("00000000000000ff");

describe.each(["unix", "tcp"])("the admin API on %s", (kind) => {
  async function start() {
    const fixture = await startFixture();
    const client = fixture.connect(fixture.admin.addresses[kind === "unix" ? 0 : 1]);
    return { fixture, client, context: fixture.context };
  }

  test("a message is inserted, notified, listed, counted and deleted", async () => {
    const { fixture, client, context } = await start();
    await using _ = fixture;
    const [clientId] = (await addClients(context.store, "one")) as [ClientId];
    const messageId = newMessageId();
    const data = { typeUrl: "type.googleapis.com/x.Y", value: Buffer.from("payload") };
    await client.call(adminMethods.insertMessage, messageFor(clientId, { messageId, data }));
    expect(context.notified).toEqual([clientId]);

    const request = { clientIds: [clientId], offset: 0n, limit: 0n, wantData: true };
    const { messages } = await client.call(adminMethods.getPendingMessages, request);
    expect(messages.map((message) => [message.messageId, message.data?.value.toString()])).toEqual([
      [messageId, new Uint8Array(Buffer.from("payload")).toString()],
    ]);
    const withoutData = await client.call(adminMethods.getPendingMessages, {
      ...request,
      wantData: false,
    });
    expect(withoutData.messages[0]?.data?.value).toHaveLength(0);
    expect(
      (await client.call(adminMethods.getPendingMessageCount, { clientIds: [clientId] })).count,
    ).toBe(1n);

    const pending = await client.call(adminMethods.getMessageStatus, { messageId });
    expect(pending.creationTime).toBeDefined();
    expect(pending.result).toBeUndefined();
    await client.call(adminMethods.deletePendingMessages, { clientIds: [clientId] });
    const deleted = await client.call(adminMethods.getMessageStatus, { messageId });
    expect(deleted.result).toMatchObject({
      failed: true,
      failedReason: "Removed by admin action.",
    });
  });

  test("clients and contacts are listed and streamed", async () => {
    const { fixture, client, context } = await start();
    await using _ = fixture;
    const ids = await addClients(context.store, "one", "two", "three");
    const first = ids[0] as ClientId;
    await context.store.contacts.record([
      {
        clientId: first,
        time: 1_700_000_000_000_000,
        sentNonce: 2n ** 64n - 1n,
        receivedNonce: 2n ** 63n,
        observedAddress: "192.0.2.1:99",
        clientClock: { seconds: 5, nanos: 6 },
        streamingTo: "server:1",
        server: "s",
        reofferAtEnd: false,
      },
    ]);
    const { clients } = await client.call(adminMethods.listClients, { clientIds: [] });
    expect(clients.map(({ clientId }) => clientId)).toEqual(ids.toSorted());
    const some = await client.call(adminMethods.listClients, { clientIds: [unknownClient, first] });
    expect(some.clients).toEqual([
      {
        clientId: first,
        labels: [],
        lastContactTime: { seconds: 1_700_000_000, nanos: 0 },
        lastContactAddress: "192.0.2.1:99",
        lastClock: { seconds: 5, nanos: 6 },
        blacklisted: false,
        lastContactStreamingTo: "server:1",
      },
    ]);
    const streamed = await collect(await client.open(adminMethods.streamClientIds, everyId));
    expect(streamed.map(({ clientId }) => clientId)).toEqual(ids.toSorted());

    const { contacts } = await client.call(adminMethods.listClientContacts, { clientId: first });
    expect(contacts).toEqual([
      {
        sentNonce: 2n ** 64n - 1n,
        receivedNonce: 2n ** 63n,
        observedAddress: "192.0.2.1:99",
        timestamp: { seconds: 1_700_000_000, nanos: 0 },
      },
    ]);
    const stream = await client.open(adminMethods.streamClientContacts, { clientId: first });
    expect((await collect(stream)).map(({ contact }) => contact)).toEqual([...contacts]);
  });

  test("blacklisted clients are left out of a stream that does not ask for them", async () => {
    const { fixture, client, context } = await start();
    await using _ = fixture;
    const [one, two] = (await addClients(context.store, "one", "two")) as [ClientId, ClientId];
    await client.call(adminMethods.blacklistClient, { clientId: one });
    expect(context.notified).toEqual([one]);
    const request = { ...everyId, includeBlacklisted: false };
    expect(await collect(await client.open(adminMethods.streamClientIds, request))).toEqual([
      { clientId: two },
    ]);
    expect(
      await failureOf(client.call(adminMethods.blacklistClient, { clientId: unknownClient })),
    ).toMatchObject({
      code: "not_found",
    });
  });

  test("broadcasts, files, resource usage and KeepAlive", async () => {
    const { fixture, client, context } = await start();
    await using _ = fixture;
    await client.call(adminMethods.keepAlive, {});
    await insertBroadcast(client);
    const { broadcasts } = await client.call(adminMethods.listActiveBroadcasts, {
      serviceName: "tool",
    });
    expect(broadcasts).toMatchObject([{ messageType: "Hello", groupName: "g" }]);
    const broadcastIds = broadcasts.map(({ broadcastId }) => broadcastId);
    await client.call(adminMethods.disableBroadcasts, { broadcastIds });
    expect(await client.call(adminMethods.listActiveBroadcasts, { serviceName: "" })).toEqual({
      broadcasts: [],
    });

    const name = { serviceName: "s", fileName: "f" };
    await client.call(adminMethods.storeFile, { ...name, data: Buffer.from("content") });
    expect(Buffer.from((await context.store.files.get(name))?.data ?? []).toString()).toBe(
      "content",
    );
    await client.call(adminMethods.deleteFile, name);
    expect(await context.store.files.get(name)).toBeUndefined();

    const [clientId] = (await addClients(context.store, "one")) as [ClientId];
    await context.store.resourceUsage.record([
      {
        clientId,
        scope: "system",
        pid: -5n,
        processStartTime: undefined,
        clientTime: 1_000_000,
        serverTime: 2_000_000,
        processTerminated: true,
        meanUserCpuRate: 1.5,
        maxUserCpuRate: 2,
        meanSystemCpuRate: 3,
        maxSystemCpuRate: 4,
        meanResidentMemoryMib: 5,
        maxResidentMemoryMib: 6,
        meanNumFds: 7,
        maxNumFds: 8,
      },
    ]);
    const usage = { clientId, start: undefined, end: undefined };
    const { records } = await client.call(adminMethods.fetchClientResourceUsageRecords, usage);
    expect(records).toMatchObject([
      {
        scope: "system",
        pid: -5n,
        meanUserCpuRate: 1.5,
        serverTimestamp: { seconds: 2, nanos: 0 },
      },
    ]);
  });

  test("errors arrive with their code and the next step", async () => {
    const { fixture, client } = await start();
    await using _ = fixture;
    expect(
      await failureOf(client.call(adminMethods.insertMessage, messageFor(unknownClient))),
    ).toMatchObject({
      code: "not_found",
      message: `cannot insert a message for client ${unknownClient}: it is not known`,
      hint: expect.stringContaining("fleet clients list"),
    });
  });

  test("a message may have 2 MiB and no more; lists of such messages pass", async () => {
    const { fixture, client, context } = await start();
    await using _ = fixture;
    const [clientId] = (await addClients(context.store, "one")) as [ClientId];
    const insert = (bytes: number) => {
      const data = { typeUrl: "t/x.Y", value: Buffer.alloc(bytes, 7) };
      return client.call(adminMethods.insertMessage, messageFor(clientId, { data }));
    };
    for (let count = 0; count < 5; count++) await insert(2 * 1024 * 1024 - 200);
    expect(await failureOf(insert(2 * 1024 * 1024))).toMatchObject({ code: "invalid_argument" });
    const request = { clientIds: [clientId], offset: 0n, limit: 0n, wantData: true };
    expect((await client.call(adminMethods.getPendingMessages, request)).messages).toHaveLength(5);
  }, 20_000);

  test("bytes that are no request are an invalid argument, and the server lives on", async () => {
    const { fixture, client } = await start();
    await using _ = fixture;
    const garbage = {
      encode: () => Buffer.from("\xff\xff\xff\xff\xff", "latin1"),
      decode: () => ({}) as never,
    };
    for (const method of Object.values(adminMethods)) {
      if (method.streams || method === adminMethods.keepAlive) continue;
      const broken = { ...method, request: garbage } as unknown as typeof adminMethods.keepAlive;
      expect(await failureOf(client.call(broken, {}))).toMatchObject({ code: "invalid_data" });
    }
    await client.call(adminMethods.keepAlive, {});
  });
});

async function insertBroadcast(client: AdminClient): Promise<void> {
  const tool = { clientId: undefined, serviceName: "tool" };
  const broadcast = {
    broadcastId: undefined,
    source: tool,
    destination: tool,
    messageType: "Hello",
    requiredLabels: [],
    expirationTime: undefined,
    data: undefined,
    groupName: "g",
  };
  await client.call(adminMethods.createBroadcast, { broadcast, limit: unlimitedBroadcast });
}

/** Stands between a caller and the server's socket, and stops reading from the server when it is told to. */
async function startRelay(path: string) {
  let upstream: Socket | undefined;
  const relay = createServer((downstream) => {
    const socket = createConnection({ path });
    upstream = socket;
    downstream.on("data", (chunk) => void socket.write(chunk));
    socket.on("data", (chunk) => void downstream.write(chunk));
    downstream.on("error", () => socket.destroy());
    socket.on("error", () => downstream.destroy());
  });
  await new Promise<void>((resolve) => relay.listen(0, "127.0.0.1", resolve));
  const address = relay.address();
  return {
    address: `127.0.0.1:${typeof address === "object" ? address?.port : 0}`,
    pause: () => upstream?.pause(),
    resume: () => upstream?.resume(),
    [Symbol.asyncDispose]: async () => {
      upstream?.destroy();
      relay.close();
    },
  };
}

describe("WatchMessages", () => {
  const everything = { serviceName: "", clientIds: [], inReplyTo: undefined };

  test("is active once it is open, and gets what matches", async () => {
    await using fixture = await startFixture();
    const client = fixture.connect();
    const request = { ...everything, serviceName: "ls" };
    const messages = await client.open(fleetMethods.watchMessages, request);
    expect(fixture.context.feed.listeners.size).toBe(1);
    const wanted = {
      ...messageFor(undefined),
      messageId: newMessageId(),
      creationTime: { seconds: 1, nanos: 2 },
    };
    const other = {
      ...wanted,
      messageId: newMessageId(),
      destination: { clientId: undefined, serviceName: "x" },
    };
    fixture.context.feed.send(other, wanted);
    for await (const message of messages) {
      expect(message).toEqual(wanted);
      break;
    }
    const given = () => fixture.context.feed.listeners.size === 0;
    await waitFor(given, { what: "the watch to be given up" });
  });

  test("a watcher that does not read is cut, and others are served", async () => {
    await using fixture = await startFixture();
    await using relay = await startRelay(fixture.socket);
    const lazy = await fixture.connect(relay.address).open(fleetMethods.watchMessages, everything);
    relay.pause();
    const eager = await fixture.connect().open(fleetMethods.watchMessages, everything);
    const reader = eager[Symbol.asyncIterator]();
    const data = { typeUrl: "t/x.Y", value: Buffer.alloc(1024 * 1024) };
    for (let count = 0; count < 100 && fixture.context.feed.listeners.size === 2; count++) {
      const message = { ...messageFor(undefined, { data }), messageId: newMessageId() };
      fixture.context.feed.send({ ...message, creationTime: { seconds: 1, nanos: 0 } });
      expect((await reader.next()).value).toMatchObject({ messageId: message.messageId });
    }
    expect(fixture.context.feed.listeners.size).toBe(1);
    relay.resume();
    expect(await failureOf(collect(lazy))).toMatchObject({ code: "resource_exhausted" });
  }, 20_000);

  test("is refused on TCP, saying where it is offered", async () => {
    await using fixture = await startFixture();
    const opened = fixture
      .connect(fixture.admin.addresses[1])
      .open(fleetMethods.watchMessages, everything);
    expect(await failureOf(opened)).toMatchObject({
      code: "unauthenticated",
      hint: `Use --admin_addr 'unix:${fixture.socket}'.`,
    });
  });

  test("ends when the server stops", async () => {
    const fixture = await startFixture();
    const messages = await fixture.connect().open(fleetMethods.watchMessages, everything);
    const ended = collect(messages).then(
      () => "ended",
      () => "broken",
    );
    await fixture[Symbol.asyncDispose]();
    expect(["ended", "broken"]).toContain(await ended);
  });
});

describe("listening", () => {
  test("the socket is this user's only, and is removed at the end", async () => {
    const fixture = await startFixture();
    expect(lstatSync(fixture.socket).mode & 0o777).toBe(0o600);
    await fixture[Symbol.asyncDispose]();
    expect(() => lstatSync(fixture.socket)).toThrow();
  });

  test("a live server's socket is a conflict, one left behind is replaced", async () => {
    await using fixture = await startFixture();
    const listeners = [{ kind: "unix", path: fixture.socket }] as const;
    expect(await failureOf(startAdmin({ ...makeContext(), listeners }))).toMatchObject({
      code: "conflict",
    });

    const left = `${fixture.folder}/left.sock`;
    const child = Bun.spawnSync([
      process.execPath,
      "-e",
      `require("node:net").createServer().listen(${JSON.stringify(left)}, () => process.kill(process.pid, "SIGKILL"))`,
    ]);
    expect(child.signalCode).toBe("SIGKILL");
    expect(lstatSync(left).isSocket()).toBe(true);
    await using again = await startAdmin({
      ...makeContext(),
      listeners: [{ kind: "unix", path: left }],
    });
    expect(again.addresses).toEqual([`unix:${left}`]);
  });

  test("a file that is no socket is left alone", async () => {
    await using fixture = await startFixture();
    const path = `${fixture.folder}/file`;
    writeFileSync(path, "precious");
    const started = startAdmin({ ...makeContext(), listeners: [{ kind: "unix", path }] });
    expect(await failureOf(started)).toMatchObject({ code: "configuration" });
    expect(lstatSync(path).size).toBe(8);
  });

  test("the kernel says who connects, and another user is turned away", async () => {
    await using fixture = await startFixture();
    const path = `${fixture.folder}/asked.sock`;
    const log = fixture.context.log;
    let handedOn = 0;
    const handOn = (socket: Socket) => {
      handedOn += 1;
      socket.destroy();
    };
    const users: PeerUser[] = [];
    const readAnother = (socket: Socket) => {
      users.push(readPeerUser(socket));
      return { uid: 4_000_000 };
    };
    const { acceptor } = await listenOnUnixSocket(
      { kind: "unix", path },
      { handOn, log },
      readAnother,
    );
    await using _ = acceptor;
    const socket = createConnection({ path });
    await new Promise((resolve) => socket.once("close", resolve));
    expect(users).toEqual([{ uid: process.getuid?.() ?? -1 }]);
    expect(handedOn).toBe(0);
  });

  test("a port in use is a conflict, and nothing is left running", async () => {
    await using fixture = await startFixture();
    const path = `${fixture.folder}/other.sock`;
    const address = fixture.admin.addresses[1] ?? "";
    const started = startAdmin({
      ...makeContext(),
      listeners: [
        { kind: "unix", path },
        { kind: "tcp", address },
      ],
    });
    expect(await failureOf(started)).toMatchObject({
      code: "conflict",
      message: expect.stringContaining(address),
    });
    expect(() => lstatSync(path)).toThrow();
  });

  test("an address that others reach is refused unless it was permitted", async () => {
    const refused = startAdmin({
      ...makeContext(),
      listeners: [{ kind: "tcp", address: "0.0.0.0:0" }],
    });
    expect(await failureOf(refused)).toMatchObject({ code: "configuration" });
    const open = { kind: "tcp", address: "0.0.0.0:0", allowUnauthenticated: true } as const;
    await using admin = await startAdmin({ ...makeContext(), listeners: [open] });
    expect(admin.addresses[0]).toMatch(/^0\.0\.0\.0:[1-9]\d*$/);
  });

  /** Connects as another user. @returns whether the connection was handed on. */
  async function connectAs(uid: number, fields: Partial<TcpListener> = {}): Promise<boolean> {
    const handedOn = Promise.withResolvers<boolean>();
    const handOn = (socket: Socket) => {
      handedOn.resolve(true);
      socket.destroy();
    };
    const listener = { kind: "tcp", address: "127.0.0.1:0", ...fields } as const;
    const { acceptor, address } = await listenOnTcp(listener, { handOn, log: getLog("test") });
    await using _ = acceptor;
    const script = `
      const socket = require("node:net").connect(${Number(address.split(":")[1])}, "127.0.0.1");
      socket.resume().on("close", () => process.exit());`;
    const child = spawn(process.execPath, ["-e", script], { uid, cwd: "/" });
    child.once("exit", () => handedOn.resolve(false));
    return await handedOn.promise;
  }

  test("a loopback port is for this user", async () => {
    expect(await connectAs(process.getuid?.() ?? 0)).toBe(true);
  });

  // Only root can run something as somebody else, and only Linux says whose a connection is.
  test.skipIf(process.platform !== "linux" || process.getuid?.() !== 0)(
    "a loopback port turns other users away, unless it was opened to them",
    async () => {
      expect(await connectAs(65534)).toBe(false);
      expect(await connectAs(65534, { allowUnauthenticated: true })).toBe(true);
      expect(await connectAs(65534, { fromExistingFile: true })).toBe(true);
    },
  );

  test("noise on the port does no harm", async () => {
    await using fixture = await startFixture();
    const [host = "", port] = (fixture.admin.addresses[1] ?? "").split(":");
    for (const noise of [
      "GET / HTTP/1.1\r\n\r\n",
      "\0\0\0\0",
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\xff\xff\xff\xff\xff",
    ]) {
      const socket = createConnection({ host, port: Number(port) });
      const closed = new Promise<void>((resolve) => {
        socket.on("close", () => resolve());
        socket.on("error", () => resolve());
      });
      socket.end(Buffer.from(noise, "latin1"));
      socket.resume();
      await closed;
    }
    await fixture.connect(fixture.admin.addresses[1]).call(adminMethods.keepAlive, {});
  });
});

test("a server that is not there is unavailable, with the address and the next step", async () => {
  await using fixture = await startFixture();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  await new Promise((resolve) => server.close(resolve));
  expect(
    await failureOf(fixture.connect(`127.0.0.1:${port}`).call(adminMethods.keepAlive, {})),
  ).toMatchObject({
    code: "unavailable",
    message: `no fleet server answers at 127.0.0.1:${port} (from a test)`,
  });
});
