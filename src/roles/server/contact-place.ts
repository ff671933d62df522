/**
 * Which contact on record a first record belongs to: one of its own, or, for a long poll of ours, the client's last one.
 */
import type { ContactData } from "../../core/contact.ts";
import { FleetError } from "../../core/errors.ts";
import type { Micros } from "../../core/time.ts";
import type { Connection } from "../../net/connection.ts";
import type { Events } from "../../observability/events.ts";
import type { ContactId, Store } from "../../store/store.ts";

interface PlaceOptions {
  readonly store: Store;
  readonly events: Events;
  readonly newNonce: () => bigint;
  readonly server: string;
  readonly notificationAddress: () => string;
}

export interface ContactPlace {
  readonly contactId: ContactId;
  /** What the answers carry. */
  readonly sentNonce: bigint;
  /** A long poll: the contact is one that an earlier poll opened. */
  readonly joined: boolean;
}

export async function placeContact(
  connection: Connection,
  data: ContactData,
  now: Micros,
  options: PlaceOptions,
): Promise<ContactPlace> {
  const joined = await joinContact(connection, data.sequencingNonce, now, options);
  return joined ?? (await recordContact(connection, data, now, options));
}

/**
 * The contact to which this poll belongs: the client's last one, if that is the one whose nonce it gives back (ours.md 4).
 * Long polls cross, so a nonce of each one's own would look like a copy of the client. That of a copy is another.
 */
async function joinContact(
  connection: Connection,
  receivedNonce: bigint,
  now: Micros,
  { store }: PlaceOptions,
): Promise<ContactPlace | undefined> {
  if (!isOurs(connection) || !connection.sameContact || receivedNonce === 0n) return undefined;
  const { clientId } = connection.identity;
  const [last] = await store.contacts.list(clientId, { before: undefined, limit: 1 });
  if (last?.sentNonce !== receivedNonce) return undefined;
  await store.contacts.touch([last.contactId], now);
  return { contactId: last.contactId, sentNonce: last.sentNonce, joined: true };
}

async function recordContact(
  connection: Connection,
  data: ContactData,
  now: Micros,
  options: PlaceOptions,
): Promise<ContactPlace> {
  const { clientId } = connection.identity;
  const sentNonce = options.newNonce();
  const [contactId] = await options.store.contacts.record([
    {
      clientId,
      time: now,
      sentNonce,
      receivedNonce: data.sequencingNonce,
      observedAddress: connection.observedAddress,
      clientClock: data.clientClock,
      streamingTo: isStream(connection) ? options.notificationAddress() : undefined,
      server: options.server,
      reofferAtEnd: isOurs(connection) && isStream(connection),
      reofferAnew: isOurs(connection) && !isStream(connection),
      continues: connection.continued ?? false,
    },
  ]);
  if (contactId === undefined) throw new FleetError("internal", "the store recorded no contact");
  options.events.contactOpened({ clientId, receivedNonce: data.sequencingNonce, sentNonce });
  return { contactId, sentNonce, joined: false };
}

function isStream({ kind }: Connection): boolean {
  return kind === "stream" || kind === "websocket";
}

/** Whether the client is ours: it drops repeats. */
export function isOurs({ fleetClientVersion }: Connection): boolean {
  return fleetClientVersion !== undefined;
}
