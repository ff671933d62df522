/**
 * What `fleet doctor` finds: one line of it, and how a look at something becomes one. Never holds a secret.
 */
import { toFleetError } from "./errors.ts";

export interface Finding {
  /** What was looked at, one word: "dns", "disk". */
  readonly check: string;
  readonly status: "ok" | "warn" | "fail";
  readonly text: string;
  /** The next step; always there where the status is not ok. */
  readonly fix?: string;
}

export type Findings = Finding | readonly Finding[];

export function passed(check: string, text: string): Finding {
  return { check, status: "ok", text };
}

/** It works, and should be known or changed. */
export function doubtful(check: string, text: string, fix: string): Finding {
  return { check, status: "warn", text, fix };
}

export function failed(check: string, text: string, fix: string): Finding {
  return { check, status: "fail", text, fix };
}

const noHint = "What it says is all that is known: fleet support-bundle collects more.";

/** An error as a finding: its hint is the fix. */
export function failedBy(check: string, thrown: unknown): Finding {
  const { message, hint } = toFleetError(thrown);
  return failed(check, message.replaceAll("\n", " "), hint ?? noHint);
}

/** What a look finds; what it throws is a finding too. */
export async function examine(
  check: string,
  look: () => Findings | Promise<Findings>,
): Promise<Finding[]> {
  try {
    return [await look()].flat();
  } catch (thrown) {
    return [failedBy(check, thrown)];
  }
}

export function hasFailed(findings: readonly Finding[]): boolean {
  return findings.some(({ status }) => status === "fail");
}

/** Of what another user has: root sees it with that user's eyes. */
export function notYours(check: string, path: string, owner: number): Finding {
  const text = `"${path}" belongs to user ${owner}, and only that user and root can look into it`;
  return doubtful(check, text, "Run fleet doctor as root.");
}
