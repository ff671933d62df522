/** Zip files, deflated, with Unix modes; sizes below 4 GiB. */
import { crc32, deflateRawSync } from "node:zlib";

import { modeOf } from "./cpio.ts";
import type { Entry } from "./entry.ts";

/** Names are UTF-8. */
const utf8Flag = 1 << 11;
const deflated = 8;
/** Version 2.0 for folders and deflate; made on Unix, whose modes are then read. */
const versionNeeded = 20;
const madeBy = (3 << 8) | versionNeeded;

/** @param mtime of every entry, in seconds since 1970, written as UTC; earlier than 1980 is 1980. */
export function writeZip(entries: readonly Entry[], mtime: number): Buffer {
  const time = dosTime(mtime);
  const parts: Uint8Array[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const member = packMember(entry, time);
    parts.push(member.local, member.packed);
    directory.push(centralHeader(entry, member, offset));
    offset += member.local.length + member.packed.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([...parts, central, endRecord(entries.length, central.length, offset)]);
}

interface Member {
  readonly local: Buffer;
  readonly packed: Uint8Array;
  readonly name: Buffer;
  /** The part that both headers have. */
  readonly common: Buffer;
}

function packMember(entry: Entry, time: number): Member {
  const bytes = entry.kind === "file" ? entry.bytes : new Uint8Array();
  const packed = entry.kind === "file" ? deflateRawSync(bytes) : new Uint8Array();
  const name = Buffer.from(entry.kind === "folder" ? `${entry.path}/` : entry.path);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(versionNeeded, 0);
  common.writeUInt16LE(utf8Flag, 2);
  common.writeUInt16LE(entry.kind === "file" ? deflated : 0, 4);
  common.writeUInt32LE(time, 6);
  common.writeUInt32LE(crc32(bytes), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(bytes.length, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), common, name]);
  return { local, packed, name, common };
}

function centralHeader(entry: Entry, { name, common }: Member, offset: number): Buffer {
  const head = Buffer.alloc(6);
  head.write("PK\u0001\u0002", "latin1");
  head.writeUInt16LE(madeBy, 4);
  // Comment's length, disk, internal attributes, then the mode above the DOS attribute of a folder.
  const tail = Buffer.alloc(14);
  tail.writeUInt16LE(modeOf(entry), 8);
  tail.writeUInt16LE(entry.kind === "folder" ? 0x10 : 0, 6);
  tail.writeUInt32LE(offset, 10);
  return Buffer.concat([head, common, tail, name]);
}

function endRecord(count: number, bytes: number, offset: number): Buffer {
  const record = Buffer.alloc(22);
  record.write("PK\u0005\u0006", "latin1");
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(bytes, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}

/** Date and time in two 16-bit numbers, the time in the lower one; two seconds is its unit. */
function dosTime(mtime: number): number {
  const date = new Date(Math.max(mtime, 315532800) * 1000);
  const day =
    ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  const time =
    (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  return ((day << 16) | time) >>> 0;
}
