/** Whether the audit log is still what was written, from the first entry to the last. */
import { z } from "zod";

import { AuditVerifier, parseAuditHead } from "../../../../core/audit.ts";
import { FleetError } from "../../../../core/errors.ts";
import { defineOperation } from "../operation.ts";
import { auditHead } from "../shapes/access.ts";

const pageRows = 1000;
/** How long it is told of; whoever verifies again tells it anew. */
const alertMs = 24 * 60 * 60 * 1000;

export const verifyAudit = defineOperation({
  name: "verify_audit",
  summary: "verify the audit log's chain, and that a noted head is in it",
  scope: "admin",
  http: "GET /audit/verify",
  input: z.strictObject({
    head: z.string().max(100).optional().meta({
      description: "SEQ:HASH, as get_audit_head gave it or the server's log has it",
    }),
  }),
  output: z.strictObject({
    intact: z.boolean(),
    problem: z.string().optional().meta({ description: "Where the chain breaks" }),
    head: auditHead.meta({ description: "The last entry that is good" }),
  }),
  examples: [{ summary: "all of it", input: {} }],
  async run({ store, alerts }, { head: text }, { signal }) {
    const verifier = new AuditVerifier(text === undefined ? undefined : parseAuditHead(text));
    try {
      for (;;) {
        signal.throwIfAborted();
        const from = verifier.head.seq;
        const page = await store.audit.page({ from, order: "ascending", limit: pageRows });
        for (const entry of page) verifier.add(entry);
        if (page.length < pageRows) break;
      }
      verifier.finish();
    } catch (thrown) {
      if (!(thrown instanceof FleetError) || thrown.code !== "invalid_data") throw thrown;
      alerts.raise("audit", "", "critical", `the audit log is not intact: ${thrown.message}`, {
        hint: "Somebody changed the database, or the head that was asked for is of another one. Compare it with the heads in the server's log.",
        holdMs: alertMs,
      });
      return { intact: false, problem: thrown.message, head: { ...verifier.head } };
    }
    return { intact: true, head: { ...verifier.head } };
  },
});
