/** fleet audit …: who changed what, and whether the log of it is still what was written. */
import {
  type AuditEntry,
  AuditVerifier,
  formatAuditHead,
  parseAuditHead,
} from "../../core/audit.ts";
import { formatMicros } from "../../core/rfc3339.ts";
import type { ServerChoice } from "../command.ts";
import { type AuditSource, openAuditLog } from "../server/audit-source.ts";
import { type Column, formatTable } from "../terminal/output.ts";
import { formatJson, formatJsonLine } from "../terminal/text.ts";
import type { Terminal } from "../terminal/terminal.ts";

export interface AuditOptions extends ServerChoice {
  readonly json?: true;
}

export interface ListAuditOptions extends AuditOptions {
  readonly limit: number;
}

export interface VerifyAuditOptions extends AuditOptions {
  /** "SEQ:HASH" */
  readonly head?: string;
}

const columns: Column<AuditEntry>[] = [
  { heading: "SEQ", text: ({ seq }) => seq.toString() },
  { heading: "TIME", text: ({ time }) => formatMicros(time) },
  { heading: "WHO", text: ({ who }) => who },
  { heading: "FROM", text: ({ door, from }) => `${door}: ${from}` },
  { heading: "ACTION", text: ({ action }) => action },
  { heading: "OUTCOME", text: ({ outcome, reason }) => `${outcome}${reason && `: ${reason}`}` },
  { heading: "WHAT", text: ({ what }) => what },
];

/** The newest first. As JSON, an entry on each line. */
export async function listAudit(terminal: Terminal, options: ListAuditOptions): Promise<void> {
  await using log = await openAuditLog(terminal, options);
  const shown: AuditEntry[] = [];
  let count = 0;
  for await (const entry of log.entries("newest_first")) {
    if (count >= options.limit) break;
    count += 1;
    if (options.json) await terminal.write(formatJsonLine(describeEntry(entry)));
    else shown.push(entry);
  }
  if (!options.json) await terminal.write(formatTable(columns, shown));
}

function describeEntry({ time, reason, ...entry }: AuditEntry) {
  return { ...entry, time: formatMicros(time), ...(reason !== "" && { reason }) };
}

export async function showAuditHead(terminal: Terminal, options: AuditOptions): Promise<void> {
  await using log = await openAuditLog(terminal, options);
  const head = await log.head();
  await terminal.write(options.json ? formatJson(head) : `${formatAuditHead(head)}\n`);
}

/** Recomputes every hash here: the server's own word is not taken for it. @throws invalid_data where the chain breaks. */
export async function verifyAudit(terminal: Terminal, options: VerifyAuditOptions): Promise<void> {
  const expected = options.head === undefined ? undefined : parseAuditHead(options.head);
  await using log = await openAuditLog(terminal, options);
  const head = await verify(log, new AuditVerifier(expected));
  if (options.json) return await terminal.write(formatJson({ intact: true, head }));
  const noted = expected ? `, and entry ${expected.seq} is the one that was noted` : "";
  await terminal.write(`the chain of ${head.seq} entries is unbroken${noted}\n`);
  await terminal.write(`${formatAuditHead(head)}\n`);
}

async function verify(log: AuditSource, verifier: AuditVerifier) {
  for await (const entry of log.entries("oldest_first")) verifier.add(entry);
  return verifier.finish();
}
