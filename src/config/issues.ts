/**
 * What a schema and its rules have against a message, with paths as the text format's positions have them.
 */
import type { z } from "zod";

import type { FileKind, RuleIssue } from "./file-kind.ts";
import type { PlainMessage } from "./plain-message.ts";

export interface Judged<T> {
  /** Complete only without issues. */
  readonly value: T | undefined;
  readonly issues: readonly RuleIssue[];
}

export function judgeMessage<T>(kind: FileKind<T>, message: PlainMessage): Judged<T> {
  const result = kind.schema.safeParse(message);
  const issues = [
    ...(result.error?.issues ?? []).map(issueFromZod),
    ...(kind.rules?.(message) ?? []),
  ];
  return { value: issues.length === 0 ? result.data : undefined, issues };
}

function issueFromZod(issue: z.core.$ZodIssue): RuleIssue {
  const hint: unknown = issue.code === "custom" ? issue.params?.["hint"] : undefined;
  const path = issue.path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("");
  return {
    path: path.replace(/^\./, ""),
    message: issue.message,
    hint: typeof hint === "string" ? hint : undefined,
  };
}
