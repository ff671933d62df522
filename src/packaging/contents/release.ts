/** What every package of a release says about itself. */
import type { PackageCpu, SystemPackage } from "../system-package.ts";

export interface PackageOptions {
  readonly version: string;
  readonly cpu: PackageCpu;
  readonly maintainer: string;
  /** In seconds since 1970. */
  readonly mtime: number;
  readonly executable: Uint8Array;
  /** Whether only root may read it: a password is inside. */
  readonly isSecret: boolean;
}

export function releaseFields({ version, cpu, maintainer, mtime }: PackageOptions) {
  return {
    version,
    cpu,
    maintainer,
    mtime,
    license: "Apache-2.0",
    // Of the runtime, on both processors (test/release looks at every file).
    glibc: "2.17",
  } satisfies Partial<SystemPackage>;
}

/** Debian's file of rights (machine-readable, version 1.0). */
export function copyrightText(name: string): string {
  return [
    "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/",
    `Upstream-Name: ${name}`,
    "",
    "Files: *",
    "Copyright: the authors of fleet, and those of the libraries named in its bill of materials",
    "License: Apache-2.0",
    " On Debian systems the text is in /usr/share/common-licenses/Apache-2.0.",
    " The executable holds the Bun runtime (MIT; it contains JavaScriptCore, LGPL-2.1) and libraries under",
    " Apache-2.0, BSD-3-Clause, MIT, ISC and 0BSD; fleet.cdx.json of the release lists them.",
    "",
  ].join("\n");
}
