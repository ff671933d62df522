/**
 * The audit log's chain: every entry's hash is over that of the entry before and all that the entry says, so that whoever
 * kept a head notices whatever is changed, left out or put in before it.
 */
import { hash as hashOf } from "node:crypto";

import type { Door } from "./caller.ts";
import { FleetError } from "./errors.ts";
import type { Micros } from "./time.ts";

/** A change, as it is told to the log. Texts are cut to what is kept (auditText). */
export interface NewAuditEntry {
  readonly time: Micros;
  readonly door: Door;
  /** Who proved to be whom; empty where the door asks nobody. */
  readonly who: string;
  /** Where from: an address, or words. */
  readonly from: string;
  /** The name of the operation or method. */
  readonly action: string;
  /** What was changed, in words. */
  readonly what: string;
}

export type AuditOutcome = "done" | "failed";

export interface AuditEntry extends NewAuditEntry {
  /** 1, 2, 3 … without a gap. */
  readonly seq: number;
  readonly outcome: AuditOutcome;
  /** Why it failed; empty where it was done. */
  readonly reason: string;
  /** 64 hex digits. */
  readonly hash: string;
}

/** The newest entry, or one that was noted when it was the newest. */
export type AuditHead = Pick<AuditEntry, "seq" | "hash">;

/** What the first entry follows. */
export const auditOrigin: AuditHead = { seq: 0, hash: "0".repeat(64) };

/** Characters. */
const maxTextLength = 1000;
// Half a surrogate pair and NUL do not come back from every database as they went in.
const unkeepable = /[\0\p{Cs}]/gu;

/** A text as it is kept. */
export function auditText(text: string): string {
  const kept = text.slice(0, maxTextLength);
  return kept.replace(unkeepable, "\u{fffd}");
}

/** The hash of an entry that comes after one with this hash. */
export function auditHash(before: string, entry: Omit<AuditEntry, "hash">): string {
  const { seq, time, door, who, from, action, what, outcome, reason } = entry;
  const told = [seq, time, door, who, from, action, what, outcome, reason];
  return hashOf("sha256", `${before}\nfleet-audit-v1\n${JSON.stringify(told)}`, "hex");
}

/** "SEQ:HASH" */
export function formatAuditHead({ seq, hash }: AuditHead): string {
  return `${seq}:${hash}`;
}

/** @throws invalid_argument unless it is "SEQ:HASH". */
export function parseAuditHead(text: string): AuditHead {
  const [, seq, hash] = /^([0-9]{1,15}):([0-9a-fA-F]{64})$/.exec(text) ?? [];
  if (seq !== undefined && hash !== undefined)
    return { seq: Number(seq), hash: hash.toLowerCase() };
  throw new FleetError(
    "invalid_argument",
    `"${text.slice(0, 100)}" is not a head of the audit log`,
    {
      hint: "It is SEQ:HASH, as fleet audit head prints it and the log has it every hour.",
    },
  );
}

/** Follows a chain entry by entry, and says where it breaks. */
export class AuditVerifier {
  readonly #expected: AuditHead | undefined;
  #head = auditOrigin;

  /** @param expected must be in the chain. */
  constructor(expected?: AuditHead) {
    this.#expected = expected;
  }

  /** Of the entries so far. */
  get head(): AuditHead {
    return this.#head;
  }

  /** @throws invalid_data where the chain breaks. */
  add(entry: AuditEntry): void {
    const seq = this.#head.seq + 1;
    if (entry.seq !== seq) {
      throw broken(`entry ${seq} is missing: entry ${entry.seq} follows entry ${seq - 1}`);
    }
    if (entry.hash !== auditHash(this.#head.hash, entry)) {
      throw broken(`entry ${seq} is not what was written, or does not follow entry ${seq - 1}`);
    }
    this.#head = { seq, hash: entry.hash };
    this.#compare();
  }

  /** To be called after the last entry. @throws invalid_data when the expected head was not among them. */
  finish(): AuditHead {
    const { seq } = this.#expected ?? auditOrigin;
    if (seq <= this.#head.seq) return this.#head;
    throw broken(`it ends with entry ${this.#head.seq}, and entry ${seq} was noted as its head`);
  }

  #compare(): void {
    const { seq, hash } = this.#head;
    if (this.#expected?.seq !== seq || this.#expected.hash === hash) return;
    throw broken(`entry ${seq} has the hash ${hash}, and ${this.#expected.hash} was noted`);
  }
}

function broken(where: string): FleetError {
  return new FleetError("invalid_data", `the audit log was changed: ${where}`, {
    hint: "Compare the database with a backup: what was written after the last good entry is not to be trusted.",
  });
}
