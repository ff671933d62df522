/** fleet message list: messages, the newest first. */
import { type InputOf, type OutputOf, apiMethod } from "../../roles/admin/api/grpc-methods.ts";
import type { AdminClient } from "../server/admin-client.ts";
import type { ServerChoice } from "../command.ts";
import { connect, resolveClientId } from "../server/connect.ts";
import { type Column, formatTable } from "../terminal/output.ts";
import { formatJson } from "../terminal/text.ts";
import type { Terminal } from "../terminal/terminal.ts";

type Input = InputOf<"list_messages">;
type Message = OutputOf<"list_messages">["messages"][number];

export interface ListMessagesOptions extends ServerChoice {
  readonly client?: string;
  readonly direction?: NonNullable<Input["direction"]>;
  readonly service?: string;
  readonly type?: string;
  readonly state?: NonNullable<Input["state"]>;
  readonly after?: string;
  readonly before?: string;
  readonly limit: number;
  readonly json?: true;
}

const columns: Column<Message>[] = [
  { heading: "MESSAGE", text: ({ message_id: id }) => id },
  { heading: "CREATED", text: ({ creation_time: time }) => time },
  { heading: "FROM", text: ({ source }) => placeOf(source) },
  { heading: "TO", text: ({ destination }) => placeOf(destination) },
  { heading: "TYPE", text: ({ message_type: type }) => type },
  { heading: "STATE", text: ({ state }) => state },
  { heading: "REASON", text: ({ failed_reason: reason }) => reason ?? "" },
];

function placeOf({ client_id: clientId, service_name: service }: Message["source"]): string {
  return clientId === undefined ? service : `${clientId}/${service}`;
}

export async function listMessages(
  terminal: Terminal,
  options: ListMessagesOptions,
): Promise<void> {
  using admin = connect(options, terminal);
  const { client, direction, service, type, state, after, before, limit, json } = options;
  const clientId = client === undefined ? undefined : await resolveClientId(admin, client);
  const filters = { client_id: clientId, direction, service, message_type: type, state };
  const messages = await fetchMessages(admin, { ...filters, after, before }, limit);
  if (json) return await terminal.write(formatJson(messages));
  await terminal.write(formatTable(columns, messages));
  if (messages.length === 0) await terminal.writeError("There is no such message.\n");
}

const pageRows = 1000;

async function fetchMessages(
  admin: AdminClient,
  filters: Input,
  limit: number,
): Promise<Message[]> {
  const messages: Message[] = [];
  let cursor: string | undefined;
  do {
    const rows = Math.min(limit - messages.length, pageRows);
    const input = { ...filters, limit: rows, cursor };
    const page = await admin.call(apiMethod("list_messages"), input);
    messages.push(...page.messages);
    cursor = page.next_cursor;
  } while (cursor !== undefined && messages.length < limit);
  return messages;
}
