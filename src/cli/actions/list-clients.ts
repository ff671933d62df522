/** fleet clients list */
import type { ServerChoice } from "../command.ts";
import type { AdminClient as ClientDescription } from "../../proto/admin-types.ts";
import { connect } from "../server/connect.ts";
import { fetchClients } from "../server/fetch-clients.ts";
import { type Column, formatTable, showAge } from "../terminal/output.ts";
import { formatJson } from "../terminal/text.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { clientJson, clientState } from "./describe-client.ts";

export interface ListClientsOptions extends ServerChoice {
  readonly json?: true;
}

export interface ListOptions extends ListClientsOptions {
  /** Only clients that have all of them. */
  readonly label?: readonly string[];
}

export async function listClients(terminal: Terminal, options: ListOptions): Promise<void> {
  using client = connect(options, terminal);
  const { label = [] } = options;
  const clients = await fetchClients(client, label);
  if (options.json) {
    await terminal.write(formatJson(clients.map(clientJson)));
    return;
  }
  await terminal.write(formatTable(clientColumns(terminal.clock.now()), clients));
  if (clients.length > 0) return;
  const none =
    label.length > 0 ? "No client has these labels.\n" : "No client has made contact yet.\n";
  await terminal.writeError(none);
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
