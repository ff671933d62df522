/** Tokens and the audit log. */
import { z } from "zod";

import { scopes } from "../../../../core/caller.ts";
import { time } from "./basic.ts";

export const credentialId = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .meta({ id: "CredentialId" });
export const scope = z.enum(scopes).meta({ id: "Scope" });

/** Whose it is, in the log and in the audit log. */
export const credentialName = z
  .string()
  .min(1)
  .max(100)
  // Control characters, and those that turn the direction of what follows.
  .regex(/^[^\p{Cc}\p{Cf}\p{Cs}]+$/u);

export const token = z
  .strictObject({
    token_id: credentialId,
    name: z.string(),
    scope,
    state: z.enum(["active", "revoked", "expired"]),
    created_time: time,
    created_from: z.string(),
    expires_time: time.optional(),
    revoked_time: time.optional(),
    last_used_time: time.optional(),
    last_used_from: z.string().optional(),
  })
  .meta({ id: "Token" });

export const auditHead = z
  .strictObject({ seq: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) })
  .meta({ id: "AuditHead" });

export const auditEntry = z
  .strictObject({
    seq: z.int().min(1),
    time,
    door: z.string().meta({ description: "socket, tcp, tls, http or signal" }),
    who: z.string().meta({ description: "Empty where the door asks nobody" }),
    from: z.string(),
    action: z.string(),
    what: z.string(),
    outcome: z.enum(["done", "failed"]),
    reason: z.string().optional(),
    hash: z.string(),
  })
  .meta({ id: "AuditEntry" });
