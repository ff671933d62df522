/** Long polls, streams and headers as bytes on the wire. */
import { describe, expect, test } from "bun:test";
import { chmodSync } from "node:fs";

import { parseHostPort } from "../../../src/net/address.ts";
import { encodeLength, encodeMagic } from "../../../src/net/record-framing.ts";
import { RawClient, type TestIdentity, newTestIdentity } from "../../helpers/raw-client.ts";
import { TestServer } from "../../helpers/test-server.ts";
import { contactRecord } from "../../helpers/server-fixture.ts";
import { trustedRoots } from "../../helpers/transport-peers.ts";
import { waitFor } from "../../helpers/wait-for.ts";
import { temporaryFolder } from "../../unit/roles/client/support.ts";
import { startTestClient } from "./support.ts";

const record = contactRecord({ sequencingNonce: 7n });

async function connect(server: TestServer, identity: TestIdentity): Promise<RawClient> {
  const { port } = parseHostPort(server.address);
  return await RawClient.connect({ port, trustedRoots, identity });
}

function postHead(path: string, ...headers: string[]): string {
  return [`POST ${path} HTTP/1.1`, "Host: localhost", ...headers, "", ""].join("\r\n");
}

function sendPoll(client: RawClient, ...headers: string[]): void {
  client.socket.write(postHead("/message", `Content-Length: ${record.length}`, ...headers));
  client.socket.write(record);
}

describe("a long poll on the wire", () => {
  test("says what it applied, and that the time is capped", async () => {
    await using server = await TestServer.start();
    const identity = newTestIdentity();
    using client = await connect(server, identity);
    sendPoll(client, "Prefer: wait=0");
    await waitFor(() => client.received.includes("\r\n\r\n"), { what: "an answer" });
    expect(client.received).toContain("Preference-Applied: wait=0\r\n");
    sendPoll(client, "Prefer: wait=3600");
    await server.send(identity.clientId, 1, "any");
    await waitFor(() => client.received.includes("Preference-Applied: wait=55\r\n"), {
      what: "the cap",
    });
  });

  test("of a plain poll nothing is said, and it does not wait", async () => {
    await using server = await TestServer.start();
    using client = await connect(server, newTestIdentity());
    sendPoll(client);
    expect(await client.status()).toBe(200);
    expect(client.received).not.toContain("Preference-Applied");
  });

  test("a client that goes away while it waits is noticed", async () => {
    await using server = await TestServer.start();
    const identity = newTestIdentity();
    const client = await connect(server, identity);
    sendPoll(client, "Prefer: wait=30");
    const known = async () => (await server.store.clients.get([identity.clientId])).size > 0;
    await waitFor(known, { what: "the contact" });
    await waitFor(() => server.connectedCount === 1, { what: "the poll waits" });
    client.socket.end();
    await waitFor(() => server.connectedCount === 0, { what: "nobody waits" });
  });

  test.each([
    ["/message", "Prefer: wait=1"],
    ["/message", "X-A: b"],
  ])("%s with %s: a body behind 100-continue is asked for", async (path, header) => {
    await using server = await TestServer.start();
    using client = await connect(server, newTestIdentity());
    client.socket.write(
      postHead(path, `Content-Length: ${record.length}`, "Expect: 100-continue", header),
    );
    expect(await client.status()).toBe(100);
    client.socket.write(record);
    await waitFor(() => client.received.includes("HTTP/1.1 200 OK"), { what: "the answer" });
  });
});

describe("streams on the wire", () => {
  test("a stock stream waits for 100-continue and is answered while its body is open", async () => {
    await using server = await TestServer.start();
    using client = await connect(server, newTestIdentity());
    client.socket.write(
      postHead(
        "/streaming-message",
        "Transfer-Encoding: chunked",
        "Expect: 100-continue",
        "Connection: close",
      ),
    );
    expect(await client.status()).toBe(100);
    const body = Buffer.concat([encodeMagic(), encodeLength(record.length), record]);
    client.socket.write(
      Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from("\r\n")]),
    );
    await waitFor(() => client.received.includes("Transfer-Encoding: chunked"), {
      what: "the answer",
    });
  });
});

test("of two live streams of one identity, whatever carries them, the newer gets the messages", async () => {
  using folder = temporaryFolder();
  await using server = await TestServer.start();
  await using client = await startTestClient(folder, server.address, { transport: "STREAM" });
  await waitFor(() => server.connectedCount === 1, { what: "a stream" });
  const ids = await server.send(client.clientId, 3);
  await waitFor(async () => (await server.acknowledged(ids)) === 3, { what: "acknowledgements" });
  // The clone: a copy of the state, by another transport.
  using copy = temporaryFolder();
  await Bun.write(copy.stateFile, Bun.file(folder.stateFile));
  chmodSync(copy.stateFile, 0o600);
  await using clone = await startTestClient(copy, server.address, {
    transport: "WEBSOCKET",
    reconnect: { jitterMs: 0, baseMs: 10 },
  });
  expect(clone.clientId).toBe(client.clientId);
  const more = await server.send(client.clientId, 20);
  await waitFor(async () => (await server.acknowledged(more)) === 20, {
    what: "all arrive somewhere",
  });
  expect(server.connectedCount).toBe(1);
});
