import { describe, expect, test } from "bun:test";
import { deflateSync } from "node:zlib";

import type { ByteSource } from "../../../src/net/byte-source.ts";
import {
  contentCodingOf,
  FlushingDeflater,
  InflatingSource,
} from "../../../src/net/compression.ts";
import { inflateWhole } from "../../../src/net/inflate-whole.ts";
import { Headers } from "../../../src/net/http1/headers.ts";
import stockRequests from "../../fixtures/stock/client_requests.json";

function sourceOf(...pieces: Uint8Array[]): ByteSource & { readonly left: number } {
  return {
    read: () => Promise.resolve(pieces.shift()),
    get left() {
      return pieces.length;
    },
  };
}

async function drain(source: ByteSource): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for (let piece = await source.read(); piece; piece = await source.read()) pieces.push(piece);
  return Buffer.concat(pieces);
}

const errorOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );
const bomb = deflateSync(Buffer.alloc(50 * 1024 * 1024));

describe("content encodings", () => {
  test.each([
    ["deflate", "deflate"],
    ["Deflate", "deflate"],
    [undefined, "identity"],
    ["identity", "identity"],
  ] as const)("%p is %p", (value, coding) => {
    const headers = new Headers();
    if (value !== undefined) headers.append("content-encoding", value);
    expect(contentCodingOf(headers)).toBe(coding);
  });

  test.each([["gzip"], ["deflate, deflate"], ["br"]])("%p is 415", (value) => {
    const headers = new Headers();
    headers.append("content-encoding", value);
    expect(() => contentCodingOf(headers)).toThrow(expect.objectContaining({ httpStatus: 415 }));
  });
});

describe("a whole body", () => {
  test("of the stock client is inflated", async () => {
    const request = Buffer.from(stockRequests.pollz[1] ?? "", "hex");
    const body = request.subarray(request.indexOf("\r\n\r\n") + 4);
    expect(Buffer.from(await inflateWhole(body, 1000)).toString("latin1")).toContain("linux");
  });

  test("of exactly the limit is inflated, one byte more is not", async () => {
    const body = deflateSync(Buffer.alloc(10_000, "ab"));
    expect(await inflateWhole(body, 10_000)).toHaveLength(10_000);
    expect(await errorOf(inflateWhole(body, 9_999))).toMatchObject({
      httpStatus: 400,
      code: "resource_exhausted",
    });
  });

  test.each([
    ["small", deflateSync(Buffer.alloc(3 * 1024 * 1024))],
    ["large", bomb],
  ])("that is a %s bomb stops at the limit", async (_size, body) => {
    expect(await errorOf(inflateWhole(body, 1024 * 1024))).toMatchObject({
      code: "resource_exhausted",
    });
  });

  const whole = deflateSync("hello hello hello");
  const broken = Buffer.from(whole);
  broken[broken.length - 1] = (broken.at(-1) ?? 0) ^ 1;
  test.each([
    ["truncated", whole.subarray(0, -1)],
    ["empty", Buffer.alloc(0)],
    ["with a wrong checksum", broken],
    ["with something behind it", Buffer.concat([whole, Buffer.from("x")])],
    ["not compressed", Buffer.from("hello")],
    ["raw deflate", whole.subarray(2)],
  ])("that is %s is refused", async (_what, body) => {
    expect(await errorOf(inflateWhole(body, 1000))).toMatchObject({ httpStatus: 400 });
  });
});

describe("a stream", () => {
  test("is inflated as it arrives, piece by piece", async () => {
    using deflater = new FlushingDeflater();
    const first = await deflater.deflate(Buffer.from("first"));
    const second = await deflater.deflate(Buffer.from("second"));
    const source = sourceOf(first, second);
    using inflating = new InflatingSource(source);
    expect(Buffer.from((await inflating.read()) ?? "").toString()).toBe("first");
    expect(source.left).toBe(1);
    expect((await drain(inflating)).toString()).toBe("second");
  });

  test("is inflated byte by byte", async () => {
    const whole = deflateSync(Buffer.from("hello ".repeat(1000)));
    using inflating = new InflatingSource(sourceOf(...[...whole].map((byte) => Buffer.of(byte))));
    expect((await drain(inflating)).toString()).toBe("hello ".repeat(1000));
  });

  test("of the stock client is inflated", async () => {
    const request = Buffer.from(stockRequests.streamz[1] ?? "", "hex");
    const chunks = request.subarray(request.indexOf("\r\n\r\n") + 4);
    const first = chunks.subarray(chunks.indexOf("\r\n") + 2, chunks.indexOf("\r\n") + 4);
    const rest = chunks.subarray(chunks.indexOf("32\r\n") + 4);
    using inflating = new InflatingSource(sourceOf(first, rest.subarray(0, 0x32)));
    expect((await drain(inflating)).readUInt32LE(0)).toBe(0xf1ee1001);
  });

  test("that inflates without end is inflated no further than it is read", async () => {
    using inflating = new InflatingSource(sourceOf(bomb));
    const before = process.memoryUsage().rss;
    for (let count = 0; count < 10; count += 1)
      expect((await inflating.read())?.length).toBeLessThan(300_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(30 * 1024 * 1024);
  });

  test.each([
    ["is not compressed", Buffer.from("hello hello")],
    ["goes on behind its end", Buffer.concat([deflateSync("hello"), Buffer.from("more")])],
  ])("that %s is refused", async (_what, body) => {
    using inflating = new InflatingSource(sourceOf(body));
    expect(await errorOf(drain(inflating))).toMatchObject({ httpStatus: 400 });
  });

  test("that is closed deflates nothing more", async () => {
    const deflater = new FlushingDeflater();
    const pending = errorOf(deflater.deflate(Buffer.from("x")));
    deflater[Symbol.dispose]();
    expect(await pending).toMatchObject({ code: "unavailable" });
    expect(await errorOf(deflater.deflate(Buffer.from("x")))).toMatchObject({
      code: "unavailable",
    });
  });
});
