/**
 * What no decent client sends, against the compiled server: each gets a clear answer, memory stays bounded, and other
 * clients are served meanwhile.
 */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { deflateSync } from "node:zlib";

import { makeContactData } from "../../src/core/contact.ts";
import { encodeContactData, decodeContactData } from "../../src/proto/codec.ts";
import { encodeMessageAck } from "../../src/proto/system-codec.ts";
import { newMessageId } from "../../src/core/ids.ts";
import { encodeLength } from "../../src/net/record-framing.ts";
import { CompiledServer } from "../helpers/compiled-server.ts";
import { RawClient, type TestIdentity, newTestIdentity } from "../helpers/raw-client.ts";
import { clientMessage, contactRecord } from "../helpers/server-fixture.ts";
import { waitFor } from "../helpers/wait-for.ts";

let server: CompiledServer;
beforeAll(async () => {
  server = await CompiledServer.start();
});
afterAll(() => server[Symbol.asyncDispose]());

function connect(identity: TestIdentity | undefined = newTestIdentity()): Promise<RawClient> {
  return RawClient.connect({
    port: server.port,
    trustedRoots: server.caCertificate,
    ...(identity && { identity }),
  });
}

interface Poll {
  readonly body: Uint8Array;
  readonly headers?: string;
}

function pollBytes({ body, headers = "" }: Poll): Buffer {
  const head = `POST /message HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n${headers}\r\n`;
  return Buffer.concat([Buffer.from(head), body]);
}

/** The status that one poll gets. */
async function poll(request: Poll, identity?: TestIdentity): Promise<number> {
  using client = await connect(identity);
  client.socket.write(pollBytes(request));
  return await client.status();
}

/** Another client is served at this moment. */
async function expectService(): Promise<void> {
  expect(await poll({ body: contactRecord({ messages: [clientMessage("sink")] }) })).toBe(200);
}

