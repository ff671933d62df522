/**
 * Broadcasts in memory.
 */
import { allocationSize, type Broadcast } from "../../core/broadcast.ts";
import { FleetError } from "../../core/errors.ts";
import type { BroadcastId, ClientId } from "../../core/ids.ts";
import type { Micros } from "../../core/time.ts";
import {
  checkBroadcast,
  checkBroadcastLimit,
  checkCount,
  checkMicros,
  checkSend,
  sortedLabels,
} from "../checks.ts";
import type {
  BroadcastRecord,
  BroadcastSend,
  BroadcastSendOutcome,
  BroadcastStore,
} from "../store.ts";
import { storeMessage } from "./messages.ts";
import { compareTimes, type AllocationRow, type BroadcastRow, type MemoryState } from "./state.ts";

/** Whether a broadcast has expired: at that very moment, or before. */
function isExpired({ expirationTime }: Broadcast, now: Micros): boolean {
  return expirationTime !== undefined && compareTimes(expirationTime, now) <= 0;
}

function recordOf({ broadcast, limit, sent, allocated }: BroadcastRow): BroadcastRecord {
  return structuredClone({ broadcast, limit, sent, allocated });
}

/** Equal for broadcasts of which one replaces the other. */
function groupOf({ groupName, source, destination, requiredLabels }: Broadcast): string {
  return JSON.stringify([
    groupName,
    source.serviceName,
    source.clientId ?? "",
    destination.serviceName || source.serviceName,
    destination.clientId ?? "",
    sortedLabels(requiredLabels),
  ]);
}

export function memoryBroadcasts(state: MemoryState): BroadcastStore {
  const { broadcasts, allocations, transactions } = state;

  function disable(broadcastId: BroadcastId): void {
    const row = broadcasts.get(broadcastId);
    if (!row) return;
    broadcasts.set(broadcastId, { ...row, limit: 0n, allocated: 0n });
    for (const { allocationId, broadcastId: of } of allocations.rows()) {
      if (of === broadcastId) allocations.delete(allocationId);
    }
  }

  function release({ allocationId, broadcastId, limit, sent }: AllocationRow): void {
    const row = broadcasts.get(broadcastId);
    if (row) broadcasts.set(broadcastId, { ...row, allocated: row.allocated - (limit - sent) });
    allocations.delete(allocationId);
  }

  function send(request: BroadcastSend): BroadcastSendOutcome {
    const clientId = checkSend(request);
    if (!state.clients.has(clientId)) return "unknown_client";
    const row = broadcasts.get(request.broadcastId);
    if (row?.sentTo.has(clientId)) return "already_sent";
    const allocation = allocations.get(request.allocationId);
    if (
      !row ||
      allocation?.broadcastId !== request.broadcastId ||
      allocation.sent >= allocation.limit
    ) {
      return "exhausted";
    }
    if (storeMessage(state, request) !== "stored") {
      throw new FleetError(
        "conflict",
        `cannot save message "${request.message.messageId}" of a broadcast: the id exists`,
      );
    }
    allocations.set(allocation.allocationId, { ...allocation, sent: allocation.sent + 1n });
    const sentTo = new Set([...row.sentTo, clientId]);
    broadcasts.set(request.broadcastId, {
      ...row,
      sent: row.sent + 1n,
      allocated: row.allocated - 1n,
      sentTo,
    });
    return "saved";
  }

  return {
    create: (broadcast, limit) =>
      transactions.change("create a broadcast", () => {
        checkBroadcast(broadcast);
        checkBroadcastLimit(limit);
        const { broadcastId, groupName, requiredLabels } = broadcast;
        if (broadcasts.has(broadcastId)) {
          throw new FleetError(
            "conflict",
            `cannot create broadcast "${broadcastId}": the id exists`,
          );
        }
        const isReplaced = (row: BroadcastRow) =>
          groupName !== "" && row.sent < row.limit && groupOf(row.broadcast) === groupOf(broadcast);
        for (const row of broadcasts.rows().filter(isReplaced)) disable(row.broadcast.broadcastId);
        broadcasts.set(broadcastId, {
          broadcast: structuredClone({
            ...broadcast,
            requiredLabels: sortedLabels(requiredLabels),
          }),
          limit,
          sent: 0n,
          allocated: 0n,
          sentTo: new Set(),
        });
      }),

    listActive: (now, serviceName) =>
      transactions.run("list broadcasts", () => {
        checkMicros("the time", now);
        const isWanted = ({ broadcast, limit, sent }: BroadcastRow) =>
          sent < limit &&
          !isExpired(broadcast, now) &&
          broadcast.source.serviceName === (serviceName ?? broadcast.source.serviceName);
        return broadcasts.rows().filter(isWanted).map(recordOf);
      }),

    page: ({ after = "", limit }) =>
      transactions.run("list broadcasts", () => {
        checkCount("a limit", limit);
        return broadcasts
          .rows()
          .filter(({ broadcast }) => broadcast.broadcastId > after)
          .toSorted((a, b) => (a.broadcast.broadcastId < b.broadcast.broadcastId ? -1 : 1))
          .slice(0, limit)
          .map(recordOf);
      }),

    get: (broadcastIds) =>
      transactions.run("read broadcasts", () => {
        const found = new Map<BroadcastId, BroadcastRecord>();
        for (const broadcastId of broadcastIds) {
          const row = broadcasts.get(broadcastId);
          if (row) found.set(broadcastId, recordOf(row));
        }
        return found;
      }),

    disable: (broadcastIds) =>
      transactions.change("disable broadcasts", () => broadcastIds.forEach(disable)),

    allocate: ({ broadcastId, allocationId, now, expirationTime }) =>
      transactions.change("allocate part of a broadcast", () => {
        checkMicros("the time", now);
        checkMicros("an expiration time", expirationTime);
        const row = broadcasts.get(broadcastId);
        if (!row || isExpired(row.broadcast, now)) return undefined;
        const limit = allocationSize(row.limit, row.sent, row.allocated);
        if (limit === 0n) return undefined;
        if (allocations.has(allocationId)) {
          throw new FleetError(
            "conflict",
            `cannot make allocation "${allocationId}": the id exists`,
          );
        }
        const allocation = { allocationId, broadcastId, limit, expirationTime };
        allocations.set(allocationId, { ...allocation, sent: 0n });
        broadcasts.set(broadcastId, { ...row, allocated: row.allocated + limit });
        return allocation;
      }),

    release: (allocationIds) =>
      transactions.change("release allocations", () => {
        for (const allocationId of allocationIds) {
          const row = allocations.get(allocationId);
          if (row) release(row);
        }
      }),

    releaseExpired: (now) =>
      transactions.change("release expired allocations", () => {
        checkMicros("the time", now);
        const expired = allocations.rows().filter((row) => row.expirationTime < now);
        expired.forEach(release);
        return expired.length;
      }),

    sentTo: (clientIds, broadcastIds) =>
      transactions.run("look for sent broadcasts", () => {
        const sentOf = (clientId: ClientId) =>
          new Set(broadcastIds.filter((id) => broadcasts.get(id)?.sentTo.has(clientId)));
        return new Map(clientIds.map((clientId) => [clientId, sentOf(clientId)]));
      }),

    send: (sends) => transactions.change("send broadcasts", () => sends.map(send)),
  };
}
