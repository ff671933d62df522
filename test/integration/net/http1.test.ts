import { describe, expect, test } from "bun:test";

import { systemClock } from "../../../src/core/clock.ts";
import type { FleetError } from "../../../src/core/errors.ts";
import { defaultHttpTimers } from "../../../src/net/http1/server-connection.ts";
import { readWholeBody } from "../../../src/net/read-body.ts";
import { waitFor } from "../../helpers/wait-for.ts";
import { RawClient, startServer, type TestHandler } from "./support.ts";

const host = "Host: a\r\n";
const get = `GET / HTTP/1.1\r\n${host}\r\n`;
const post = (headers: string) => `POST /x HTTP/1.1\r\n${host}${headers}\r\n`;
const mib = 1024 * 1024;
const fastPace = { stallMs: 300, graceMs: 300, minBytesPerSecond: 1024, maxMs: 1000 };

const echo: TestHandler = async (request) => {
  const body = await readWholeBody(request, {
    maxBytes: 32 * mib,
    clock: systemClock,
    pace: fastPace,
  });
  await request.respond(200, {}, body);
};

describe("over TLS", () => {
  test("large bodies come back whole", async () => {
    await using server = await startServer(echo);
    using client = await RawClient.connect(server.address.port);
    const body = Buffer.alloc(20 * mib, "0123456789abcdefg");
    client.socket.write(post(`Content-Length: ${body.length}\r\n`));
    client.socket.write(body);
    await waitFor(() => client.received.length > body.length, { what: "all is back" });
    expect(client.received.endsWith(`\r\n\r\n${body.toString()}`)).toBe(true);
  });

  test("a large answer is flushed whole before the connection is closed", async () => {
    await using server = await startServer((request) =>
      request.respond(200, {}, Buffer.alloc(20 * mib, "x")),
    );
    using client = await RawClient.connect(server.address.port);
    client.socket.write(`GET / HTTP/1.1\r\n${host}Connection: close\r\n\r\n`);
    client.socket.pause();
    await waitFor(() => client.socket.isPaused(), { what: "the client takes nothing" });
    client.socket.resume();
    await waitFor(() => client.ended, { what: "the connection ends" });
    expect(client.received.length - client.received.indexOf("\r\n\r\n") - 4).toBe(20 * mib);
  });

  test("pipelined requests are answered in order", async () => {
    await using server = await startServer(async (request) => {
      await request.respond(200, {}, Buffer.from(`<${request.target}>`));
    });
    using client = await RawClient.connect(server.address.port);
    const targets = Array.from({ length: 200 }, (_, index) => `/${index}`);
    const requests = targets.map((target) => `GET ${target} HTTP/1.1\r\n${host}\r\n`);
    await client.ask(requests.join(""), "</199>");
    expect([...client.received.matchAll(/<[^>]+>/g)].flat()).toEqual(
      targets.map((target) => `<${target}>`),
    );
  });

  test("100 Continue comes after the route has read, and the answer while the body is open", async () => {
    await using server = await startServer(async (request) => {
      const first = await request.body.read();
      const answer = request.startChunked(200);
      for (let piece = first; piece; piece = await request.body.read()) await answer.write(piece);
      await answer.end();
    });
    using client = await RawClient.connect(server.address.port);
    const head = post(
      "Expect: 100-continue\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n",
    );
    await client.ask(head, "HTTP/1.1 100 Continue\r\n\r\n");
    await client.ask("3\r\none\r\n", "3\r\none\r\n");
    await client.ask("3\r\ntwo\r\n", "3\r\ntwo\r\n");
    await client.ask("0\r\n\r\n", "0\r\n\r\n");
    await waitFor(() => client.ended, { what: "the connection ends" });
  });

  test("an unread body costs next to no memory, and others are served meanwhile", async () => {
    const answer = Promise.withResolvers<void>();
    await using server = await startServer(async (request) => {
      if (request.method === "POST") await answer.promise;
      await request.respond(200);
    });
    using client = await RawClient.connect(server.address.port);
    const before = process.memoryUsage().rss;
    client.socket.write(post(`Content-Length: ${400 * mib}\r\n`));
    const piece = Buffer.alloc(mib);
    let sent = 0;
    // Stops by itself when the server takes no more.
    const pump = () => {
      while (sent < 400 && client.socket.writableLength < 2 * mib) {
        sent += 1;
        client.socket.write(piece);
      }
    };
    client.socket.on("drain", pump);
    pump();
    using other = await RawClient.connect(server.address.port);
    for (let round = 0; round < 50; round += 1) {
      other.received = "";
      await other.ask(get, "200 OK");
    }
    expect(sent).toBeLessThan(100);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * mib);
    answer.resolve();
    await client.ask("", "200 OK");
  });

  test("a refusal reaches a client that is still sending", async () => {
    await using server = await startServer((request) => request.respond(503));
    using client = await RawClient.connect(server.address.port);
    client.socket.write(post(`Content-Length: ${mib}\r\n`));
    client.socket.write(Buffer.alloc(mib / 2));
    await client.ask("", "HTTP/1.1 503");
    await waitFor(() => client.ended || client.closed, { what: "the connection ends" });
  });

  test("a slow head is answered 408 and a silent connection is closed", async () => {
    const timers = { ...defaultHttpTimers, headMs: 200, idleMs: 200 };
    await using server = await startServer(echo, { timers });
    using slow = await RawClient.connect(server.address.port);
    await slow.ask("GET / HT", "HTTP/1.1 408");
    using silent = await RawClient.connect(server.address.port);
    await waitFor(() => silent.ended || silent.closed, { what: "the silent one is closed" });
    expect(silent.received).toBe("");
  });

  test("a slow body is answered 408", async () => {
    await using server = await startServer(echo);
    using client = await RawClient.connect(server.address.port);
    await client.ask(`${post("Content-Length: 100\r\n")}a`, "HTTP/1.1 408");
  });

  test.each([
    ["both framings", post("Content-Length: 1\r\nTransfer-Encoding: chunked\r\n"), "400"],
    ["a bare LF", "GET / HTTP/1.1\nHost: a\n\n", "400"],
    ["endless headers", `GET / HTTP/1.1\r\n${host}${"A: b\r\n".repeat(5000)}`, "431"],
    ["a bad chunk", `${post("Transfer-Encoding: chunked\r\n")}xyz\r\n`, "400"],
    ["a body over the limit", post(`Content-Length: ${33 * mib}\r\n`), "400"],
    ["an unknown encoding", post("Content-Encoding: gzip\r\nContent-Length: 1\r\n"), "415"],
  ])("%s is answered and the connection closed", async (_what, text, status) => {
    const errors: FleetError[] = [];
    await using server = await startServer(echo, { errors });
    using client = await RawClient.connect(server.address.port);
    await client.ask(text, `HTTP/1.1 ${status} `);
    expect(client.received).toContain("Connection: close");
    await waitFor(() => client.ended || client.closed, { what: "the connection ends" });
    expect(errors).toHaveLength(1);
  });

  test("connections that break off anywhere leave nothing behind", async () => {
    await using server = await startServer(echo);
    const text = `${post("Transfer-Encoding: chunked\r\n")}3\r\nabc\r\n0\r\n\r\n`;
    for (let at = 0; at < text.length; at += 9) {
      using client = await RawClient.connect(server.address.port);
      client.socket.write(text.slice(0, at));
    }
    await waitFor(() => server.connectionCount === 0, { what: "all are gone" });
  });
});
