/** Polls and long polls keep their connection: how many handshakes they cost, and what a server may do to a kept one. */
import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import type { Socket } from "node:net";

import { listenAsProxy } from "../../helpers/proxy-listener.ts";
import { startRelay } from "../../helpers/relay.ts";
import { TestServer } from "../../helpers/test-server.ts";
import { waitFor } from "../../helpers/wait-for.ts";
import { type TemporaryFolder, temporaryFolder } from "../../unit/roles/client/support.ts";
import { fillOutbox, startTestClient } from "./support.ts";

/** Beside its contacts a client asks once for the list of revoked certificates. */
const forRevocations = 1;
const rhythm = { maxPollDelayMs: 5, maxBufferDelayMs: 5, minFailureDelayMs: 50 };

function failuresOf(folder: TemporaryFolder): Record<string, number> {
  const text = readFileSync(`${folder.stateFile}.fleet.status.json`, "utf8");
  const status: { failures: Record<string, number> } = JSON.parse(text);
  return status.failures;
}

interface Poller extends AsyncDisposable {
  readonly port: number;
  /** Handshakes with requests to /message. */
  readonly connections: number;
  readonly polls: number;
  /** Of each poll, whether it went on where the one before left off. */
  readonly continued: readonly boolean[];
}

/** Answers each request as told. @param answer is told which poll of its connection it is, from 1. */
async function startPoller(answer: (socket: Socket, poll: number) => void): Promise<Poller> {
  let [connections, polls] = [0, 0];
  const continued: boolean[] = [];
  const listener = await listenAsProxy(true, (socket) => {
    let own = 0;
    let received = "";
    socket.on("data", (chunk: Buffer) => {
      received += chunk.toString("latin1");
      const head = /^(POST|GET) (\S+) [^]*?\r\n\r\n/.exec(received);
      if (!head) return;
      const length = Number(/^Content-Length: (\d+)/im.exec(head[0])?.[1] ?? "0");
      if (received.length < head[0].length + length) return;
      received = received.slice(head[0].length + length);
      if (head[2] !== "/message") return socket.end(notFound);
      own += 1;
      polls += 1;
      continued.push(/^Fleet-Contact: continued\r$/m.test(head[0]));
      if (own === 1) connections += 1;
      return answer(socket, own);
    });
  });
  return {
    port: listener.port,
    get connections() {
      return connections;
    },
    get polls() {
      return polls;
    },
    continued,
    [Symbol.asyncDispose]: () => listener[Symbol.asyncDispose](),
  };
}

const notFound = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
const empty = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
const emptyAndClose = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

describe("the handshakes of a client that polls", () => {
  test.each([
    ["POLL", 1],
    ["LONG_POLL", 2],
  ] as const)("by %s are %d, however many exchanges there are", async (transport, handshakes) => {
    using folder = temporaryFolder();
    await using server = await TestServer.start();
    await using relay = await startRelay(server.address, () => Infinity);
    const options = { transport, communicator: rhythm };
    await using client = await startTestClient(folder, relay.address, options);
    const { store } = server;
    await waitFor(async () => (await store.clients.get([client.clientId])).size > 0, {
      what: "the client is known",
    });
    for (let round = 0; round < 30; round += 1) {
      const ids = await server.send(client.clientId, 1);
      await waitFor(async () => (await server.acknowledged(ids)) === 1, { what: "an answer" });
    }
    expect(relay.connections).toBeLessThanOrEqual(handshakes + forRevocations);
  });

  test("are one for each poll where the server keeps no connection", async () => {
    using folder = temporaryFolder();
    await using poller = await startPoller((socket) => socket.end(emptyAndClose));
    await using _client = await startTestClient(folder, `127.0.0.1:${poller.port}`, {
      ...{ transport: "POLL", communicator: rhythm },
    });
    await waitFor(() => poller.polls >= 20, { what: "twenty polls" });
    expect(poller.connections).toBe(poller.polls);
    expect(failuresOf(folder)).toEqual({});
  });
});

describe("a server that ends a kept connection", () => {
  test("between two polls is asked again, and nothing failed", async () => {
    using folder = temporaryFolder();
    await using poller = await startPoller((socket, poll) => {
      if (poll === 3) socket.end(empty);
      else socket.write(empty);
    });
    await using _client = await startTestClient(folder, `127.0.0.1:${poller.port}`, {
      ...{ transport: "POLL", communicator: rhythm },
    });
    await waitFor(() => poller.connections >= 5, { what: "five connections" });
    expect(poller.polls).toBeGreaterThanOrEqual(13);
    expect(failuresOf(folder)).toEqual({});
    expect(poller.continued.indexOf(true)).toBe(1);
    expect(poller.continued.lastIndexOf(false)).toBe(0);
  });

  test("when it is used again, before a byte of an answer, is asked once more, and nothing failed", async () => {
    using folder = temporaryFolder();
    await using poller = await startPoller((socket, poll) => {
      if (poll === 3) socket.destroy();
      else socket.write(empty);
    });
    const sent = await fillOutbox(folder, 5);
    await using _client = await startTestClient(folder, `127.0.0.1:${poller.port}`, {
      ...{ transport: "POLL", communicator: rhythm },
    });
    await waitFor(() => poller.connections >= 5, { what: "five connections" });
    expect(failuresOf(folder)).toEqual({});
    expect(sent.length).toBe(5);
    // What the answer that never came had brought is to be offered again.
    const three = [false, true, true];
    expect(poller.continued.slice(0, 9)).toEqual([...three, ...three, ...three]);
  });

  test("in the middle of an answer has failed, and so has one that ends a fresh connection", async () => {
    for (const last of [1, 2]) {
      using folder = temporaryFolder();
      await using poller = await startPoller((socket, poll) => {
        if (poll < last) socket.write(empty);
        else if (last === 1) socket.destroy();
        else socket.end("HTTP/1.1 200 OK\r\nContent-Le");
      });
      await using _client = await startTestClient(folder, `127.0.0.1:${poller.port}`, {
        ...{ transport: "POLL", communicator: rhythm },
      });
      await waitFor(() => (failuresOf(folder)["lost"] ?? 0) >= 2, { what: "two failures" });
      const attempts = Object.values(failuresOf(folder)).reduce((sum, count) => sum + count, 0);
      expect(poller.polls).toBeLessThanOrEqual(last * (attempts + 1));
    }
  });

  test("and sends an answer that nobody asked for is not believed", async () => {
    using folder = temporaryFolder();
    await using poller = await startPoller((socket) => socket.write(`${empty}${empty}`));
    await using _client = await startTestClient(folder, `127.0.0.1:${poller.port}`, {
      ...{ transport: "POLL", communicator: rhythm },
    });
    await waitFor(() => poller.polls >= 5, { what: "five polls" });
    expect(poller.connections).toBe(poller.polls);
  });
});
