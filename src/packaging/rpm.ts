/** Packages of rpm (format 3 of its lead, rpm 4.14 and newer), payload cpio. Not signed: rpmsign does that. */
import { createHash } from "node:crypto";

import type { Compression } from "./compression.ts";
import { writeCpio } from "./cpio.ts";
import { type Entry, sizeOf, sortEntries } from "./entry.ts";
import { fileTags, sha256, sha256Algorithm } from "./rpm-files.ts";
import {
  type RpmTags,
  type RpmValue,
  immutableRegion,
  signatureRegion,
  writeRpmHeader,
} from "./rpm-header.ts";
import { int32, string, strings, translated } from "./rpm-values.ts";
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

const [less, equal, interpreter, before, ofRpm] = [1 << 1, 1 << 3, 1 << 8, 1 << 9, 1 << 24];
const fromRpm = ofRpm | less | equal;

function dependencyTags(
  { name, version, cpu, glibc, neededBefore }: SystemPackage,
  compressor: Compression["name"],
): [number, RpmValue][] {
  const requires = [
    ["/bin/sh", interpreter, ""],
    ...(neededBefore ? [[neededBefore.rpm, before, ""] as const] : []),
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
