import { describe, expect, test } from "bun:test";

import { FleetError } from "../../../src/core/errors.ts";
import { encodeLength, encodeMagic, RecordDecoder } from "../../../src/net/record-framing.ts";

const records = [
  Buffer.alloc(0),
  Buffer.from("a"),
  Buffer.alloc(127, 1),
  Buffer.alloc(128, 2),
  Buffer.alloc(20_000, 3),
];
const wire = Buffer.concat([
  encodeMagic(),
  ...records.flatMap((record) => [encodeLength(record.length), record]),
]);

function decode(
  pieces: readonly Buffer[],
  options = { expectMagic: true, maxBytes: 100_000 },
): Buffer[] {
  const decoder = new RecordDecoder(options);
  const decoded: Buffer[] = [];
  for (const piece of pieces) {
    decoder.push(piece);
    for (let record = decoder.next(); record; record = decoder.next())
      decoded.push(Buffer.from(record));
  }
  return decoded;
}

describe("the framing of streams", () => {
  test("begins with the magic of protocol.md 5", () => {
    expect(encodeMagic().toString("hex")).toBe("0110eef1");
    expect(encodeLength(300).toString("hex")).toBe("ac02");
  });

  test("gives the records back however they are split", () => {
    for (let at = 1; at < 600; at += 1) {
      expect(decode([wire.subarray(0, at), wire.subarray(at)])).toEqual(records);
    }
    expect(decode([...wire].map((byte) => Buffer.of(byte)))).toEqual(records);
  });

  test("has no magic from the server", () => {
    expect(decode([Buffer.from("\x01a")], { expectMagic: false, maxBytes: 1 })).toEqual([
      Buffer.from("a"),
    ]);
  });

  test("knows whether it stands inside a record", () => {
    const decoder = new RecordDecoder({ expectMagic: true, maxBytes: 10 });
    expect(decoder.midRecord).toBe(false);
    decoder.push(encodeMagic().subarray(0, 2));
    decoder.next();
    expect(decoder.midRecord).toBe(true);
    decoder.push(Buffer.concat([encodeMagic().subarray(2), Buffer.from("\x02a")]));
    expect(decoder.next()).toBeUndefined();
    expect(decoder.midRecord).toBe(true);
    expect(decoder.heldBytes).toBe(1);
    decoder.push(Buffer.from("b"));
    expect(decoder.next()).toEqual(Buffer.from("ab"));
    expect(decoder.midRecord).toBe(false);
  });

  test("does not allocate what is only announced", () => {
    const decoders = Array.from(
      { length: 200 },
      () => new RecordDecoder({ expectMagic: false, maxBytes: 20 * 1024 * 1024 }),
    );
    const before = process.memoryUsage().rss;
    for (const decoder of decoders) {
      decoder.push(Buffer.concat([encodeLength(20 * 1024 * 1024), Buffer.from("x")]));
      expect(decoder.next()).toBeUndefined();
    }
    // Announced: 4 GB.
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  test.each([
    ["a wrong magic", "0110eef2", "invalid_data"],
    ["the beginning of a wrong magic", "0111", "invalid_data"],
    ["a record over the limit", "0110eef1a18d06", "resource_exhausted"],
    ["an endless length", "0110eef1ffffffff", "resource_exhausted"],
    ["a padded length", "0110eef18100", "invalid_data"],
    ["a padded zero", "0110eef1808000", "invalid_data"],
  ])("refuses %s", (_what, hex, code) => {
    let thrown: unknown;
    try {
      decode([Buffer.from(hex, "hex")]);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(FleetError);
    expect(thrown).toMatchObject({ code, httpStatus: 400 });
  });

  test("accepts a record of exactly the limit", () => {
    expect(
      decode([Buffer.concat([encodeLength(3), Buffer.from("abc")])], {
        expectMagic: false,
        maxBytes: 3,
      }),
    ).toHaveLength(1);
  });
});
