/** The operations about clients and their contacts (protocol.md 17). */
import type { ClientId } from "../../../core/ids.ts";
import { timestampFromMicros } from "../../../core/time.ts";
import type {
  AdminClient,
  ClientContact,
  ClientIdRequest,
  ClientIdsRequest,
  StreamClientIdsRequest,
} from "../../../proto/admin-types.ts";
import type { ClientRecord, ContactRecord, Store } from "../../../store/store.ts";
import type { AdminContext } from "../options.ts";
import { collect, microsOf, pageRows } from "./paging.ts";

const everyClient: StreamClientIdsRequest = {
  includeBlacklisted: true,
  lastContactAfter: undefined,
};

/** Those of the clients that are known, in the order of the request; without ids all clients, by id. */
export async function listClients(
  { store }: AdminContext,
  { clientIds }: ClientIdsRequest,
): Promise<{ clients: AdminClient[] }> {
  if (clientIds.length === 0) {
    const hint = "Read the ids with StreamClientIds and ask for them in parts.";
    const records = await collect("clients", pageClients(store, everyClient), hint);
    return { clients: records.map(describeClient) };
  }
  const known = await store.clients.get(clientIds);
  const records = clientIds.flatMap((clientId) => known.get(clientId) ?? []);
  return { clients: records.map(describeClient) };
}

export async function* streamClientIds(
  { store }: AdminContext,
  request: StreamClientIdsRequest,
): AsyncGenerator<ClientIdRequest> {
  for await (const { clientId } of pageClients(store, request)) yield { clientId };
}

async function* pageClients(
  store: Store,
  request: StreamClientIdsRequest,
): AsyncGenerator<ClientRecord> {
  const since = request.lastContactAfter;
  const lastContactAfter = since && microsOf("a last contact", since);
  let after: ClientId | undefined;
  for (;;) {
    const { includeBlacklisted } = request;
    const page = await store.clients.page({
      after,
      limit: pageRows,
      includeBlacklisted,
      lastContactAfter,
    });
    yield* page;
    after = page.at(-1)?.clientId;
    if (page.length < pageRows) return;
  }
}

function describeClient(record: ClientRecord): AdminClient {
  return {
    clientId: record.clientId,
    labels: record.labels,
    lastContactTime: timestampFromMicros(record.lastContactTime),
    lastContactAddress: record.lastContactAddress,
    lastClock: record.lastClock,
    blacklisted: record.blacklisted,
    lastContactStreamingTo: record.lastContactStreamingTo ?? "",
  };
}

/** Newest first; none for a client that is not known. */
export async function listClientContacts(
  { store }: AdminContext,
  { clientId }: ClientIdRequest,
): Promise<{ contacts: ClientContact[] }> {
  const contacts = pageContacts(store, clientId);
  return { contacts: await collect("contacts", contacts, "Read them with StreamClientContacts.") };
}

/** As listClientContacts, one by one. */
export async function* streamClientContacts(
  { store }: AdminContext,
  { clientId }: ClientIdRequest,
): AsyncGenerator<{ contact: ClientContact }> {
  for await (const contact of pageContacts(store, clientId)) yield { contact };
}

async function* pageContacts(store: Store, clientId: ClientId): AsyncGenerator<ClientContact> {
  let before: number | undefined;
  for (;;) {
    const page = await store.contacts.list(clientId, { before, limit: pageRows });
    yield* page.map(describeContact);
    before = page.at(-1)?.contactId;
    if (page.length < pageRows) return;
  }
}

function describeContact(record: ContactRecord): ClientContact {
  return {
    sentNonce: record.sentNonce,
    receivedNonce: record.receivedNonce,
    observedAddress: record.observedAddress,
    timestamp: timestampFromMicros(record.time),
  };
}

/** From now on the client gets nothing but a request to rekey, at once if it is connected. @throws not_found */
export async function blacklistClient(
  { store, notifier }: AdminContext,
  { clientId }: ClientIdRequest,
): Promise<Record<never, never>> {
  await store.clients.blacklist([clientId]);
  notifier.notify([clientId]);
  return {};
}
