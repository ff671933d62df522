/** fleet clients list */
import type { ServerChoice } from "../command.ts";
import type { ClientId } from "../../core/ids.ts";
import { adminMethods } from "../../proto/admin-methods.ts";
import type { AdminClient as ClientDescription } from "../../proto/admin-types.ts";
import type { AdminClient } from "../admin-client.ts";
import { connect } from "../connect.ts";
import { type Column, formatTable, showAge } from "../output.ts";
import { formatJson } from "../text.ts";
import type { Terminal } from "../terminal.ts";
import { clientJson, clientState } from "./describe-client.ts";

export interface ListClientsOptions extends ServerChoice {
  readonly json?: true;
}

/** Asked for at once, so that no answer is larger than a server may send. */
const pageClients = 500;

export async function listClients(terminal: Terminal, options: ListClientsOptions): Promise<void> {
  using client = connect(options, terminal);
  const clients = await fetchClients(client);
  if (options.json) {
    await terminal.write(formatJson(clients.map(clientJson)));
    return;
  }
  await terminal.write(formatTable(clientColumns(terminal.clock.now()), clients));
  if (clients.length === 0) await terminal.writeError("No client has made contact yet.\n");
}

async function fetchClients(client: AdminClient): Promise<ClientDescription[]> {
  const everyId = { includeBlacklisted: true, lastContactAfter: undefined };
  const clients: ClientDescription[] = [];
  let clientIds: ClientId[] = [];
  const fetchPage = async () => {
    if (clientIds.length === 0) return;
    clients.push(...(await client.call(adminMethods.listClients, { clientIds })).clients);
    clientIds = [];
  };
  for await (const { clientId } of await client.open(adminMethods.streamClientIds, everyId)) {
    clientIds.push(clientId);
    if (clientIds.length === pageClients) await fetchPage();
  }
  await fetchPage();
  return clients;
}

function clientColumns(nowMs: number): Column<ClientDescription>[] {
  return [
    { heading: "CLIENT", text: ({ clientId }) => clientId },
    { heading: "STATE", text: clientState },
    { heading: "LAST CONTACT", text: ({ lastContactTime }) => showAge(lastContactTime, nowMs) },
    { heading: "ADDRESS", text: ({ lastContactAddress }) => lastContactAddress },
    { heading: "LABELS", text: ({ labels }) => labels.map(({ label }) => label).join(" ") },
  ];
}
