/** The newest entry of the audit log: who keeps it elsewhere notices any change to what is before it. */
import { z } from "zod";

import { defineOperation } from "../operation.ts";
import { auditHead } from "../shapes/access.ts";

export const getAuditHead = defineOperation({
  name: "get_audit_head",
  summary: "show the head of the audit log",
  scope: "admin",
  http: "GET /audit/head",
  input: z.strictObject({}),
  output: auditHead,
  examples: [{ summary: "now", input: {} }],
  run: async ({ store }) => {
    const { seq, hash } = await store.audit.head();
    return { seq, hash };
  },
});
