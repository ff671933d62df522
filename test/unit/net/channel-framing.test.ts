import { describe, expect, test } from "bun:test";

import {
  ChannelDecoder,
  encodeChannelMagic,
  encodeFrame,
  maxFrameBytes,
} from "../../../src/net/channel-framing.ts";

function decode(chunks: readonly Uint8Array[]): { frames: string[]; decoder: ChannelDecoder } {
  const decoder = new ChannelDecoder();
  const frames: string[] = [];
  for (const chunk of chunks) {
    decoder.push(Buffer.from(chunk));
    for (let frame = decoder.next(); frame; frame = decoder.next()) {
      frames.push(Buffer.from(frame).toString());
    }
  }
  return { frames, decoder };
}

const whole = Buffer.concat([
  encodeChannelMagic(),
  ...["one", "", "three"].map((text) => encodeFrame(Buffer.from(text))),
]);

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

describe("the local channel's framing", () => {
  test("is the magic, a little-endian size, the content and the next magic", () => {
    expect(
      Buffer.concat([encodeChannelMagic(), encodeFrame(Buffer.from("ab"))]).toString("hex"),
    ).toBe("0110eef10200000061620110eef1");
  });

  test.each([1, 2, 3, 5, 7, 64])("gives the same frames for pieces of %d bytes", (size) => {
    const pieces: Uint8Array[] = [];
    for (let at = 0; at < whole.length; at += size) pieces.push(whole.subarray(at, at + size));
    const { frames, decoder } = decode(pieces);
    expect(frames).toEqual(["one", "", "three"]);
    expect(() => decoder.end()).not.toThrow();
  });

  test("ends in order only before anything or after a magic", () => {
    const orderly = [0, 4, 15, 23, 36].filter((at) => at <= whole.length);
    for (let at = 0; at <= whole.length; at++) {
      const { decoder } = decode([whole.subarray(0, at)]);
      if (orderly.includes(at)) expect(() => decoder.end()).not.toThrow();
      else expect(() => decoder.end()).toThrow(/in the middle of a (magic|message)/);
    }
  });

  test("refuses another magic at its first wrong byte", () => {
    expect(() => decode([Buffer.from("G")])).toThrow(/has 47 where its magic/);
    expect(() => decode([whole.subarray(0, 11), Buffer.from([1, 0x10, 0])])).toThrow(/magic/);
  });

  test("refuses a size over 2 MiB before its content comes, and allocates nothing for one below", () => {
    expect(() => decode([encodeChannelMagic(), word(maxFrameBytes + 1)])).toThrow(/2097153 bytes/);
    const before = process.memoryUsage().arrayBuffers;
    const decoders = Array.from({ length: 100 }, () => {
      const { decoder } = decode([encodeChannelMagic(), word(maxFrameBytes), Buffer.from("x")]);
      return decoder;
    });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * maxFrameBytes);
    expect(decoders[0]?.next()).toBeUndefined();
  });

  test("does not write what no peer would take", () => {
    expect(encodeFrame(new Uint8Array(maxFrameBytes)).length).toBe(maxFrameBytes + 8);
    expect(() => encodeFrame(new Uint8Array(maxFrameBytes + 1))).toThrow(
      /over the channel's limit/,
    );
  });
});
