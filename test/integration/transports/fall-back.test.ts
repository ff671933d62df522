/** AUTO among servers and middle boxes that take only some of the transports (ours.md 4). */
import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { type TLSSocket, createServer } from "node:tls";

import { escapePath } from "../../../src/roles/client/comms/http.ts";
import { readCertificate } from "../../helpers/net-certificates.ts";
import { startBufferingProxy } from "../../helpers/buffering-proxy.ts";
import { TestServer } from "../../helpers/test-server.ts";
import { waitFor } from "../../helpers/wait-for.ts";
import { type TemporaryFolder, temporaryFolder } from "../../unit/roles/client/support.ts";
import { fillOutbox, startTestClient } from "./support.ts";

interface Box extends AsyncDisposable {
  readonly address: string;
  /** Heads of the requests of contacts, in order. */
  readonly heads: string[];
}

/** Something that speaks TLS and answers each request as it likes. */
async function startBox(answer: (path: string, socket: TLSSocket) => void): Promise<Box> {
  const { certificates: cert, key } = readCertificate("server");
  const heads: string[] = [];
  const sockets = new Set<TLSSocket>();
  const server = createServer(
    { cert, key, requestCert: true, rejectUnauthorized: false },
    (socket) => {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("data", (chunk: Buffer) => {
        const head = chunk.toString("latin1");
        if (!/^(?:GET|POST) /.test(head)) return;
        const path = head.split(" ")[1] ?? "";
        // The list of revoked certificates, which a client asks for beside its contacts.
        if (path.startsWith("/files/")) socket.write(notFound);
        else {
          heads.push(head);
          answer(path, socket);
        }
      });
    },
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    address: `127.0.0.1:${typeof address === "object" ? (address?.port ?? 0) : 0}`,
    heads,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const timers = { firstAnswerMs: 200 };
const notFound = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
const emptyAnswer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

function paths({ heads }: Box): string[] {
  return heads.map((head) => head.split(" ")[1] ?? "");
}

function transportOf(folder: TemporaryFolder): string {
  return readFileSync(`${folder.stateFile}.fleet.status.json`, "utf8");
}

test("a box that swallows WebSockets and streams leaves the poll, after the time for a first answer", async () => {
  using folder = temporaryFolder();
  await using box = await startBox((path, socket) => {
    if (path === "/message") socket.write(emptyAnswer);
  });
  await using _client = await startTestClient(folder, box.address, { timers });
  await waitFor(() => transportOf(folder).includes('"connected"'), { what: "a contact" });
  const order = paths(box);
  expect(order.slice(0, 3)).toEqual(["/streaming-websocket", "/streaming-message", "/message"]);
  // It does not say that it waits: a plain poll from then on.
  await waitFor(() => paths(box).filter((path) => path === "/message").length > 2, {
    what: "polls",
  });
  expect(box.heads[2]).toContain("Prefer: wait=0");
  expect(box.heads.at(-1)).not.toContain("Prefer");
});

test("a box that holds back what it has not seen the end of leaves the long poll, and is counted", async () => {
  using folder = temporaryFolder();
  const header = { kind: "certificate" as const, certificateHeader: "x-client-cert" };
  await using server = await TestServer.start({}, { certificate: undefined, identity: header });
  await using box = await startBufferingProxy(server.address);
  const sent = await fillOutbox(folder, 20);
  await using client = await startTestClient(folder, `127.0.0.1:${box.port}`, {
    timers: { ...timers, ackBatchMs: 20 },
    certificateHeader: header.certificateHeader,
  });
  await waitFor(() => server.received.length >= sent.length, { what: "all came" });
  const status: unknown = JSON.parse(transportOf(folder));
  expect(status).toMatchObject({
    state: "connected",
    transport: "long_poll",
    failures: { unanswered: 2 },
  });
  const ids = await server.send(client.clientId, 3);
  await waitFor(async () => (await server.acknowledged(ids)) === ids.length, {
    what: "all are acknowledged",
  });
});

test("what worked with a server is remembered over a restart", async () => {
  using folder = temporaryFolder();
  await using box = await startBox((path, socket) => {
    socket.write(path === "/message" ? emptyAnswer : notFound);
  });
  const first = await startTestClient(folder, box.address, { timers });
  await waitFor(() => transportOf(folder).includes('"connected"'), { what: "a contact" });
  await first[Symbol.asyncDispose]();
  const before = box.heads.length;
  await using _again = await startTestClient(folder, box.address, { timers });
  await waitFor(() => box.heads.length > before, { what: "another attempt" });
  expect(paths(box)[0]).toBe("/streaming-websocket");
  expect(box.heads[before]).toStartWith("POST /message ");
  expect(box.heads[before]).not.toContain("Prefer");
});

test("every transport names this client's certificate where the configuration names a header", async () => {
  using folder = temporaryFolder();
  await using box = await startBox((_path, socket) => socket.write(notFound));
  await using client = await startTestClient(folder, box.address, {
    timers,
    certificateHeader: "X-Client-Cert",
  });
  await waitFor(() => new Set(paths(box)).size === 3 && box.heads.length >= 4, {
    what: "the attempts",
  });
  for (const head of box.heads) {
    const value = /^X-Client-Cert: (.*)\r$/m.exec(head)?.[1] ?? "";
    expect(value).toStartWith("-----BEGIN%20CERTIFICATE-----%0A");
    expect(escapePath(decodeURIComponent(value))).toBe(value);
    expect(head).toContain("Fleet-Client: 1.2.3\r\n");
  }
  expect(client.clientId).toHaveLength(16);
});

test("a refusal for now is no reason to try another transport", async () => {
  using folder = temporaryFolder();
  await using box = await startBox((_path, socket) => {
    socket.end("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");
  });
  await using _client = await startTestClient(folder, box.address, { timers });
  await waitFor(() => box.heads.length >= 3, { what: "three attempts" });
  expect(new Set(paths(box))).toEqual(new Set(["/streaming-websocket"]));
});
