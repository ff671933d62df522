/**
 * Between the wire and plain types: the admin API's messages about broadcasts, files and resource usage (protocol.md 2
 * and 17). The rules are those of admin-codec.ts.
 */
import type { Broadcast } from "../core/broadcast.ts";
import { type BroadcastId, broadcastIdFromBytes, hexToBytes } from "../core/ids.ts";
import { type Codec, clientIdFromWire, codecOf } from "./admin-codec.ts";
import type {
  CreateBroadcastRequest,
  FetchUsageRequest,
  FileRequest,
  StoreFileRequest,
  UsageRecord,
} from "./admin-types.ts";
import {
  addressFromWire,
  addressToWire,
  anyFromWire,
  anyToWire,
  bigintFromLong,
  labelFromWire,
  labelToWire,
  longFromInt64,
  longFromUint64,
  ownBytes,
  timestampFromWire,
  timestampToWire,
} from "./codec.ts";
import { fleetspeak } from "./generated/server.js";

const admin = fleetspeak.server;

type UnnamedBroadcast = CreateBroadcastRequest["broadcast"];

function broadcastToWire(broadcast: UnnamedBroadcast): fleetspeak.server.IBroadcast {
  return {
    ...(broadcast.broadcastId && { broadcast_id: hexToBytes(broadcast.broadcastId) }),
    source: addressToWire(broadcast.source),
    message_type: broadcast.messageType,
    required_labels: broadcast.requiredLabels.map(labelToWire),
    expiration_time: timestampToWire(broadcast.expirationTime),
    data: anyToWire(broadcast.data),
    destination: addressToWire(broadcast.destination),
    group_name: broadcast.groupName,
  };
}

function broadcastFromWire(
  wire: fleetspeak.server.IBroadcast | null | undefined,
): UnnamedBroadcast {
  const id = wire?.broadcast_id;
  return {
    broadcastId: id?.length ? broadcastIdFromBytes(id) : undefined,
    source: addressFromWire(wire?.source),
    messageType: wire?.message_type ?? "",
    requiredLabels: (wire?.required_labels ?? []).map(labelFromWire),
    expirationTime: timestampFromWire(wire?.expiration_time),
    data: anyFromWire(wire?.data),
    destination: addressFromWire(wire?.destination),
    groupName: wire?.group_name ?? "",
  };
}

function broadcastIdFromWire(id: Uint8Array | null | undefined): BroadcastId {
  return broadcastIdFromBytes(id ?? new Uint8Array());
}

export const createBroadcastCodec: Codec<CreateBroadcastRequest> = codecOf(
  "fleetspeak.server.CreateBroadcastRequest",
  admin.CreateBroadcastRequest,
  ({ broadcast, limit }) => ({
    broadcast: broadcastToWire(broadcast),
    limit: longFromUint64(limit),
  }),
  (wire) => ({ broadcast: broadcastFromWire(wire.broadcast), limit: bigintFromLong(wire.limit) }),
);

export const listBroadcastsRequestCodec: Codec<{ readonly serviceName: string }> = codecOf(
  "fleetspeak.server.ListActiveBroadcastsRequest",
  admin.ListActiveBroadcastsRequest,
  ({ serviceName }) => ({ service_name: serviceName }),
  (wire) => ({ serviceName: wire.service_name ?? "" }),
);

function namedBroadcast(wire: fleetspeak.server.IBroadcast | null | undefined): Broadcast {
  return { ...broadcastFromWire(wire), broadcastId: broadcastIdFromWire(wire?.broadcast_id) };
}

export const listBroadcastsResponseCodec: Codec<{ readonly broadcasts: readonly Broadcast[] }> =
  codecOf(
    "fleetspeak.server.ListActiveBroadcastsResponse",
    admin.ListActiveBroadcastsResponse,
    ({ broadcasts }) => ({ broadcasts: broadcasts.map(broadcastToWire) }),
    (wire) => ({ broadcasts: (wire.broadcasts ?? []).map(namedBroadcast) }),
  );

