/** fleet message send */
import { readFile } from "node:fs/promises";

import { FleetError, describeThrown } from "../../core/errors.ts";
import { newMessageId } from "../../core/ids.ts";
import { type AnyData, makeMessage, maxMessageBytes } from "../../core/message.ts";
import { adminMethods } from "../../proto/admin-methods.ts";
import { connect, resolveClientId } from "../connect.ts";
import { formatJson } from "../text.ts";
import type { Terminal } from "../terminal.ts";
import { packText } from "../text-value.ts";
import { type WaitOptions, printStatus, waitForResult } from "./message-status.ts";

export interface SendOptions extends WaitOptions {
  readonly data_file?: string;
  readonly type_url?: string;
  readonly text?: string;
}

export interface SendRequest extends SendOptions {
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

async function readData(terminal: Terminal, options: SendOptions): Promise<AnyData | undefined> {
  const { text, data_file: file, type_url: typeUrl } = options;
  if (text !== undefined) {
    if (file === undefined && typeUrl === undefined) return packText(text);
    throw new FleetError(
      "invalid_argument",
      "--text has its own type and stands without --data_file and --type_url",
    );
  }
  if (file === undefined && typeUrl === undefined) return undefined;
  if (file === undefined || typeUrl === undefined) {
    throw new FleetError("invalid_argument", "--data_file and --type_url belong together", {
      hint: "The type of the data is a name such as fleetspeak.stdinservice.InputMessage.",
    });
  }
  const value = file === "-" ? await terminal.readInput(maxMessageBytes) : await readDataFile(file);
  return { typeUrl: typeUrl.includes("/") ? typeUrl : `type.googleapis.com/${typeUrl}`, value };
}

async function readDataFile(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (thrown) {
    throw new FleetError(
      "invalid_argument",
      `cannot read --data_file "${path}": ${describeThrown(thrown)}`,
    );
  }
}
