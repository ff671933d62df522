/** Logs a browser out. */
import { z } from "zod";

import type { CredentialId } from "../../../../core/credential.ts";
import { defineOperation } from "../operation.ts";
import { sampleSessionId } from "../samples.ts";
import { credentialId } from "../shapes/access.ts";
import { empty } from "../shapes/basic.ts";

export const endSession = defineOperation({
  name: "end_session",
  summary: "end a browser's session, and every stream that is open with it",
  scope: "admin",
  http: "DELETE /sessions/{session_id}",
  ownEntry: true,
  input: z.strictObject({ session_id: credentialId }),
  output: empty,
  examples: [{ summary: "a session", input: { session_id: sampleSessionId } }],
  change: ({ session_id: id }) => `ended session ${id}`,
  async run({ access }, { session_id: id }, { caller }) {
    await access.revoke("session", id as CredentialId, caller);
    return {};
  },
});
