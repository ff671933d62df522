/** What is to be packaged for a Linux system, before it is a deb or an rpm. */
import type { Entry } from "./entry.ts";

export type PackageCpu = "x64" | "arm64";

/** Shell scripts by the name that dpkg or rpm has for their moment. */
export interface MaintainerScripts {
  readonly deb: Readonly<Partial<Record<"preinst" | "postinst" | "prerm" | "postrm", string>>>;
  readonly rpm: Readonly<Partial<Record<"pre" | "post" | "preun" | "postun", string>>>;
}

export interface SystemPackage {
  readonly name: string;
  /** Digits, letters, ".", "+" and "~": what dpkg and rpm both allow. */
  readonly version: string;
  readonly cpu: PackageCpu;
  readonly summary: string;
  /** Lines of it. */
  readonly description: readonly string[];
  /** "Name <address>". */
  readonly maintainer: string;
  readonly license: string;
  /** The oldest glibc that it runs with, "2.17". */
  readonly glibc: string;
  readonly entries: readonly Entry[];
  readonly scripts: MaintainerScripts;
  /** What the script before unpacking calls: a package of Debian's, and a path, which rpm finds on every distribution. */
  readonly neededBefore?: { readonly deb: string; readonly rpm: string };
  /** Of everything in it, in seconds since 1970. */
  readonly mtime: number;
}
