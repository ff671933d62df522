/**
 * Counts and the overview in memory.
 */
import { checkCount, checkMicros, compareText } from "../checks.ts";
import type { CountQuery, MessageCount, ReportStore } from "../reports.ts";
import type { MemoryState, TallyRow } from "./state.ts";

export function memoryCounts(state: MemoryState): Pick<ReportStore, "counts" | "overview"> {
  const { clients, tallies, transactions } = state;
  return {
    counts: (query) =>
      transactions.run("count messages", () => {
        if (query.limit !== undefined) checkCount("the limit", query.limit);
        const groups = new Map<string, MessageCount>();
        for (const row of tallies.rows().filter((tally) => isAskedFor(tally, query))) {
          const group = groupOf(row, query);
          const key = JSON.stringify([
            group.day,
            group.direction,
            group.serviceName,
            group.messageType,
          ]);
          groups.set(key, sum(groups.get(key) ?? group, row));
        }
        const sorted = [...groups.values()].filter(({ stored }) => stored > 0).sort(compareCounts);
        return sorted.slice(0, query.limit);
      }),

    overview: ({ onlineSince, seenSince, today }) =>
      transactions.run("look at everything", () => {
        checkMicros("a time", onlineSince);
        checkMicros("a time", seenSince);
        const all = clients.rows();
        const isOnline = (row: (typeof all)[number]) =>
          row.lastContactStreamingTo !== undefined || row.lastContactTime >= onlineSince;
        const counted = tallies.rows();
        const ofToday = counted.filter(({ day }) => day === today);
        return {
          clients: {
            online: all.filter(isOnline).length,
            seen: all.filter(({ lastContactTime }) => lastContactTime >= seenSince).length,
            ever: all.length,
            blacklisted: all.filter(({ blacklisted }) => blacklisted).length,
          },
          messages: {
            pending: total(counted, ({ pending }) => pending),
            failed: total(counted, ({ failed }) => failed),
            storedToday: total(
              ofToday,
              ({ pending, processed, failed }) => pending + processed + failed,
            ),
            failedToday: total(ofToday, ({ failed }) => failed),
          },
          databaseBytes: 0,
        };
      }),
  };
}

function isAskedFor(row: TallyRow, query: CountQuery): boolean {
  return (
    row.day >= (query.fromDay ?? -Infinity) &&
    row.day <= (query.toDay ?? Infinity) &&
    row.direction === (query.direction ?? row.direction) &&
    row.serviceName === (query.serviceName ?? row.serviceName) &&
    row.messageType === (query.messageType ?? row.messageType)
  );
}

function groupOf(row: TallyRow, { by }: CountQuery): MessageCount {
  return {
    day: by.includes("day") ? row.day : undefined,
    direction: by.includes("direction") ? row.direction : undefined,
    serviceName: by.includes("service") ? row.serviceName : undefined,
    messageType: by.includes("type") ? row.messageType : undefined,
    ...{ stored: 0, processed: 0, failed: 0, pending: 0 },
  };
}

function sum(count: MessageCount, { pending, processed, failed }: TallyRow): MessageCount {
  return {
    ...count,
    stored: count.stored + pending + processed + failed,
    processed: count.processed + processed,
    failed: count.failed + failed,
    pending: count.pending + pending,
  };
}

function compareCounts(left: MessageCount, right: MessageCount): number {
  return (
    (left.day ?? 0) - (right.day ?? 0) ||
    compareText(left.direction ?? "", right.direction ?? "") ||
    compareText(left.serviceName ?? "", right.serviceName ?? "") ||
    compareText(left.messageType ?? "", right.messageType ?? "")
  );
}

function total(rows: readonly TallyRow[], figure: (row: TallyRow) => number): number {
  return rows.reduce((all, row) => all + figure(row), 0);
}
