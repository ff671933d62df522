/**
 * What a service process may say over its channel, and what becomes of it: its messages go to the server or to services
 * of this client, StartupData and Heartbeat to who watches over it (protocol.md 9).
 *
 * It cannot speak as the client: of what it writes only content and destination count, and nothing goes to the server's
 * "system" service.
 */
import { describeThrown, toFleetError } from "../../../../core/errors.ts";
import { type Message, systemService } from "../../../../core/message.ts";
import { type StartupData, decodeStartupData } from "../../../../proto/service-codec.ts";
import type { OutgoingMessage, ServiceContext } from "../service.ts";
import type { LocalChannel } from "./local-channel.ts";
import { Window } from "./window.ts";

export interface PeerHandlers {
  /** @param startup as the process says; nothing of it is proven. */
  onStartup(startup: StartupData): void;
  onHeartbeat(): void;
  /** The message is on the disk, or can never be sent. */
  onTaken(message: Message): void;
}

/** Messages that are on their way to the disk while the next ones are read: they share a write. */
const ahead = { maxItems: 32, maxBytes: 2 * 1024 * 1024 };

/** protocol.md 2. */
const maxSourceMessageIdHex = 32;

/**
 * Deals with the peer's messages, in order, until it closes the channel; while the outbox is full it soon reads nothing.
 * @throws as LocalChannel.read; the reason of the service's signal when that is stopped.
 */
export async function servePeer(
  channel: LocalChannel,
  context: ServiceContext,
  handlers: PeerHandlers,
): Promise<void> {
  const window = new Window(ahead);
  try {
    for (;;) {
      const message = await channel.read();
      if (!message) return await window.end();
      if (message.destination.serviceName === systemService) takeSystem(message, context, handlers);
      else {
        const bytes = message.data?.value.length ?? 0;
        await window.add(bytes, async () => {
          await forward(message, context);
          handlers.onTaken(message);
        });
      }
    }
  } finally {
    // A peer that comes again and again would else leave more behind each time than may be on its way.
    await window.settled();
  }
}

function takeSystem(message: Message, { name, log }: ServiceContext, handlers: PeerHandlers): void {
  switch (message.messageType) {
    case "StartupData":
      handlers.onStartup(decodeStartupData(message.data?.value ?? new Uint8Array()));
      return;
    case "Heartbeat":
      handlers.onHeartbeat();
      return;
    default:
      log.warn("a system message {type} of service {serviceName} is dropped: it may not send any", {
        serviceName: name,
        type: message.messageType,
      });
  }
}

async function forward(message: Message, context: ServiceContext): Promise<void> {
  try {
    await context.send(outgoingOf(message));
  } catch (thrown) {
    // Only what no attempt can change is the message's fault.
    const { code } = toFleetError(thrown);
    if (code !== "invalid_argument" && code !== "not_found") throw thrown;
    context.log.warn("a message {type} of service {serviceName} cannot be sent: {error}", {
      serviceName: context.name,
      type: message.messageType,
      error: describeThrown(thrown),
    });
  }
}

function outgoingOf(message: Message): OutgoingMessage {
  const { messageType, data, priority, background, annotations, destination } = message;
  const { sourceMessageId } = message;
  const toNobody = destination.clientId === undefined && destination.serviceName === "";
  return {
    ...{ messageType, data, priority, background, annotations },
    sourceMessageId: sourceMessageId.length > maxSourceMessageIdHex ? "" : sourceMessageId,
    ...(!toNobody && { destination }),
  };
}
