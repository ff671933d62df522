/** Archives in ustar (POSIX.1-1988), the form of tar that every reader knows. */
import { FleetError } from "../core/errors.ts";
import type { Entry } from "./entry.ts";

export interface TarOptions {
  /** Of every entry, in seconds since 1970. */
  readonly mtime: number;
  /** What paths begin with: "./" in a deb, nothing elsewhere. */
  readonly prefix?: "./";
}

const blockBytes = 512;
const maxName = 100;
const maxPrefix = 155;

/** @throws invalid_argument for a path that ustar cannot hold. */
export function writeTar(entries: readonly Entry[], options: TarOptions): Buffer {
  const parts = entries.flatMap((entry) => {
    const bytes = entry.kind === "file" ? entry.bytes : new Uint8Array();
    return [header(entry, bytes.length, options), bytes, padding(bytes.length)];
  });
  return Buffer.concat([...parts, Buffer.alloc(2 * blockBytes)]);
}

function padding(length: number): Buffer {
  return Buffer.alloc((blockBytes - (length % blockBytes)) % blockBytes);
}

function header(entry: Entry, size: number, { mtime, prefix }: TarOptions): Buffer {
  const block = Buffer.alloc(blockBytes);
  const path = `${prefix ?? ""}${entry.path}${entry.kind === "folder" ? "/" : ""}`;
  const { name, folder } = splitPath(path);
  block.write(name, 0);
  writeOctal(block, 100, 8, entry.mode);
  // Owner and group go by name where the reader knows it; else by number.
  writeOctal(block, 108, 8, entry.ownerId ?? 0);
  writeOctal(block, 116, 8, entry.ownerId ?? 0);
  writeOctal(block, 124, 12, size);
  writeOctal(block, 136, 12, mtime);
  block.write("        ", 148);
  block.write(entry.kind === "folder" ? "5" : "0", 156);
  block.write("ustar\u000000", 257, "latin1");
  if (entry.ownerId === undefined) {
    block.write("root", 265);
    block.write(entry.group ?? "root", 297);
  }
  block.write(folder, 345);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return block;
}

function writeOctal(block: Buffer, at: number, width: number, value: number): void {
  const digits = value.toString(8).padStart(width - 1, "0");
  if (digits.length >= width) {
    throw new FleetError("invalid_argument", `${value} is too large for an archive`, {
      hint: "ustar holds files of up to 8 GiB.",
    });
  }
  block.write(digits, at);
}

/** In two fields, divided at a slash. */
function splitPath(path: string): { readonly name: string; readonly folder: string } {
  const bytes = Buffer.byteLength(path);
  if (bytes <= maxName) return { name: path, folder: "" };
  for (let at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1)) {
    const [folder, name] = [path.slice(0, at), path.slice(at + 1)];
    if (name === "" || Buffer.byteLength(name) > maxName) continue;
    if (Buffer.byteLength(folder) <= maxPrefix) return { name, folder };
  }
  throw new FleetError("invalid_argument", `the path "${path}" is too long for an archive`, {
    hint: "A name may have 100 bytes, what leads to it 155.",
  });
}
