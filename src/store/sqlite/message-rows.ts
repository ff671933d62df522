/**
 * A message between core/message.ts and its rows: the columns of message_rows that describe it, and its payload.
 */
import type { SQLQueryBindings } from "bun:sqlite";

import {
  clientIdFromBytes,
  hexToBytes,
  messageIdFromBytes,
  type ClientId,
} from "../../core/ids.ts";
import type {
  Address,
  AnyData,
  IdentifiedMessage,
  Message,
  MessageResult,
  Priority,
} from "../../core/message.ts";
import { timestampOf } from "./values.ts";

/** Those of `message m`, with its destination client's id and its payload joined. */
export const messageColumns = `m.message, m.message_id, m.source_client_id, m.source_service, m.source_message_id,
  c.client_id AS destination_client_id, m.service, m.message_type, m.creation_seconds, m.creation_nanos, m.extras,
  m.failed, m.failed_reason, m.processed_seconds, m.processed_nanos, p.type_url`;

/** Joins what messageColumns names. */
export const messageTables = `message_rows m LEFT JOIN client_rows c ON c.client = m.client
  LEFT JOIN payload_rows p ON p.message = m.message`;

export interface ResultRow {
  failed: number | null;
  failed_reason: string | null;
  processed_seconds: number | null;
  processed_nanos: number | null;
}

export interface MessageRow extends ResultRow {
  message: number;
  message_id: Uint8Array;
  source_client_id: Uint8Array | null;
  source_service: string;
  source_message_id: Uint8Array;
  destination_client_id: Uint8Array | null;
  service: string;
  message_type: string;
  creation_seconds: number;
  creation_nanos: number;
  extras: string | null;
  type_url: string | null;
  value: Uint8Array | null;
}

/** What few messages have: one JSON column instead of five that are nearly always empty. */
interface Extras {
  readonly tags?: Readonly<Record<string, string>>;
  readonly annotations?: readonly (readonly [key: string, value: string])[];
  readonly priority?: Priority;
  readonly background?: true;
  readonly blocklistedSource?: true;
}

function extrasToJson(message: Message): string | null {
  const { validationTags, annotations, priority, background, isBlocklistedSource } = message;
  const extras: Extras = {
    ...(Object.keys(validationTags).length > 0 && { tags: validationTags }),
    ...(annotations.length > 0 && {
      annotations: annotations.map(({ key, value }) => [key, value] as const),
    }),
    ...(priority !== "medium" && { priority }),
    ...(background && { background }),
    ...(isBlocklistedSource && { blocklistedSource: isBlocklistedSource }),
  };
  return Object.keys(extras).length === 0 ? null : JSON.stringify(extras);
}

/** The columns from message_id to creation_nanos and extras, without the destination client's row number. */
export interface MessageValues {
  readonly messageId: Buffer;
  readonly destinationClientId: ClientId | undefined;
  readonly serviceName: string;
  readonly messageType: string;
  readonly creationSeconds: number;
  /** message_id, source_client_id, source_service, source_message_id */
  readonly head: readonly SQLQueryBindings[];
  /** service, message_type, creation_seconds, creation_nanos, extras */
  readonly tail: readonly SQLQueryBindings[];
  readonly result: MessageResult | undefined;
  /** A copy; undefined where none is kept. */
  readonly data: AnyData | undefined;
}

/** Copies what the caller may change. */
export function valuesOf(message: IdentifiedMessage): MessageValues {
  const { source, destination, creationTime, data, result } = message;
  const messageId = hexToBytes(message.messageId);
  const sourceId = source.clientId === undefined ? null : hexToBytes(source.clientId);
  const { seconds, nanos } = creationTime;
  return {
    messageId,
    destinationClientId: destination.clientId,
    serviceName: destination.serviceName,
    messageType: message.messageType,
    creationSeconds: seconds,
    head: [messageId, sourceId, source.serviceName, hexToBytes(message.sourceMessageId)],
    tail: [destination.serviceName, message.messageType, seconds, nanos, extrasToJson(message)],
    result,
    data:
      data && result === undefined
        ? { typeUrl: data.typeUrl, value: data.value.slice() }
        : undefined,
  };
}

/** failed, failed_reason, processed_seconds, processed_nanos */
export function resultValues(result: MessageResult | undefined): SQLQueryBindings[] {
  if (result === undefined) return [null, null, null, null];
  const { failed, failedReason, processedTime } = result;
  return [
    failed ? 1 : 0,
    failedReason,
    processedTime?.seconds ?? null,
    processedTime?.nanos ?? null,
  ];
}

export function resultOf(row: ResultRow): MessageResult | undefined {
  if (row.failed === null) return undefined;
  return {
    processedTime: timestampOf(row.processed_seconds, row.processed_nanos),
    failed: row.failed !== 0,
    failedReason: row.failed_reason ?? "",
  };
}

function addressOf(clientId: Uint8Array | null, serviceName: string): Address {
  return {
    clientId: clientId === null ? undefined : clientIdFromBytes(clientId),
    serviceName,
  };
}

export function messageOf(row: MessageRow): IdentifiedMessage {
  const extras = JSON.parse(row.extras ?? "{}") as Extras;
  return {
    messageId: messageIdFromBytes(row.message_id),
    source: addressOf(row.source_client_id, row.source_service),
    sourceMessageId: Buffer.from(row.source_message_id).toString("hex"),
    destination: addressOf(row.destination_client_id, row.service),
    messageType: row.message_type,
    creationTime: { seconds: row.creation_seconds, nanos: row.creation_nanos },
    data:
      row.type_url === null
        ? undefined
        : { typeUrl: row.type_url, value: row.value ?? new Uint8Array() },
    validationTags: extras.tags ?? {},
    result: resultOf(row),
    priority: extras.priority ?? "medium",
    background: extras.background ?? false,
    annotations: (extras.annotations ?? []).map(([key, value]) => ({
      key,
      value,
    })),
    isBlocklistedSource: extras.blocklistedSource ?? false,
  };
}
