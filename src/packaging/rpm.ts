/** Packages of rpm (format 3 of its lead, rpm 4.14 and newer), payload cpio. Not signed: rpmsign does that. */
import { createHash } from "node:crypto";

import type { Compression } from "./compression.ts";
import { modeOf, writeCpio } from "./cpio.ts";
import { type Entry, sizeOf, sortEntries } from "./entry.ts";
import {
  type RpmTags,
  type RpmValue,
  immutableRegion,
  signatureRegion,
  writeRpmHeader,
} from "./rpm-header.ts";
import type { PackageCpu, SystemPackage } from "./system-package.ts";

/** rpm's names of processors, and their numbers in the lead. */
const cpus = {
  x64: { name: "x86_64", number: 1 },
  arm64: { name: "aarch64", number: 19 },
} as const satisfies Record<PackageCpu, { readonly name: string; readonly number: number }>;

const release = "1";

export async function writeRpm(
  described: SystemPackage,
  compression: Compression,
): Promise<Buffer> {
  const entries = sortEntries(described.entries);
  const archive = writeCpio(entries, described.mtime);
  const payload = await compression.compress(archive);
  const packed = { archive, payload, compressor: compression.name };
  const header = writeRpmHeader(immutableRegion, headerTags(described, entries, packed));
  const signature = writeRpmHeader(signatureRegion, signatureTags(header, payload, archive.length));
  const padding = Buffer.alloc((8 - (signature.length % 8)) % 8);
  return Buffer.concat([lead(described), signature, padding, header, payload]);
}

/** The name that rpmbuild gives. */
export function rpmFileName({ name, version, cpu }: SystemPackage): string {
  return `${name}-${version}-${release}.${cpus[cpu].name}.rpm`;
}

/** Long obsolete, and looked at for its magic and type. */
function lead({ name, version, cpu }: SystemPackage): Buffer {
  const bytes = Buffer.alloc(96);
  bytes.write("edabeedb0300", "hex");
  bytes.writeUInt16BE(cpus[cpu].number, 8);
  bytes.write(`${name}-${version}-${release}`.slice(0, 65), 10);
  bytes.writeUInt16BE(1, 76);
  bytes.writeUInt16BE(5, 78);
  return bytes;
}

const string = (value: string): RpmValue => ({ type: "string", values: [value] });
const strings = (values: readonly string[]): RpmValue => ({ type: "strings", values });
const translated = (value: string): RpmValue => ({ type: "translated", values: [value] });
const int16 = (values: readonly number[]): RpmValue => ({ type: "int16", values });
const int32 = (...values: readonly number[]): RpmValue => ({ type: "int32", values });
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const sha256Algorithm = 8;

function signatureTags(header: Buffer, payload: Uint8Array, archiveBytes: number): RpmTags {
  const md5 = createHash("md5").update(header).update(payload).digest();
  return new Map([
    [269, string(createHash("sha1").update(header).digest("hex"))],
    [273, string(sha256(header))],
    [1000, int32(header.length + payload.length)],
    [1004, { type: "bytes", bytes: md5 }],
    [1007, int32(archiveBytes)],
  ]);
}

interface PackedPayload {
  readonly archive: Buffer;
  /** The archive, compressed. */
  readonly payload: Uint8Array;
  readonly compressor: Compression["name"];
}

function headerTags(
  described: SystemPackage,
  entries: readonly Entry[],
  { archive, payload, compressor }: PackedPayload,
): RpmTags {
  return new Map([
    ...descriptionTags(described, sizeOf(entries)),
    ...dependencyTags(described, compressor),
    ...scriptTags(described),
    ...fileTags(entries, described.mtime),
    [1124, string("cpio")],
    [1125, string(compressor)],
    [1126, string("6")],
    [5092, strings([sha256(payload)])],
    [5093, int32(sha256Algorithm)],
    [5097, strings([sha256(archive)])],
  ]);
}

function descriptionTags(described: SystemPackage, bytes: number): [number, RpmValue][] {
  const { name, version, cpu } = described;
  return [
    [100, strings(["C"])],
    [1000, string(name)],
    [1001, string(version)],
    [1002, string(release)],
    [1004, translated(described.summary)],
    [1005, translated(described.description.join("\n"))],
    [1006, int32(described.mtime)],
    // The same package wherever it is made.
    [1007, string("localhost")],
    [1009, int32(bytes)],
    [1014, string(described.license)],
    [1015, string(described.maintainer)],
    [1016, translated("System Environment/Daemons")],
    [1021, string("linux")],
    [1022, string(cpus[cpu].name)],
    // What has none counts as a source package.
    [1044, string(`${name}-${version}-${release}.src.rpm`)],
    [1064, string("4.14.0")],
    [5062, string("utf-8")],
  ];
}

const [less, equal, interpreter, ofRpm] = [1 << 1, 1 << 3, 1 << 8, 1 << 24];
const fromRpm = ofRpm | less | equal;

function dependencyTags(
  { name, version, cpu, glibc }: SystemPackage,
  compressor: Compression["name"],
): [number, RpmValue][] {
  const requires = [
    ["/bin/sh", interpreter, ""],
    [`libc.so.6(GLIBC_${glibc})(64bit)`, 0, ""],
    ["rpmlib(CompressedFileNames)", fromRpm, "3.0.4-1"],
    ["rpmlib(FileDigests)", fromRpm, "4.6.0-1"],
    ["rpmlib(PayloadFilesHavePrefix)", fromRpm, "4.0-1"],
    ...(compressor === "xz" ? [["rpmlib(PayloadIsXz)", fromRpm, "5.2-1"] as const] : []),
  ] as const;
  const provided = `${version}-${release}`;
  const isa = { x64: "x86-64", arm64: "aarch-64" }[cpu];
  return [
    [1047, strings([name, `${name}(${isa})`])],
    [1112, int32(equal, equal)],
    [1113, strings([provided, provided])],
    [1049, strings(requires.map(([what]) => what))],
    [1048, int32(...requires.map(([, flags]) => flags))],
    [1050, strings(requires.map(([, , least]) => least))],
  ];
}

const scriptTagNumbers = {
  pre: [1023, 1085],
  post: [1024, 1086],
  preun: [1025, 1087],
  postun: [1026, 1088],
} as const;

function scriptTags({ scripts }: SystemPackage): [number, RpmValue][] {
  return (["pre", "post", "preun", "postun"] as const).flatMap((moment) => {
    const script = scripts.rpm[moment];
    const [text, program] = scriptTagNumbers[moment];
    if (script === undefined) return [];
    return [
      [text, string(script)],
      [program, string("/bin/sh")],
    ] satisfies [number, RpmValue][];
  });
}

/** Kept beside an administrator's changed one as .rpmnew. */
const configurationFlags = (1 << 0) | (1 << 4);

function fileTags(entries: readonly Entry[], mtime: number): [number, RpmValue][] {
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
