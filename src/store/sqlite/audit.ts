/** The audit log in SQLite: entries are chained inside the transaction that holds them. */
import {
  type AuditEntry,
  type AuditHead,
  type NewAuditEntry,
  auditHash,
  auditOrigin,
  auditText,
} from "../../core/audit.ts";
import type { Door } from "../../core/caller.ts";
import { bytesToHex, hexToBytes } from "../../core/ids.ts";
import type { AuditPage, AuditStore, JudgeChange } from "../access.ts";
import { keptEntry } from "../checks-access.ts";
import { checkCount } from "../checks.ts";
import type { Query, Session } from "./session.ts";

interface AuditRow {
  seq: number;
  time: number;
  door: Door;
  who: string;
  origin: string;
  action: string;
  what: string;
  failed: number;
  reason: string;
  hash: Uint8Array;
}

const columns = "seq, time, door, who, origin, action, what, failed, reason, hash";

export class SqliteAudit implements AuditStore {
  readonly #session: Session;
  readonly #head: Query<{ seq: number; hash: Uint8Array }>;
  readonly #insert: Query<unknown>;
  readonly #ascending: Query<AuditRow>;
  readonly #descending: Query<AuditRow>;

  constructor(session: Session) {
    this.#session = session;
    this.#head = session.prepare("SELECT seq, hash FROM audit_rows ORDER BY seq DESC LIMIT 1");
    this.#insert = session.prepare(
      `INSERT INTO audit_rows (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    const page = (where: string) =>
      session.prepare<AuditRow>(`SELECT ${columns} FROM audit_rows WHERE seq ${where} LIMIT ?`);
    this.#ascending = page("> ? ORDER BY seq");
    this.#descending = page("< ? ORDER BY seq DESC");
    session.auditWith((entry, failure) => void this.#chain(entry, failure));
  }

  record<T>(entry: NewAuditEntry, change: () => Promise<T>, judge?: JudgeChange): Promise<T> {
    return this.#session.audits.record(entry, change, judge, (alone, failure) =>
      this.append(alone, failure),
    );
  }

  async append(entry: NewAuditEntry, failure?: string): Promise<AuditHead> {
    const kept = keptEntry(entry);
    return this.#session.note("write to the audit log", () => this.#chain(kept, failure));
  }

  head(): Promise<AuditHead> {
    return this.#session.read("read the audit log", () => this.#last());
  }

  page({ from, order, limit }: AuditPage): Promise<AuditEntry[]> {
    return this.#session.read("read the audit log", () => {
      checkCount("the page limit", limit);
      const rows =
        order === "ascending"
          ? this.#ascending.all(from ?? 0, limit)
          : this.#descending.all(from ?? Number.MAX_SAFE_INTEGER, limit);
      return rows.map((row) => entryOf(row));
    });
  }

  #last(): AuditHead {
    const row = this.#head.get();
    return row ? { seq: row.seq, hash: bytesToHex(row.hash) } : auditOrigin;
  }

  /** Only inside a write. */
  #chain(entry: NewAuditEntry, failure: string | undefined): AuditHead {
    const last = this.#last();
    const outcome = failure === undefined ? "done" : "failed";
    const reason = auditText(failure ?? "");
    const next = { ...keptEntry(entry), seq: last.seq + 1, outcome, reason } as const;
    const hash = auditHash(last.hash, next);
    const { seq, time, door, who, from, action, what } = next;
    const failed = outcome === "failed" ? 1 : 0;
    this.#insert.run(seq, time, door, who, from, action, what, failed, reason, hexToBytes(hash));
    return { seq, hash };
  }
}

function entryOf({ origin, failed, hash, ...rest }: AuditRow): AuditEntry {
  const outcome = failed === 0 ? "done" : "failed";
  return { ...rest, from: origin, outcome, hash: bytesToHex(hash) };
}
