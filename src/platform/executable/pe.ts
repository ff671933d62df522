/**
 * PE, the executables of Windows: a checksum over the whole file in their header, and after everything else an
 * Authenticode signature, which any change makes worthless.
 */
import { type ExecutableFormat, type TargetCpu, brokenExecutable } from "./kind.ts";

const machines: Readonly<Record<number, TargetCpu>> = { 0x8664: "x64", 0xaa64: "arm64" };
const pe32Plus = 0x20b;
/** Signatures begin there; a file that ends there stays the same when one is put on and taken off. */
const alignment = 8;
/** From the start of the PE header. */
const checksumAt = 88;
const securityAt = 168;
const sectionEntryBytes = 40;

export const pe: ExecutableFormat = {
  matches: (bytes) => bytes.subarray(0, 2).toString("latin1") === "MZ",
  kind(bytes) {
    const cpu = machines[bytes.readUInt16LE(headerOf(bytes) + 4)];
    if (cpu === undefined)
      throw brokenExecutable("it is for a processor that fleet is not made for");
    return { format: "PE", os: "windows", cpu };
  },
  wholeBytes(bytes) {
    const header = headerOf(bytes);
    const count = bytes.readUInt16LE(header + 6);
    const table = header + 24 + bytes.readUInt16LE(header + 20);
    const ends = Array.from({ length: count }, (_, index) => {
      const at = table + index * sectionEntryBytes;
      return bytes.readUInt32LE(at + 16) + bytes.readUInt32LE(at + 20);
    });
    const { offset, size } = securityOf(bytes, header);
    return Math.max(...ends, offset + size);
  },
  signature: (bytes) => (securityOf(bytes, headerOf(bytes)).size > 0 ? "certificate" : "none"),
  sealFault(bytes) {
    const at = headerOf(bytes) + checksumAt;
    // 0 means that there is none; Windows asks for it of drivers only.
    const written = bytes.readUInt32LE(at);
    return written === 0 || written === checksumOf(bytes, at)
      ? undefined
      : "its checksum is not that of its content";
  },
  seal(bytes) {
    const header = headerOf(bytes);
    const { offset, size } = securityOf(bytes, header);
    const unsigned = size > 0 ? bytes.subarray(0, offset) : bytes;
    unsigned.fill(0, header + securityAt, header + securityAt + 8);
    const missing = -unsigned.length & (alignment - 1);
    const aligned = missing === 0 ? unsigned : Buffer.concat([unsigned, Buffer.alloc(missing)]);
    aligned.writeUInt32LE(checksumOf(aligned, header + checksumAt), header + checksumAt);
    return aligned;
  },
};

function headerOf(bytes: Buffer): number {
  const at = bytes.readUInt32LE(0x3c);
  const isPe = bytes.toString("latin1", at, at + 4) === "PE\0\0";
  if (!isPe || bytes.readUInt16LE(at + 24) !== pe32Plus || at % 4 !== 0) {
    throw brokenExecutable("it is no 64-bit program for Windows");
  }
  return at;
}

function securityOf(
  bytes: Buffer,
  header: number,
): { readonly offset: number; readonly size: number } {
  const at = header + securityAt;
  const size = bytes.readUInt32LE(at + 4);
  const offset = bytes.readUInt32LE(at);
  const comesLast = offset + size === bytes.length && offset >= header + securityAt + 8;
  // What stands behind a signature is covered by nothing.
  if (size > 0 && !comesLast) throw brokenExecutable("its signature is not at its end");
  return { offset, size };
}

/** The 16-bit ones' complement sum of all but the field at `skipped`, plus the length (ImageHlp's CheckSumMappedFile). */
function checksumOf(bytes: Buffer, skipped: number): number {
  const whole = bytes.length - (bytes.length % 4);
  let sum = 0;
  for (const [from, to] of [
    [0, skipped],
    [skipped + 4, whole],
  ] as const) {
    sum = addWords(sum, bytes, from, to);
  }
  const rest = Buffer.alloc(4);
  bytes.copy(rest, 0, whole);
  return fold(sum + rest.readUInt32LE(0)) + bytes.length;
}

/** So many sums of 32 bits stay exact in a number. */
const exactSteps = 1 << 20;

function addWords(before: number, bytes: Buffer, from: number, to: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let sum = before;
  for (let start = from; start < to; start += exactSteps * 4) {
    const end = Math.min(to, start + exactSteps * 4);
    for (let at = start; at < end; at += 4) sum += view.getUint32(at, true);
    sum = fold(sum);
  }
  return sum;
}

/** To 16 bits, each carry added again: the same whether 16 or 32 bits were added at a time. */
function fold(sum: number): number {
  let folded = sum;
  while (folded > 0xffff) folded = (folded % 0x10000) + Math.floor(folded / 0x10000);
  return folded;
}
