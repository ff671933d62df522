/** fleet package: an executable in the form that a system's installer takes. */
import { resolve } from "node:path";

import { replaceFile } from "../../platform/private-file.ts";
import { gzip, xz } from "../../packaging/compression.ts";
import { type Packaged, packagers } from "../packagers.ts";
import {
  type PackageFormat,
  type PackageSources,
  type PackageSubject,
  choosePackageSubject,
} from "../package-subject.ts";
import { ProgressLine } from "../terminal/progress.ts";
import { hexSha256 } from "../show-client-config.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { formatJson, showLines } from "../terminal/text.ts";

export interface PackageCommandOptions extends PackageSources {
  readonly format: PackageFormat;
  readonly output?: string;
  readonly compression: "xz" | "gzip";
  readonly json?: true;
}

const packageMode = 0o644;
/** Of one that holds a password. */
const secretPackageMode = 0o600;
export async function makePackage(
  terminal: Terminal,
  options: PackageCommandOptions,
): Promise<void> {
  const subject = choosePackageSubject(options, terminal.environment.stateDirectory);
  for (const note of subject.notes) await terminal.writeError(showLines(`note: ${note}\n`));
  const { fileName, bytes } = await packWith(terminal, options, subject);
  const output = options.output ?? fileName;
  const mode = subject.isSecret ? secretPackageMode : packageMode;
  replaceFile(output, "package", bytes, { mode });
  await report(terminal, options, subject, { output, bytes });
}

async function packWith(
  terminal: Terminal,
  { format, compression }: PackageCommandOptions,
  subject: PackageSubject,
): Promise<Packaged> {
  const mebi = (value: number) => Math.round(value / 1024 / 1024);
  await using line = new ProgressLine(terminal, "compressing MiB", mebi(subject.executable.length));
  const chosen = compression === "gzip" ? gzip : xz((done) => line.show(mebi(done)));
  line.show(0);
  return await packagers[format](subject, chosen);
}

async function report(
  terminal: Terminal,
  { format, json }: PackageCommandOptions,
  { role, version, platform }: PackageSubject,
  { output, bytes }: { readonly output: string; readonly bytes: Buffer },
): Promise<void> {
  const sha256 = hexSha256(bytes);
  if (json) {
    const path = resolve(output);
    return await terminal.write(
      formatJson({ output: path, format, role, version, platform, bytes: bytes.length, sha256 }),
    );
  }
  const size = (bytes.length / 1_000_000).toFixed(1);
  await terminal.write(
    showLines(`${output}: ${role} ${version} for ${platform}, ${size} MB\nSHA-256 ${sha256}\n`),
  );
}
