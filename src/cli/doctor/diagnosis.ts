/** What was found of one role on this machine. */
import type { Finding } from "../../core/finding.ts";

export interface Diagnosis {
  readonly role: "client" | "server";
  /** Which configuration it is about. */
  readonly source: string;
  readonly findings: readonly Finding[];
}
