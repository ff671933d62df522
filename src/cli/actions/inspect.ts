/** fleet inspect: what an executable carries, and whether the rest of it is as it was released. */
import { basename } from "node:path";

import { emptyExecutable, readExecutableBlock } from "../../config/block/executable-block.ts";
import { decodeText, requireConfigFile } from "../../config/files.ts";
import { FleetError } from "../../core/errors.ts";
import { findSealFault, signatureOf } from "../../platform/executable/executable.ts";
import { type SignatureState, describeKind } from "../../platform/executable/kind.ts";
import { identifyFile, readExecutable } from "../read-executable.ts";
import {
  type ShownConfig,
  formatClientConfig,
  hexSha256,
  showClientConfig,
} from "../show-client-config.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { formatJson, showLine, showLines } from "../terminal/text.ts";

export interface InspectOptions {
  readonly release?: string;
  readonly sums?: string;
  readonly json?: true;
}

/** @returns 0 when everything that was to be checked is as it should be; else 1. */
export async function inspect(
  terminal: Terminal,
  file: string,
  options: InspectOptions,
): Promise<number> {
  if (options.release !== undefined && options.sums !== undefined) {
    throw new FleetError("invalid_argument", "--release and --sums exclude each other");
  }
  const report = examine(file, options);
  if (options.json) await terminal.write(formatJson(report));
  else await terminal.write(showLines(formatReport(report)));
  for (const fault of report.faults) await terminal.writeError(`error: ${showLine(fault)}\n`);
  return report.faults.length === 0 ? 0 : 1;
}

/** The names are those of the JSON. */
interface Report {
  readonly file: string;
  readonly platform: string;
  readonly sha256: string;
  readonly signature: SignatureState;
  readonly carries: ShownConfig | undefined;
  /** Of the file with an empty block and without a signature of anybody. */
  readonly release_sha256: string;
  /** What it was found to be; undefined: nothing was asked, or it was not found. */
  readonly verified: string | undefined;
  readonly faults: readonly string[];
}

function examine(file: string, options: InspectOptions): Report {
  const executable = readExecutable(file);
  const platform = describeKind(identifyFile(executable, file));
  const [sha256, signature] = [hexSha256(executable), signatureOf(executable)];
  const sealFault = findSealFault(executable);
  const content = readExecutableBlock(executable);
  const carries = content && showClientConfig(content);
  const refused = carries?.refused_services.map((each) => `a service is refused: ${each}`) ?? [];
  // From here on the bytes are those of the release.
  const released = emptyExecutable(executable);
  const { verified, fault } = compare(released, options);
  const faults = [sealFault, fault, ...refused].filter((each) => each !== undefined);
  const release_sha256 = hexSha256(released);
  return { file, platform, sha256, signature, carries, release_sha256, verified, faults };
}

function formatReport({ file, platform, sha256, signature, ...report }: Report): string {
  const { carries, verified } = report;
  const origin = verified === undefined ? "" : `, ${showLine(verified)}`;
  return [
    `${showLine(file)}: fleet for ${platform}\n`,
    `SHA-256 ${sha256}\n`,
    `signature: ${signatureTexts[signature]}\n`,
    carries === undefined
      ? "carries no configuration\n"
      : `carries the configuration of a client:\n${formatClientConfig(carries)}`,
    `as it was released: SHA-256 ${report.release_sha256}${origin}\n`,
  ].join("");
}

const signatureTexts = {
  none: "none",
  "ad hoc": "ad hoc, of nobody",
  certificate: "with a certificate, which is not checked here",
} as const satisfies Record<SignatureState, string>;

interface Origin {
  readonly verified?: string;
  readonly fault?: string;
}

function compare(released: Buffer, { release, sums }: InspectOptions): Origin {
  if (release !== undefined) return compareRelease(released, release);
  if (sums !== undefined) return findInSums(hexSha256(released), sums);
  return {};
}

function compareRelease(released: Buffer, path: string): Origin {
  const original = emptyExecutable(readExecutable(path));
  if (original.equals(released)) return { verified: `nothing else differs from ${path}` };
  const length = Math.min(original.length, released.length);
  let first = 0;
  while (first < length && original[first] === released[first]) first += 1;
  return { fault: `besides its configuration it differs from "${path}", first at byte ${first}` };
}

/** Lines as sha256sum writes them. */
function findInSums(sha256: string, path: string): Origin {
  const what = "list of hashes";
  const text = decodeText(requireConfigFile(path, what), path, what);
  const match = text
    .split("\n")
    .map((line) => /^([0-9a-f]{64}) [ *](.+)$/.exec(line.trimEnd()))
    .find((found) => found?.[1] === sha256);
  if (match?.[2] !== undefined) return { verified: `which is ${basename(match[2])} of ${path}` };
  return { fault: `besides its configuration it is none of the files in "${path}"` };
}
