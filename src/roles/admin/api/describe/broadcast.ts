/** Broadcasts of the store in the shapes of the API. */
import type { z } from "zod";

import { isBroadcastAlive, unlimitedBroadcast } from "../../../../core/broadcast.ts";
import { formatTimestamp } from "../../../../core/rfc3339.ts";
import type { Micros } from "../../../../core/time.ts";
import type { BroadcastRecord } from "../../../../store/store.ts";
import type { broadcast as shape } from "../shapes/broadcast.ts";

type Broadcast = z.input<typeof shape>;

export function describeBroadcast(record: BroadcastRecord, now: Micros): Broadcast {
  const { broadcast, limit, sent, allocated } = record;
  const { source, destination, expirationTime, groupName, data } = broadcast;
  return {
    broadcast_id: broadcast.broadcastId,
    source_service: source.serviceName,
    destination_service:
      destination.serviceName === "" ? source.serviceName : destination.serviceName,
    message_type: broadcast.messageType,
    required_labels: broadcast.requiredLabels.map(({ serviceName, label }) => ({
      service_name: serviceName,
      label,
    })),
    ...(expirationTime && { expiration_time: formatTimestamp(expirationTime) }),
    ...(groupName !== "" && { group_name: groupName }),
    ...(data && { data_bytes: data.value.byteLength }),
    state: stateOf(record, now),
    sent: Number(sent),
    ...(limit > 0n &&
      limit < unlimitedBroadcast && { limit: Number(limit), allocated: Number(allocated) }),
  };
}

function stateOf({ broadcast, limit, sent }: BroadcastRecord, now: Micros): Broadcast["state"] {
  if (limit === 0n) return "disabled";
  if (sent >= limit) return "complete";
  return isBroadcastAlive(broadcast, now) ? "active" : "expired";
}
