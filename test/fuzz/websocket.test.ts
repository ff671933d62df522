/**
 * Random damage to WebSocket frames: nothing crashes, what is read does not depend on how the bytes were split, and each
 * refusal says a close code.
 *
 * FLEET_FUZZ_SEED repeats a run, FLEET_FUZZ_ROUNDS makes it longer.
 */
import { expect, test } from "bun:test";

import { WebSocketError, mayBeSent } from "../../src/net/websocket/close-codes.ts";
import { deflateMessage, inflateMessage } from "../../src/net/websocket/deflate.ts";
import { FrameDecoder } from "../../src/net/websocket/frame-decoder.ts";
import { encodeCloseCode, encodeFrame, opcode } from "../../src/net/websocket/frames.ts";
import { makeRandom, mutate, splitRandomly } from "../helpers/mutations.ts";

const seed = Number(process.env["FLEET_FUZZ_SEED"] ?? Date.now() % 2 ** 31);
const rounds = Number(process.env["FLEET_FUZZ_ROUNDS"] ?? 20_000);
const maxBytes = 2_000;

function frame(code: number, payload: Uint8Array, masked: boolean, compressed = false): Buffer {
  return Buffer.concat(encodeFrame(code, payload, { masked, compressed }));
}

function corpusOf(masked: boolean): Buffer[] {
  const begin = frame(opcode.binary, Buffer.from("begin"), masked);
  begin[0] = opcode.binary;
  return [
    frame(opcode.binary, Buffer.from("hello"), masked),
    frame(opcode.binary, Buffer.alloc(200, 3), masked, true),
    Buffer.concat([
      begin,
      frame(opcode.ping, Buffer.from("!"), masked),
      frame(0, Buffer.alloc(130), masked),
    ]),
    Buffer.concat([
      frame(opcode.pong, Buffer.alloc(0), masked),
      frame(opcode.close, encodeCloseCode(1000), masked),
    ]),
  ];
}

const dictionary = [
  "81",
  "82",
  "c2",
  "02",
  "80",
  "88",
  "8903",
  "fe",
  "7e0010",
  "ff",
  "7f0000000000010000",
  "03e8",
  "00",
].map((hex) => Buffer.from(hex, "hex"));

/** What came of the bytes, as text. */
function outcomeOf(pieces: readonly Buffer[], masked: boolean): string {
  const decoder = new FrameDecoder({ masked, deflate: true, maxBytes });
  const outcome: string[] = [];
  try {
    for (const piece of pieces) {
      decoder.push(Buffer.from(piece));
      for (let event = decoder.next(); event; event = decoder.next()) {
        const bytes = "bytes" in event ? Buffer.from(event.bytes).toString("hex") : event.code;
        outcome.push(`${event.kind} ${bytes}`);
      }
      expect(decoder.heldBytes).toBeLessThanOrEqual(maxBytes + 200);
    }
    outcome.push(decoder.midMessage ? "in the middle" : "between");
  } catch (thrown) {
    if (!(thrown instanceof WebSocketError)) throw thrown;
    expect(mayBeSent(thrown.closeCode)).toBe(true);
    outcome.push(`refused ${thrown.closeCode}`);
  }
  return outcome.join("\n");
}

test.each([true, false])("damaged frames, masked: %p", (masked) => {
  const random = makeRandom(seed);
  const corpus = corpusOf(masked);
  const kinds = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    const bytes = Buffer.from(mutate(corpus, dictionary, random)).subarray(0, maxBytes);
    const whole = outcomeOf([bytes], masked);
    const split = outcomeOf(splitRandomly(bytes, random), masked);
    if (split !== whole) throw new Error(`seed ${seed}, round ${round}: ${bytes.toString("hex")}`);
    kinds.add(whole.split("\n").at(-1) ?? "");
  }
  // The damage reaches both sides of the rules.
  for (const kind of ["between", "in the middle", "refused 1002", "refused 1003", "refused 1009"]) {
    expect(kinds).toContain(kind);
  }
});

test("damaged compressed messages inflate within the limit, or are refused", async () => {
  const random = makeRandom(seed);
  const corpus = await Promise.all(
    [Buffer.from("hello ".repeat(30)), Buffer.alloc(1_900, 1)].map(async (message) =>
      Buffer.from(await deflateMessage(message)),
    ),
  );
  let refused = 0;
  for (let round = 0; round < rounds / 10; round += 1) {
    try {
      const inflated = await inflateMessage(mutate(corpus, dictionary, random), maxBytes);
      expect(inflated.length).toBeLessThanOrEqual(maxBytes);
    } catch (thrown) {
      if (!(thrown instanceof WebSocketError)) throw thrown;
      expect([1007, 1009]).toContain(thrown.closeCode);
      refused += 1;
    }
  }
  expect(refused).toBeGreaterThan(0);
});
