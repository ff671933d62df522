/** Messages of the store in the shapes of the API. */
import type { z } from "zod";

import type { Address, IdentifiedMessage, MessageResult } from "../../../../core/message.ts";
import { formatTimestamp } from "../../../../core/rfc3339.ts";
import type { MessageLife } from "../../../../store/store.ts";
import type { address } from "../shapes/basic.ts";
import type { message, messageDetails, messageState } from "../shapes/message.ts";
import { describePayload } from "./payload.ts";

export function describeAddress({ clientId, serviceName }: Address): z.input<typeof address> {
  return { ...(clientId !== undefined && { client_id: clientId }), service_name: serviceName };
}

export function stateOf(result: MessageResult | undefined): z.input<typeof messageState> {
  if (result === undefined) return "pending";
  return result.failed ? "failed" : "processed";
}

/** @param tries how often it was handed out. */
export function describeMessage(stored: IdentifiedMessage, tries: number): z.input<typeof message> {
  const { result, data } = stored;
  return {
    message_id: stored.messageId,
    source: describeAddress(stored.source),
    destination: describeAddress(stored.destination),
    message_type: stored.messageType,
    creation_time: formatTimestamp(stored.creationTime),
    state: stateOf(result),
    ...(result?.failed && { failed_reason: result.failedReason }),
    ...(result?.processedTime && { processed_time: formatTimestamp(result.processedTime) }),
    tries,
    ...(data && { data_bytes: data.value.byteLength }),
  };
}

export function describeMessageDetails(
  stored: IdentifiedMessage,
  life: MessageLife | undefined,
): z.input<typeof messageDetails> {
  const { data, annotations, background, priority } = stored;
  return {
    ...describeMessage(stored, life?.tries ?? 0),
    ...(data && { data: describePayload(data) }),
    annotations: annotations.map(({ key, value }) => ({ key, value })),
    background,
    priority,
  };
}
