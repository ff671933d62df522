/**
 * An executable file of any platform: what it is for, whether it is whole, and how it is made valid again after bytes in it
 * were changed. Works on bytes; runs nothing.
 */
import { FleetError } from "../../core/errors.ts";
import { elf } from "./elf.ts";
import {
  type ExecutableFormat,
  type ExecutableKind,
  type SignatureState,
  brokenExecutable,
} from "./kind.ts";
import { machO } from "./mach-o.ts";
import { pe } from "./pe.ts";

const formats: readonly ExecutableFormat[] = [elf, pe, machO];

/** @throws invalid_data for what is no executable of a platform that fleet is made for, or is cut off. */
export function identifyExecutable(bytes: Buffer): ExecutableKind {
  return withFormat(bytes, (format) => format.kind(bytes));
}

/** Who vouches for it. @throws invalid_data as identifyExecutable. */
export function signatureOf(bytes: Buffer): SignatureState {
  return withFormat(bytes, (format) => format.signature(bytes));
}

/** What is wrong with its checksum or its hashes; undefined: nothing. @throws invalid_data as identifyExecutable. */
export function findSealFault(bytes: Buffer): string | undefined {
  return withFormat(bytes, (format) => format.sealFault(bytes));
}

/**
 * Makes it valid after a change: Windows' checksum, macOS' ad-hoc signature. A signature with a certificate is taken off.
 * The same content gives the same bytes, whatever was sealed or signed before. May change `bytes`.
 */
export function sealExecutable(bytes: Buffer): Buffer {
  return withFormat(bytes, (format) => format.seal(bytes));
}

function withFormat<T>(bytes: Buffer, use: (format: ExecutableFormat) => T): T {
  const format = formats.find((each) => each.matches(bytes));
  if (!format) {
    throw new FleetError("invalid_data", "this file is no executable for Linux, Windows or macOS", {
      hint: "Name a file of a release of fleet.",
    });
  }
  try {
    const whole = format.wholeBytes(bytes);
    if (bytes.length < whole) {
      throw brokenExecutable(`it is cut off: ${bytes.length} bytes of ${whole}`);
    }
    return use(format);
  } catch (thrown) {
    // A table that points beyond the end of the file.
    if (thrown instanceof RangeError)
      throw brokenExecutable("it is cut off, or its tables are wrong");
    throw thrown;
  }
}
