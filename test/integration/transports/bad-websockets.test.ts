/** What no decent client sends to /streaming-websocket, and what it is told. */
import { describe, expect, test } from "bun:test";

import { parseHostPort } from "../../../src/net/address.ts";
import { BodyBudget } from "../../../src/net/body-budget.ts";
import type { Connection } from "../../../src/net/connection.ts";
import { toFleetError } from "../../../src/core/errors.ts";
import { encodeLength, encodeMagic } from "../../../src/net/record-framing.ts";
import { deflateMessage } from "../../../src/net/websocket/deflate.ts";
import { encodeFrame, opcode } from "../../../src/net/websocket/frames.ts";
import type { Frontend } from "../../../src/roles/server/comms/frontend.ts";
import { RawClient, newTestIdentity } from "../../helpers/raw-client.ts";
import { maxRecordBytes, startTestFrontend, trustedRoots } from "../../helpers/transport-peers.ts";
import { waitFor } from "../../helpers/wait-for.ts";

const request: Readonly<Record<string, string>> = {
  Host: "localhost",
  Upgrade: "websocket",
  Connection: "Upgrade",
  "Sec-WebSocket-Version": "13",
  "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
  "Sec-WebSocket-Protocol": "fleetspeak.v1",
};

/** Answers each record with itself. */
async function echo(connection: Connection): Promise<void> {
  try {
    for (let record = await connection.read(); record; record = await connection.read()) {
      await connection.write(record);
    }
    await connection.close();
  } catch (thrown) {
    await connection.close(toFleetError(thrown));
  }
}

async function connectTo(frontend: Frontend): Promise<RawClient> {
  const { port } = parseHostPort(frontend.address);
  return await RawClient.connect({ port, trustedRoots, identity: newTestIdentity() });
}

