/**
 * Admission: who a contact is from, and whether the authorizer lets it in (protocol.md 4, steps 1 and 2, and 16).
 *
 * The order matters: nothing is stored of a client before all four hooks have agreed.
 */
import type { WrappedContact } from "../../core/contact.ts";
import type { Micros } from "../../core/time.ts";
import type { Connection } from "../../net/connection.ts";
import type { Events } from "../../observability/events.ts";
import type { ClientRecord, Store } from "../../store/store.ts";
import {
  type Authorizer,
  type ContactClaim,
  checkClient,
  checkContact,
  checkVerdict,
} from "./authorizer.ts";
import { enrolPeer, findPeer } from "./peers.ts";
import { judgeSignatures } from "./signatures.ts";

interface AdmissionOptions {
  readonly store: Store;
  readonly events: Events;
  readonly authorizer: Authorizer;
}

export type ValidationTags = Readonly<Record<string, string>>;

/**
 * The client of a connection, stored if it is new.
 * @throws HttpError 503 for one that is refused, as findPeer and enrolPeer; nothing is stored then.
 */
export async function admitContact(
  connection: Connection,
  wrapped: WrappedContact,
  now: Micros,
  { store, events, authorizer }: AdmissionOptions,
): Promise<{ readonly client: ClientRecord; readonly validationTags: ValidationTags }> {
  const claim = claimOf(connection, wrapped);
  checkContact(authorizer, claim);
  const known = await findPeer(store, events, connection);
  const standing = { isNew: known === undefined, labels: known?.labels ?? [] };
  checkClient(authorizer, claim, standing);
  const validationTags = checkVerdict(authorizer, claim, standing, judgeSignatures(wrapped));
  const client = known ?? (await enrolPeer(store, events, connection, wrapped.clientLabels, now));
  return { client, validationTags };
}

/** The authorizer's word on a later record of an admitted client. @throws HttpError 503, invalid_data */
export function validateRecord(
  { connection, client }: { readonly connection: Connection; readonly client: ClientRecord },
  wrapped: WrappedContact,
  { authorizer }: AdmissionOptions,
): ValidationTags {
  const standing = { isNew: false, labels: client.labels };
  return checkVerdict(authorizer, claimOf(connection, wrapped), standing, judgeSignatures(wrapped));
}

function claimOf(connection: Connection, wrapped: WrappedContact): ContactClaim {
  return {
    address: connection.observedAddress,
    clientId: connection.identity.clientId,
    contactBytes: wrapped.contactData.length,
    claimedLabels: wrapped.clientLabels,
  };
}
