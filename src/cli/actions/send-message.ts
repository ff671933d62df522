/** fleet message send */
import { FleetError } from "../../core/errors.ts";
import { messageIdForKey, newMessageId } from "../../core/ids.ts";
import { makeMessage } from "../../core/message.ts";
import { adminMethods } from "../../proto/admin-methods.ts";
import { type SelectionOptions, isSelection } from "../server/selection-options.ts";
import { connect, resolveClientId } from "../server/connect.ts";
import { type DataOptions, readData } from "../message-data.ts";
import { formatJson } from "../terminal/text.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { insertAgain } from "./insert-again.ts";
import { type WaitOptions, printStatus, waitForResult } from "./message-status.ts";
import { sendToMany, sourceService } from "./send-to-many.ts";

export interface SendOptions extends WaitOptions, DataOptions, SelectionOptions {
  readonly yes?: true;
  readonly idempotency_key?: string;
}

/** @param words CLIENT SERVICE TYPE, or SERVICE TYPE where options choose the clients. */
export async function sendMessage(
  terminal: Terminal,
  words: readonly string[],
  options: SendOptions,
): Promise<number> {
  const [type, service, client, surplus] = words.toReversed();
  const isMany = isSelection(options);
  const isSurplus = (isMany ? client : surplus) !== undefined;
  const isShort = type === undefined || service === undefined || (!isMany && client === undefined);
  if (isSurplus || isShort) throw wrongWords(words, isMany);
  if (client === undefined) return await sendToMany(terminal, { ...options, service, type });
  return await sendToOne(terminal, client, { ...options, service, type });
}

function wrongWords(words: readonly string[], isMany: boolean): FleetError {
  const wanted = isMany
    ? "a service and a message type, as the clients are chosen by options"
    : "a client, a service and a message type";
  return new FleetError(
    "invalid_argument",
    `fleet message send takes ${wanted}; ${words.length} given`,
    {
      hint:
        "Write: fleet message send CLIENT SERVICE TYPE, or for many clients " +
        "fleet message send SERVICE TYPE with --client, --clients_from, --label or --all.",
    },
  );
}

async function sendToOne(
  terminal: Terminal,
  clientText: string,
  request: SendOptions & { readonly service: string; readonly type: string },
): Promise<number> {
  const data = await readData(terminal, request);
  using client = connect(request, terminal);
  const clientId = await resolveClientId(client, clientText);
  // The id is ours, so that it is known whatever becomes of the call.
  const { idempotency_key: key } = request;
  const messageId =
    key === undefined ? newMessageId() : messageIdForKey(key, clientId, request.service);
  const message = makeMessage({
    source: { clientId: undefined, serviceName: sourceService },
    destination: { clientId, serviceName: request.service },
    messageType: request.type,
  });
  await insertAgain(terminal, () =>
    client.call(adminMethods.insertMessage, { ...message, messageId, data }),
  );
  if (!request.wait) {
    const json = formatJson({ client_id: clientId, message_id: messageId, state: "sent" });
    await terminal.write(request.json ? json : `${messageId}\n`);
    return 0;
  }
  const status = await waitForResult(client, messageId, request.timeout, terminal);
  return await printStatus(terminal, messageId, status, request.json ?? false);
}
