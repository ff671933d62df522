import { describe, expect, test } from "bun:test";

import { ByteQueue } from "../../../../src/net/byte-queue.ts";
import { decoderOf } from "../../../../src/net/http1/body-decoder.ts";
import type { BodyFraming } from "../../../../src/net/http1/framing.ts";

interface Decoded {
  readonly body: string;
  readonly done: boolean;
  readonly rest: string;
}

function decode(framing: BodyFraming, pieces: readonly Buffer[]): Decoded {
  const queue = new ByteQueue();
  const decoder = decoderOf(framing);
  const body: Buffer[] = [];
  for (const piece of pieces) {
    queue.append(piece);
    for (let part = decoder.next(queue); part; part = decoder.next(queue))
      body.push(Buffer.from(part));
  }
  return {
    body: Buffer.concat(body).toString(),
    done: decoder.done,
    rest: queue.take(queue.length).toString(),
  };
}

function decodeChunked(text: string): Decoded {
  return decode({ kind: "chunked" }, [Buffer.from(text, "latin1")]);
}

const chunked =
  '5\r\nhello\r\n1;ext="a\\" ;";b;c=d\r\n \r\n00A\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\nNEXT';

describe("a chunked body", () => {
  test("is joined, and what follows it is left", () => {
    expect(decodeChunked(chunked)).toEqual({ body: "hello 0123456789", done: true, rest: "NEXT" });
  });

  test("is the same however it is split", () => {
    const bytes = Buffer.from(chunked);
    for (let at = 1; at < bytes.length; at += 1) {
      const decoded = decode({ kind: "chunked" }, [bytes.subarray(0, at), bytes.subarray(at)]);
      expect(decoded).toEqual({ body: "hello 0123456789", done: true, rest: "NEXT" });
    }
    const bytewise = decode(
      { kind: "chunked" },
      [...bytes].map((byte) => Buffer.of(byte)),
    );
    expect(bytewise.body).toBe("hello 0123456789");
  });

  test("is done with its last piece when its end has arrived", () => {
    const queue = new ByteQueue();
    queue.append(Buffer.from("1\r\na\r\n0\r\n\r\n"));
    const decoder = decoderOf({ kind: "chunked" });
    decoder.next(queue);
    expect(decoder.done).toBe(true);
  });

  test("that is truncated is never done", () => {
    const whole = chunked.slice(0, -"NEXT".length);
    for (let at = 0; at < whole.length; at += 1)
      expect(decodeChunked(whole.slice(0, at)).done).toBe(false);
  });

  test.each([
    // RFC 9112 7.1
    ["no size", "\r\nhello\r\n"],
    ["a negative size", "-1\r\n"],
    ["0x", "0x5\r\nhello\r\n"],
    ["a size of 13 digits", "0000000000005\r\nhello\r\n"],
    ["a space before the size", " 5\r\nhello\r\n"],
    ["a space behind the size", "5 \r\nhello\r\n"],
    ["a bare LF behind the size", "5\nhello\r\n0\r\n\r\n"],
    ["a bare LF behind the data", "5\r\nhello\n0\r\n\r\n"],
    ["data longer than the size", "5\r\nhello!\r\n0\r\n\r\n"],
    ["a control character in an extension", "5;a\x01\r\nhello\r\n"],
    ["a space in an extension", "5;a= b\r\nhello\r\n"],
    ["an extension without a name", "5;\r\nhello\r\n"],
    ["an open quote in an extension", '5;a="b\r\nhello\r\n'],
    ["an endless extension", `5;${"a".repeat(300)}`],
    ["an endless size line", "0".repeat(300)],
    ["many long extensions", `1;${"a".repeat(200)}\r\nx\r\n`.repeat(100)],
    ["a trailer that is none", "0\r\nno colon\r\n\r\n"],
    // RFC 9110 6.5.1
    ["a length in its trailers", "0\r\nContent-Length: 3\r\n\r\n"],
    ["endless trailers", `0\r\n${"A: b\r\n".repeat(2_000)}`],
    ["one endless trailer", `0\r\nA: ${"b".repeat(9_000)}`],
  ])("with %s is refused", (_what, text) => {
    expect(() => decodeChunked(text)).toThrow();
  });
});

describe("a body of known length", () => {
  test("ends there", () => {
    const decoded = decode({ kind: "length", length: 5 }, [
      Buffer.from("hel"),
      Buffer.from("loNEXT"),
    ]);
    expect(decoded).toEqual({ body: "hello", done: true, rest: "NEXT" });
    expect(decode({ kind: "length", length: 5 }, [Buffer.from("hell")]).done).toBe(false);
    expect(decode({ kind: "none" }, [Buffer.from("N")])).toEqual({
      body: "",
      done: true,
      rest: "N",
    });
  });
});
