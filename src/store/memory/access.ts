/** Credentials, the audit log and repeated writes in memory. */
import {
  type AuditEntry,
  type AuditHead,
  auditHash,
  auditOrigin,
  auditText,
} from "../../core/audit.ts";
import type { NewAuditEntry } from "../../core/audit.ts";
import { FleetError } from "../../core/errors.ts";
import type {
  AuditStore,
  CredentialRecord,
  CredentialStore,
  IdempotencyKey,
  IdempotencyStore,
  NewCredential,
} from "../access.ts";
import { checkAnswer, checkCredential, checkIdempotency, keptEntry } from "../checks-access.ts";
import { checkCount, checkMicros, checkName } from "../checks.ts";
import type { MemoryState } from "./state.ts";

export function memoryCredentials({ credentials, transactions }: MemoryState): CredentialStore {
  const add = (credential: NewCredential) => {
    checkCredential(credential);
    const { credentialId, secretHash } = credential;
    if (credentials.has(credentialId)) {
      throw new FleetError("conflict", `there is a credential with the id "${credentialId}"`);
    }
    const unused = { revokedTime: undefined, lastUsedTime: undefined, lastUsedFrom: undefined };
    credentials.set(credentialId, { ...credential, ...unused, secretHash: secretHash.slice() });
  };
  const revoke = (record: CredentialRecord, revokedTime: number) =>
    credentials.set(record.credentialId, { ...record, revokedTime });
  return {
    add: (credential) => transactions.change("add a credential", () => add(credential)),

    get: (credentialId) =>
      transactions.run("read a credential", () => structuredClone(credentials.get(credentialId))),

    list: (kind) =>
      transactions.run("list credentials", () =>
        structuredClone(
          credentials
            .rows()
            .filter((record) => kind === undefined || record.kind === kind)
            .reverse(),
        ),
      ),

    touch: (uses) =>
      transactions.run("note the use of credentials", () => {
        for (const { credentialId, time, from } of uses) {
          checkMicros("a time of use", time);
          checkName("an origin", from);
          const record = credentials.get(credentialId);
          if (!record || (record.lastUsedTime ?? time) > time) continue;
          credentials.set(credentialId, { ...record, lastUsedTime: time, lastUsedFrom: from });
        }
      }),

    exchange: (login, session) =>
      transactions.change("use a login", () => {
        checkCredential(session);
        const { createdTime } = session;
        const record = credentials.get(login);
        if (record?.kind !== "login" || record.revokedTime !== undefined) return "unusable";
        if ((record.expiresTime ?? Infinity) <= createdTime) return "unusable";
        revoke(record, createdTime);
        add(session);
        return "consumed";
      }),

    revoke: (credentialId, time) =>
      transactions.change("revoke a credential", () => {
        checkMicros("a time", time);
        const record = credentials.get(credentialId);
        if (!record || record.revokedTime !== undefined) return false;
        revoke(record, time);
        return true;
      }),

    prune: (before, maxRows) =>
      transactions.run("remove old credentials", () => {
        checkMicros("a retention time", before);
        checkCount("maxRows", maxRows);
        const isOld = (time: number | undefined) => time !== undefined && time < before;
        const old = credentials
          .rows()
          .filter(({ revokedTime, expiresTime }) => isOld(revokedTime) || isOld(expiresTime))
          .slice(0, maxRows);
        for (const { credentialId } of old) credentials.delete(credentialId);
        return old.length;
      }),
  };
}

export function memoryAudit({ audit, transactions }: MemoryState): AuditStore {
  const last = (): AuditHead => {
    const { seq, hash } = audit.rows().at(-1) ?? auditOrigin;
    return { seq, hash };
  };
  const chain = (entry: NewAuditEntry, failure: string | undefined): AuditHead => {
    const before = last();
    const outcome = failure === undefined ? "done" : "failed";
    const reason = auditText(failure ?? "");
    const next = { ...keptEntry(entry), seq: before.seq + 1, outcome, reason } as const;
    const hash = auditHash(before.hash, next);
    audit.set(next.seq, { ...next, hash });
    return { seq: next.seq, hash };
  };
  const append = (entry: NewAuditEntry, failure?: string) =>
    transactions.run("write to the audit log", () => chain(entry, failure));
  transactions.auditWith(chain);
  return {
    record: (entry, change, judge) => transactions.audits.record(entry, change, judge, append),
    append,
    head: () => transactions.run("read the audit log", last),
    page: ({ from, order, limit }) =>
      transactions.run("read the audit log", () => {
        checkCount("the page limit", limit);
        const rows: AuditEntry[] =
          order === "ascending"
            ? audit.rows().filter(({ seq }) => seq > (from ?? 0))
            : audit
                .rows()
                .filter(({ seq }) => seq < (from ?? Infinity))
                .reverse();
        return structuredClone(rows.slice(0, limit));
      }),
  };
}

const nameOf = ({ caller, operation, key }: IdempotencyKey) =>
  JSON.stringify([caller, operation, key]);
/** What the names of a caller's writes begin with. */
const beginningOf = ({ caller }: IdempotencyKey) => `[${JSON.stringify(caller)},`;

export function memoryIdempotency({ writes, transactions }: MemoryState): IdempotencyStore {
  return {
    begin: (key, record, maxRecords) =>
      transactions.run("begin a write", () => {
        checkIdempotency(key, record);
        checkCount("maxRecords", maxRecords);
        const found = writes.get(nameOf(key));
        if (found) return structuredClone(found);
        const own = writes.entries().filter(([name]) => name.startsWith(beginningOf(key)));
        if (own.length >= maxRecords) {
          throw new FleetError("resource_exhausted", `${maxRecords} answers are kept already`);
        }
        const { inputHash, server, time } = record;
        const kept = { inputHash: inputHash.slice(), server, time, answer: undefined };
        writes.set(nameOf(key), kept);
        return undefined;
      }),

    complete: (key, answer) =>
      transactions.run("keep an answer", () => {
        checkAnswer(answer);
        const found = writes.get(nameOf(key));
        if (!found) throw new FleetError("not_found", `nobody began "${key.key}"`);
        writes.set(nameOf(key), { ...found, answer });
      }),

    forget: (key) =>
      transactions.run("forget a write", () => {
        if (writes.get(nameOf(key))?.answer === undefined) writes.delete(nameOf(key));
      }),

    prune: (before, maxRows) =>
      transactions.run("remove old answers", () => {
        checkMicros("a retention time", before);
        checkCount("maxRows", maxRows);
        const old = writes.entries().filter(([, { time }]) => time < before);
        old.sort(([, left], [, right]) => left.time - right.time);
        for (const [name] of old.slice(0, maxRows)) writes.delete(name);
        return Math.min(old.length, maxRows);
      }),
  };
}
