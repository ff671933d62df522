/** The browsers that are logged in. */
import { z } from "zod";

import { describeToken } from "../describe/audit.ts";
import { defineOperation } from "../operation.ts";
import { credentialId, token } from "../shapes/access.ts";

const session = token
  .omit({ token_id: true })
  .extend({ session_id: credentialId })
  .meta({ id: "Session" });

export const listSessions = defineOperation({
  name: "list_sessions",
  summary: "list the sessions of browsers that logged in",
  scope: "admin",
  http: "GET /sessions",
  input: z.strictObject({}),
  output: z.strictObject({ sessions: z.array(session) }),
  examples: [{ summary: "all", input: {} }],
  run: async ({ store, clock }) => {
    const records = await store.credentials.list("session");
    return {
      sessions: records.map((record) => {
        const { token_id: session_id, ...rest } = describeToken(record, clock.now() * 1000);
        return { session_id, ...rest };
      }),
    };
  },
});
