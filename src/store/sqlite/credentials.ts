/** Credentials in SQLite. */
import type { Scope } from "../../core/caller.ts";
import type { CredentialId, CredentialKind } from "../../core/credential.ts";
import { FleetError } from "../../core/errors.ts";
import { bytesToHex, hexToBytes } from "../../core/ids.ts";
import type { Micros } from "../../core/time.ts";
import type { CredentialRecord, CredentialStore, CredentialUse, NewCredential } from "../access.ts";
import { checkCredential } from "../checks-access.ts";
import { checkCount, checkMicros, checkName } from "../checks.ts";
import type { Query, Session } from "./session.ts";

interface CredentialRow {
  credential_id: Uint8Array;
  kind: CredentialKind;
  name: string;
  scope: Scope;
  secret_hash: Uint8Array;
  created_time: number;
  created_from: string;
  expires_time: number | null;
  revoked_time: number | null;
  last_used_time: number | null;
  last_used_from: string | null;
}

const columns =
  "credential_id, kind, name, scope, secret_hash, created_time, created_from, expires_time";

export class SqliteCredentials implements CredentialStore {
  readonly #session: Session;
  readonly #insert: Query<unknown>;
  readonly #get: Query<CredentialRow>;
  readonly #list: Query<CredentialRow>;
  readonly #touch: Query<unknown>;
  readonly #consume: Query<unknown>;
  readonly #revoke: Query<unknown>;
  readonly #prune: Query<unknown>;

  constructor(session: Session) {
    this.#session = session;
    const all = `SELECT ${columns}, revoked_time, last_used_time, last_used_from FROM credential_rows`;
    this.#insert = session.prepare(
      `INSERT INTO credential_rows (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    );
    this.#get = session.prepare(`${all} WHERE credential_id = ?`);
    this.#list = session.prepare(`${all} WHERE kind = coalesce(?, kind) ORDER BY credential DESC`);
    this.#touch = session.prepare(
      `UPDATE credential_rows SET last_used_time = ?2, last_used_from = ?3
       WHERE credential_id = ?1 AND coalesce(last_used_time, ?2) <= ?2`,
    );
    this.#consume = session.prepare(
      `UPDATE credential_rows SET revoked_time = ?2
       WHERE credential_id = ?1 AND kind = 'login' AND revoked_time IS NULL AND coalesce(expires_time, ?2 + 1) > ?2`,
    );
    this.#revoke = session.prepare(
      "UPDATE credential_rows SET revoked_time = ?2 WHERE credential_id = ?1 AND revoked_time IS NULL",
    );
    this.#prune = session.prepare(
      `DELETE FROM credential_rows WHERE credential IN (
         SELECT credential FROM credential_rows WHERE revoked_time < ?1 OR expires_time < ?1 LIMIT ?2)`,
    );
  }

  async add(credential: NewCredential): Promise<void> {
    const values = checkedValues(credential);
    await this.#session.write("add a credential", () => this.#add(values));
  }

  get(credentialId: CredentialId): Promise<CredentialRecord | undefined> {
    return this.#session.read("read a credential", () => {
      const row = this.#get.get(hexToBytes(credentialId));
      return row ? recordOf(row) : undefined;
    });
  }

  list(kind: CredentialKind | undefined): Promise<CredentialRecord[]> {
    return this.#session.read("list credentials", () =>
      this.#list.all(kind ?? null).map((row) => recordOf(row)),
    );
  }

  async touch(uses: readonly CredentialUse[]): Promise<void> {
    const rows = uses.map(({ credentialId, time, from }) => {
      checkMicros("a time of use", time);
      checkName("an origin", from);
      return [hexToBytes(credentialId), time, from] as const;
    });
    await this.#session.note("note the use of credentials", () => {
      for (const row of rows) this.#touch.run(...row);
    });
  }

  async exchange(login: CredentialId, session: NewCredential): Promise<"consumed" | "unusable"> {
    const values = checkedValues(session);
    const { createdTime } = session;
    return this.#session.write("use a login", () => {
      const { changes } = this.#consume.run(hexToBytes(login), createdTime);
      if (changes === 0) return "unusable";
      this.#add(values);
      return "consumed";
    });
  }

  async revoke(credentialId: CredentialId, time: Micros): Promise<boolean> {
    checkMicros("a time", time);
    return this.#session.write(
      "revoke a credential",
      () => this.#revoke.run(hexToBytes(credentialId), time).changes > 0,
    );
  }

  async prune(before: Micros, maxRows: number): Promise<number> {
    checkMicros("a retention time", before);
    checkCount("maxRows", maxRows);
    return this.#session.note(
      "remove old credentials",
      () => this.#prune.run(before, maxRows).changes,
    );
  }

  #add(values: Values): void {
    if (this.#insert.run(...values).changes > 0) return;
    const id = bytesToHex(values[0]);
    throw new FleetError("conflict", `cannot add a credential: there is one with the id "${id}"`);
  }
}

type Values = readonly [
  ...[id: Buffer, kind: string, name: string, scope: string, hash: Uint8Array],
  ...[createdTime: number, createdFrom: string, expiresTime: number | null],
];

function checkedValues(credential: NewCredential): Values {
  checkCredential(credential);
  const { credentialId, kind, name, scope, secretHash, createdTime, createdFrom, expiresTime } =
    credential;
  const id = hexToBytes(credentialId);
  const times = [createdTime, createdFrom, expiresTime ?? null] as const;
  return [id, kind, name, scope, secretHash.slice(), ...times];
}

function recordOf(row: CredentialRow): CredentialRecord {
  return {
    credentialId: bytesToHex(row.credential_id) as CredentialId,
    kind: row.kind,
    name: row.name,
    scope: row.scope,
    secretHash: row.secret_hash,
    createdTime: row.created_time,
    createdFrom: row.created_from,
    expiresTime: row.expires_time ?? undefined,
    revokedTime: row.revoked_time ?? undefined,
    lastUsedTime: row.last_used_time ?? undefined,
    lastUsedFrom: row.last_used_from ?? undefined,
  };
}
