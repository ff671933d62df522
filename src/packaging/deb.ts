/** Debian packages, as deb(5) has them. */
import { createHash } from "node:crypto";

import { writeAr } from "./ar.ts";
import type { Compression } from "./compression.ts";
import { type Entry, sizeOf, withParents } from "./entry.ts";
import type { PackageCpu, SystemPackage } from "./system-package.ts";
import { writeTar } from "./tar.ts";

/** Debian's names of processors. */
export const debCpus = { x64: "amd64", arm64: "arm64" } as const satisfies Record<
  PackageCpu,
  string
>;

export async function writeDeb(
  described: SystemPackage,
  { compress, suffix }: Compression,
): Promise<Buffer> {
  const { mtime } = described;
  const content = withParents(described.entries);
  const control = withParents(controlFiles(described, content));
  const controlTar = writeTar(control, { mtime, prefix: "./" });
  const dataTar = writeTar(content, { mtime, prefix: "./" });
  const members = [
    { name: "debian-binary", bytes: Buffer.from("2.0\n") },
    { name: `control.tar.${suffix}`, bytes: await compress(controlTar) },
    { name: `data.tar.${suffix}`, bytes: await compress(dataTar) },
  ];
  return writeAr(members, mtime);
}

/** The name that dpkg-deb gives. */
export function debFileName({ name, version, cpu }: SystemPackage): string {
  return `${name}_${version}_${debCpus[cpu]}.deb`;
}

function controlFiles(described: SystemPackage, content: readonly Entry[]): Entry[] {
  const { scripts } = described;
  const configuration = content.filter((entry) => entry.kind === "file" && entry.configuration);
  return [
    text("control", controlText(described, content)),
    text("md5sums", md5Sums(content)),
    ...(configuration.length > 0
      ? [text("conffiles", configuration.map(({ path }) => `/${path}\n`).join(""))]
      : []),
    ...Object.entries(scripts.deb).map(([name, script]) => text(name, script, 0o755)),
  ];
}

function text(path: string, content: string, mode = 0o644): Entry {
  return { kind: "file", path, mode, bytes: Buffer.from(content) };
}

function controlText(described: SystemPackage, content: readonly Entry[]): string {
  const { name, version, cpu, maintainer, summary, description } = described;
  const fields = [
    ["Package", name],
    ["Version", version],
    ["Architecture", debCpus[cpu]],
    ["Maintainer", maintainer],
    ["Installed-Size", String(installedKib(content))],
    // The oldest C library that the runtime asks for (README, "Rolling out").
    ["Depends", `libc6 (>= ${described.glibc})`],
    ...(described.neededBefore ? [["Pre-Depends", described.neededBefore.deb] as const] : []),
    ["Section", "admin"],
    ["Priority", "optional"],
    ["Description", [summary, ...description.map((line) => ` ${line}`)].join("\n")],
  ];
  return `${fields.map(([key, value]) => `${key}: ${value}`).join("\n")}\n`;
}

/** As Debian's policy counts: each file in whole KiB, each folder as one. */
function installedKib(content: readonly Entry[]): number {
  return content.reduce(
    (sum, entry) => sum + (entry.kind === "file" ? Math.ceil(sizeOf([entry]) / 1024) : 1),
    0,
  );
}

function md5Sums(content: readonly Entry[]): string {
  const lines = content.flatMap((entry) =>
    entry.kind === "file" && !entry.configuration
      ? [`${createHash("md5").update(entry.bytes).digest("hex")}  ${entry.path}\n`]
      : [],
  );
  return lines.join("");
}