describe("a contact", () => {
  test("in order is answered with 200 and a ContactData", async () => {
    using client = await connect();
    client.socket.write(pollBytes({ body: contactRecord({}), headers: "Connection: close\r\n" }));
    expect(await client.status()).toBe(200);
    await client.waitForClose();
    const body = client.receivedBytes.subarray(client.receivedBytes.indexOf("\r\n\r\n") + 4);
    expect(decodeContactData(body).data.sequencingNonce).not.toBe(0n);
  });

  test("over 20 MiB by its Content-Length is 400 before it is read", async () => {
    const identity = newTestIdentity();
    await poll({ body: contactRecord({}) }, identity);
    using client = await connect(identity);
    client.socket.write("POST /message HTTP/1.1\r\nHost: x\r\nContent-Length: 20971521\r\n\r\n");
    expect(await client.status()).toBe(400);
    await expectService();
  });

  test("of a new identity over 1 MiB is 400", async () => {
    expect(await poll({ body: Buffer.alloc(1024 * 1024 + 1) })).toBe(400);
  });

  test("that inflates to over 20 MiB is 400 and costs no such memory", async () => {
    const identity = newTestIdentity();
    await poll({ body: contactRecord({}) }, identity);
    const before = server.residentMb;
    const bomb = deflateSync(Buffer.alloc(200 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    for (let i = 0; i < 5; i += 1) {
      expect(await poll({ body: bomb, headers: "Content-Encoding: deflate\r\n" }, identity)).toBe(
        400,
      );
    }
    expect(server.residentMb - before).toBeLessThan(100);
    await expectService();
  });

  test("of ten million empty messages is 400 before any of them is made", async () => {
    const before = server.residentMb;
    const messages = Buffer.alloc(20 * 1024 * 1024 - 1024, Buffer.from("1200", "hex"));
    const length = encodeLength(messages.length);
    const contact = Buffer.concat([Buffer.from([0x0a]), length, messages]);
    const identity = newTestIdentity();
    await poll({ body: contactRecord({}) }, identity);
    const body = deflateSync(contact);
    expect(await poll({ body, headers: "Content-Encoding: deflate\r\n" }, identity)).toBe(400);
    expect(server.residentMb - before).toBeLessThan(150);
    await expectService();
  });

  test("cut off in the middle is forgotten", async () => {
    using client = await connect();
    client.socket.end(
      pollBytes({ body: contactRecord({ messages: [clientMessage("sink")] }) }).subarray(0, -5),
    );
    await client.waitForClose();
    await expectService();
  });

  test.each([
    ["compressed wrongly", Buffer.from("this is no zlib"), "Content-Encoding: deflate\r\n", 400],
    ["in an unknown encoding", contactRecord({}), "Content-Encoding: br\r\n", 415],
    ["that is not protobuf", Buffer.from([0xff, 0xff, 0xff]), "", 400],
    ["whose inner part is not protobuf", Buffer.from([0x0a, 0x02, 0xff, 0xff]), "", 400],
    ["that is empty", Buffer.alloc(0), "", 200],
  ])("%s", async (_, body, headers, status) => {
    expect(await poll({ body, headers })).toBe(status);
    await expectService();
  });

  test("with over 100 messages is 400", async () => {
    const messages = Array.from({ length: 101 }, () => clientMessage("sink"));
    expect(await poll({ body: contactRecord({ messages }) })).toBe(400);
  });

  test("with a forged source id counts as the sender's own", async () => {
    const [sender, victim] = [newTestIdentity(), newTestIdentity()];
    const message = clientMessage("sink", {
      source: { clientId: victim.clientId, serviceName: "endpoint" },
    });
    expect(await poll({ body: contactRecord({ messages: [message] }) }, sender)).toBe(200);
    const { Database } = await import("bun:sqlite");
    using database = new Database(server.databasePath, { readonly: true });
    const rows = database
      .query("SELECT count(*) AS n FROM messages WHERE source_client_id = ?")
      .get(sender.clientId);
    expect(rows).toEqual({ n: 1 });
  });

  test("with an ack of somebody else's message is taken, and the ack refused in the log", async () => {
    const ack = clientMessage("system", {
      messageType: "MessageAck",
      data: {
        typeUrl: "type.googleapis.com/fleetspeak.MessageAckData",
        value: encodeMessageAck([newMessageId()]),
      },
    });
    expect(await poll({ body: contactRecord({ messages: [ack] }) })).toBe(200);
    await waitFor(() => server.log.includes("refused"), { what: "the log line" });
  });
});

describe("an identity", () => {
  test("without a certificate is 400", async () => {
    using client = await RawClient.connect({
      port: server.port,
      trustedRoots: server.caCertificate,
    });
    client.socket.write(pollBytes({ body: contactRecord({}) }));
    expect(await client.status()).toBe(400);
  });

  test("with two certificates is 400", async () => {
    const [first, second] = [newTestIdentity(), newTestIdentity()];
    const identity = { ...first, certificate: first.certificate + second.certificate };
    expect(await poll({ body: contactRecord({}) }, identity)).toBe(400);
  });
});

describe("HTTP that is odd", () => {
  const body = contactRecord({});
  test.each([
    [
      "chunked and with a Content-Length",
      `POST /message HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\nTransfer-Encoding: chunked\r\n\r\n`,
    ],
    [
      "with two Content-Lengths",
      "POST /message HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
    ],
    ["with bare line feeds", "POST /message HTTP/1.1\nHost: x\nContent-Length: 0\n\n"],
    [
      "with a folded header",
      "POST /message HTTP/1.1\r\nHost: x\r\nA: b\r\n c\r\nContent-Length: 0\r\n\r\n",
    ],
    ["that is no POST", "GET /message HTTP/1.1\r\nHost: x\r\n\r\n"],
    ["without a Host", "POST /message HTTP/1.1\r\nContent-Length: 0\r\n\r\n"],
    ["that is not HTTP", "\x16\x03\x01hello\r\n\r\n"],
  ])("%s is 400 and the end of the connection", async (_, bytes) => {
    using client = await connect();
    client.socket.write(bytes);
    expect(await client.status()).toBe(400);
    await expectService();
  });

  test("with endless headers is cut off", async () => {
    using client = await connect();
    client.socket.write("POST /message HTTP/1.1\r\nHost: x\r\n");
    for (let i = 0; i < 5000 && !client.closed; i += 1)
      client.socket.write(`X-${i}: ${"y".repeat(100)}\r\n`);
    expect([400, 431]).toContain(await client.status());
    await expectService();
  });

  test("at one byte a second loses its place, in the head and in the body", async () => {
    using slowHead = await connect();
    using slowBody = await connect();
    slowBody.socket.write("POST /message HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n");
    const drip = setInterval(() => {
      slowHead.socket.write("X");
      slowBody.socket.write("X");
    }, 250);
    try {
      await expectService();
      await slowHead.waitForClose(10_000);
      await slowBody.waitForClose(10_000);
    } finally {
      clearInterval(drip);
    }
    await expectService();
  });

  test("an unknown path is 404", async () => {
    using client = await connect();
    client.socket.write("GET /admin HTTP/1.1\r\nHost: x\r\n\r\n");
    expect(await client.status()).toBe(404);
  });
});

describe("a stream", () => {
  const head = "POST /streaming-message HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
  const magic = Buffer.from("0110eef1", "hex");
  const chunk = (bytes: Buffer) =>
    Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from("\r\n")]);

  test("with a wrong magic is 400", async () => {
    using client = await connect();
    client.socket.write(
      Buffer.concat([Buffer.from(head), chunk(Buffer.from("deadbeef00", "hex"))]),
    );
    expect(await client.status()).toBe(400);
  });

  test("with a record that declares 20 MiB and never sends them holds no memory", async () => {
    const before = server.residentMb;
    const clients = await Promise.all(Array.from({ length: 50 }, () => connect()));
    try {
      for (const { socket } of clients) {
        socket.write(
          Buffer.concat([
            Buffer.from(head),
            chunk(Buffer.concat([magic, Buffer.from("ffff3f", "hex")])),
          ]),
        );
      }
      await expectService();
      expect(server.residentMb - before).toBeLessThan(50);
    } finally {
      for (const client of clients) client[Symbol.dispose]();
    }
  });

  test("of empty records without end is ended, and others are served meanwhile", async () => {
    const before = server.residentMb;
    using client = await connect();
    const first = Buffer.from(contactRecord({}));
    client.socket.write(
      Buffer.concat([
        Buffer.from(head.replace("\r\n\r\n", "\r\nContent-Encoding: deflate\r\n\r\n")),
        chunk(
          deflateSync(
            Buffer.concat([magic, Buffer.from([first.length]), first, Buffer.alloc(4_000_000)]),
          ),
        ),
      ]),
    );
    await expectService();
    await client.waitForClose();
    expect(server.residentMb - before).toBeLessThan(150);
  });

  test("whose second record is garbage ends without an acknowledgement of it", async () => {
    using client = await connect();
    const first = Buffer.from(contactRecord({}));
    client.socket.write(
      Buffer.concat([
        Buffer.from(head),
        chunk(Buffer.concat([magic, Buffer.from([first.length]), first])),
        chunk(Buffer.from([2, 0xff, 0xff])),
      ]),
    );
    await client.waitForClose();
    const acknowledgement = Buffer.from(encodeContactData(makeContactData({ ackIndex: 1n })));
    expect(client.receivedBytes.includes(acknowledgement)).toBe(false);
    await expectService();
  });
});
