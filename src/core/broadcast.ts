/**
 * Broadcasts: a template that each eligible client gets once (protocol.md 12).
 */
import { type AllocationId, type BroadcastId, type ClientId, newMessageId } from "./ids.ts";
import type { Label } from "./labels.ts";
import { type Address, type AnyData, type IdentifiedMessage, makeMessage } from "./message.ts";
import { type Micros, type Timestamp, microsFromTimestamp } from "./time.ts";

/** The limit that means "no limit": the largest int64. */
export const unlimitedBroadcast = 2n ** 63n - 1n;

export interface Broadcast {
  readonly broadcastId: BroadcastId;
  readonly source: Address;
  /** An empty service name means the source's. */
  readonly destination: Address;
  readonly messageType: string;
  readonly requiredLabels: readonly Label[];
  /** undefined: never. */
  readonly expirationTime: Timestamp | undefined;
  readonly data: AnyData | undefined;
  /** Broadcasts of one group replace one another; empty: of no group. */
  readonly groupName: string;
}

/** A server's right to send a broadcast to so many clients before it expires. */
export interface BroadcastAllocation {
  readonly allocationId: AllocationId;
  readonly broadcastId: BroadcastId;
  readonly limit: bigint;
  readonly expirationTime: Micros;
}

/** How many of `limit` a server takes at once: a fifth of what is left, at least one. */
export function allocationSize(limit: bigint, sent: bigint, allocated: bigint): bigint {
  const left = limit - sent - allocated;
  if (left <= 0n) return 0n;
  const fifth = left / 5n;
  return fifth > 0n ? fifth : 1n;
}

/** Whether it has not expired at `now`. */
export function isBroadcastAlive({ expirationTime }: Broadcast, now: Micros): boolean {
  return expirationTime === undefined || microsFromTimestamp(expirationTime) > now;
}

/** The message that one client gets of a broadcast. */
export function makeBroadcastMessage(
  { source, destination, messageType, data }: Broadcast,
  clientId: ClientId,
  creationTime: Timestamp,
): IdentifiedMessage {
  const serviceName = destination.serviceName === "" ? source.serviceName : destination.serviceName;
  return {
    ...makeMessage({ source, destination: { clientId, serviceName }, messageType, data }),
    messageId: newMessageId(),
    creationTime,
  };
}
