/** fleet doctor: what it found, one line for each check with what to do where something is wrong. */
import type { Finding } from "../../core/finding.ts";
import { type DiagnosisOptions, diagnose } from "../doctor/diagnose.ts";
import type { Diagnosis } from "../doctor/diagnosis.ts";
import { formatJson, showLine } from "../terminal/text.ts";
import type { Terminal } from "../terminal/terminal.ts";

export interface DoctorCommandOptions extends DiagnosisOptions {
  readonly json?: true;
}

const checkWidth = 14;

/** @param embedded the block of this executable. @returns 0 where nothing fails, else 1. */
export async function doctor(
  terminal: Terminal,
  options: DoctorCommandOptions,
  embedded: Uint8Array | undefined,
): Promise<number> {
  const diagnoses = await diagnose(terminal, options, embedded);
  const all = diagnoses.flatMap(({ findings }) => findings);
  const exitCode = count(all, "fail") > 0 ? 1 : 0;
  if (options.json) {
    const checks = diagnoses.flatMap(({ role, findings }) =>
      findings.map((finding) => ({ role, ...finding })),
    );
    await terminal.write(formatJson({ status: exitCode === 0 ? "ok" : "failed", checks }));
    return exitCode;
  }
  await terminal.write(`${diagnoses.map(formatDiagnosis).join("\n")}\n${formatTotals(all)}\n`);
  return exitCode;
}

export function formatDiagnosis({ role, source, findings }: Diagnosis): string {
  const lines = findings.map((finding) => `${showLine(formatFinding(finding))}\n`);
  return `${showLine(`${role}: ${source}`)}\n${lines.join("")}`;
}

function formatFinding({ check, status, text, fix }: Finding): string {
  const start = `  ${status.padEnd(4)}  ${check.padEnd(checkWidth)}${text}`;
  return fix === undefined ? start : `${start}. ${fix}`;
}

function formatTotals(findings: readonly Finding[]): string {
  const [ok, warnings, failures] = [
    count(findings, "ok"),
    count(findings, "warn"),
    count(findings, "fail"),
  ];
  return `${ok} ok, ${warnings} to look at, ${failures} failed`;
}

function count(findings: readonly Finding[], status: Finding["status"]): number {
  return findings.filter((finding) => finding.status === status).length;
}
