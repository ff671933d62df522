/**
 * Brings a database to this program's schema version: the numbered steps of schema.ts, each in one transaction with the
 * version number that it makes.
 */
import type { Database } from "bun:sqlite";

import { FleetError } from "../../core/errors.ts";
import { applicationId, migrationSteps } from "./schema.ts";
import { views } from "./views.ts";

/** @throws conflict for a database of a newer version. Touches nothing. */
export function checkVersion(db: Database, path: string): void {
  const version = schemaVersion(db);
  if (version <= migrationSteps.length) return;
  throw new FleetError(
    "conflict",
    `cannot open the database "${path}": it was made by a newer fleet: version ${version}, this one knows up to ${migrationSteps.length}`,
    {
      hint: "Install the newer version, or restore the backup from before the upgrade.",
    },
  );
}

/** @param steps those of schema.ts; a test may add some. */
export function migrate(db: Database, steps: readonly string[] = migrationSteps): void {
  const version = schemaVersion(db);
  for (const [index, step] of steps.entries()) {
    if (index < version) continue;
    inTransaction(db, () => {
      db.run(step);
      db.run(`PRAGMA user_version = ${index + 1}`);
      db.run(`PRAGMA application_id = ${applicationId}`);
    });
  }
  refreshViews(db);
}

/** 0 for an empty database. */
function schemaVersion(db: Database): number {
  using statement = db.prepare<{ user_version: number }, []>("PRAGMA user_version");
  return statement.get()?.user_version ?? 0;
}

/** Only where the text differs, so that an ordinary start writes nothing. */
function refreshViews(db: Database): void {
  using statement = db.prepare<{ name: string; sql: string }, []>(
    "SELECT name, sql FROM sqlite_schema WHERE type = 'view'",
  );
  const present = new Map(statement.all().map((view) => [view.name, view.sql]));
  for (const [name, select] of Object.entries(views)) {
    const sql = `CREATE VIEW ${name} AS ${select.trim()}`;
    if (present.get(name) === sql) continue;
    inTransaction(db, () => {
      db.run(`DROP VIEW IF EXISTS ${name}`);
      db.run(sql);
    });
  }
}

function inTransaction(db: Database, body: () => void): void {
  db.run("BEGIN IMMEDIATE");
  try {
    body();
    db.run("COMMIT");
  } catch (thrown) {
    if (db.inTransaction) db.run("ROLLBACK");
    throw thrown;
  }
}
