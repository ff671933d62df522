/** Clients as the server describes them, however many there are. */
import type { ClientId } from "../../core/ids.ts";
import { clientLabelService, hasLabels } from "../../core/labels.ts";
import { adminMethods } from "../../proto/admin-methods.ts";
import type { AdminClient as ClientDescription } from "../../proto/admin-types.ts";
import type { AdminClient } from "./admin-client.ts";

/** Asked for at once, so that no answer is larger than a server may send. */
const pageClients = 500;

/** @param labels that clients claim; those that have all of them. None: every client. */
export async function fetchClients(
  admin: AdminClient,
  labels: readonly string[] = [],
): Promise<ClientDescription[]> {
  const everyId = { includeBlacklisted: true, lastContactAfter: undefined };
  const clients: ClientDescription[] = [];
  let clientIds: ClientId[] = [];
  const fetchPage = async () => {
    if (clientIds.length === 0) return;
    clients.push(...(await admin.call(adminMethods.listClients, { clientIds })).clients);
    clientIds = [];
  };
  for await (const { clientId } of await admin.open(adminMethods.streamClientIds, everyId)) {
    clientIds.push(clientId);
    if (clientIds.length === pageClients) await fetchPage();
  }
  await fetchPage();
  const required = labels.map((label) => ({ serviceName: clientLabelService, label }));
  return clients.filter((client) => hasLabels(client.labels, required));
}
