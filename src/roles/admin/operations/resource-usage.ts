/** FetchClientResourceUsageRecords (protocol.md 17). */
import { type Micros, timestampFromMicros } from "../../../core/time.ts";
import type { FetchUsageRequest, UsageRecord } from "../../../proto/admin-types.ts";
import type { ResourceUsageRecord } from "../../../store/store.ts";
import type { AdminContext } from "../options.ts";
import { microsOf } from "./paging.ts";

/** Oldest first; a time that is not given does not restrict. */
export async function fetchClientResourceUsageRecords(
  { store }: AdminContext,
  { clientId, start, end }: FetchUsageRequest,
): Promise<{ records: UsageRecord[] }> {
  const records = await store.resourceUsage.fetch(
    clientId,
    start ? microsOf("a start", start) : 0,
    end ? microsOf("an end", end) : Number.MAX_SAFE_INTEGER,
  );
  return { records: records.map(describeUsage) };
}

function describeUsage(record: ResourceUsageRecord): UsageRecord {
  const { clientId: _, processStartTime, clientTime, serverTime, ...figures } = record;
  return {
    ...figures,
    processStartTime: optionalTime(processStartTime),
    clientTimestamp: optionalTime(clientTime),
    serverTimestamp: timestampFromMicros(serverTime),
  };
}

function optionalTime(micros: Micros | undefined) {
  return micros === undefined ? undefined : timestampFromMicros(micros);
}
