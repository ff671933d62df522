/** Credentials and audit entries of the store in the shapes of the API. */
import type { z } from "zod";

import type { AuditEntry } from "../../../../core/audit.ts";
import { formatMicros } from "../../../../core/rfc3339.ts";
import type { Micros } from "../../../../core/time.ts";
import type { CredentialRecord } from "../../../../store/access.ts";
import type { auditEntry, token } from "../shapes/access.ts";

export function describeAuditEntry(entry: AuditEntry): z.input<typeof auditEntry> {
  const { seq, door, who, from, action, what, outcome, reason, hash } = entry;
  return {
    ...{ seq, time: formatMicros(entry.time), door, who, from, action, what, outcome },
    ...(reason !== "" && { reason }),
    hash,
  };
}

export function describeToken(record: CredentialRecord, now: Micros): z.input<typeof token> {
  const { expiresTime, revokedTime, lastUsedTime, lastUsedFrom } = record;
  const isExpired = expiresTime !== undefined && expiresTime <= now;
  const ended = revokedTime === undefined ? isExpired && "expired" : "revoked";
  return {
    token_id: record.credentialId,
    name: record.name,
    scope: record.scope,
    state: ended === false ? "active" : ended,
    created_time: formatMicros(record.createdTime),
    created_from: record.createdFrom,
    ...(expiresTime !== undefined && { expires_time: formatMicros(expiresTime) }),
    ...(revokedTime !== undefined && { revoked_time: formatMicros(revokedTime) }),
    ...(lastUsedTime !== undefined && { last_used_time: formatMicros(lastUsedTime) }),
    ...(lastUsedFrom !== undefined && { last_used_from: lastUsedFrom }),
  };
}
