import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import {
  blockBytes,
  contentCapacity,
  findBlock,
  readBlock,
  writeBlock,
} from "../../../../src/config/block/head.ts";
import { readOwnBlock } from "../../../../src/config/block/own-block.ts";
import { messageOf } from "../../../helpers/config-files.ts";

const content = Buffer.from("the content");

describe("the block", () => {
  test("has 64 KiB, and gives back what was put in, up to its capacity", () => {
    for (const length of [1, 11, contentCapacity]) {
      const bytes = Buffer.alloc(length, 7);
      const block = writeBlock(bytes);
      expect(block.length).toBe(65_536);
      expect(readBlock(block)).toEqual(bytes);
    }
  });

  test("is empty in the sources, as in a release", () => {
    const file = join(import.meta.dir, "../../../../src/config/block/sealed-block.bin");
    expect(readFileSync(file).equals(writeBlock(new Uint8Array()))).toBe(true);
    expect(readOwnBlock()).toBeUndefined();
  });

  test("more than fits is refused with both sizes", () => {
    const message = messageOf(() => writeBlock(Buffer.alloc(contentCapacity + 1)));
    expect(message).toBe("the content has 65473 bytes, and the block holds 65472");
  });

  test.each<[string, (block: Buffer) => void, string]>([
    ["a changed content", (block) => block.writeUInt8(1, 66), "hash"],
    ["a changed hash", (block) => block.writeUInt8(block.readUInt8(40) ^ 1, 40), "hash"],
    ["a length that is too small", (block) => block.writeUInt32LE(3, 24), "hash"],
    ["a length of nothing", (block) => block.writeUInt32LE(0, 24), "hash"],
    ["a length that is too large", (block) => block.writeUInt32LE(0xffffffff, 24), "4294967295"],
    ["bytes behind its content", (block) => block.writeUInt8(1, blockBytes - 1), "hash"],
    ["a reserved field", (block) => block.writeUInt8(1, 28), "hash"],
    ["another version", (block) => block.writeUInt32LE(2, 16), "version 2"],
    ["another capacity", (block) => block.writeUInt32LE(1, 20), "version"],
    ["another magic", (block) => block.writeUInt8(block.readUInt8(0) ^ 1, 0), "does not begin"],
  ])("%s is damage", (_, damage, expected) => {
    const block = writeBlock(content);
    damage(block);
    expect(messageOf(() => readBlock(block))).toContain(expected);
  });

  test("is damaged when it is not whole", () => {
    expect(messageOf(() => readBlock(writeBlock(content).subarray(1)))).toContain("damaged");
  });
});

describe("the block of an executable", () => {
  const block = writeBlock(new Uint8Array());
  const around = Buffer.alloc(100, 3);

  test("is found wherever it stands", () => {
    expect(findBlock(Buffer.concat([around, block, around]))).toBe(100);
  });

  test.each([
    ["none", [around], "has no configuration block"],
    ["two", [block, around, block], "more than one"],
    ["a part of one", [around, block.subarray(0, 500)], "ends after the file"],
  ] as const)("%s of it is refused", (_, parts, expected) => {
    expect(messageOf(() => findBlock(Buffer.concat([...parts])))).toContain(expected);
  });
});
