import { describe, expect, test } from "bun:test";
import { createHash, randomFillSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { FleetError } from "../../../src/core/errors.ts";
import { loadXz } from "../../../src/packaging/xz/compressor.ts";
import { joinStreams } from "../../../src/packaging/xz/container.ts";
import { compressXz } from "../../../src/packaging/xz/threads.ts";

const xz = loadXz();
const readable = Buffer.from("the same again and again. ".repeat(4000));
const unreadable = randomFillSync(Buffer.alloc(100_001));

test("the module is the one that was looked at", () => {
  const module = readFileSync(join(import.meta.dir, "../../../src/packaging/xz/lzma.wasm"));
  // docs/decisions/0010-xz-in-webassembly.md says where it is from.
  expect(createHash("sha256").update(module).digest("hex")).toBe(
    "2613863478e898b329600c146cebdaaf78de74fc64080eb55bfb1757bcd6d3a1",
  );
});

describe("the compressor", () => {
  test("gives back what it was given", () => {
    for (const input of [Buffer.alloc(0), Buffer.from("x"), readable, unreadable]) {
      expect(Buffer.from(xz.decompress(xz.compress(input))).equals(input)).toBe(true);
    }
    expect(xz.compress(readable).length).toBeLessThan(readable.length / 50);
  });

  test("says when bytes are damaged, and goes on", () => {
    const damaged = Buffer.from(xz.compress(readable));
    damaged[60] = 255 - (damaged[60] ?? 0);
    expect(() => xz.decompress(damaged)).toThrow();
    expect(Buffer.from(xz.decompress(xz.compress(readable))).equals(readable)).toBe(true);
  });

  test("gives the same each time", () => {
    const sums = Array.from({ length: 5 }, () =>
      createHash("sha256").update(xz.compress(readable)).digest("hex"),
    );
    expect(new Set(sums).size).toBe(1);
  });
});

describe("the container", () => {
  test("joins streams into one", () => {
    const parts = [readable, unreadable, Buffer.from("end")];
    const joined = joinStreams(parts.map((part) => xz.compress(part)));
    expect(Buffer.from(xz.decompress(joined)).equals(Buffer.concat(parts))).toBe(true);
    expect(countBlocks(joined)).toBe(3);
    expect(joined.length % 4).toBe(0);
  });

  test("one stream stays as it is", () => {
    const stream = xz.compress(readable);
    expect(joinStreams([stream]).equals(stream)).toBe(true);
  });

  test("refuses what has more than one block already", () => {
    const two = joinStreams([xz.compress(readable), xz.compress(unreadable)]);
    expect(() => joinStreams([two])).toThrow(FleetError);
    expect(() => joinStreams([])).toThrow(FleetError);
    expect(() => joinStreams([xz.compress(readable), Buffer.alloc(40)])).toThrow(FleetError);
  });
});

describe("threads", () => {
  test("one gives the same bytes as several, and each piece is told of", async () => {
    const input = Buffer.concat([readable, unreadable]);
    const pieceBytes = 50_000;
    const done: number[] = [];
    const onProgress = (bytes: number) => void done.push(bytes);
    const alone = await compressXz(input, { threads: 1, pieceBytes, onProgress });
    const together = await compressXz(input, { threads: 2, pieceBytes });
    expect(together.equals(alone)).toBe(true);
    expect(Buffer.from(xz.decompress(alone)).equals(input)).toBe(true);
    expect(done).toHaveLength(Math.ceil(input.length / pieceBytes));
    expect(done.at(-1)).toBe(input.length);
  });

  test("nothing is something, too", async () => {
    expect(xz.decompress(await compressXz(Buffer.alloc(0)))).toHaveLength(0);
  });
});

/** From the index, which the last bytes lead to. */
function countBlocks(file: Buffer): number {
  const index = file.length - 12 - 4 * (file.readUInt32LE(file.length - 8) + 1);
  return file.readUInt8(index + 1);
}
