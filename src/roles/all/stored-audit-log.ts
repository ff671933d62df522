/** The audit log of an installation that does not run. */
import { existsSync } from "node:fs";

import { defaultStateDirectory } from "../../config/schemas/components.ts";
import { FleetError } from "../../core/errors.ts";
import type { AuditStore } from "../../store/access.ts";
import { openSqliteStore } from "../../store/sqlite/store.ts";
import { statePaths } from "./state-directory.ts";

export interface StoredAuditLog extends AsyncDisposable {
  readonly audit: Pick<AuditStore, "head" | "page">;
}

/** @throws not_found without a database, conflict when a server holds it. */
export async function openStoredAuditLog(databasePath: string): Promise<StoredAuditLog> {
  if (!existsSync(databasePath)) {
    throw new FleetError("not_found", `there is no database "${databasePath}"`, {
      hint: "Name the database of a server with --database_path.",
    });
  }
  const folder = defaultStateDirectory(databasePath);
  const store = await openSqliteStore({
    path: databasePath,
    ...(existsSync(folder) && { lockPath: statePaths(folder).lock }),
  });
  return { audit: store.audit, [Symbol.asyncDispose]: () => store[Symbol.asyncDispose]() };
}
