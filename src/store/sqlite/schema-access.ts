/** The tables of credentials, the audit log and repeated writes: part of a step of schema.ts. */

const credentials = `
CREATE TABLE credential_rows (
  credential INTEGER PRIMARY KEY,
  credential_id BLOB NOT NULL UNIQUE,            -- 8 bytes
  kind TEXT NOT NULL,                            -- token, session, login
  name TEXT NOT NULL,
  scope TEXT NOT NULL,                           -- read, send, admin
  secret_hash BLOB NOT NULL,
  created_time INTEGER NOT NULL,
  created_from TEXT NOT NULL,
  expires_time INTEGER,                          -- NULL: never
  revoked_time INTEGER,                          -- NULL: not revoked; of a login: when it was used
  last_used_time INTEGER,
  last_used_from TEXT
);`;

// The triggers keep a mistake of this program, or of a person with a sqlite3 shell, from altering what was written. They
// prove nothing against somebody who owns the file: that is what the chain of hashes is for.
const audit = `
CREATE TABLE audit_rows (
  seq INTEGER PRIMARY KEY,                       -- 1, 2, 3 … without a gap
  time INTEGER NOT NULL,
  door TEXT NOT NULL,                            -- socket, tcp, tls, http, signal
  who TEXT NOT NULL,
  origin TEXT NOT NULL,                          -- where from
  action TEXT NOT NULL,
  what TEXT NOT NULL,
  failed INTEGER NOT NULL,                       -- 0: done; 1: failed
  reason TEXT NOT NULL,
  hash BLOB NOT NULL                             -- over the hash of the entry before and this row (core/audit.ts)
);
CREATE TRIGGER audit_is_not_altered BEFORE UPDATE ON audit_rows
  BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit_rows
  BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
-- REPLACE deletes without a trigger: it must not find a row to replace.
CREATE TRIGGER audit_has_no_gap BEFORE INSERT ON audit_rows
  WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit_rows)
  BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;`;

const idempotency = `
CREATE TABLE idempotency_rows (
  write INTEGER PRIMARY KEY,
  caller TEXT NOT NULL,
  operation TEXT NOT NULL,
  key TEXT NOT NULL,
  input_hash BLOB NOT NULL,
  server TEXT NOT NULL,                          -- the process that began it
  time INTEGER NOT NULL,
  answer TEXT,                                   -- NULL: under way
  UNIQUE (caller, operation, key)
);
CREATE INDEX idempotency_by_time ON idempotency_rows (time);`;

export const accessTables: string = credentials + audit + idempotency;
