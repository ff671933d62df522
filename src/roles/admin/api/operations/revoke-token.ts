/** Ends a token, and every stream that is open with it. */
import { z } from "zod";

import type { CredentialId } from "../../../../core/credential.ts";
import { defineOperation } from "../operation.ts";
import { sampleTokenId } from "../samples.ts";
import { credentialId } from "../shapes/access.ts";
import { empty } from "../shapes/basic.ts";

export const revokeToken = defineOperation({
  name: "revoke_token",
  summary: "end a token, and every stream that is open with it",
  scope: "admin",
  http: "DELETE /tokens/{token_id}",
  ownEntry: true,
  input: z.strictObject({ token_id: credentialId }),
  output: empty,
  examples: [{ summary: "a token", input: { token_id: sampleTokenId } }],
  change: ({ token_id: id }) => `revoked token ${id}`,
  async run({ access }, { token_id: id }, { caller }) {
    await access.revoke("token", id as CredentialId, caller);
    return {};
  },
});
