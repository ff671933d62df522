/** Clients and contacts of the store in the shapes of the API. */
import type { z } from "zod";

import { createHash } from "node:crypto";

import { formatMicros, formatTimestamp } from "../../../../core/rfc3339.ts";
import type { Micros } from "../../../../core/time.ts";
import type { ListedClient } from "../../../../store/reports.ts";
import type { ClientRecord, ContactRecord, ResourceUsageRecord } from "../../../../store/store.ts";
import type { client, contact, resourceUsage } from "../shapes/client.ts";

/** A client that polls is online for so long after its last contact. */
const onlineMicros: Micros = 120 * 1e6;

export function onlineSince(now: Micros): Micros {
  return now - onlineMicros;
}

export function describeListedClient(listed: ListedClient): z.input<typeof client> {
  const { lastContactStreamingTo: streamingTo, lastClock } = listed;
  return {
    client_id: listed.clientId,
    labels: listed.labels.map(({ serviceName, label }) => ({ service_name: serviceName, label })),
    blacklisted: listed.blacklisted,
    online: listed.online,
    added_time: formatMicros(listed.addedTime),
    last_contact_time: formatMicros(listed.lastContactTime),
    last_contact_address: listed.lastContactAddress,
    ...(lastClock && { last_clock: formatTimestamp(lastClock) }),
    ...(streamingTo !== undefined && { streaming_to: streamingTo }),
  };
}

export function keyHash({ publicKey }: ClientRecord): string {
  return createHash("sha256").update(publicKey).digest("hex");
}

export type Contact = z.input<typeof contact>;

/** @param before the client's contact before this one; undefined: this is the first that is kept. */
export function describeContact(record: ContactRecord, before: ContactRecord | undefined): Contact {
  return {
    contact_id: record.contactId,
    time: formatMicros(record.time),
    sent_nonce: nonce(record.sentNonce),
    received_nonce: nonce(record.receivedNonce),
    observed_address: record.observedAddress,
    server: record.server,
    ...(record.endedTime !== undefined && { ended_time: formatMicros(record.endedTime) }),
    chain: chainOf(record, before),
  };
}

function chainOf(record: ContactRecord, before: ContactRecord | undefined): Contact["chain"] {
  if (before === undefined) return "first";
  return before.sentNonce === record.receivedNonce ? "continues" : "splits";
}

function nonce(value: bigint): string {
  return value.toString(16).padStart(16, "0");
}

export function describeUsage(record: ResourceUsageRecord): z.input<typeof resourceUsage> {
  const { processStartTime, clientTime } = record;
  return {
    scope: record.scope,
    pid: String(record.pid),
    ...(processStartTime !== undefined && { process_start_time: formatMicros(processStartTime) }),
    ...(clientTime !== undefined && { client_time: formatMicros(clientTime) }),
    server_time: formatMicros(record.serverTime),
    process_terminated: record.processTerminated,
    mean_user_cpu_rate: record.meanUserCpuRate,
    max_user_cpu_rate: record.maxUserCpuRate,
    mean_system_cpu_rate: record.meanSystemCpuRate,
    max_system_cpu_rate: record.maxSystemCpuRate,
    mean_resident_memory_mib: record.meanResidentMemoryMib,
    max_resident_memory_mib: record.maxResidentMemoryMib,
    mean_num_fds: record.meanNumFds,
    max_num_fds: record.maxNumFds,
  };
}
