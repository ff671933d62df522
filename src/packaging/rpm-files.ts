/** The files of an rpm, as its header lists them. */
import { createHash } from "node:crypto";

import { modeOf } from "./cpio.ts";
import type { Entry } from "./entry.ts";
import type { RpmValue } from "./rpm-header.ts";
import { int16, int32, strings } from "./rpm-values.ts";

/** As rpm numbers it. */
export const sha256Algorithm = 8;

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Kept beside an administrator's changed one as .rpmnew. */
const configurationFlags = (1 << 0) | (1 << 4);

export function fileTags(entries: readonly Entry[], mtime: number): [number, RpmValue][] {
  const folders = [...new Set(entries.map(({ path }) => folderOf(path)))];
  const each = <T>(pick: (entry: Entry, index: number) => T) => entries.map(pick);
  const sizeOfEntry = (entry: Entry) => (entry.kind === "file" ? entry.bytes.length : 4096);
  const flagsOf = (entry: Entry) =>
    entry.kind === "file" && entry.configuration ? configurationFlags : 0;
  return [
    [1028, int32(...each(sizeOfEntry))],
    [1030, int16(each(modeOf))],
    [1033, int16(each(() => 0))],
    [1034, int32(...each(() => mtime))],
    [1035, strings(each((entry) => (entry.kind === "file" ? sha256(entry.bytes) : "")))],
    [1036, strings(each(() => ""))],
    [1037, int32(...each(flagsOf))],
    [1039, strings(each(() => "root"))],
    [1040, strings(each(({ group }) => group ?? "root"))],
    [1045, int32(...each(() => 0xffffffff))],
    [1095, int32(...each(() => 1))],
    [1096, int32(...each((_, index) => index + 1))],
    [1097, strings(each(() => ""))],
    [1116, int32(...each(({ path }) => folders.indexOf(folderOf(path))))],
    [1117, strings(each(({ path }) => path.slice(path.lastIndexOf("/") + 1)))],
    [1118, strings(folders)],
    [5011, int32(sha256Algorithm)],
  ];
}

/** With both slashes: "/usr/bin/". */
function folderOf(path: string): string {
  return `/${path.slice(0, path.lastIndexOf("/") + 1)}`;
}
