import { describe, expect, test } from "bun:test";

import { WebSocketError } from "../../../../src/net/websocket/close-codes.ts";
import { FrameDecoder, type WebSocketEvent } from "../../../../src/net/websocket/frame-decoder.ts";
import { encodeFrame, opcode } from "../../../../src/net/websocket/frames.ts";

function decoder(options: Partial<ConstructorParameters<typeof FrameDecoder>[0]> = {}) {
  return new FrameDecoder({ masked: false, deflate: false, maxBytes: 100_000, ...options });
}

function bytes(hex: string): Buffer {
  return Buffer.from(hex.replaceAll(" ", ""), "hex");
}

function eventsOf(target: FrameDecoder, ...pieces: Uint8Array[]): WebSocketEvent[] {
  const events: WebSocketEvent[] = [];
  for (const piece of pieces) {
    target.push(piece);
    for (let event = target.next(); event; event = target.next()) events.push(event);
  }
  return events;
}

/** The code that the peer is told. */
function codeOf(hex: string, options: Parameters<typeof decoder>[0] = {}): number | undefined {
  try {
    eventsOf(decoder(options), bytes(hex));
  } catch (thrown) {
    if (thrown instanceof WebSocketError) return thrown.closeCode;
    throw thrown;
  }
  return undefined;
}

function message(text: string, compressed = false): WebSocketEvent {
  return { kind: "message", bytes: Buffer.from(text), compressed };
}

describe("frames of RFC 6455", () => {
  test("a binary message, whole and byte by byte", () => {
    const frame = bytes("82 05 48656c6c6f");
    expect(eventsOf(decoder(), frame)).toEqual([message("Hello")]);
    const single = [...frame].map((byte) => Buffer.of(byte));
    expect(eventsOf(decoder(), ...single)).toEqual([message("Hello")]);
  });

  test("a masked message (5.7)", () => {
    const frame = bytes("82 85 37fa213d 7f9f4d5158");
    expect(eventsOf(decoder({ masked: true }), frame)).toEqual([message("Hello")]);
    const single = [...frame].map((byte) => Buffer.of(byte));
    expect(eventsOf(decoder({ masked: true }), ...single)).toEqual([message("Hello")]);
  });

  test("a fragmented message with a ping between its fragments", () => {
    const frames = bytes("02 03 48656c  89 01 21  80 02 6c6f");
    expect(eventsOf(decoder(), frames)).toEqual([
      { kind: "ping", bytes: Buffer.from("!") },
      message("Hello"),
    ]);
  });

  test("an empty message, an empty fragment, a pong and what follows", () => {
    expect(eventsOf(decoder(), bytes("82 00  02 00 80 01 61  8a 00"))).toEqual([
      message(""),
      message("a"),
      { kind: "pong", bytes: Buffer.alloc(0) },
    ]);
  });

  test.each([125, 126, 65_535, 65_536])(
    "a payload of %d bytes, each length written shortest",
    (size) => {
      const payload = Buffer.alloc(size, 7);
      for (const masked of [false, true]) {
        const frame = Buffer.concat(encodeFrame(opcode.binary, payload, { masked }));
        const [event, ...rest] = eventsOf(
          decoder({ masked }),
          frame.subarray(0, 3),
          frame.subarray(3),
        );
        expect(rest).toEqual([]);
        expect(event?.kind === "message" && Buffer.compare(event.bytes, payload)).toBe(0);
      }
    },
  );

  test("a close with a code, with a reason, and with none; nothing after it counts", () => {
    expect(eventsOf(decoder(), bytes("88 02 03e8 82 01 61"))).toEqual([
      { kind: "close", code: 1000 },
    ]);
    expect(eventsOf(decoder(), bytes("88 05 0fa0 627965"))).toEqual([
      { kind: "close", code: 4000 },
    ]);
    expect(eventsOf(decoder(), bytes("88 00"), bytes("ff ff"))).toEqual([
      { kind: "close", code: 1005 },
    ]);
  });

  test("RSV1 marks a compressed message where that was agreed on", () => {
    expect(eventsOf(decoder({ deflate: true }), bytes("c2 01 61"))).toEqual([message("a", true)]);
  });
});

describe("what is refused", () => {
  const cases: [
    what: string,
    code: number,
    hex: string,
    options?: Parameters<typeof decoder>[0],
  ][] = [
    ["a text message, before its payload has come", 1003, "81 7e ffff"],
    ["RSV1 without compression", 1002, "c2"],
    ["RSV2", 1002, "a2", { deflate: true }],
    ["RSV3", 1002, "92", { deflate: true }],
    ["RSV1 on a continuation", 1002, "42 01 61 c0 01 61", { deflate: true }],
    ["RSV1 on a control frame", 1002, "c9 00", { deflate: true }],
    ["a reserved opcode", 1002, "83 00"],
    ["a reserved control opcode", 1002, "8b 00"],
    ["a fragmented control frame", 1002, "09 00"],
    ["a control frame of 126 bytes", 1002, "89 7e 007e"],
    ["a frame of a client without a mask", 1002, "82 01", { masked: true }],
    ["a masked frame of a server", 1002, "82 81"],
    ["a continuation of nothing", 1002, "80 01 61"],
    ["a message inside a message", 1002, "02 01 61 82 01 61"],
    ["a 16-bit length that fits into 7", 1002, "82 7e 007d"],
    ["a 64-bit length that fits into 16", 1002, "82 7f 000000000000ffff"],
    ["a length with the highest bit", 1002, "82 7f 8000000000000000"],
    ["a message over the limit, at its head", 1009, "82 7f 00000000000186a1"],
    ["a length beyond all sense", 1009, "82 7f 7fffffffffffffff"],
    ["fragments that together are over the limit", 1009, "02 02 6161 80 02 6161", { maxBytes: 3 }],
    ["half a close code", 1002, "88 01 03"],
    ["a close code that is never sent", 1002, "88 02 03ed"],
    ["a close code below 1000", 1002, "88 02 03e7"],
    ["a close code over 4999", 1002, "88 02 1388"],
    ["a close reason that is not UTF-8", 1007, "88 03 03e8 ff"],
  ];
  test.each(cases)("%s: %d", (...[, code, hex, options]) => {
    expect(codeOf(hex, options)).toBe(code);
  });

  test("the limit itself is no fault", () => {
    expect(codeOf("82 03 616161", { maxBytes: 3 })).toBeUndefined();
  });
});

test("memory grows with what has arrived, not with what was announced", () => {
  const target = decoder({ maxBytes: 20 * 1024 * 1024 });
  expect(eventsOf(target, bytes("82 7f 0000000001400000 616161"))).toEqual([]);
  expect(target.midMessage).toBe(true);
  expect(target.heldBytes).toBe(3);
});
