/**
 * A message of a listing between its row and what the store says of it: without its payload.
 */
import { clientIdFromBytes, messageIdFromBytes } from "../../core/ids.ts";
import { stateOf } from "../counted-names.ts";
import type { ListedMessage } from "../reports.ts";
import { resultOf, type ResultRow } from "./message-rows.ts";

export interface ListedRow extends ResultRow {
  message_id: Uint8Array;
  source_client_id: Uint8Array | null;
  source_service: string;
  destination_client_id: Uint8Array | null;
  service: string;
  message_type: string;
  creation_seconds: number;
  creation_nanos: number;
  tries: number;
  type_url: string | null;
  bytes: number | null;
}

export const listedColumns = `m.message_id, m.source_client_id, m.source_service, c.client_id AS destination_client_id,
  m.service, m.message_type, m.creation_seconds, m.creation_nanos, m.failed, m.failed_reason, m.processed_seconds,
  m.processed_nanos, m.tries, p.type_url, length(p.value) AS bytes`;

export const listedTables = `message_rows m LEFT JOIN client_rows c ON c.client = m.client
  LEFT JOIN payload_rows p ON p.message = m.message`;

function addressOf(clientId: Uint8Array | null, serviceName: string): ListedMessage["source"] {
  return { clientId: clientId === null ? undefined : clientIdFromBytes(clientId), serviceName };
}

export function listedOf(row: ListedRow): ListedMessage {
  const result = resultOf(row);
  return {
    messageId: messageIdFromBytes(row.message_id),
    source: addressOf(row.source_client_id, row.source_service),
    destination: addressOf(row.destination_client_id, row.service),
    messageType: row.message_type,
    creationTime: { seconds: row.creation_seconds, nanos: row.creation_nanos },
    state: stateOf(result),
    result,
    tries: row.tries,
    data: row.type_url === null ? undefined : { typeUrl: row.type_url, bytes: row.bytes ?? 0 },
  };
}
