/**
 * The authorizer: whether a contact is let in, asked as more becomes known of it (protocol.md 16).
 *
 * Refused is answered by 503 and leaves nothing in the store. Labels are claimed by clients: a required label keeps
 * strangers out by mistake, not by intent (ours.md 5).
 */
import type { ClientId } from "../../core/ids.ts";
import type { Label } from "../../core/labels.ts";
import { HttpError } from "../../net/http-error.ts";
import type { JudgedSignature } from "./signatures.ts";

/** What a contact says of itself. */
export interface ContactClaim {
  /** "address:port" */
  readonly address: string;
  readonly clientId: ClientId;
  /** Bytes of the serialized ContactData; 0 for the fetch of a file. */
  readonly contactBytes: number;
  /** What the client claims to be. */
  readonly claimedLabels: readonly string[];
}

/** What the store says of the client. */
export interface ClientStanding {
  readonly isNew: boolean;
  /** Empty for a new client. */
  readonly labels: readonly Label[];
}

export type Verdict =
  | { readonly accepted: false }
  | {
      readonly accepted: true;
      /** Copied into each message of the contact as validation_info. */
      readonly validationTags: Readonly<Record<string, string>>;
    };

/** Four hooks, in the order in which things become known. None of them may wait. */
export interface Authorizer {
  /** At accept. @param address "address:port" */
  allowAddress(address: string): boolean;
  /** Before anything is asked of the store. */
  allowContact(contact: ContactClaim): boolean;
  allowClient(contact: ContactClaim, client: ClientStanding): boolean;
  /** For each record of a stream anew. @param signatures those beside the contact, valid or not. */
  judge(
    contact: ContactClaim,
    client: ClientStanding,
    signatures: readonly JudgedSignature[],
  ): Verdict;
}

const acceptance: Verdict = { accepted: true, validationTags: {} };

export const acceptAll: Authorizer = {
  allowAddress: () => true,
  allowContact: () => true,
  allowClient: () => true,
  judge: () => acceptance,
};

/** Lets in whoever claims this label. */
export function requireLabel(label: string): Authorizer {
  return { ...acceptAll, allowContact: ({ claimedLabels }) => claimedLabels.includes(label) };
}

/** @throws HttpError 503 */
export function checkContact(authorizer: Authorizer, contact: ContactClaim): void {
  if (!authorizer.allowContact(contact)) throw notAuthorized(contact, "by what it claims");
}

/** @throws HttpError 503 */
export function checkClient(
  authorizer: Authorizer,
  contact: ContactClaim,
  client: ClientStanding,
): void {
  if (!authorizer.allowClient(contact, client)) throw notAuthorized(contact, "as a client");
}

/** @returns the validation tags. @throws HttpError 503 */
export function checkVerdict(
  authorizer: Authorizer,
  contact: ContactClaim,
  client: ClientStanding,
  signatures: readonly JudgedSignature[],
): Readonly<Record<string, string>> {
  const verdict = authorizer.judge(contact, client, signatures);
  if (!verdict.accepted) throw notAuthorized(contact, "by its signatures");
  return verdict.validationTags;
}

function notAuthorized({ clientId }: ContactClaim, how: string): HttpError {
  return new HttpError(503, `client ${clientId} is not authorized ${how}`, { code: "refused" });
}
