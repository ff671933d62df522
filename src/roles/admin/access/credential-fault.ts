/** Why a credential lets nobody in. */
import { type CredentialKind, isSecretOf } from "../../../core/credential.ts";
import type { Micros } from "../../../core/time.ts";
import type { CredentialRecord } from "../../../store/access.ts";

/** A session that nobody used for so long is over. Microseconds. */
const sessionIdleMicros = 12 * 3_600_000_000;

const words: Readonly<Record<CredentialKind, string>> = {
  token: "token",
  session: "session",
  login: "link",
};

/**
 * undefined for one that holds. Whoever does not know the secret learns nothing about the record.
 * @param kind that is asked for. @param record that has the shown id, if there is one.
 */
export function faultOf(
  kind: CredentialKind,
  secret: string | undefined,
  record: CredentialRecord | undefined,
  now: Micros,
): string | undefined {
  const word = words[kind];
  const isIt = secret !== undefined && record && isSecretOf(record.secretHash, secret);
  if (!isIt || record.kind !== kind) return `this ${word} is not known`;
  if (record.revokedTime !== undefined)
    return kind === "login" ? "this link was used already" : `this ${word} was revoked`;
  if ((record.expiresTime ?? Infinity) <= now) return `this ${word} has expired`;
  const usedTime = record.lastUsedTime ?? record.createdTime;
  return kind === "session" && usedTime + sessionIdleMicros <= now
    ? "this session was not used for too long"
    : undefined;
}

export function nextStep(kind: CredentialKind): string {
  const command = kind === "token" ? "fleet token create" : "fleet web login";
  return `Make another on the server's machine: ${command}`;
}
