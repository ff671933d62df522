/** fleet clients show: one client, and its latest contacts. */
import { FleetError } from "../../core/errors.ts";
import { adminMethods } from "../../proto/admin-methods.ts";
import type { ClientContact } from "../../proto/admin-types.ts";
import { connect, resolveClientId } from "../server/connect.ts";
import { formatTable, isoTime, showAge } from "../terminal/output.ts";
import { formatJson } from "../terminal/text.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { clientJson, clientState } from "./describe-client.ts";
import type { ListClientsOptions } from "./list-clients.ts";

const shownContacts = 10;

export async function showClient(
  terminal: Terminal,
  text: string,
  options: ListClientsOptions,
): Promise<void> {
  using admin = connect(options, terminal);
  const clientId = await resolveClientId(admin, text);
  const { clients } = await admin.call(adminMethods.listClients, { clientIds: [clientId] });
  const [client] = clients;
  if (client === undefined) throw unknownClient(clientId);
  const { contacts } = await admin.call(adminMethods.listClientContacts, { clientId });
  const latest = contacts.toSorted(byTime).slice(0, shownContacts);
  if (options.json) {
    const contactsJson = latest.map(contactJson);
    return await terminal.write(formatJson({ ...clientJson(client), contacts: contactsJson }));
  }
  const now = terminal.clock.now();
  const facts: [string, string][] = [
    ["client", client.clientId],
    ["state", clientState(client)],
    ["last contact", showAge(client.lastContactTime, now)],
    ["address", client.lastContactAddress],
    ["labels", client.labels.map(({ serviceName, label }) => `${serviceName}:${label}`).join(" ")],
  ];
  const columns = [
    { heading: "FACT", text: ([name]: (typeof facts)[number]) => name },
    { heading: "VALUE", text: ([, value]: (typeof facts)[number]) => value },
  ];
  await terminal.write(`${formatTable(columns, facts)}\n${formatTable(contactColumns, latest)}`);
}

/** A nonce that came back is the one that was sent before: anything else hints at a clone or a restored machine. */
const contactColumns = [
  { heading: "CONTACT", text: ({ timestamp }: ClientContact) => isoTime(timestamp) ?? "" },
  { heading: "ADDRESS", text: ({ observedAddress }: ClientContact) => observedAddress },
  { heading: "NONCE SENT", text: ({ sentNonce }: ClientContact) => hexNonce(sentNonce) },
  { heading: "RECEIVED", text: ({ receivedNonce }: ClientContact) => hexNonce(receivedNonce) },
];

function contactJson(contact: ClientContact) {
  return {
    timestamp: isoTime(contact.timestamp),
    observed_address: contact.observedAddress,
    sent_nonce: contact.sentNonce,
    received_nonce: contact.receivedNonce,
  };
}

function byTime(a: ClientContact, b: ClientContact): number {
  return (isoTime(b.timestamp) ?? "").localeCompare(isoTime(a.timestamp) ?? "");
}

function hexNonce(nonce: bigint): string {
  return nonce.toString(16).padStart(16, "0");
}

export function unknownClient(clientId: string): FleetError {
  return new FleetError("not_found", `the server knows no client ${clientId}`, {
    hint: "fleet clients list shows the clients that made contact.",
  });
}
