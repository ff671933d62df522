/** What an executable file is for, and the error for one that is none, or not whole. */
import { FleetError } from "../../core/errors.ts";

export type TargetOs = "linux" | "windows" | "darwin";
export type TargetCpu = "x64" | "arm64";

export interface ExecutableKind {
  readonly format: "ELF" | "PE" | "Mach-O";
  readonly os: TargetOs;
  readonly cpu: TargetCpu;
  /** Which C library it needs; Linux only. */
  readonly libc?: "glibc" | "musl";
}

/** Who vouches for the file: nobody; only itself, by the hashes that macOS asks for; or somebody with a certificate. */
export type SignatureState = "none" | "ad hoc" | "certificate";

/** A format that fleet comes in. Every function throws RangeError or FleetError for a file that is not whole. */
export interface ExecutableFormat {
  /** Whether the file begins like one. */
  matches(bytes: Buffer): boolean;
  kind(bytes: Buffer): ExecutableKind;
  /** How many bytes the file has at least, by its own tables. */
  wholeBytes(bytes: Buffer): number;
  signature(bytes: Buffer): SignatureState;
  /** What is wrong with checksum or hashes; undefined: nothing. */
  sealFault(bytes: Buffer): string | undefined;
  /** The file with its checksum or hashes made anew after a change, and without anybody's signature. May change `bytes`. */
  seal(bytes: Buffer): Buffer;
}

/** "linux arm64 (musl)" */
export function describeKind({ os, cpu, libc }: ExecutableKind): string {
  return libc === "musl" ? `${os} ${cpu} (musl)` : `${os} ${cpu}`;
}

/** A file that claims to be an executable and is none that can be used. */
export function brokenExecutable(why: string): FleetError {
  return new FleetError("invalid_data", `this executable cannot be used: ${why}`, {
    hint: "Take an unchanged file of a release.",
  });
}
