/** InsertMessage: a message for a client, or for a server service (protocol.md 17). */
import { FleetError } from "../../../core/errors.ts";
import { newMessageId } from "../../../core/ids.ts";
import { type IdentifiedMessage, type Message, maxMessageBytes } from "../../../core/message.ts";
import { microsFromMs, timestampFromMs } from "../../../core/time.ts";
import { encodeMessage } from "../../../proto/codec.ts";
import type { AdminContext } from "../options.ts";

/**
 * Stores a message, then tells whoever holds the client's stream. One with the id of a message that exists changes
 * nothing and is no error: callers that got no answer repeat themselves.
 *
 * @throws invalid_argument without both service names or over 2 MiB, not_found when the client is not known.
 */
export async function insertMessage(
  context: AdminContext,
  inserted: Message,
): Promise<Record<never, never>> {
  const message = identify(context, inserted);
  checkMessage(message);
  if (message.destination.clientId !== undefined) await storeForClient(context, message);
  else if (context.acceptServerMessage) await context.acceptServerMessage(message);
  else await storeOne(context, message);
  return {};
}

function identify({ clock }: AdminContext, message: Message): IdentifiedMessage {
  return {
    ...message,
    messageId: message.messageId ?? newMessageId(),
    creationTime: message.creationTime ?? timestampFromMs(clock.now()),
  };
}

function checkMessage(message: IdentifiedMessage): void {
  if (message.destination.serviceName === "") throw missing("destination.service_name");
  if (message.source.serviceName === "") throw missing("source.service_name");
  const bytes = encodeMessage(message).byteLength;
  if (bytes <= maxMessageBytes) return;
  throw new FleetError("invalid_argument", `cannot insert a message of ${bytes} bytes`, {
    hint: `A message has at most ${maxMessageBytes} bytes; send larger data as a file (StoreFile).`,
  });
}

function missing(field: string): FleetError {
  return new FleetError("invalid_argument", `cannot insert a message without ${field}`);
}

async function storeForClient(context: AdminContext, message: IdentifiedMessage): Promise<void> {
  const { clientId } = message.destination;
  const outcome = await storeOne(context, message);
  if (outcome === "unknown_client") {
    throw new FleetError(
      "not_found",
      `cannot insert a message for client ${clientId}: it is not known`,
      {
        hint: "fleet clients list shows the clients that made contact.",
      },
    );
  }
  if (clientId !== undefined) context.notifier.notify([clientId]);
}

async function storeOne(context: AdminContext, message: IdentifiedMessage) {
  const { store, clock, messageEvents } = context;
  const dueTime = microsFromMs(clock.now());
  const [outcome] = await store.messages.store([{ message, contactId: undefined, dueTime }]);
  if (outcome === "stored") messageEvents?.messagesInserted([message]);
  return outcome;
}
