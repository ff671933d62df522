/** Messages of the store in the shapes of the API. */
import type { z } from "zod";

import type { Address, IdentifiedMessage, MessageResult } from "../../../../core/message.ts";
import { formatTimestamp } from "../../../../core/rfc3339.ts";
import type { ListedMessage } from "../../../../store/reports.ts";
import type { MessageLife } from "../../../../store/store.ts";
import type { address } from "../shapes/basic.ts";
import type { message, messageDetails, messageState } from "../shapes/message.ts";
import { describePayload } from "./payload.ts";

function describeAddress({ clientId, serviceName }: Address): z.input<typeof address> {
  return { ...(clientId !== undefined && { client_id: clientId }), service_name: serviceName };
}

export function describeListedMessage(listed: ListedMessage): z.input<typeof message> {
  const { result, data } = listed;
  return {
    message_id: listed.messageId,
    source: describeAddress(listed.source),
    destination: describeAddress(listed.destination),
    message_type: listed.messageType,
    creation_time: formatTimestamp(listed.creationTime),
    state: listed.state,
    ...(result?.failed && { failed_reason: result.failedReason }),
    ...(result?.processedTime && { processed_time: formatTimestamp(result.processedTime) }),
    tries: listed.tries,
    ...(data && { data_bytes: data.bytes }),
  };
}

export function describeMessageDetails(
  stored: IdentifiedMessage,
  life: MessageLife | undefined,
): z.input<typeof messageDetails> {
  const { data, result, annotations, background, priority } = stored;
  // Without its value a payload keeps its type.
  const kept = data && { typeUrl: data.typeUrl, bytes: data.value.byteLength };
  const listed = { ...stored, state: stateOf(result), tries: life?.tries ?? 0, data: kept };
  return {
    ...describeListedMessage(listed),
    ...(data && { data: describePayload(data) }),
    annotations: annotations.map(({ key, value }) => ({ key, value })),
    background,
    priority,
  };
}

function stateOf(result: MessageResult | undefined): z.input<typeof messageState> {
  if (result === undefined) return "pending";
  return result.failed ? "failed" : "processed";
}
