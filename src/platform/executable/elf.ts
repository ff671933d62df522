/** ELF, the executables of Linux. Nothing in them depends on the content elsewhere, so there is nothing to seal. */
import { type ExecutableFormat, type TargetCpu, brokenExecutable } from "./kind.ts";

const magic = Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1]);
const machines: Readonly<Record<number, TargetCpu>> = { 0x3e: "x64", 0xb7: "arm64" };
const interpreterSegment = 3;
const sectionWithoutBytes = 8;
/** Where the header says what there is: offset, size of an entry, number of entries. */
const programTable = { offset: 32, entryBytes: 54, count: 56 };
const sectionTable = { offset: 40, entryBytes: 58, count: 60 };

export const elf: ExecutableFormat = {
  matches: (bytes) => bytes.subarray(0, magic.length).equals(magic),
  kind(bytes) {
    const cpu = machines[bytes.readUInt16LE(18)];
    if (cpu === undefined)
      throw brokenExecutable("it is for a processor that fleet is not made for");
    const libc = interpreterOf(bytes).includes("musl") ? "musl" : "glibc";
    return { format: "ELF", os: "linux", cpu, libc };
  },
  wholeBytes(bytes) {
    const segments = entries(bytes, programTable).map((at) => endOf(bytes, at + 8, at + 32));
    const sections = entries(bytes, sectionTable)
      .filter((at) => bytes.readUInt32LE(at + 4) !== sectionWithoutBytes)
      .map((at) => endOf(bytes, at + 24, at + 32));
    return Math.max(...segments, ...sections);
  },
  signature: () => "none",
  sealFault: () => undefined,
  seal: (bytes) => bytes,
};

function interpreterOf(bytes: Buffer): string {
  const at = entries(bytes, programTable).find(
    (entry) => bytes.readUInt32LE(entry) === interpreterSegment,
  );
  if (at === undefined) return "";
  return bytes.toString("latin1", readOffset(bytes, at + 8), endOf(bytes, at + 8, at + 32));
}

/** Where each entry of a table of the header begins; the last one lies within the file. */
function entries(bytes: Buffer, table: typeof programTable): number[] {
  const start = readOffset(bytes, table.offset);
  const entryBytes = bytes.readUInt16LE(table.entryBytes);
  const count = bytes.readUInt16LE(table.count);
  if (start + entryBytes * count > bytes.length)
    throw new RangeError("a table ends after the file");
  return Array.from({ length: count }, (_, index) => start + index * entryBytes);
}

/** Offset plus size, each at its place in an entry. */
function endOf(bytes: Buffer, offsetAt: number, sizeAt: number): number {
  return readOffset(bytes, offsetAt) + readOffset(bytes, sizeAt);
}

function readOffset(bytes: Buffer, at: number): number {
  return Number(bytes.readBigUInt64LE(at));
}
