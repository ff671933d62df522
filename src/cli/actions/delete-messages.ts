/** fleet message delete: takes back single messages, or everything that waits for clients. */
import { FleetError } from "../../core/errors.ts";
import { type ClientId, type MessageId, parseMessageId } from "../../core/ids.ts";
import { adminMethods } from "../../proto/admin-methods.ts";
import { apiMethod } from "../../roles/admin/api/grpc-methods.ts";
import type { AdminClient } from "../server/admin-client.ts";
import { connect, resolveClientIds } from "../server/connect.ts";
import { formatJson } from "../terminal/text.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { ListClientsOptions } from "./list-clients.ts";

const messageIdDigits = 64;

/** @param texts ids of messages, or of clients. @throws not_found or conflict for a message that is not pending. */
export async function deleteMessages(
  terminal: Terminal,
  texts: readonly string[],
  options: ListClientsOptions,
): Promise<void> {
  const isMessage = (text: string) => text.length === messageIdDigits;
  const messageIds = texts.filter(isMessage).map(parseMessageId);
  const clientTexts = texts.filter((text) => !isMessage(text));
  using admin = connect(options, terminal);
  const clientIds = await resolveClientIds(admin, clientTexts);
  const left = messageIds.length > 0 ? await deleteSingle(admin, messageIds) : [];
  const single = messageIds.length - left.length;
  const count = BigInt(single) + (clientIds.length > 0 ? await deleteAllFor(admin, clientIds) : 0n);
  const json = formatJson({ deleted: count, client_ids: clientIds, message_ids: messageIds });
  await terminal.write(options.json ? json : `${describeCount(count)} deleted\n`);
  const [first] = left;
  if (first !== undefined) throw first;
}

function describeCount(count: bigint): string {
  return count === 1n ? "1 pending message" : `${count} pending messages`;
}

async function deleteAllFor(admin: AdminClient, clientIds: readonly ClientId[]): Promise<bigint> {
  const { count } = await admin.call(adminMethods.getPendingMessageCount, { clientIds });
  await admin.call(adminMethods.deletePendingMessages, { clientIds });
  return count;
}

/** @returns an error for each that could not be deleted. */
async function deleteSingle(
  admin: AdminClient,
  messageIds: readonly MessageId[],
): Promise<FleetError[]> {
  const { outcomes } = await admin.call(apiMethod("delete_messages"), {
    message_ids: [...messageIds],
  });
  return messageIds.flatMap((messageId, index) => {
    const outcome = outcomes[index] ?? "unknown";
    if (outcome === "deleted") return [];
    return [outcome === "done" ? alreadyDone(messageId) : unknownMessage(messageId)];
  });
}

function alreadyDone(messageId: MessageId): FleetError {
  return new FleetError("conflict", `message ${messageId} is done: nothing is left to delete`, {
    hint: `See: fleet message status ${messageId}`,
  });
}

export function unknownMessage(messageId: MessageId): FleetError {
  return new FleetError("not_found", `the server has no message ${messageId}`, {
    hint: "Messages that are done are forgotten after a while; is this the server it was sent by?",
  });
}
