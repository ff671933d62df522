/** A package with one of each, and readers that follow the formats' descriptions, apart from the writers. */
import type { Entry } from "../../../src/packaging/entry.ts";
import type { SystemPackage } from "../../../src/packaging/system-package.ts";

export const sample: SystemPackage = {
  name: "fleet-sample",
  version: "1.2.3+4",
  cpu: "arm64",
  summary: "A sample",
  description: ["First line.", "Second line."],
  maintainer: "A <a@example.com>",
  license: "Apache-2.0",
  glibc: "2.17",
  mtime: 1_700_000_000,
  entries: [
    { kind: "file", path: "usr/bin/sample", mode: 0o755, bytes: Buffer.from("program") },
    { kind: "folder", path: "etc/sample", mode: 0o750, group: "fleet" },
    {
      kind: "file",
      path: "etc/sample/settings",
      mode: 0o640,
      bytes: Buffer.from("a = 1\n"),
      configuration: true,
    },
  ],
  scripts: { deb: { postinst: "#!/bin/sh\nexit 0\n" }, rpm: { post: "#!/bin/sh\nexit 0\n" } },
};

export function file(path: string, content: string | Uint8Array, mode = 0o644): Entry {
  return { kind: "file", path, mode, bytes: Buffer.from(content) };
}

export interface TarMember {
  readonly name: string;
  readonly mode: number;
  readonly mtime: number;
  readonly type: string;
  readonly user: string;
  readonly group: string;
  readonly content: string;
}

/** @throws when a checksum or the end is wrong. */
export function readTar(tar: Buffer): TarMember[] {
  const members: TarMember[] = [];
  let at = 0;
  while (tar[at] !== 0) {
    const head = tar.subarray(at, at + 512);
    const text = (from: number, length: number) =>
      head
        .toString("latin1", from, from + length)
        .split("\0", 1)
        .join("");
    const octal = (from: number, length: number) => Number.parseInt(text(from, length), 8);
    const sum = head.reduce((total, byte, index) => total + (isSum(index) ? 32 : byte), 0);
    if (sum !== octal(148, 8)) throw new Error(`the checksum of ${text(0, 100)} is wrong`);
    if (text(257, 6) !== "ustar") throw new Error("that is no ustar");
    const [folder, size] = [text(345, 155), octal(124, 12)];
    members.push({
      name: folder === "" ? text(0, 100) : `${folder}/${text(0, 100)}`,
      mode: octal(100, 8),
      mtime: octal(136, 12),
      type: text(156, 1),
      user: text(265, 32),
      group: text(297, 32),
      content: tar.toString("latin1", at + 512, at + 512 + size),
    });
    at += 512 * (1 + Math.ceil(size / 512));
  }
  if (tar.length !== at + 1024 || tar.subarray(at).some((byte) => byte !== 0)) {
    throw new Error("the end is wrong");
  }
  return members;
}

const isSum = (index: number) => index >= 148 && index < 156;

/** The members of an ar archive by name. */
export function readAr(ar: Buffer): Map<string, Buffer> {
  if (ar.toString("latin1", 0, 8) !== "!<arch>\n") throw new Error("that is no ar archive");
  const members = new Map<string, Buffer>();
  for (let at = 8; at < ar.length;) {
    const head = ar.toString("latin1", at, at + 60);
    if (!head.endsWith("`\n")) throw new Error(`there is no member at ${at}`);
    const size = Number(head.slice(48, 58));
    members.set(head.slice(0, 16).trimEnd(), ar.subarray(at + 60, at + 60 + size));
    at += 60 + size + (size % 2);
  }
  return members;
}

export interface RpmHeader {
  readonly tags: Map<
    number,
    { readonly type: number; readonly bytes: Buffer; readonly count: number }
  >;
  /** Where it ends. */
  readonly end: number;
}

/** One header of an rpm; a tag's bytes reach from its offset to the end of the store. */
export function readRpmHeader(rpm: Buffer, at: number): RpmHeader {
  if (rpm.toString("hex", at, at + 8) !== "8eade80100000000") throw new Error("no header here");
  const count = rpm.readUInt32BE(at + 8);
  const store = at + 16 + 16 * count;
  const end = store + rpm.readUInt32BE(at + 12);
  const tags = new Map(
    Array.from({ length: count }, (_, index) => {
      const [tag = 0, type = 0, offset = 0, values = 0] = [0, 4, 8, 12].map((field) =>
        rpm.readUInt32BE(at + 16 + 16 * index + field),
      );
      return [tag, { type, count: values, bytes: rpm.subarray(store + offset, end) }] as const;
    }),
  );
  return { tags, end };
}

export function rpmStrings(header: RpmHeader, tag: number): string[] {
  const found = header.tags.get(tag);
  if (!found) throw new Error(`there is no tag ${tag}`);
  return found.bytes.toString("utf8").split("\0").slice(0, found.count);
}
