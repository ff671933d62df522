/**
 * What may be told of a database without telling what is in it: version, sizes, and how many rows there are. Opened
 * beside a running server, and only to read.
 */
import { Database, constants } from "bun:sqlite";
import { existsSync, statSync } from "node:fs";
import { pathToFileURL } from "node:url";

import { storeError } from "./errors.ts";

export interface DatabaseDescription {
  readonly schema_version: number;
  readonly application_id: number;
  readonly journal_mode: string;
  readonly page_bytes: number;
  readonly pages: number;
  readonly free_pages: number;
  /** By file: the database, its -wal and its -shm. */
  readonly file_bytes: Readonly<Record<string, number>>;
  /** By table. */
  readonly rows: Readonly<Record<string, number>>;
}

/** @throws not_found, invalid_data or unavailable when it cannot be read. */
export function describeDatabase(path: string): DatabaseDescription {
  let db: Database | undefined;
  try {
    db = openToRead(path);
    db.run("PRAGMA busy_timeout = 2000");
    return {
      schema_version: pragma(db, "user_version"),
      application_id: pragma(db, "application_id"),
      journal_mode: String(pragmaValue(db, "journal_mode")),
      page_bytes: pragma(db, "page_size"),
      pages: pragma(db, "page_count"),
      free_pages: pragma(db, "freelist_count"),
      file_bytes: fileBytes(path),
      rows: rowCounts(db),
    };
  } catch (thrown) {
    throw storeError(`describe the database "${path}"`, thrown);
  } finally {
    db?.close();
  }
}

/** Without leaving anything beside it: where nobody has it open, it does not change while it is read. */
function openToRead(path: string): Database {
  if (existsSync(`${path}-wal`)) return new Database(path, { readonly: true, strict: true });
  const flags = constants.SQLITE_OPEN_READONLY | constants.SQLITE_OPEN_URI;
  return new Database(`${pathToFileURL(path).href}?immutable=1`, flags);
}

function rowCounts(db: Database): Record<string, number> {
  const tables = db
    .query<{ name: string }, []>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .all();
  return Object.fromEntries(
    tables.map(({ name }) => {
      const quoted = `"${name.replaceAll('"', '""')}"`;
      const row = db.query<{ n: number }, []>(`SELECT count(*) AS n FROM ${quoted}`).get();
      return [name, row?.n ?? 0];
    }),
  );
}

function fileBytes(path: string): Record<string, number> {
  const files = [path, `${path}-wal`, `${path}-shm`].filter((file) => existsSync(file));
  return Object.fromEntries(files.map((file) => [file, statSync(file).size]));
}

function pragma(db: Database, name: string): number {
  return Number(pragmaValue(db, name));
}

function pragmaValue(db: Database, name: string): unknown {
  const row = db.query<Record<string, unknown>, []>(`PRAGMA ${name}`).get();
  return Object.values(row ?? {})[0];
}
