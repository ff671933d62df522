/** The audit log: every change that was made, by whom and from where. */
import { z } from "zod";

import { readCursor, writeCursor } from "../cursor.ts";
import { describeAuditEntry } from "../describe/audit.ts";
import { defineOperation } from "../operation.ts";
import { pageInput, pageOutput } from "../shapes/basic.ts";
import { auditEntry } from "../shapes/access.ts";

const name = "list_audit_entries";

export const listAuditEntries = defineOperation({
  name,
  summary: "list the audit log",
  scope: "admin",
  http: "GET /audit",
  input: z.strictObject({
    order: z.enum(["newest_first", "oldest_first"]).default("newest_first"),
    ...pageInput,
  }),
  output: z.strictObject({ entries: z.array(auditEntry), ...pageOutput }),
  examples: [{ summary: "the newest", input: { limit: 10 } }],
  async run({ store, clock }, { order, limit, cursor }) {
    const listing = { operation: name, filters: order, nowMs: clock.now() };
    const from = readCursor(listing, cursor, z.int().min(0));
    const ascending = order === "oldest_first";
    const page = await store.audit.page({
      from,
      order: ascending ? "ascending" : "descending",
      limit: limit + 1,
    });
    const shown = page.slice(0, limit);
    const last = shown.at(-1);
    return {
      entries: shown.map(describeAuditEntry),
      ...(page.length > limit && last && { next_cursor: writeCursor(listing, last.seq) }),
    };
  },
});
