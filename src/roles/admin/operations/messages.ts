/** The operations about messages that are stored (protocol.md 13 and 17). */
import { FleetError } from "../../../core/errors.ts";
import type { MessageId } from "../../../core/ids.ts";
import { type IdentifiedMessage, type MessageResult, failureAt } from "../../../core/message.ts";
import { timestampFromMs } from "../../../core/time.ts";
import type {
  ClientIdsRequest,
  DeleteOutcome,
  MessageStatus,
  PendingMessagesRequest,
} from "../../../proto/admin-types.ts";
import type { ResultOutcome } from "../../../store/store.ts";
import type { AdminContext } from "../options.ts";
import { countOf } from "./paging.ts";

/** Messages read from the store at once: with payload each may have 2 MiB. */
const pageMessages = 32;
const maxAnswerBytes = 64 * 1024 * 1024;
/** Of a message without its payload, roughly. */
const envelopeBytes = 256;

/** An unknown id gives an empty status. */
export async function getMessageStatus(
  { store }: AdminContext,
  { messageId }: { readonly messageId: MessageId },
): Promise<MessageStatus> {
  const life = (await store.messages.life([messageId])).get(messageId);
  return { creationTime: life?.creationTime, result: life?.result };
}

/**
 * Pending messages for the clients, oldest first; a limit of 0 is none.
 * @throws resource_exhausted when the answer would have over 64 MiB.
 */
export async function getPendingMessages(
  { store }: AdminContext,
  request: PendingMessagesRequest,
): Promise<{ messages: IdentifiedMessage[] }> {
  const { clientIds, wantData } = request;
  const offset = countOf("an offset", request.offset);
  const wanted = request.limit === 0n ? Number.MAX_SAFE_INTEGER : countOf("a limit", request.limit);
  const messages: IdentifiedMessage[] = [];
  let bytes = 0;
  while (messages.length < wanted) {
    const limit = Math.min(wantData ? pageMessages : 1000, wanted - messages.length);
    const page = await store.messages.pending({
      clientIds,
      offset: offset + messages.length,
      limit,
      wantData,
    });
    messages.push(...page);
    bytes += page.reduce((sum, message) => sum + sizeOf(message), 0);
    if (bytes > maxAnswerBytes) throw answerTooLarge();
    if (page.length < limit) break;
  }
  return { messages };
}

function sizeOf({ data, annotations }: IdentifiedMessage): number {
  const noted = annotations.reduce((sum, { key, value }) => sum + key.length + value.length, 0);
  return envelopeBytes + (data?.value.byteLength ?? 0) + noted;
}

function answerTooLarge(): FleetError {
  const message = `cannot list pending messages of over ${maxAnswerBytes} bytes in one answer`;
  return new FleetError("resource_exhausted", message, {
    hint: "Ask for them in parts with offset and limit, or without want_data.",
  });
}

export async function getPendingMessageCount(
  { store }: AdminContext,
  { clientIds }: ClientIdsRequest,
): Promise<{ count: bigint }> {
  return { count: BigInt(await store.messages.countPending(clientIds)) };
}

/** Gives every pending message for the clients a failed result. */
export async function deletePendingMessages(
  context: AdminContext,
  { clientIds }: ClientIdsRequest,
): Promise<Record<never, never>> {
  const count = await context.store.messages.deletePending(clientIds, removed(context));
  context.messageEvents?.pendingRemoved(clientIds, count);
  return {};
}

const deleteOutcomes: Readonly<Record<ResultOutcome, DeleteOutcome>> = {
  set: "deleted",
  kept: "done",
  foreign: "done",
  unknown: "unknown",
};

/** As deletePendingMessages, for single messages; one that has a result keeps it. */
export async function deleteMessages(
  context: AdminContext,
  { messageIds }: { readonly messageIds: readonly MessageId[] },
): Promise<{ outcomes: DeleteOutcome[] }> {
  const result = removed(context);
  const changes = messageIds.map((messageId) => ({ messageId, result, onlyForClient: undefined }));
  const outcomes = await context.store.messages.setResults(changes);
  const ended = messageIds.filter((_, index) => outcomes[index] === "set");
  context.messageEvents?.messagesRemoved(ended, result.failedReason);
  return { outcomes: outcomes.map((outcome) => deleteOutcomes[outcome]) };
}

function removed({ clock }: AdminContext): MessageResult {
  return failureAt(timestampFromMs(clock.now()), "Removed by admin action.");
}