export const disableBroadcastsCodec: Codec<{ readonly broadcastIds: readonly BroadcastId[] }> =
  codecOf(
    "fleetspeak.server.DisableBroadcastsRequest",
    admin.DisableBroadcastsRequest,
    ({ broadcastIds }) => ({ broadcast_ids: broadcastIds.map(hexToBytes) }),
    (wire) => ({ broadcastIds: (wire.broadcast_ids ?? []).map(broadcastIdFromWire) }),
  );

export const storeFileCodec: Codec<StoreFileRequest> = codecOf(
  "fleetspeak.server.StoreFileRequest",
  admin.StoreFileRequest,
  ({ serviceName, fileName, data }) => ({ service_name: serviceName, file_name: fileName, data }),
  (wire) => ({
    serviceName: wire.service_name ?? "",
    fileName: wire.file_name ?? "",
    data: ownBytes(wire.data),
  }),
);

export const deleteFileCodec: Codec<FileRequest> = codecOf(
  "fleetspeak.server.DeleteFileRequest",
  admin.DeleteFileRequest,
  ({ serviceName, fileName }) => ({ service_name: serviceName, file_name: fileName }),
  (wire) => ({ serviceName: wire.service_name ?? "", fileName: wire.file_name ?? "" }),
);

export const fetchUsageCodec: Codec<FetchUsageRequest> = codecOf(
  "fleetspeak.server.FetchClientResourceUsageRecordsRequest",
  admin.FetchClientResourceUsageRecordsRequest,
  ({ clientId, start, end }) => ({
    client_id: hexToBytes(clientId),
    start_timestamp: timestampToWire(start),
    end_timestamp: timestampToWire(end),
  }),
  (wire) => ({
    clientId: clientIdFromWire(wire.client_id),
    start: timestampFromWire(wire.start_timestamp),
    end: timestampFromWire(wire.end_timestamp),
  }),
);

export const usageRecordsCodec: Codec<{ readonly records: readonly UsageRecord[] }> = codecOf(
  "fleetspeak.server.FetchClientResourceUsageRecordsResponse",
  admin.FetchClientResourceUsageRecordsResponse,
  ({ records }) => ({ records: records.map(usageToWire) }),
  (wire) => ({ records: (wire.records ?? []).map(usageFromWire) }),
);

function usageToWire(record: UsageRecord): fleetspeak.server.IClientResourceUsageRecord {
  return {
    scope: record.scope,
    pid: longFromInt64(record.pid),
    process_start_time: timestampToWire(record.processStartTime),
    client_timestamp: timestampToWire(record.clientTimestamp),
    server_timestamp: timestampToWire(record.serverTimestamp),
    mean_user_cpu_rate: record.meanUserCpuRate,
    max_user_cpu_rate: record.maxUserCpuRate,
    mean_system_cpu_rate: record.meanSystemCpuRate,
    max_system_cpu_rate: record.maxSystemCpuRate,
    mean_resident_memory_mib: record.meanResidentMemoryMib,
    max_resident_memory_mib: record.maxResidentMemoryMib,
    process_terminated: record.processTerminated,
    mean_num_fds: record.meanNumFds,
    max_num_fds: record.maxNumFds,
  };
}

function usageFromWire(wire: fleetspeak.server.IClientResourceUsageRecord): UsageRecord {
  return {
    scope: wire.scope ?? "",
    pid: bigintFromLong(wire.pid),
    processStartTime: timestampFromWire(wire.process_start_time),
    clientTimestamp: timestampFromWire(wire.client_timestamp),
    serverTimestamp: timestampFromWire(wire.server_timestamp),
    meanUserCpuRate: wire.mean_user_cpu_rate ?? 0,
    maxUserCpuRate: wire.max_user_cpu_rate ?? 0,
    meanSystemCpuRate: wire.mean_system_cpu_rate ?? 0,
    maxSystemCpuRate: wire.max_system_cpu_rate ?? 0,
    meanResidentMemoryMib: wire.mean_resident_memory_mib ?? 0,
    maxResidentMemoryMib: wire.max_resident_memory_mib ?? 0,
    processTerminated: wire.process_terminated ?? false,
    meanNumFds: wire.mean_num_fds ?? 0,
    maxNumFds: wire.max_num_fds ?? 0,
  };
}
