import { describe, expect, test } from "bun:test";

import { ByteQueue } from "../../../../src/net/byte-queue.ts";
import { HttpError } from "../../../../src/net/http-error.ts";
import { parseRequestHead, parseResponseHead } from "../../../../src/net/http1/head.ts";
import { HeadScanner } from "../../../../src/net/http1/head-scanner.ts";
import stockRequests from "../../../fixtures/stock/client_requests.json";

/** Scans and parses what arrives in these pieces. */
function parsePieces(pieces: readonly Buffer[]) {
  const queue = new ByteQueue();
  const scanner = new HeadScanner();
  for (const piece of pieces) {
    queue.append(piece);
    const length = scanner.scan(queue);
    if (length !== undefined) return parseRequestHead(queue.take(length));
  }
  return undefined;
}

function parse(text: string) {
  return parsePieces([Buffer.from(text, "latin1")]);
}

function statusOf(text: string): number | undefined {
  try {
    parse(text);
    return undefined;
  } catch (thrown) {
    if (thrown instanceof HttpError) return thrown.httpStatus;
    throw thrown;
  }
}

const get = "GET /a/b?c=d HTTP/1.1\r\nHost: example:1\r\nX-One: 1\r\nx-one:  two \t\r\n\r\n";

describe("a request head", () => {
  test("gives method, target and headers, repeated ones apart", () => {
    const head = parse(get);
    expect(head?.method).toBe("GET");
    expect(head?.target).toBe("/a/b?c=d");
    expect(head?.headers.all("x-one")).toEqual(["1", "two"]);
    expect(head?.headers.only("host")).toBe("example:1");
    expect(() => head?.headers.only("x-one")).toThrow("x-one occurs more than once");
    expect(head?.framing).toEqual({ kind: "none" });
    expect(head?.keepAlive).toBe(true);
  });

  test("is the same however it is split", () => {
    const bytes = Buffer.from(get);
    for (let at = 1; at < bytes.length; at += 1) {
      expect(parsePieces([bytes.subarray(0, at), bytes.subarray(at)])?.headers.size).toBe(3);
    }
    expect(parsePieces([...bytes].map((byte) => Buffer.of(byte)))?.target).toBe("/a/b?c=d");
  });

  test("is not there before its last byte", () => {
    const bytes = Buffer.from(get);
    for (let at = 0; at < bytes.length; at += 1) {
      expect(parsePieces([bytes.subarray(0, at)])).toBeUndefined();
    }
  });

  test("of the stock client is read", () => {
    const first = (kind: keyof typeof stockRequests, index: number) =>
      parsePieces([Buffer.from(stockRequests[kind][index] ?? "", "hex")]);
    expect(first("stream", 0)).toMatchObject({
      method: "GET",
      target: "/files/system/RevokedCertificates",
    });
    expect(first("stream", 0)?.headers.all("x-fleetspeak-labels")).toEqual(["amd64", "linux"]);
    expect(first("stream", 1)).toMatchObject({
      method: "POST",
      target: "/streaming-message",
      framing: { kind: "chunked" },
      keepAlive: false,
      expectContinue: true,
    });
    expect(first("poll", 1)).toMatchObject({
      target: "/message",
      framing: { kind: "length", length: 41 },
    });
    expect(first("pollz", 1)?.headers.only("content-encoding")).toBe("deflate");
  });

  const host = "Host: a\r\n";
  test.each([
    // RFC 9112 2.2: a bare CR is invalid; a bare LF may be accepted, and is not here.
    ["a bare LF", "GET / HTTP/1.1\nHost: a\n\n", 400],
    ["a bare LF between headers", `GET / HTTP/1.1\r\n${host}A: b\nC: d\r\n\r\n`, 400],
    ["a bare CR", `GET / HTTP/1.1\r\n${host}A: b\rC: d\r\n\r\n`, 400],
    ["a NUL", `GET / HTTP/1.1\r\n${host}A: b\0\r\n\r\n`, 400],
    ["an empty first line", `\r\nGET / HTTP/1.1\r\n${host}\r\n`, 400],
    // RFC 9112 5.2
    ["folding", `GET / HTTP/1.1\r\n${host}A: b\r\n c\r\n\r\n`, 400],
    // RFC 9112 5.1
    ["a space before the colon", `GET / HTTP/1.1\r\n${host}A : b\r\n\r\n`, 400],
    ["a header without a name", `GET / HTTP/1.1\r\n${host}: b\r\n\r\n`, 400],
    ["a header without a colon", `GET / HTTP/1.1\r\n${host}Ab\r\n\r\n`, 400],
    // RFC 9112 3
    ["two spaces in the request line", `GET  / HTTP/1.1\r\n${host}\r\n`, 400],
    ["a method that is no token", `G(T / HTTP/1.1\r\n${host}\r\n`, 400],
    ["no version", `GET /\r\n${host}\r\n`, 400],
    ["a lower-case version", `GET / http/1.1\r\n${host}\r\n`, 400],
    ["HTTP/2.0", `GET / HTTP/2.0\r\n${host}\r\n`, 505],
    ["HTTP/1.2", `GET / HTTP/1.2\r\n${host}\r\n`, 505],
    ["HTTP/0.9", "GET / HTTP/0.9\r\n\r\n", 505],
    // RFC 9112 3.2: this is no proxy
    ["an absolute target", `GET http://a/ HTTP/1.1\r\n${host}\r\n`, 400],
    ["an asterisk", `OPTIONS * HTTP/1.1\r\n${host}\r\n`, 400],
    ["a fragment", `GET /a#b HTTP/1.1\r\n${host}\r\n`, 400],
    ["a target over ASCII", `GET /\xe9 HTTP/1.1\r\n${host}\r\n`, 400],
    ["no host", "GET / HTTP/1.1\r\n\r\n", 400],
    ["two hosts", `GET / HTTP/1.1\r\n${host}${host}\r\n`, 400],
    ["a host that is none", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400],
    // RFC 9112 6.1 and 6.3
    [
      "both framings",
      `POST / HTTP/1.1\r\n${host}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n`,
      400,
    ],
    [
      "two equal lengths",
      `POST / HTTP/1.1\r\n${host}Content-Length: 1\r\nContent-Length: 1\r\n\r\n`,
      400,
    ],
    ["a list of lengths", `POST / HTTP/1.1\r\n${host}Content-Length: 1, 2\r\n\r\n`, 400],
    ["a negative length", `POST / HTTP/1.1\r\n${host}Content-Length: -1\r\n\r\n`, 400],
    ["a signed length", `POST / HTTP/1.1\r\n${host}Content-Length: +1\r\n\r\n`, 400],
    ["a hexadecimal length", `POST / HTTP/1.1\r\n${host}Content-Length: 0x1\r\n\r\n`, 400],
    ["an empty length", `POST / HTTP/1.1\r\n${host}Content-Length:\r\n\r\n`, 400],
    [
      "a length over 2^53",
      `POST / HTTP/1.1\r\n${host}Content-Length: 99999999999999999\r\n\r\n`,
      400,
    ],
    ["two codings", `POST / HTTP/1.1\r\n${host}Transfer-Encoding: gzip, chunked\r\n\r\n`, 501],
    [
      "chunked twice",
      `POST / HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n`,
      400,
    ],
    ["another coding", `POST / HTTP/1.1\r\n${host}Transfer-Encoding: identity\r\n\r\n`, 501],
    ["almost chunked", `POST / HTTP/1.1\r\n${host}Transfer-Encoding: \x0bchunked\r\n\r\n`, 400],
    ["chunks in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400],
    // RFC 9110 10.1.1
    ["another expectation", `GET / HTTP/1.1\r\n${host}Expect: more\r\n\r\n`, 417],
    ["endless headers", `GET / HTTP/1.1\r\n${host}${"A: b\r\n".repeat(101)}`, 431],
    ["an endless line", `GET / HTTP/1.1\r\n${host}A: ${"b".repeat(17_000)}`, 431],
    ["an endless head", `GET / HTTP/1.1\r\n${host}${`A: ${"b".repeat(8_000)}\r\n`.repeat(5)}`, 431],
  ])("with %s is refused", (_what, text, status) => {
    expect(statusOf(text)).toBe(status);
  });

  test("of HTTP/1.0 is read and never keeps the connection", () => {
    const head = parse(
      "POST /message HTTP/1.0\r\nContent-Length: 3\r\nConnection: keep-alive\r\n\r\n",
    );
    expect(head).toMatchObject({ keepAlive: false, framing: { kind: "length", length: 3 } });
  });

  test("says in any case that it wants the connection closed", () => {
    expect(parse(`GET / HTTP/1.1\r\n${host}Connection: x, CLOSE\r\n\r\n`)?.keepAlive).toBe(false);
  });

  test("with a long run of spaces is read in no time", () => {
    const value = `a${" ".repeat(15_000)}b`;
    const before = performance.now();
    expect(parse(`GET / HTTP/1.1\r\n${host}A: ${value}\r\n\r\n`)?.headers.only("a")).toBe(value);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});

describe("a response head", () => {
  const parseResponse = (text: string) => parseResponseHead(Buffer.from(text, "latin1"));

  test("says where its body ends", () => {
    const framing = (text: string) => parseResponse(text).framing;
    expect(framing("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")).toEqual({
      kind: "length",
      length: 5,
    });
    expect(framing("HTTP/1.1 200\r\nTransfer-Encoding: Chunked\r\n\r\n")).toEqual({
      kind: "chunked",
    });
    expect(framing("HTTP/1.1 204 No Content\r\n\r\n")).toEqual({ kind: "none" });
    expect(framing("HTTP/1.0 200 OK\r\n\r\n")).toEqual({ kind: "until_close" });
  });

  test.each([
    ["HTTP/2 200 OK\r\n\r\n"],
    ["HTTP/1.1 20 OK\r\n\r\n"],
    ["HTTP/1.1 000 OK\r\n\r\n"],
    ["ICY 200 OK\r\n\r\n"],
    ["HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n"],
  ])("%j is refused", (text) => {
    expect(() => parseResponse(text)).toThrow(HttpError);
  });
});
