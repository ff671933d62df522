import { describe, expect, test } from "bun:test";
import { crc32, inflateRawSync } from "node:zlib";

import { writeAr } from "../../../src/packaging/ar.ts";
import { writeCpio } from "../../../src/packaging/cpio.ts";
import { writeZip } from "../../../src/packaging/zip.ts";
import { file, readAr, sample } from "./support.ts";

test("ar: members begin at even places, whatever their length", () => {
  const members = [
    { name: "debian-binary", bytes: Buffer.from("2.0\n") },
    { name: "odd", bytes: Buffer.from("123") },
    { name: "last", bytes: Buffer.from("x") },
  ];
  const ar = writeAr(members, 1_700_000_000);
  expect([...readAr(ar)].map(([name, bytes]) => [name, bytes.toString()])).toEqual([
    ["debian-binary", "2.0\n"],
    ["odd", "123"],
    ["last", "x"],
  ]);
  expect(ar.length % 2).toBe(0);
});

interface CpioMember {
  readonly name: string;
  readonly mode: number;
  readonly inode: number;
  readonly content: string;
}

function readCpio(bytes: Buffer): CpioMember[] {
  const members: CpioMember[] = [];
  for (let at = 0; ;) {
    expect(bytes.toString("latin1", at, at + 6)).toBe("070701");
    const field = (index: number) =>
      Number.parseInt(bytes.toString("latin1", at + 6 + 8 * index, at + 14 + 8 * index), 16);
    const [size, nameSize] = [field(6), field(11)];
    const name = bytes.toString("utf8", at + 110, at + 110 + nameSize - 1);
    const content = Math.ceil((at + 110 + nameSize) / 4) * 4;
    if (name === "TRAILER!!!") {
      expect(content).toBe(bytes.length);
      return members;
    }
    const text = bytes.toString("utf8", content, content + size);
    members.push({ name, mode: field(1), inode: field(0), content: text });
    at = Math.ceil((content + size) / 4) * 4;
  }
}

test("cpio: every member is there, with type and mode, each on its own inode", () => {
  const members = readCpio(writeCpio(sample.entries, 7));
  expect(members).toEqual([
    { name: "./usr/bin/sample", mode: 0o100755, inode: 1, content: "program" },
    { name: "./etc/sample", mode: 0o040750, inode: 2, content: "" },
    { name: "./etc/sample/settings", mode: 0o100640, inode: 3, content: "a = 1\n" },
  ]);
});

describe("zip", () => {
  /** From the directory at the end, as readers do. */
  function readZip(zip: Buffer) {
    const end = zip.length - 22;
    expect(zip.toString("latin1", end, end + 4)).toBe("PK\u0005\u0006");
    let at = zip.readUInt32LE(end + 16);
    expect(at + zip.readUInt32LE(end + 12)).toBe(end);
    return Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
      expect(zip.toString("latin1", at, at + 4)).toBe("PK\u0001\u0002");
      const nameBytes = zip.readUInt16LE(at + 28);
      const name = zip.toString("utf8", at + 46, at + 46 + nameBytes);
      const local = zip.readUInt32LE(at + 42);
      // What both headers say is the same.
      expect(zip.subarray(local + 4, local + 30)).toEqual(zip.subarray(at + 6, at + 32));
      const start = local + 30 + nameBytes;
      const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
      const content = packed.length > 0 ? inflateRawSync(packed) : Buffer.alloc(0);
      expect([crc32(content), content.length]).toEqual([
        zip.readUInt32LE(at + 16),
        zip.readUInt32LE(at + 24),
      ]);
      const mode = zip.readUInt16LE(at + 40);
      const time = [zip.readUInt16LE(at + 14), zip.readUInt16LE(at + 12)];
      at += 46 + nameBytes;
      return { name, mode, time, content: content.toString() };
    });
  }

  test("holds names, Unix modes and content", () => {
    const entries = [...sample.entries, file("grün", "x".repeat(10_000))];
    expect(
      readZip(writeZip(entries, 0)).map(({ name, mode, content }) => ({ name, mode, content })),
    ).toEqual([
      { name: "usr/bin/sample", mode: 0o100755, content: "program" },
      { name: "etc/sample/", mode: 0o040750, content: "" },
      { name: "etc/sample/settings", mode: 0o100640, content: "a = 1\n" },
      { name: "grün", mode: 0o100644, content: "x".repeat(10_000) },
    ]);
  });

  test("says the time in UTC, and 1980 for what was earlier", () => {
    const timeOf = (mtime: number) => readZip(writeZip([file("a", "")], mtime))[0]?.time;
    expect(timeOf(Date.UTC(2026, 10, 21, 16, 20, 42) / 1000)).toEqual([
      (46 << 9) | (11 << 5) | 21,
      (16 << 11) | (20 << 5) | 21,
    ]);
    expect(timeOf(0)).toEqual([(1 << 5) | 1, 0]);
  });

  test("without entries is an empty directory", () => {
    expect(writeZip([], 0)).toHaveLength(22);
  });
});
