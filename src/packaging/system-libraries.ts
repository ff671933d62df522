/** The C library of a system, as entries of an image: the files that an executable needs, where its loader looks for them. */
import { lstatSync, readFileSync, readlinkSync } from "node:fs";
import { posix } from "node:path";

import { FleetError } from "../core/errors.ts";
import { neededLibraries } from "../platform/executable/elf-libraries.ts";
import type { Entry } from "./entry.ts";
import type { PackageCpu } from "./system-package.ts";

const folders: Readonly<Record<PackageCpu, readonly string[]>> = {
  x64: ["/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib64", "/usr/lib64"],
  arm64: ["/lib/aarch64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/lib64", "/usr/lib64"],
};
/** Where ELF says for which processor a file is; the second byte is 0 for both. */
const machineAt = 18;
const machines = { x64: 0x3e, arm64: 0xb7 } as const satisfies Record<PackageCpu, number>;
const maxLinks = 20;

/**
 * @param sysroot the folder of a system for that processor: "/" or where one was unpacked.
 * @throws configuration when something is not there.
 */
export function systemLibraries(executable: Buffer, cpu: PackageCpu, sysroot: string): Entry[] {
  const found = new Map<string, Entry>();
  const queue = [executable];
  for (let bytes = queue.shift(); bytes; bytes = queue.shift()) {
    const { interpreter, names } = neededLibraries(bytes);
    const wanted = [
      ...(interpreter === undefined ? [] : [[interpreter]]),
      ...names.map((name) => [...folders[cpu], "/lib", "/usr/lib"].map((at) => `${at}/${name}`)),
    ];
    for (const candidates of wanted) {
      const name = posix.basename(candidates[0] ?? "");
      if (found.has(name)) continue;
      const library = findLibrary(candidates, cpu, sysroot);
      found.set(name, library.entry);
      queue.push(library.bytes);
    }
  }
  return [...found.values()];
}

function findLibrary(candidates: readonly string[], cpu: PackageCpu, sysroot: string) {
  for (const path of candidates) {
    const bytes = readIn(sysroot, path);
    if (bytes?.[machineAt] !== machines[cpu]) continue;
    const entry: Entry = { kind: "file", path: path.slice(1), mode: 0o755, ownerId: 0, bytes };
    return { entry, bytes };
  }
  throw new FleetError(
    "configuration",
    `the library "${posix.basename(candidates[0] ?? "")}" for ${cpu} is not in "${sysroot}"`,
    { hint: "--sysroot names the root folder of a Linux system for that processor, with glibc." },
  );
}

/** Links are followed as they would be inside: an absolute one begins at the root. */
function readIn(sysroot: string, path: string): Buffer | undefined {
  let current = path;
  for (let links = 0; links < maxLinks; links += 1) {
    const target = firstLink(sysroot, current);
    if (target === undefined) return undefined;
    if (target === current) return readFileSync(posix.join(sysroot, current));
    current = target;
  }
  return undefined;
}

/** @returns the path with its first link resolved; the same when there is none; undefined when nothing is there. */
function firstLink(sysroot: string, path: string): string | undefined {
  const parts = path.split("/").filter((part) => part !== "");
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const here = `/${parts.slice(0, depth).join("/")}`;
    const stat = lstatSync(posix.join(sysroot, here), { throwIfNoEntry: false });
    if (!stat) return undefined;
    if (!stat.isSymbolicLink()) continue;
    const target = readlinkSync(posix.join(sysroot, here));
    return posix.join(posix.resolve(posix.dirname(here), target), ...parts.slice(depth));
  }
  return path;
}
