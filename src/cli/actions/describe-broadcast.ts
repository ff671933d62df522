/** How a broadcast and its progress are described. */
import { unlimitedBroadcast } from "../../core/broadcast.ts";
import { msFromTimestamp } from "../../core/time.ts";
import type { BroadcastProgress } from "../../proto/admin-types.ts";
import { isoTime } from "../terminal/output.ts";

/** "active", or why no further client gets it. */
export function broadcastState(
  { broadcast, limit, sent }: BroadcastProgress,
  nowMs: number,
): "active" | "disabled" | "expired" | "complete" {
  if (limit === 0n) return "disabled";
  const { expirationTime } = broadcast;
  if (expirationTime !== undefined && msFromTimestamp(expirationTime) <= nowMs) return "expired";
  return sent >= limit ? "complete" : "active";
}

export function showLimit(limit: bigint): string {
  return limit === unlimitedBroadcast ? "unlimited" : limit.toString();
}

/** Named as in the protocol. */
export function broadcastJson(progress: BroadcastProgress, nowMs: number) {
  const { broadcast, limit, sent, allocated } = progress;
  return {
    broadcast_id: broadcast.broadcastId,
    state: broadcastState(progress, nowMs),
    source_service: broadcast.source.serviceName,
    destination_service: broadcast.destination.serviceName || broadcast.source.serviceName,
    message_type: broadcast.messageType,
    required_labels: broadcast.requiredLabels.map(({ label }) => label),
    expiration_time: isoTime(broadcast.expirationTime),
    group_name: broadcast.groupName || undefined,
    limit: limit === unlimitedBroadcast ? undefined : limit,
    sent,
    allocated,
  };
}
