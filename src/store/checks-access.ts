/** What every store refuses to take of credentials, entries and repeated writes (checks.ts). */
import { FleetError } from "../core/errors.ts";
import type { NewAuditEntry } from "../core/audit.ts";
import { auditText } from "../core/audit.ts";
import type { IdempotencyKey, IdempotencyRecord, NewCredential } from "./access.ts";
import { checkMicros, checkName } from "./checks.ts";

const hashBytes = 32;
/** Bytes of UTF-8. */
const maxAnswerBytes = 1024 * 1024;
/** Characters. */
const maxKeyLength = 300;

export function checkCredential(credential: NewCredential): void {
  checkName("a credential's name", credential.name);
  checkName("a credential's origin", credential.createdFrom);
  checkMicros("a credential's creation time", credential.createdTime);
  checkMicros("a credential's expiration time", credential.expiresTime);
  checkHash("a credential's hash", credential.secretHash);
}

/** As it is kept. */
export function keptEntry(entry: NewAuditEntry): NewAuditEntry {
  checkMicros("an entry's time", entry.time);
  const { time, door } = entry;
  const [who, from] = [auditText(entry.who), auditText(entry.from)];
  return { time, door, who, from, action: auditText(entry.action), what: auditText(entry.what) };
}

export function checkIdempotency(
  { caller, operation, key }: IdempotencyKey,
  { inputHash, server, time }: Omit<IdempotencyRecord, "answer">,
): void {
  checkHash("an input's hash", inputHash);
  checkName("a server name", server);
  checkMicros("the time of a write", time);
  for (const text of [caller, operation, key]) {
    if (text.length <= maxKeyLength) continue;
    refuse(`cannot keep a repeated write under a key of ${text.length} characters`);
  }
}

export function checkAnswer(answer: string): void {
  const bytes = Buffer.byteLength(answer);
  if (bytes > maxAnswerBytes) refuse(`cannot keep an answer of ${bytes} bytes for its repetition`);
}

function checkHash(what: string, hash: Uint8Array): void {
  if (hash.byteLength !== hashBytes) {
    refuse(`cannot store ${what}: it has ${hash.byteLength} bytes, not ${hashBytes}`);
  }
}

function refuse(message: string): never {
  throw new FleetError("invalid_argument", message);
}
