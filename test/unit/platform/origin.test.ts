import { expect, test } from "bun:test";

import { neededLibraries } from "../../../src/platform/executable/elf-libraries.ts";
import { findOrigin } from "../../../src/platform/executable/origin.ts";
import { FleetError } from "../../../src/core/errors.ts";

const info = (version: string, commit: string, builtAt: string) =>
  `x={version:"${version}",commit:"${commit}",builtAt:"${builtAt}",bun:"1",target:"t"};`;
const fromSources = info("0.0.0-development", "development", "");
const release = info("1.2.3", "abc", "2026-11-21T00:00:00Z");

test("a release says which one it is, however often", () => {
  const found = { version: "1.2.3", builtAt: "2026-11-21T00:00:00Z" };
  const padding = "\0".repeat(500);
  for (const text of [release, `${fromSources}${padding}${release}${padding}${release}`]) {
    expect(findOrigin(Buffer.from(text))).toEqual(found);
  }
});

test("what says nothing, or two things, says nothing", () => {
  const other = info("1.2.4", "abd", "");
  for (const text of ["", '",builtAt:"', fromSources, `${release}${"-".repeat(500)}${other}`]) {
    expect(findOrigin(Buffer.from(text))).toBeUndefined();
  }
});

/** Two segments: all of the file at address 0x1000, and the dynamic section in it. */
function makeLibrary(names: readonly string[]): Buffer {
  const strings = Buffer.from(`\0${names.map((name) => `${name}\0`).join("")}`);
  const dynamicAt = 64 + 2 * 56;
  const dynamicBytes = 16 * (names.length + 2);
  const bytes = Buffer.alloc(dynamicAt + dynamicBytes + strings.length);
  bytes.write("\u007fELF\u0002\u0001", "latin1");
  bytes.writeBigUInt64LE(64n, 32);
  bytes.writeUInt16LE(56, 54);
  bytes.writeUInt16LE(2, 56);
  const segment = (at: number, values: readonly [number, number, number, number]) => {
    const [type, offset, address, size] = values;
    bytes.writeUInt32LE(type, at);
    bytes.writeBigUInt64LE(BigInt(offset), at + 8);
    bytes.writeBigUInt64LE(BigInt(address), at + 16);
    bytes.writeBigUInt64LE(BigInt(size), at + 32);
  };
  segment(64, [1, 0, 0x1000, bytes.length]);
  segment(64 + 56, [2, dynamicAt, 0x1000 + dynamicAt, dynamicBytes]);
  const stringsAt = dynamicAt + dynamicBytes;
  const tags = [
    [5, 0x1000 + stringsAt],
    ...names.map((name) => [1, strings.indexOf(`\0${name}\0`) + 1]),
  ];
  for (const [index, [tag = 0, value = 0]] of tags.entries()) {
    bytes.writeBigUInt64LE(BigInt(tag), dynamicAt + 16 * index);
    bytes.writeBigUInt64LE(BigInt(value), dynamicAt + 16 * index + 8);
  }
  strings.copy(bytes, stringsAt);
  return bytes;
}

test("a library says which others it needs", () => {
  expect(neededLibraries(makeLibrary(["libc.so.6", "libm.so.6"]))).toEqual({
    interpreter: undefined,
    names: ["libc.so.6", "libm.so.6"],
  });
});

test("whatever is cut off or changed is refused, or says something", () => {
  const whole = makeLibrary(["libc.so.6"]);
  for (let length = 0; length < whole.length; length += 1) {
    const attempt = () => neededLibraries(whole.subarray(0, length));
    try {
      expect(attempt().names.length).toBeLessThan(2);
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(FleetError);
    }
  }
  expect(() => neededLibraries(Buffer.from("#!/bin/sh\n"))).toThrow(FleetError);
});
