/** Archives in cpio's "newc" form, which is the payload of an rpm. */
import type { Entry } from "./entry.ts";

const folderType = 0o040000;
const fileType = 0o100000;

/** The type of a file and its permissions, as stat(2) has them. */
export function modeOf(entry: Entry): number {
  return (entry.kind === "folder" ? folderType : fileType) | entry.mode;
}

/** Paths begin with "./"; inode numbers count from 1, in the order given. @param mtime in seconds since 1970. */
export function writeCpio(entries: readonly Entry[], mtime: number): Buffer {
  const members = entries.flatMap((entry, index) => member(entry, index + 1, mtime));
  return Buffer.concat([...members, ...record("TRAILER!!!", [], new Uint8Array())]);
}

function member(entry: Entry, inode: number, mtime: number): Uint8Array[] {
  const bytes = entry.kind === "file" ? entry.bytes : new Uint8Array();
  const links = entry.kind === "folder" ? 2 : 1;
  return record(`./${entry.path}`, [inode, modeOf(entry), 0, 0, links, mtime], bytes);
}

/** @param first inode, mode, owner, group, links, time; zeros when left out. */
function record(name: string, first: readonly number[], bytes: Uint8Array): Uint8Array[] {
  const nameBytes = Buffer.from(`${name}\0`);
  const fields = [...Array.from({ length: 6 }, (_, index) => first[index] ?? 0)];
  if (first.length === 0) fields[4] = 1;
  // File size, device of the file, device it stands for, name's size, checksum.
  fields.push(bytes.length, 0, 0, 0, 0, nameBytes.length, 0);
  const head = `070701${fields.map((field) => field.toString(16).padStart(8, "0")).join("")}`;
  const headBytes = Buffer.from(head, "latin1");
  return [headBytes, nameBytes, pad(headBytes.length + nameBytes.length), bytes, pad(bytes.length)];
}

function pad(length: number): Uint8Array {
  return new Uint8Array((4 - (length % 4)) % 4);
}
