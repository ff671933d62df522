/**
 * The code signature of macOS, without an author: a CodeDirectory with the SHA-256 of every page, in the form in which
 * linkers write it (<xnu/osfmk/kern/cs_blobs.h>). Numbers in it are big-endian.
 */
import { brokenExecutable } from "./kind.ts";

const superBlobMagic = 0xfade0cc0;
const directoryMagic = 0xfade0c02;
const superBlobBytes = 20;
const directoryBytes = 88;
/** With execSegBase and what follows. */
const directoryVersion = 0x20400;
/** Ad hoc, and made by a linker: codesign replaces it without being forced to. */
const adHocFlag = 0x2;
const linkerSignedFlag = 0x20000;
const mainBinary = 1n;
const hashBytes = 32;
const sha256Type = 2;
const pageShift = 12;
const pageBytes = 1 << pageShift;
const alignment = 16;
const identifier = Buffer.from("fleet\0");

/** @param contentBytes how much of the file comes before the signature. */
export function signatureBytes(contentBytes: number): number {
  const bytes = superBlobBytes + directorySize(pageCount(contentBytes));
  return Math.ceil(bytes / alignment) * alignment;
}

/**
 * @param content everything before the signature, with the header as it will be.
 * @param text the segment __TEXT.
 */
export function adHocSignature(
  content: Buffer,
  text: { readonly fileOffset: number; readonly fileBytes: number },
): Buffer {
  const signature = Buffer.alloc(signatureBytes(content.length));
  const pages = pageCount(content.length);
  const size = directorySize(pages);
  writeWords(signature, 0, [superBlobMagic, superBlobBytes + size, 1, 0, superBlobBytes]);
  const directory = signature.subarray(superBlobBytes, superBlobBytes + size);
  writeWords(directory, 0, [
    ...[directoryMagic, size, directoryVersion, adHocFlag | linkerSignedFlag],
    ...[directoryBytes + identifier.length, directoryBytes, 0, pages, content.length],
  ]);
  directory.set([hashBytes, sha256Type, 0, pageShift], 36);
  directory.writeBigUInt64BE(BigInt(text.fileOffset), 64);
  directory.writeBigUInt64BE(BigInt(text.fileBytes), 72);
  directory.writeBigUInt64BE(mainBinary, 80);
  identifier.copy(directory, directoryBytes);
  const hashesAt = directoryBytes + identifier.length;
  for (let page = 0; page < pages; page += 1) {
    hashPage(content, page, pageBytes).copy(directory, hashesAt + page * hashBytes);
  }
  return signature;
}

export function isAdHoc(signature: Buffer): boolean {
  return (findDirectory(signature).readUInt32BE(12) & adHocFlag) !== 0;
}

/** What of the content is not as the signature says; undefined: every page is. */
export function findPageFault(content: Buffer, signature: Buffer): string | undefined {
  const directory = findDirectory(signature);
  const limit = directory.readUInt32BE(32);
  const [width, type, , shift = 0] = directory.subarray(36, 40);
  if (width !== hashBytes || type !== sha256Type || shift < pageShift || shift > 16) {
    return "its signature has hashes of an unknown kind";
  }
  const pages = Math.ceil(limit / (1 << shift));
  if (limit !== content.length || directory.readUInt32BE(28) !== pages)
    return "its signature does not cover all of it";
  const hashesAt = directory.readUInt32BE(16);
  const wrong = Array.from({ length: pages }, (_, page) => page).filter((page) => {
    const at = hashesAt + page * hashBytes;
    return !hashPage(content, page, 1 << shift).equals(directory.subarray(at, at + hashBytes));
  });
  if (wrong.length === 0) return undefined;
  return `${wrong.length} of ${pages} pages are not as signed, the first at ${(wrong[0] ?? 0) << shift}`;
}

function findDirectory(signature: Buffer): Buffer {
  if (signature.readUInt32BE(0) !== superBlobMagic) throw brokenExecutable("its signature is none");
  const count = signature.readUInt32BE(8);
  for (let index = 0; index < Math.min(count, 64); index += 1) {
    const isDirectory = signature.readUInt32BE(12 + index * 8) === 0;
    const at = signature.readUInt32BE(16 + index * 8);
    if (isDirectory && signature.readUInt32BE(at) === directoryMagic) {
      return signature.subarray(at, at + signature.readUInt32BE(at + 4));
    }
  }
  throw brokenExecutable("its signature has no CodeDirectory");
}

function pageCount(contentBytes: number): number {
  return Math.ceil(contentBytes / pageBytes);
}

function directorySize(pages: number): number {
  return directoryBytes + identifier.length + pages * hashBytes;
}

function hashPage(content: Buffer, page: number, size: number): Buffer {
  const bytes = content.subarray(page * size, (page + 1) * size);
  return Buffer.from(new Bun.CryptoHasher("sha256").update(bytes).digest());
}

function writeWords(target: Buffer, at: number, words: readonly number[]): void {
  for (const [index, word] of words.entries()) target.writeUInt32BE(word >>> 0, at + index * 4);
}
