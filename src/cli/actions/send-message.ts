/** fleet message send */
import { newMessageId } from "../../core/ids.ts";
import { makeMessage } from "../../core/message.ts";
import { adminMethods } from "../../proto/admin-methods.ts";
import { connect, resolveClientId } from "../connect.ts";
import { type DataOptions, readData } from "../message-data.ts";
import { formatJson } from "../text.ts";
import type { Terminal } from "../terminal.ts";
import { type WaitOptions, printStatus, waitForResult } from "./message-status.ts";

export type SendOptions = WaitOptions & DataOptions;

export interface SendRequest extends WaitOptions, DataOptions {
  readonly client: string;
  readonly service: string;
  readonly type: string;
}

/** The service that messages of the command line come from. */
const sourceService = "fleet";

export async function sendMessage(terminal: Terminal, request: SendRequest): Promise<number> {
  const data = await readData(terminal, request);
  using client = connect(request, terminal);
  const clientId = await resolveClientId(client, request.client);
  // The id is ours, so that it is known whatever becomes of the call.
  const messageId = newMessageId();
  await client.call(adminMethods.insertMessage, {
    ...makeMessage({
      source: { clientId: undefined, serviceName: sourceService },
      destination: { clientId, serviceName: request.service },
      messageType: request.type,
    }),
    messageId,
    data,
  });
  if (!request.wait) {
    await terminal.write(request.json ? formatJson({ message_id: messageId }) : `${messageId}\n`);
    return 0;
  }
  const status = await waitForResult(client, messageId, request.timeout, terminal);
  return await printStatus(terminal, messageId, status, request.json ?? false);
}
