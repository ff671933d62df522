import { describe, expect, test } from "bun:test";

import { ClientConnection } from "../../../../src/net/http1/client-connection.ts";
import { ServerConnection, serveRequests } from "../../../../src/net/http1/server-connection.ts";
import type { ServerRequest } from "../../../../src/net/http1/server-request.ts";
import { FlushingDeflater, InflatingSource } from "../../../../src/net/compression.ts";
import { readWholeBody } from "../../../../src/net/read-body.ts";
import { RecordReader, RecordWriter } from "../../../../src/net/record-stream.ts";
import { makeDuplexPair } from "../../../helpers/duplex-pair.ts";
import { FakeClock } from "../../../helpers/fake-clock.ts";

const clock = new FakeClock();
const bounds = { maxBytes: 1000, clock };
const records = { maxBytes: 100_000, clock };

function connect(handler: (request: ServerRequest) => Promise<void>): ClientConnection {
  const [near, far] = makeDuplexPair();
  void serveRequests(new ServerConnection(near, { clock }), handler);
  return new ClientConnection(far, { clock });
}

/** A client whose server says just this. */
function hear(text: string): ClientConnection {
  const [near, far] = makeDuplexPair();
  near.on("error", () => {});
  near.resume();
  near.end(Buffer.from(text, "latin1"));
  return new ClientConnection(far, { clock });
}

const get = { method: "GET", target: "/", headers: { Host: "a" } };
const stream = { method: "POST", target: "/streaming-message", headers: { Host: "a" } };

describe("a client", () => {
  test("asks again on the same connection", async () => {
    const client = connect(async (request) => {
      await request.respond(200, { "X-Was": request.method }, await readWholeBody(request, bounds));
    });
    for (const body of ["one", "two", ""]) {
      const response = await client.request({ ...get, method: "POST" }, Buffer.from(body));
      expect(response.status).toBe(200);
      expect(response.headers.only("x-was")).toBe("POST");
      expect(Buffer.from(await readWholeBody(response, bounds)).toString()).toBe(body);
      expect(client.reusable).toBe(true);
    }
  });

  test("skips interim answers", async () => {
    const response = await hear(
      "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early\r\nA: b\r\n\r\nHTTP/1.1 204 No\r\n\r\n",
    ).request(get);
    expect(response.status).toBe(204);
  });

  test("reads a body that ends with the connection", async () => {
    const client = hear("HTTP/1.0 200 OK\r\n\r\nhello");
    const response = await client.request(get);
    expect(Buffer.from(await readWholeBody(response, bounds)).toString()).toBe("hello");
    expect(client.reusable).toBe(false);
  });

  test.each([
    ["endless interim answers", "HTTP/1.1 100 Continue\r\n\r\n".repeat(20), "invalid_data"],
    ["something else than HTTP", "SSH-2.0-OpenSSH\r\n\r\n", "invalid_data"],
    ["nothing", "", "unavailable"],
    ["half a head", "HTTP/1.1 200", "unavailable"],
  ])("has no use for %s", async (_what, text, code) => {
    expect(
      await hear(text)
        .request(get)
        .catch((error: unknown) => error),
    ).toMatchObject({ code });
  });

  test("notices a body that is cut off", async () => {
    const response = await hear("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello").request(get);
    expect(await readWholeBody(response, bounds).catch((error: unknown) => error)).toMatchObject({
      code: "unavailable",
    });
  });

  test("does not wait longer than it said", async () => {
    const client = connect(() => new Promise(() => {}));
    const response = client.request(get, undefined, 5_000).catch((error: unknown) => error);
    await Promise.resolve();
    await clock.advance(5_001);
    expect(await response).toMatchObject({ code: "deadline_exceeded" });
  });
});

describe("records over an open request", () => {
  test.each([[false], [true]])("go both ways at once (deflated: %p)", async (deflated) => {
    const client = connect(async (request) => {
      const source = deflated ? new InflatingSource(request.body) : request.body;
      const reader = new RecordReader(source, { ...records, expectMagic: true, firstIsDue: true });
      const first = await reader.read();
      const writer = new RecordWriter(request.startChunked(200), { sendMagic: false });
      for (let record = first; record; record = await reader.read()) await writer.write(record);
      await writer.end();
    });
    const request = client.open(stream);
    using deflater = new FlushingDeflater();
    const writer = new RecordWriter(
      request.body,
      deflated ? { sendMagic: true, deflater } : { sendMagic: true },
    );
    await writer.write(Buffer.from("first"));
    const response = await request.response();
    const reader = new RecordReader(response.body, { ...records, expectMagic: false });
    expect(Buffer.from((await reader.read()) ?? "").toString()).toBe("first");
    const big = Buffer.alloc(90_000, "0123456789");
    const sent = [
      writer.write(Buffer.alloc(0)),
      writer.write(big),
      writer.write(Buffer.from("last")),
    ];
    expect(await reader.read()).toHaveLength(0);
    expect(Buffer.compare((await reader.read()) ?? Buffer.alloc(0), big)).toBe(0);
    expect(Buffer.from((await reader.read()) ?? "").toString()).toBe("last");
    await Promise.all(sent);
    await writer.end();
    expect(await reader.read()).toBeUndefined();
  });

  test("an answer before the end of the request leaves the connection unusable", async () => {
    const client = connect((request) => request.respond(503));
    const response = await client.open(stream).response();
    expect(response.status).toBe(503);
    expect(client.reusable).toBe(false);
  });
});
