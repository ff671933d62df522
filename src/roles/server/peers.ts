/**
 * Who a contact is from: known clients by their whole key, new ones enrolled (protocol.md 4, steps 1 and 2; ours.md 5).
 */
import { FleetError } from "../../core/errors.ts";
import type { ClientId } from "../../core/ids.ts";
import { clientLabelService } from "../../core/labels.ts";
import type { Micros } from "../../core/time.ts";
import type { Connection, PeerIdentity } from "../../net/connection.ts";
import type { Events } from "../../observability/events.ts";
import type { ClientRecord, Store } from "../../store/store.ts";

const maxLabels = 100;
const maxLabelLength = 128;

/** Whether this client has been here before: what it may send unread depends on it. */
export async function isKnown(store: Store, clientId: ClientId): Promise<boolean> {
  return (await store.clients.get([clientId])).has(clientId);
}

/**
 * The stored client of a connection, added with the labels it claims if it is new.
 *
 * @throws unavailable when another key has this id: answered by 503, nothing is stored.
 * @throws invalid_data for labels that cannot be stored.
 */
export async function admitPeer(
  store: Store,
  events: Events,
  connection: Connection,
  claimedLabels: readonly string[],
  now: Micros,
): Promise<ClientRecord> {
  const { clientId } = connection.identity;
  const known = (await store.clients.get([clientId])).get(clientId);
  const record = known ?? (await enrol(store, events, connection, claimedLabels, now));
  if (!sameKey(record, connection.identity)) {
    events.keyMismatch(factsOf(connection));
    throw new FleetError(
      "unavailable",
      `client ${clientId} presents another key than the one stored`,
    );
  }
  return record;
}

/** What events say of a connection. */
export function factsOf(connection: Connection): {
  clientId: ClientId;
  address: string;
  transport: string;
} {
  return {
    clientId: connection.identity.clientId,
    address: connection.observedAddress,
    transport: connection.kind,
  };
}

function sameKey(record: ClientRecord, identity: PeerIdentity): boolean {
  return Buffer.compare(record.publicKey, identity.publicKey) === 0;
}

async function enrol(
  store: Store,
  events: Events,
  connection: Connection,
  claimedLabels: readonly string[],
  now: Micros,
): Promise<ClientRecord> {
  const { clientId, publicKey } = connection.identity;
  const labels = checkedLabels(claimedLabels).map((label) => ({
    serviceName: clientLabelService,
    label,
  }));
  const [outcome] = await store.clients.add([{ clientId, publicKey, labels, time: now }]);
  const record = (await store.clients.get([clientId])).get(clientId);
  if (record === undefined)
    throw new FleetError("internal", `client ${clientId} was added and is not there`);
  if (outcome === "added") events.clientEnrolled({ ...factsOf(connection), labels: claimedLabels });
  return record;
}

/** @throws invalid_data for more or longer labels than a client can have. */
export function checkedLabels(labels: readonly string[]): string[] {
  if (labels.length > maxLabels) {
    throw new FleetError(
      "invalid_data",
      `a client has at most ${maxLabels} labels, not ${labels.length}`,
    );
  }
  const tooLong = labels.find((label) => label.length > maxLabelLength);
  if (tooLong !== undefined) {
    const shown = `${tooLong.slice(0, 32)}…`;
    throw new FleetError(
      "invalid_data",
      `a label has at most ${maxLabelLength} characters: "${shown}"`,
    );
  }
  return [...new Set(labels)];
}
