/** A token for scripts: shown once, and only where nobody else listens. */
import { z } from "zod";

import { formatMicros } from "../../../../core/rfc3339.ts";
import { microsFromMs } from "../../../../core/time.ts";
import { defineOperation } from "../operation.ts";
import { credentialId, credentialName, scope } from "../shapes/access.ts";
import { time } from "../shapes/basic.ts";

/** Ten years: what is to last longer is to be made without an end. */
const maxLifetimeSeconds = 10 * 366 * 86_400;

export const createToken = defineOperation({
  name: "create_token",
  summary: "make a token for scripts, which is shown this once",
  scope: "admin",
  http: "POST /tokens",
  socketOnly: true,
  ownEntry: true,
  input: z.strictObject({
    name: credentialName,
    scope,
    lifetime_seconds: z
      .int()
      .min(1)
      .max(maxLifetimeSeconds)
      .optional()
      .meta({ description: "Without it, the token holds until it is revoked" }),
  }),
  output: z.strictObject({
    token_id: credentialId,
    token: z.string().meta({ description: "A secret, which the server does not keep" }),
    expires_time: time.optional(),
  }),
  change: ({ name, scope: granted }) => `made token ${JSON.stringify(name)} with scope ${granted}`,
  async run({ access }, { name, scope: granted, lifetime_seconds: seconds }, { caller }) {
    const lifetimeMs = seconds === undefined ? undefined : seconds * 1000;
    const made = await access.createToken({ name, scope: granted, lifetimeMs }, caller);
    const until = made.expiresMs;
    return {
      ...{ token_id: made.credentialId, token: made.token },
      ...(until !== undefined && { expires_time: formatMicros(microsFromMs(until)) }),
    };
  },
});
