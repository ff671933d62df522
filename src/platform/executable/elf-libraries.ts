/** What a program of ELF has to have beside it to be started: its loader, and libraries by name. */
import { brokenExecutable } from "./kind.ts";

export interface NeededLibraries {
  /** "/lib64/ld-linux-x86-64.so.2"; undefined for a library. */
  readonly interpreter: string | undefined;
  /** "libc.so.6" */
  readonly names: readonly string[];
}

interface Segment {
  readonly type: number;
  readonly offset: number;
  readonly address: number;
  readonly bytes: number;
}

const [loadType, dynamicType, interpreterType] = [1, 2, 3];
/** Tags of the dynamic section. */
const [endTag, neededTag, stringsTag] = [0, 1, 5];

/** @throws invalid_data for what is no 64-bit ELF, or not whole. */
export function neededLibraries(bytes: Buffer): NeededLibraries {
  try {
    return readNeeded(bytes);
  } catch (thrown) {
    if (thrown instanceof RangeError) throw brokenExecutable("it is no whole ELF file");
    throw thrown;
  }
}

function readNeeded(bytes: Buffer): NeededLibraries {
  const segments = readSegments(bytes);
  const interpreter = segments.find(({ type }) => type === interpreterType);
  const dynamic = segments.find(({ type }) => type === dynamicType);
  const tags = dynamic === undefined ? [] : readDynamic(bytes, dynamic);
  const strings = tags.find(({ tag }) => tag === stringsTag)?.value;
  const names = strings === undefined ? 0 : offsetOf(segments, strings);
  return {
    interpreter: interpreter && textAt(bytes, interpreter.offset),
    names: tags
      .filter(({ tag }) => tag === neededTag)
      .map(({ value }) => textAt(bytes, names + value)),
  };
}

function readSegments(bytes: Buffer): Segment[] {
  if (bytes.toString("latin1", 0, 5) !== "\u007fELF\u0002") throw new RangeError("no ELF");
  const start = readWord(bytes, 32);
  return Array.from({ length: bytes.readUInt16LE(56) }, (_, index) => {
    const at = start + index * bytes.readUInt16LE(54);
    return {
      type: bytes.readUInt32LE(at),
      offset: readWord(bytes, at + 8),
      address: readWord(bytes, at + 16),
      bytes: readWord(bytes, at + 32),
    };
  });
}

function readDynamic(bytes: Buffer, { offset, bytes: length }: Segment) {
  const tags: { tag: number; value: number }[] = [];
  for (let at = offset; at < offset + length; at += 16) {
    const tag = readWord(bytes, at);
    if (tag === endTag) break;
    // Other tags use all 64 bits.
    tags.push({ tag, value: readWord(bytes, at + 8) });
  }
  return tags;
}

function offsetOf(segments: readonly Segment[], address: number): number {
  const within = segments.find(
    (segment) =>
      segment.type === loadType &&
      address >= segment.address &&
      address < segment.address + segment.bytes,
  );
  if (!within) throw new RangeError("an address is in no segment");
  return within.offset + address - within.address;
}

function textAt(bytes: Buffer, at: number): string {
  const end = bytes.indexOf(0, at);
  if (end < 0 || end - at > 4096) throw new RangeError("a text has no end");
  return bytes.toString("latin1", at, end);
}

function readWord(bytes: Buffer, at: number): number {
  return Number(bytes.readBigUInt64LE(at));
}
