/**
 * The .xz container (version 1.2.1 of its description): streams of one block each become one stream of many blocks,
 * which is what packages of dpkg and rpm may hold, and what lets blocks be compressed apart from one another.
 */
import { crc32 } from "node:zlib";

import { FleetError } from "../../core/errors.ts";

const headerBytes = 12;
const footerBytes = 12;

interface Block {
  readonly bytes: Uint8Array;
  /** As the index has it: without the padding. */
  readonly unpadded: number;
  readonly uncompressed: number;
}

/** @param streams each a whole .xz file of one block, or of none. @throws internal for anything else. */
export function joinStreams(streams: readonly Uint8Array[]): Buffer {
  const [first] = streams;
  if (!first) throw new FleetError("internal", "there is nothing to join");
  const header = first.subarray(0, headerBytes);
  const blocks = streams.flatMap((stream) => readBlock(stream, header) ?? []);
  const index = writeIndex(blocks);
  const footer = writeFooter(index.length, header.subarray(6, 8));
  return Buffer.concat([header, ...blocks.map(({ bytes }) => bytes), index, footer]);
}

/** @returns undefined for a stream of nothing, which has no block. */
function readBlock(stream: Uint8Array, header: Uint8Array): Block | undefined {
  const buffer = Buffer.from(stream.buffer, stream.byteOffset, stream.length);
  if (!buffer.subarray(0, headerBytes).equals(header)) throw foreign("its header differs");
  const indexBytes = 4 * (buffer.readUInt32LE(buffer.length - 8) + 1);
  const indexAt = buffer.length - footerBytes - indexBytes;
  if (indexAt < headerBytes || buffer[indexAt] !== 0) throw foreign("there is no index");
  const count = readNumber(buffer, indexAt + 1);
  if (count.value === 0) return undefined;
  if (count.value !== 1) throw foreign(`it has ${count.value} blocks`);
  const unpadded = readNumber(buffer, count.next);
  const uncompressed = readNumber(buffer, unpadded.next);
  const bytes = buffer.subarray(headerBytes, indexAt);
  return { bytes, unpadded: unpadded.value, uncompressed: uncompressed.value };
}

function foreign(why: string): FleetError {
  return new FleetError("internal", `the compressor made something unexpected: ${why}`);
}

function writeIndex(blocks: readonly Block[]): Buffer {
  const sizes = blocks.flatMap(({ unpadded, uncompressed }) => [
    ...encodeNumber(unpadded),
    ...encodeNumber(uncompressed),
  ]);
  const index = [0, ...encodeNumber(blocks.length), ...sizes];
  while (index.length % 4 !== 0) index.push(0);
  return withCrc(Buffer.from(index), "after");
}

function writeFooter(indexBytes: number, flags: Uint8Array): Buffer {
  const fields = Buffer.alloc(6);
  fields.writeUInt32LE(indexBytes / 4 - 1, 0);
  fields.set(flags, 4);
  return Buffer.concat([withCrc(fields, "before"), Buffer.from("YZ", "latin1")]);
}

function withCrc(bytes: Buffer, where: "before" | "after"): Buffer {
  const crc = Buffer.alloc(4);
  crc.writeUInt32LE(crc32(bytes));
  return Buffer.concat(where === "before" ? [crc, bytes] : [bytes, crc]);
}

/** Seven bits in a byte, the lowest first, the eighth says that more follow. */
function encodeNumber(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return [...bytes, rest];
}

function readNumber(bytes: Buffer, at: number): { readonly value: number; readonly next: number } {
  let value = 0;
  for (let index = 0; index < 7; index += 1) {
    const byte = bytes[at + index] ?? 0;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { value, next: at + index + 1 };
  }
  throw foreign("a number in its index is too long");
}
