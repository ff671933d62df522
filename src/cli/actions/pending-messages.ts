/** fleet message pending */
import type { ServerChoice } from "../command.ts";
import type { IdentifiedMessage } from "../../core/message.ts";
import { adminMethods } from "../../proto/admin-methods.ts";
import { connect, resolveClientId } from "../server/connect.ts";
import { type Column, formatTable, isoTime, showAge } from "../terminal/output.ts";
import { formatJson } from "../terminal/text.ts";
import type { Terminal } from "../terminal/terminal.ts";

export interface PendingOptions extends ServerChoice {
  readonly limit: number;
  readonly json?: true;
}

export async function listPending(
  terminal: Terminal,
  clientText: string,
  options: PendingOptions,
): Promise<void> {
  using client = connect(options, terminal);
  const clientId = await resolveClientId(client, clientText);
  const { messages } = await client.call(adminMethods.getPendingMessages, {
    clientIds: [clientId],
    offset: 0n,
    limit: BigInt(options.limit),
    wantData: false,
  });
  const text = options.json
    ? formatJson(messages.map(messageJson))
    : formatTable(messageColumns(terminal.clock.now()), messages);
  await terminal.write(text);
}

function messageColumns(nowMs: number): Column<IdentifiedMessage>[] {
  return [
    { heading: "MESSAGE", text: ({ messageId }) => messageId },
    { heading: "SERVICE", text: ({ destination }) => destination.serviceName },
    { heading: "TYPE", text: ({ messageType }) => messageType },
    { heading: "PRIORITY", text: ({ priority }) => priority },
    { heading: "CREATED", text: ({ creationTime }) => showAge(creationTime, nowMs) },
  ];
}

/** Named as in the protocol (protocol.md 2, Message). */
function messageJson(message: IdentifiedMessage) {
  return {
    message_id: message.messageId,
    source_service: message.source.serviceName,
    destination_service: message.destination.serviceName,
    client_id: message.destination.clientId,
    message_type: message.messageType,
    priority: message.priority,
    creation_time: isoTime(message.creationTime),
    data_type: message.data?.typeUrl,
  };
}
