/** Where the audit log is read: from a running server, or from the database of one that does not run. */
import type { AuditEntry, AuditHead } from "../../core/audit.ts";
import { FleetError } from "../../core/errors.ts";
import { parseTime } from "../../core/rfc3339.ts";
import type { Door } from "../../core/caller.ts";
import type { StoredAuditLog } from "../../roles/all/stored-audit-log.ts";
import { type OutputOf, apiMethod } from "../../roles/admin/api/grpc-methods.ts";
import type { ServerChoice } from "../command.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { AdminClient } from "./admin-client.ts";
import { connect } from "./connect.ts";

const pageEntries = 1000;

export interface AuditSource extends AsyncDisposable {
  head(): Promise<AuditHead>;
  /** Every entry there is, in the order that is asked for. */
  entries(order: "newest_first" | "oldest_first"): AsyncIterable<AuditEntry>;
}

/**
 * The database is read only where no server answers: one that was killed has left the note of its address behind.
 * @throws unavailable where there is no server, not_found where its database is not there either.
 */
export async function openAuditLog(terminal: Terminal, choice: ServerChoice): Promise<AuditSource> {
  const { database_path: path, admin_addr: address } = choice;
  if (path === undefined || address !== undefined) return remote(connect(choice, terminal));
  try {
    return await reached(remote(connect(choice, terminal)));
  } catch (thrown) {
    if (!(thrown instanceof FleetError) || thrown.code !== "unavailable") throw thrown;
    const { openStoredAuditLog } = await import("../../roles/all/stored-audit-log.ts");
    return local(await openStoredAuditLog(path));
  }
}

/** @throws what asking it for something throws. */
async function reached(source: AuditSource): Promise<AuditSource> {
  try {
    await source.head();
    return source;
  } catch (thrown) {
    await source[Symbol.asyncDispose]();
    throw thrown;
  }
}

function remote(admin: AdminClient): AuditSource {
  return {
    head: () => admin.call(apiMethod("get_audit_head"), {}),
    async *entries(order) {
      let cursor: string | undefined;
      do {
        const input = { order, limit: pageEntries, ...(cursor !== undefined && { cursor }) };
        const page = await admin.call(apiMethod("list_audit_entries"), input);
        yield* page.entries.map((entry) => entryOf(entry));
        cursor = page.next_cursor;
      } while (cursor !== undefined);
    },
    [Symbol.asyncDispose]: async () => admin[Symbol.dispose](),
  };
}

/** As it was hashed. */
function entryOf(shown: OutputOf<"list_audit_entries">["entries"][number]): AuditEntry {
  const { seq, time, door, who, from, action, what, outcome, reason = "", hash } = shown;
  const told = { who, from, action, what, outcome, reason, hash };
  return { seq, time: parseTime(time), door: door as Door, ...told };
}

function local(log: StoredAuditLog): AuditSource {
  return {
    head: () => log.audit.head(),
    async *entries(shown) {
      const order = shown === "oldest_first" ? "ascending" : "descending";
      let from: number | undefined;
      for (;;) {
        const page = await log.audit.page({ from, order, limit: pageEntries });
        yield* page;
        from = page.at(-1)?.seq;
        if (page.length < pageEntries) return;
      }
    },
    [Symbol.asyncDispose]: () => log[Symbol.asyncDispose](),
  };
}
