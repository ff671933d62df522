/** What a client answers to a message, with payloads, as it arrives. */
import { z } from "zod";

import type { MessageFeed } from "../../../../observability/events.ts";
import { MessageWatch, type WatchLimits } from "../../operations/watch-messages.ts";
import { WatchPlaces } from "../../operations/watch-places.ts";
import { describeMessageDetails } from "../describe/message.ts";
import { defineStream } from "../operation.ts";
import { sampleMessageId } from "../samples.ts";
import { messageIdInput } from "../shapes/basic.ts";
import { messageDetails } from "../shapes/message.ts";

const limits: WatchLimits = { maxMessages: 1000, maxBytes: 32 * 1024 * 1024 };
const watching = new WeakMap<MessageFeed, WatchPlaces>();

export const watchMessageReplies = defineStream({
  name: "watch_message_replies",
  summary: "watch what a client answers to a message",
  description:
    "From now on: choose the message's id, watch, and send it then. What a command writes is in the payloads, which the store does not keep; the last answer of a command has the annotation fleet.exit_code.",
  scope: "read",
  http: "GET /messages/{message_id}/replies/watch",
  input: z.strictObject({ message_id: messageIdInput }),
  output: messageDetails,
  examples: [{ summary: "of one message", input: { message_id: sampleMessageId } }],
  stream({ messageFeed }, { message_id: inReplyTo }, { signal, caller }) {
    const leave = placesOf(messageFeed).enter(caller, signal);
    const request = { serviceName: "", clientIds: [], inReplyTo };
    return describeAll(new MessageWatch(messageFeed, request, signal, limits), leave);
  },
});

function placesOf(feed: MessageFeed): WatchPlaces {
  const places = watching.get(feed) ?? new WatchPlaces("replies");
  watching.set(feed, places);
  return places;
}

async function* describeAll(
  watch: MessageWatch,
  leave: () => void,
): AsyncGenerator<z.input<typeof messageDetails>> {
  try {
    for await (const message of watch) yield describeMessageDetails(message, undefined);
  } finally {
    leave();
  }
}
