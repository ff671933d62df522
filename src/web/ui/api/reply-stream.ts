/** The replies to one message as they arrive, with their payloads; the store keeps a payload only until it is processed. */
import { pathOf } from "./client.ts";
import type { MessageDetail } from "./types.ts";

export interface ReplyStream {
  /** Resolves when nothing can be missed any more: the message may be sent. */
  readonly opened: Promise<void>;
  readonly close: () => void;
}

/** How long to wait for the stream. Without it the message is sent all the same; then only its trace is shown. */
const openMs = 3000;

export function watchReplies(messageId: string, take: (reply: MessageDetail) => void): ReplyStream {
  const source = new EventSource(`/api/v1${pathOf("messages", messageId, "replies", "watch")}`);
  const opened = new Promise<void>((resolve) => {
    source.addEventListener("open", () => resolve());
    source.addEventListener("error", () => resolve());
    setTimeout(resolve, openMs);
  });
  source.addEventListener("message", (event: MessageEvent<unknown>) => {
    if (typeof event.data === "string") take(JSON.parse(event.data) as MessageDetail);
  });
  return { opened, close: () => source.close() };
}

/** The id of a message that the page makes, so that its replies can be watched before it is sent. */
export function newMessageId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
