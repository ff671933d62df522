/** What is to be packaged, from the flags of `fleet package`: checked before anything long begins. */
import { decodeContent, embeddedConfig } from "../config/block/content.ts";
import { readExecutableBlock } from "../config/block/executable-block.ts";
import type { ClientConfig } from "../config/schemas/client.ts";
import { FleetError } from "../core/errors.ts";
import { identifyExecutable } from "../platform/executable/executable.ts";
import { type ExecutableKind, describeKind } from "../platform/executable/kind.ts";
import { type Origin, findOrigin } from "../platform/executable/origin.ts";
import { readExecutable } from "./read-executable.ts";
import { type RepackSources, repackExecutable } from "./repack-executable.ts";

export type PackageFormat = "deb" | "rpm" | "zip" | "pkg" | "oci";
export type PackageRole = "client" | "server";

/** As the flags are called. */
export interface PackageSources extends RepackSources {
  readonly format: PackageFormat;
  readonly role: PackageRole;
  readonly package_version?: string;
  readonly maintainer?: string;
  readonly sysroot?: string;
}

export interface PackageSubject {
  readonly role: PackageRole;
  readonly executable: Buffer;
  readonly kind: ExecutableKind;
  /** "linux arm64" */
  readonly platform: string;
  /** What the client carries; undefined for a server. */
  readonly config: ClientConfig | undefined;
  readonly version: string;
  readonly maintainer: string;
  /** In seconds since 1970: when the release was made. */
  readonly mtime: number;
  readonly sysroot: string;
  /** Whether a password is inside. */
  readonly isSecret: boolean;
  readonly notes: readonly string[];
}

const systems = {
  deb: "linux",
  rpm: "linux",
  oci: "linux",
  zip: "windows",
  pkg: "darwin",
} as const;
const defaultMaintainer = "the administrators of this installation <root@localhost>";
/** Where the time of a release is not known: the first one that zip files can say. */
const noTime = Date.UTC(1980, 0, 1) / 1000;

export function choosePackageSubject(
  options: PackageSources,
  stateDirectory: string | undefined,
): PackageSubject {
  checkFlags(options);
  const chosen =
    options.role === "server"
      ? serverExecutable(options.from)
      : clientExecutable(options, stateDirectory);
  const kind = identifyExecutable(chosen.executable);
  checkKind(options.format, kind);
  const origin = findOrigin(chosen.executable);
  return {
    role: options.role,
    kind,
    platform: describeKind(kind),
    version: checkVersion(options.package_version ?? origin?.version),
    maintainer: checkMaintainer(options.maintainer ?? defaultMaintainer),
    mtime: timeOf(origin),
    sysroot: options.sysroot ?? "/",
    isSecret: hasPassword(chosen.config),
    ...chosen,
  };
}

interface Chosen {
  readonly executable: Buffer;
  readonly config: ClientConfig | undefined;
  readonly notes: readonly string[];
}

function serverExecutable(from = process.execPath): Chosen {
  const executable = readExecutable(from);
  identifyExecutable(executable);
  if (readExecutableBlock(executable) === undefined) {
    return { executable, config: undefined, notes: [] };
  }
  throw new FleetError("refused", `"${from}" is the client of one installation, and no server`, {
    hint: "Name a file of a release with --from.",
  });
}

/** What was repacked already is taken as it is, unless the flags say what it is to carry. */
function clientExecutable(options: PackageSources, stateDirectory: string | undefined): Chosen {
  if (embeddingFlags(options).length === 0) {
    const executable = readExecutable(options.from ?? process.execPath);
    identifyExecutable(executable);
    const block = readExecutableBlock(executable);
    if (block) return { executable, config: embeddedConfig(block), notes: [] };
  }
  const { executable, content, notes } = repackExecutable(options, stateDirectory);
  return { executable, config: embeddedConfig(decodeContent(content)), notes };
}

/** Those that say what a client carries. */
function embeddingFlags({
  format: _format,
  role: _role,
  from: _from,
  package_version: _version,
  maintainer: _maintainer,
  sysroot: _sysroot,
  ...rest
}: PackageSources): string[] {
  const others = new Set(["output", "compression", "json"]);
  return Object.keys(rest).filter((name) => !others.has(name));
}

function checkFlags(options: PackageSources): void {
  const { format, role, sysroot } = options;
  const isServerFormat = format === "deb" || format === "rpm" || format === "oci";
  if (role === "server" && !isServerFormat) {
    throw new FleetError("invalid_argument", `there is no ${format} of a server`, {
      hint: "A server's package is a deb, an rpm or an oci image.",
    });
  }
  if (role === "client" && format === "oci") {
    throw new FleetError("invalid_argument", "there is no image of a client", {
      hint: "A client belongs to the machine itself; --role server makes the image of a server.",
    });
  }
  const [embedding] = embeddingFlags(options);
  if (role === "server" && embedding !== undefined) {
    throw new FleetError(
      "invalid_argument",
      `--${embedding} is for clients: a server embeds nothing`,
    );
  }
  if (sysroot !== undefined && format !== "oci") {
    throw new FleetError("invalid_argument", `--sysroot is for images, and no part of a ${format}`);
  }
}

function checkKind(format: PackageFormat, kind: ExecutableKind): void {
  if (kind.os !== systems[format]) {
    throw new FleetError(
      "invalid_argument",
      `a ${format} is for ${systems[format]}, and the executable for ${describeKind(kind)}`,
      { hint: "Name a file for that system with --from." },
    );
  }
  if (kind.libc !== "musl") return;
  throw new FleetError(
    "invalid_argument",
    `the executable is for musl, and a ${format} for systems with glibc`,
    { hint: "On systems with musl put the file there itself and run `install` of it." },
  );
}

/** @param version undefined: the executable does not say. */
function checkVersion(version: string | undefined): string {
  if (version === undefined) {
    throw new FleetError("invalid_argument", "the executable does not say which version it is", {
      hint: "Say it with --package_version.",
    });
  }
  if (/^\d[A-Za-z0-9.+~]{0,63}$/.test(version)) return version;
  throw new FleetError("invalid_argument", `"${version}" is no version of a package`, {
    hint: "It begins with a digit and has only letters, digits, '.', '+' and '~': 1.2.3+4",
  });
}

function checkMaintainer(text: string): string {
  if (/^[^<>\p{Cc}]+ <[^<>\s\p{Cc}]+>$/u.test(text)) return text;
  throw new FleetError("invalid_argument", `"${text}" does not name a maintainer`, {
    hint: "Such as: Ada Lovelace <ada@example.com>",
  });
}

function timeOf(origin: Origin | undefined): number {
  const milliseconds = Date.parse(origin?.builtAt ?? "");
  return Number.isNaN(milliseconds) ? noTime : Math.floor(milliseconds / 1000);
}

function hasPassword(config: ClientConfig | undefined): boolean {
  return config?.proxy !== undefined && new URL(config.proxy).password !== "";
}
