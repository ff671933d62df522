/**
 * What the store keeps about who may come in and who did what: credentials, the audit log, and the answers to writes that
 * may be repeated. Part of the contract of store.ts, whose rules for every operation hold here too.
 */
import type { AuditEntry, AuditHead, NewAuditEntry } from "../core/audit.ts";
import type { Scope } from "../core/caller.ts";
import type { CredentialId, CredentialKind } from "../core/credential.ts";
import type { Micros } from "../core/time.ts";

// ------------------------------------------------------------------------------------------------------ credentials

export interface NewCredential {
  readonly credentialId: CredentialId;
  readonly kind: CredentialKind;
  readonly name: string;
  readonly scope: Scope;
  /** 32 bytes: the store never sees a secret (core/credential.ts, hashSecret). */
  readonly secretHash: Uint8Array;
  readonly createdTime: Micros;
  /** Where it was made from, in words. */
  readonly createdFrom: string;
  /** From then on it is worth nothing; undefined: never. */
  readonly expiresTime: Micros | undefined;
}

export interface CredentialRecord extends NewCredential {
  /** From then on it is worth nothing, and for a login: it was used. */
  readonly revokedTime: Micros | undefined;
  readonly lastUsedTime: Micros | undefined;
  /** An address; undefined before the first use. */
  readonly lastUsedFrom: string | undefined;
}

export interface CredentialUse {
  readonly credentialId: CredentialId;
  readonly time: Micros;
  readonly from: string;
}

export interface CredentialStore {
  /** @throws conflict if the id exists. */
  add(credential: NewCredential): Promise<void>;

  /** Revoked and expired ones too: what such a one is worth is for the caller to say. */
  get(credentialId: CredentialId): Promise<CredentialRecord | undefined>;

  /** In the order of being made, the newest first; those of one kind if it is given. Revoked and expired ones too. */
  list(kind: CredentialKind | undefined): Promise<CredentialRecord[]>;

  /** Notes that credentials were used. One that is not known, or was used later, is left alone. */
  touch(uses: readonly CredentialUse[]): Promise<void>;

  /**
   * Uses a login up, and adds the session that it is exchanged for: exactly one caller gets "consumed", however many try
   * at once. The others: "unusable", and nothing is added; also where it is unknown, revoked, no login, or expired at the
   * session's createdTime.
   * @throws conflict if the session's id exists; the login remains.
   */
  exchange(login: CredentialId, session: NewCredential): Promise<"consumed" | "unusable">;

  /** @returns whether it was known and not revoked before. */
  revoke(credentialId: CredentialId, time: Micros): Promise<boolean>;

  /** Removes at most `maxRows` that were revoked or had expired before that time. @returns how many. */
  prune(before: Micros, maxRows: number): Promise<number>;
}

// -------------------------------------------------------------------------------------------------------- audit log

export interface AuditPage {
  /** The first entry is the one after this (ascending), or before it (descending); undefined: at that end. */
  readonly from: number | undefined;
  readonly order: "ascending" | "descending";
  readonly limit: number;
}

/** Says why a change that is about to be committed is none, from what its operation returns. */
export type JudgeChange = (returned: unknown) => string | undefined;

/** Append-only: nothing removes or alters an entry, and prune() leaves them all. */
export interface AuditStore {
  /**
   * Runs a change and writes its entry. The entry is part of the first changing operation of this store that is called
   * while `change` is under way and on its behalf: either both are there after a crash, or neither. A change that fails
   * leaves an entry that says so and why, and so does one that `judge` says is none. Where `change` calls no changing
   * operation, the entry is written after it.
   *
   * @returns what `change` returns.
   * @throws what `change` throws. Where the entry cannot be written, the change does not happen.
   */
  record<T>(entry: NewAuditEntry, change: () => Promise<T>, judge?: JudgeChange): Promise<T>;

  /** Writes the entry of something that changed nothing in this store. @param failure why it failed. */
  append(entry: NewAuditEntry, failure?: string): Promise<AuditHead>;

  /** The newest entry; auditOrigin where there is none. */
  head(): Promise<AuditHead>;

  page(page: AuditPage): Promise<AuditEntry[]>;
}

// ------------------------------------------------------------------------------------------------------- repetition

/** Which write of whom. */
export interface IdempotencyKey {
  /** Who: whoever else uses the same key means something else. */
  readonly caller: string;
  readonly operation: string;
  /** As the caller chose it. */
  readonly key: string;
}

export interface IdempotencyRecord {
  /** 32 bytes: of the input, so that another one under the same key is noticed. */
  readonly inputHash: Uint8Array;
  /** Names the process that began it: one that is no more will not complete it. */
  readonly server: string;
  readonly time: Micros;
  /** undefined: under way. */
  readonly answer: string | undefined;
}

export interface IdempotencyStore {
  /**
   * Claims a key: exactly one caller gets undefined, however many try at once; the others get what is there.
   * @throws resource_exhausted when `maxRecords` of this caller are kept already.
   */
  begin(
    key: IdempotencyKey,
    record: Omit<IdempotencyRecord, "answer">,
    maxRecords: number,
  ): Promise<IdempotencyRecord | undefined>;

  /** Keeps the answer, at most 1 MiB of UTF-8. @throws not_found when nobody began with that key. */
  complete(key: IdempotencyKey, answer: string): Promise<void>;

  /** The write changed nothing: the key may be used again. Unknown and completed ones are left alone. */
  forget(key: IdempotencyKey): Promise<void>;

  /** Removes at most `maxRows` that began before that time. @returns how many. */
  prune(before: Micros, maxRows: number): Promise<number>;
}
