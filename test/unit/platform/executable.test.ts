/** Executables of every platform: recognised, found whole or not, and made valid again after a change. */
import { describe, expect, test } from "bun:test";
import { createHash } from "node:crypto";

import { FleetError } from "../../../src/core/errors.ts";
import {
  findSealFault,
  identifyExecutable,
  sealExecutable,
  signatureOf,
} from "../../../src/platform/executable/executable.ts";
import { describeKind } from "../../../src/platform/executable/kind.ts";
import { messageOf } from "../../helpers/config-files.ts";
import { formatNames, makeExecutable, peHeader, signPe } from "../../helpers/executables.ts";

const sealed = (format: (typeof formatNames)[number]) => sealExecutable(makeExecutable(format));

test("platform, processor and C library are read from the tables", () => {
  expect(
    formatNames.map((format) => describeKind(identifyExecutable(makeExecutable(format)))),
  ).toEqual(["linux arm64 (musl)", "windows x64", "darwin arm64"]);
});

describe.each(formatNames)("%s", (format) => {
  test("a sealed one is valid, and sealing it again changes nothing", () => {
    const once = sealed(format);
    expect(findSealFault(once)).toBeUndefined();
    expect(sealExecutable(Buffer.from(once)).equals(once)).toBe(true);
  });

  test("each way to cut it off is noticed", () => {
    const whole = sealed(format);
    const cuts = [whole.length - 1, whole.length / 2, 4096, 300, 100, 33, 5].map(Math.floor);
    for (const length of cuts) {
      const message = messageOf(() => identifyExecutable(whole.subarray(0, length)));
      expect([length, message]).toEqual([
        length,
        expect.stringMatching(/cut off|no executable|no 64-bit program/),
      ]);
    }
  });

  test("a processor that fleet is not made for is refused", () => {
    const other = makeExecutable(format);
    const at = { ELF: 18, PE: peHeader + 4, "Mach-O": 4 }[format];
    other.writeUInt16LE(0x14c, at);
    expect(messageOf(() => identifyExecutable(other))).toContain("processor");
  });
});

test.each([
  ["nothing", Buffer.alloc(0)],
  ["text", Buffer.from("#!/bin/sh\necho hello\n")],
  ["zeros", Buffer.alloc(10_000)],
  ["a 32-bit program", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 1, 1, 1])],
])("%s is no executable", (_, bytes) => {
  expect(() => identifyExecutable(bytes)).toThrow(FleetError);
  expect(messageOf(() => identifyExecutable(bytes))).toContain("no executable for Linux");
});

describe("Windows", () => {
  test("the checksum is that of ImageHlp: 16-bit words added with their carries, plus the length", () => {
    const file = sealed("PE");
    const field = peHeader + 88;
    let sum = 0;
    for (let at = 0; at < file.length; at += 2) {
      if (at === field || at === field + 2) continue;
      sum += file.readUInt16LE(at);
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    expect(file.readUInt32LE(field)).toBe(sum + file.length);
  });

  test("a change is noticed by its checksum", () => {
    const file = sealed("PE");
    file.writeUInt8(99, 0x300);
    expect(findSealFault(file)).toContain("checksum");
  });

  test("an Authenticode signature is taken off, and what is left is the file before it was signed", () => {
    const before = sealed("PE");
    const signed = signPe(Buffer.from(before));
    expect(signatureOf(signed)).toBe("certificate");
    const after = sealExecutable(signed);
    expect(signatureOf(after)).toBe("none");
    expect(after.equals(before)).toBe(true);
  });

  test("its length lets a signer put a signature on without padding", () => {
    expect(sealed("PE").length % 8).toBe(0);
  });

  test("bytes behind the signature are refused: nothing covers them", () => {
    const signed = Buffer.concat([signPe(sealed("PE")), Buffer.from("more")]);
    expect(messageOf(() => signatureOf(signed))).toContain("not at its end");
  });
});

describe("macOS", () => {
  /** The parts of our own signature, read as <cs_blobs.h> has them. */
  function readDirectory(file: Buffer) {
    const command = 32 + 72 + 72;
    const [offset, size] = [file.readUInt32LE(command + 8), file.readUInt32LE(command + 12)];
    const directory = file.subarray(offset + 20);
    return { offset, size, directory, pages: directory.readUInt32BE(28) };
  }

  test("every page has its SHA-256 in the signature, the header's included", () => {
    const file = sealed("Mach-O");
    const { offset, size, directory, pages } = readDirectory(file);
    expect(offset + size).toBe(file.length);
    expect(directory.readUInt32BE(0)).toBe(0xfade0c02);
    expect(directory.readUInt32BE(32)).toBe(offset);
    expect(pages).toBe(Math.ceil(offset / 4096));
    const hashesAt = directory.readUInt32BE(16);
    for (let page = 0; page < pages; page += 1) {
      const bytes = file.subarray(page * 4096, Math.min((page + 1) * 4096, offset));
      const expected = createHash("sha256").update(bytes).digest("hex");
      const at = hashesAt + page * 32;
      expect(directory.toString("hex", at, at + 32)).toBe(expected);
    }
  });

  test("the segment that holds the signature is as long as it, in the file and in memory", () => {
    const file = sealed("Mach-O");
    const { offset, size } = readDirectory(file);
    const link = 32 + 72;
    expect(file.readBigUInt64LE(link + 40) + file.readBigUInt64LE(link + 48)).toBe(
      BigInt(offset + size),
    );
    expect(file.readBigUInt64LE(link + 32) % 0x4000n).toBe(0n);
    expect(file.readBigUInt64LE(link + 32)).toBeGreaterThanOrEqual(file.readBigUInt64LE(link + 48));
  });

  test("a signature of somebody is replaced by an ad-hoc one", () => {
    const file = makeExecutable("Mach-O");
    expect(signatureOf(file)).toBe("certificate");
    expect(findSealFault(file)).toContain("does not cover");
    expect(signatureOf(sealExecutable(file))).toBe("ad hoc");
  });

  test.each([0, 0x4000, 0x5000])("a changed byte at %d is found in its page", (at) => {
    const file = sealed("Mach-O");
    file.writeUInt8(file.readUInt8(at + 600) ^ 1, at + 600);
    expect(findSealFault(file)).toContain(`1 of`);
    expect(findSealFault(file)).toContain(`the first at ${at}`);
  });
});
