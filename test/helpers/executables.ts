/**
 * Small executables of each format, with every table that fleet looks at, and a content of one's choice. They do not run.
 */
import { writeBlock } from "../../src/config/block/head.ts";

export const formatNames = ["ELF", "PE", "Mach-O"] as const;
export type FormatName = (typeof formatNames)[number];

const emptyBlock = writeBlock(new Uint8Array());

/** @param content by default an empty configuration block, between other bytes. */
export function makeExecutable(
  format: FormatName,
  content: Buffer = Buffer.concat([Buffer.alloc(5000, 1), emptyBlock, Buffer.alloc(3001, 2)]),
): Buffer {
  return { ELF: makeElf, PE: makePe, "Mach-O": makeMachO }[format](content);
}

const interpreter = Buffer.from("/lib/ld-musl-aarch64.so.1\0");

function makeElf(content: Buffer): Buffer {
  const head = Buffer.alloc(64 + 2 * 56 + 64);
  head.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  head.writeUInt16LE(0xb7, 18);
  const sections = 64 + 2 * 56;
  head.writeBigUInt64LE(64n, 32);
  head.writeBigUInt64LE(BigInt(sections), 40);
  for (const [at, value] of [
    [54, 56],
    [56, 2],
    [58, 64],
    [60, 1],
  ] as const) {
    head.writeUInt16LE(value, at);
  }
  const writeSegment = (at: number, type: number, offset: number, size: number) => {
    head.writeUInt32LE(type, at);
    head.writeBigUInt64LE(BigInt(offset), at + 8);
    head.writeBigUInt64LE(BigInt(size), at + 32);
  };
  writeSegment(64, 3, head.length, interpreter.length);
  writeSegment(64 + 56, 1, head.length + interpreter.length, content.length);
  // A section without bytes, however long it is said to be.
  head.writeUInt32LE(8, sections + 4);
  head.writeBigUInt64LE(1n << 40n, sections + 32);
  return Buffer.concat([head, interpreter, content]);
}

/** Where the PE header of makeExecutable("PE") begins. */
export const peHeader = 0x80;

function makePe(given: Buffer): Buffer {
  // As linkers do, in whole units of 512 bytes.
  const content = Buffer.concat([given, Buffer.alloc(-given.length & 0x1ff)]);
  const head = Buffer.alloc(0x200);
  head.write("MZ", "latin1");
  head.writeUInt32LE(peHeader, 0x3c);
  head.write("PE\0\0", peHeader, "latin1");
  head.writeUInt16LE(0x8664, peHeader + 4);
  head.writeUInt16LE(1, peHeader + 6);
  head.writeUInt16LE(240, peHeader + 20);
  head.writeUInt16LE(0x20b, peHeader + 24);
  const section = peHeader + 24 + 240;
  head.write(".bun", section, "latin1");
  head.writeUInt32LE(content.length, section + 16);
  head.writeUInt32LE(head.length, section + 20);
  return Buffer.concat([head, content]);
}

/** Puts a certificate table at the end of a PE file, as an Authenticode signer does. */
export function signPe(executable: Buffer, certificate = Buffer.alloc(1024, 0xce)): Buffer {
  const padded = Buffer.concat([executable, Buffer.alloc(-executable.length & 7)]);
  padded.writeUInt32LE(padded.length, peHeader + 168);
  padded.writeUInt32LE(certificate.length, peHeader + 172);
  return Buffer.concat([padded, certificate]);
}

/** Where the first page is that holds only content, and the file offset of the signature's segment. */
const textBytes = 0x4000;

function makeMachO(content: Buffer): Buffer {
  const linkOffset = textBytes + Math.ceil(content.length / 0x4000) * 0x4000;
  const signatureOffset = linkOffset + 0x100;
  const signature = foreignSignature();
  const bytes = Buffer.alloc(signatureOffset + signature.length);
  bytes.writeUInt32LE(0xfeedfacf, 0);
  bytes.writeUInt32LE(0x0100000c, 4);
  bytes.writeUInt32LE(3, 16);
  writeSegment(bytes, 32, "__TEXT", 0, linkOffset);
  writeSegment(bytes, 32 + 72, "__LINKEDIT", linkOffset, 0x100 + signature.length);
  const command = 32 + 72 + 72;
  bytes.writeUInt32LE(0x1d, command);
  bytes.writeUInt32LE(16, command + 4);
  bytes.writeUInt32LE(signatureOffset, command + 8);
  bytes.writeUInt32LE(signature.length, command + 12);
  content.copy(bytes, textBytes);
  signature.copy(bytes, signatureOffset);
  return bytes;
}

function writeSegment(bytes: Buffer, at: number, name: string, offset: number, size: number) {
  bytes.writeUInt32LE(0x19, at);
  bytes.writeUInt32LE(72, at + 4);
  bytes.write(name, at + 8, "latin1");
  bytes.writeBigUInt64LE(BigInt(size), at + 32);
  bytes.writeBigUInt64LE(BigInt(offset), at + 40);
  bytes.writeBigUInt64LE(BigInt(size), at + 48);
}

/** As of a signer with a certificate: a CodeDirectory that is not ad hoc, and covers nothing. */
function foreignSignature(): Buffer {
  const signature = Buffer.alloc(20 + 88);
  for (const [index, word] of [0xfade0cc0, 108, 1, 0, 20, 0xfade0c02, 88, 0x20400].entries()) {
    signature.writeUInt32BE(word, index * 4);
  }
  signature.set([32, 2, 0, 12], 20 + 36);
  return signature;
}