async function ask(
  frontend: Frontend,
  changed: Readonly<Record<string, string>> = {},
  method = "GET",
): Promise<RawClient> {
  const client = await connectTo(frontend);
  const lines = Object.entries({ ...request, ...changed }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  client.socket.write(`${method} /streaming-websocket HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
  return client;
}

function frame(code: number, payload: Uint8Array, compressed = false): Buffer {
  return Buffer.concat(encodeFrame(code, payload, { masked: true, compressed }));
}

/** What the server sent after its 101. */
async function afterUpgrade(client: RawClient): Promise<Buffer> {
  const end = await waitFor(() => client.received.indexOf("\r\n\r\n") + 1, { what: "a head" });
  return client.receivedBytes.subarray(end + 3);
}

async function closeCodeAfter(
  sent: Buffer,
  headers: Readonly<Record<string, string>> = {},
  options: Parameters<typeof startTestFrontend>[1] = {},
): Promise<number> {
  await using frontend = await startTestFrontend(echo, options);
  using client = await ask(frontend, headers);
  expect(await client.status()).toBe(101);
  client.socket.write(sent);
  const found = await waitFor(
    async () => {
      const bytes = await afterUpgrade(client);
      return bytes.length >= 4 && bytes[bytes.length - 4] === 0x88 ? bytes : undefined;
    },
    { what: "a close frame" },
  );
  await client.waitForClose();
  return found.readUInt16BE(found.length - 2);
}

const deflate = { "Sec-WebSocket-Extensions": "permessage-deflate" };

describe("a WebSocket that breaks the rules is closed with a code that says which", () => {
  test("text: 1003", async () => {
    expect(await closeCodeAfter(frame(opcode.text, Buffer.from("hi")))).toBe(1003);
  });

  test("a record over the limit: 1009, as soon as its length is known", async () => {
    const head = frame(opcode.binary, Buffer.alloc(maxRecordBytes + 1)).subarray(0, 20);
    expect(await closeCodeAfter(head)).toBe(1009);
  });

  test("a record that inflates over the limit: 1009", async () => {
    const bomb = await deflateMessage(Buffer.alloc(8 * maxRecordBytes));
    expect(await closeCodeAfter(frame(opcode.binary, bomb, true), deflate)).toBe(1009);
  });

  test("a first record over the limit of unknown clients: 1009", async () => {
    const sent = frame(opcode.binary, Buffer.alloc(2000));
    const options = { newIdentityBytes: 1000, isKnown: () => Promise.resolve(false) };
    expect(await closeCodeAfter(sent, {}, options)).toBe(1009);
  });

  test("compression that was not agreed on, frames without a mask, reserved opcodes: 1002", async () => {
    expect(await closeCodeAfter(frame(opcode.binary, Buffer.alloc(100), true))).toBe(1002);
    expect(await closeCodeAfter(Buffer.from("820161", "hex"))).toBe(1002);
    expect(await closeCodeAfter(frame(3, Buffer.from("x")))).toBe(1002);
  });

  test("garbage that is said to be deflated: 1007", async () => {
    expect(await closeCodeAfter(frame(opcode.binary, Buffer.alloc(50, 0xff), true), deflate)).toBe(
      1007,
    );
  });

  test("an orderly close is answered in order", async () => {
    expect(await closeCodeAfter(frame(opcode.close, Buffer.of(0x03, 0xe8)))).toBe(1000);
  });
});

describe("a request for a WebSocket", () => {
  const refused: [number, Record<string, string>, string, object][] = [
    [403, { Origin: "https://example.com" }, "GET", {}],
    [404, {}, "GET", { streaming: false }],
    [400, {}, "POST", {}],
    [426, { Upgrade: "h2c" }, "GET", {}],
    [426, { "Sec-WebSocket-Version": "12" }, "GET", {}],
    [400, { "Sec-WebSocket-Protocol": "chat" }, "GET", {}],
  ];
  test.each(refused)("is answered %d with %p, %s, %p", async (status, headers, method, options) => {
    await using frontend = await startTestFrontend(echo, options);
    using client = await ask(frontend, headers, method);
    expect(await client.status()).toBe(status);
  });

  test("is 503 while unfinished bodies hold all that they may", async () => {
    const budget = new BodyBudget({ maxBytes: 10 });
    using account = budget.open();
    account.hold(10);
    await using frontend = await startTestFrontend(echo, { budget });
    using client = await ask(frontend);
    expect(await client.status()).toBe(503);
  });
});

test.each(["/message", "/streaming-message", "/streaming-websocket"])(
  "a body on %s that drips while bodies hold all that they may is ended for another client's",
  async (path) => {
    const budget = new BodyBudget({ maxBytes: 1000, maxOwnerBytes: 900 });
    const ended = Promise.withResolvers<unknown>();
    const serve = async (connection: Connection) => {
      try {
        await connection.read();
      } catch (thrown) {
        ended.resolve(thrown);
        await connection.close(toFleetError(thrown));
      }
    };
    await using frontend = await startTestFrontend(serve, { budget });
    const isWebSocket = path === "/streaming-websocket";
    using client = isWebSocket ? await ask(frontend) : await connectTo(frontend);
    if (!isWebSocket) {
      const head = `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n\r\n`;
      client.socket.write(head);
    } else await client.status();
    const start = isWebSocket
      ? frame(opcode.binary, Buffer.alloc(5000))
      : Buffer.concat([encodeMagic(), encodeLength(4000), Buffer.alloc(4000)]);
    client.socket.write(start.subarray(0, 800));
    await waitFor(() => budget.usedBytes > 0, { what: "the start of a body" });
    using other = budget.open("other");
    other.hold(1000 - budget.usedBytes);
    using _newcomer = budget.open("newcomer");
    expect(await ended.promise).toMatchObject({ code: "resource_exhausted" });
    expect(budget.usedBytes).toBe(other.bytes);
  },
);

test("pings are answered between the fragments of a record, and fragments make one record", async () => {
  await using frontend = await startTestFrontend(echo);
  using client = await ask(frontend);
  const first = frame(opcode.binary, Buffer.from("one "));
  first[0] = 0x02;
  client.socket.write(
    Buffer.concat([first, frame(opcode.ping, Buffer.from("!")), frame(0, Buffer.from("record"))]),
  );
  const expected = Buffer.concat([Buffer.from("8a0121820a", "hex"), Buffer.from("one record")]);
  await waitFor(async () => (await afterUpgrade(client)).length >= expected.length, {
    what: "the echo",
  });
  expect(await afterUpgrade(client)).toEqual(expected);
});

test("a client that reads nothing holds its own connection back, and no other", async () => {
  await using frontend = await startTestFrontend(echo);
  using deaf = await ask(frontend);
  await deaf.status();
  deaf.socket.pause();
  const big = frame(opcode.binary, Buffer.alloc(200_000, 1));
  for (let count = 0; count < 100; count += 1) deaf.socket.write(big);
  await waitFor(() => deaf.socket.writableLength > 0, { what: "the server takes no more" });
  using other = await ask(frontend);
  other.socket.write(frame(opcode.binary, Buffer.from("hello")));
  await waitFor(async () => (await afterUpgrade(other)).includes("hello"), {
    what: "the other's echo",
  });
  expect(deaf.socket.writableLength).toBeGreaterThan(0);
});
