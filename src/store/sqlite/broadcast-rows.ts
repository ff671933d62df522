/**
 * A broadcast between core/broadcast.ts and its row.
 */
import type { SQLQueryBindings } from "bun:sqlite";

import type { Broadcast } from "../../core/broadcast.ts";
import {
  broadcastIdFromBytes,
  clientIdFromBytes,
  hexToBytes,
  type ClientId,
} from "../../core/ids.ts";
import type { Address } from "../../core/message.ts";
import { sortedLabels } from "../checks.ts";
import type { BroadcastRecord } from "../store.ts";

/** In the order of valuesOf. */
export const broadcastColumns = `broadcast_id, source_client_id, source_service, destination_client_id,
  destination_service, message_type, required_labels, expiration_seconds, expiration_nanos, type_url, value, group_name`;

/** Integers as bigint. */
export interface BroadcastRow {
  broadcast: bigint;
  broadcast_id: Uint8Array;
  source_client_id: Uint8Array | null;
  source_service: string;
  destination_client_id: Uint8Array | null;
  destination_service: string;
  message_type: string;
  required_labels: string;
  expiration_seconds: bigint | null;
  expiration_nanos: bigint | null;
  type_url: string | null;
  value: Uint8Array | null;
  group_name: string;
  send_limit: bigint;
  sent: bigint;
  allocated: bigint;
}

function idOrNull(clientId: ClientId | undefined): Buffer | null {
  return clientId === undefined ? null : hexToBytes(clientId);
}

function labelsJson({ requiredLabels }: Broadcast): string {
  return JSON.stringify(
    sortedLabels(requiredLabels).map(({ serviceName, label }) => [serviceName, label]),
  );
}

export function valuesOf(broadcast: Broadcast): SQLQueryBindings[] {
  const { source, destination, expirationTime, data } = broadcast;
  return [
    hexToBytes(broadcast.broadcastId),
    idOrNull(source.clientId),
    source.serviceName,
    idOrNull(destination.clientId),
    destination.serviceName,
    broadcast.messageType,
    labelsJson(broadcast),
    expirationTime?.seconds ?? null,
    expirationTime?.nanos ?? null,
    data?.typeUrl ?? null,
    data?.value.slice() ?? null,
    broadcast.groupName,
  ];
}

/** What two broadcasts of which one replaces the other have in common. */
export function groupOf(broadcast: Broadcast): SQLQueryBindings[] {
  const { source, destination, groupName } = broadcast;
  return [
    groupName,
    source.serviceName,
    idOrNull(source.clientId),
    destination.serviceName || source.serviceName,
    idOrNull(destination.clientId),
    labelsJson(broadcast),
  ];
}

function addressOf(clientId: Uint8Array | null, serviceName: string): Address {
  return {
    clientId: clientId === null ? undefined : clientIdFromBytes(clientId),
    serviceName,
  };
}

export function recordOf(row: BroadcastRow): BroadcastRecord {
  const { expiration_seconds: seconds, expiration_nanos: nanos } = row;
  const labels = JSON.parse(row.required_labels) as [serviceName: string, label: string][];
  return {
    broadcast: {
      broadcastId: broadcastIdFromBytes(row.broadcast_id),
      source: addressOf(row.source_client_id, row.source_service),
      destination: addressOf(row.destination_client_id, row.destination_service),
      messageType: row.message_type,
      requiredLabels: labels.map(([serviceName, label]) => ({
        serviceName,
        label,
      })),
      expirationTime:
        seconds === null || nanos === null
          ? undefined
          : { seconds: Number(seconds), nanos: Number(nanos) },
      data:
        row.type_url === null
          ? undefined
          : { typeUrl: row.type_url, value: row.value ?? new Uint8Array() },
      groupName: row.group_name,
    },
    limit: row.send_limit,
    sent: row.sent,
    allocated: row.allocated,
  };
}
