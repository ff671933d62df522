/** The tokens of scripts; never their secrets. */
import { z } from "zod";

import { describeToken } from "../describe/audit.ts";
import { defineOperation } from "../operation.ts";
import { token } from "../shapes/access.ts";

export const listTokens = defineOperation({
  name: "list_tokens",
  summary: "list the tokens of scripts, without their secrets",
  scope: "admin",
  http: "GET /tokens",
  input: z.strictObject({}),
  output: z.strictObject({ tokens: z.array(token) }),
  examples: [{ summary: "all", input: {} }],
  run: async ({ store, clock }) => {
    const records = await store.credentials.list("token");
    return { tokens: records.map((record) => describeToken(record, clock.now() * 1000)) };
  },
});
