/**
 * Between the wire and plain types: the admin API's messages about clients, contacts and messages (protocol.md 2 and
 * 17; ours.md 3). Broadcasts, files and resource usage are in admin-record-codec.ts. The
 * same rules as in codec.ts: decoding copies, and throws FleetError invalid_data and nothing else.
 */
import { clientIdFromBytes, hexToBytes, messageIdFromBytes } from "../core/ids.ts";
import type { ClientId, MessageId } from "../core/ids.ts";
import { FleetError } from "../core/errors.ts";
import type { IdentifiedMessage, Message } from "../core/message.ts";
import type {
  AdminClient,
  ClientContact,
  ClientIdRequest,
  ClientIdsRequest,
  Empty,
  MessageStatus,
  PendingMessagesRequest,
  StreamClientIdsRequest,
  WatchMessagesRequest,
} from "./admin-types.ts";
import {
  bigintFromLong,
  decodeMessage,
  decodeWith,
  encodeMessage,
  labelFromWire,
  labelToWire,
  longFromUint64,
  messageFromWire,
  messageToWire,
  resultFromWire,
  resultToWire,
  timestampFromWire,
  timestampToWire,
} from "./codec.ts";
import { fleet, fleetspeak } from "./generated/server.js";

/** Both directions of one type. */
export interface Codec<T> {
  encode(value: T): Uint8Array;
  /** @throws invalid_data for bytes that are something else. */
  decode(bytes: Uint8Array): T;
}

/** What a generated class offers, as far as it is used here. */
interface Generated<Wire, Decoded> {
  encode(wire: Wire): { finish(): Uint8Array };
  decode(bytes: Uint8Array): Decoded;
}

/** A codec from a generated class and the two mappings. @param name "<package>.<Message>", for errors. */
export function codecOf<T, Wire, Decoded>(
  name: string,
  type: Generated<Wire, Decoded>,
  toWire: (value: T) => Wire,
  fromWire: (wire: Decoded) => T,
): Codec<T> {
  return {
    encode: (value) => type.encode(toWire(value)).finish(),
    decode: (bytes) => fromWire(decodeWith(type, name, bytes)),
  };
}

const admin = fleetspeak.server;

export const emptyCodec: Codec<Empty> = codecOf(
  "fleetspeak.EmptyMessage",
  fleetspeak.EmptyMessage,
  () => ({}),
  () => ({}),
);

export const messageCodec: Codec<Message> = { encode: encodeMessage, decode: decodeMessage };

/** A message that came from a store. @throws invalid_data for one without an id. */
export const identifiedMessageCodec: Codec<IdentifiedMessage> = {
  encode: encodeMessage,
  decode: (bytes) => identified(decodeMessage(bytes)),
};

function identified(message: Message): IdentifiedMessage {
  const { messageId, creationTime } = message;
  if (messageId === undefined || creationTime === undefined) {
    throw new FleetError(
      "invalid_data",
      "the server sent a message without an id or a creation time",
    );
  }
  return { ...message, messageId, creationTime };
}

/** A field that has to hold a client id. */
export function clientIdFromWire(id: Uint8Array | null | undefined): ClientId {
  return clientIdFromBytes(id ?? new Uint8Array());
}

/** The five requests of one field client_ids all look alike on the wire, and so do those of one client_id. */
export const clientIdsCodec: Codec<ClientIdsRequest> = codecOf(
  "request with client_ids",
  admin.ListClientsRequest,
  ({ clientIds }) => ({ client_ids: clientIds.map(hexToBytes) }),
  (wire) => ({ clientIds: (wire.client_ids ?? []).map(clientIdFromWire) }),
);

export const clientIdCodec: Codec<ClientIdRequest> = codecOf(
  "request with client_id",
  admin.BlacklistClientRequest,
  ({ clientId }) => ({ client_id: hexToBytes(clientId) }),
  (wire) => ({ clientId: clientIdFromWire(wire.client_id) }),
);

export const streamClientIdsCodec: Codec<StreamClientIdsRequest> = codecOf(
  "fleetspeak.server.StreamClientIdsRequest",
  admin.StreamClientIdsRequest,
  (request) => ({
    include_blacklisted: request.includeBlacklisted,
    last_contact_after: timestampToWire(request.lastContactAfter),
  }),
  (wire) => ({
    includeBlacklisted: wire.include_blacklisted ?? false,
    lastContactAfter: timestampFromWire(wire.last_contact_after),
  }),
);

export const listClientsResponseCodec: Codec<{ readonly clients: readonly AdminClient[] }> =
  codecOf(
    "fleetspeak.server.ListClientsResponse",
    admin.ListClientsResponse,
    ({ clients }) => ({ clients: clients.map(clientToWire) }),
    (wire) => ({ clients: (wire.clients ?? []).map(clientFromWire) }),
  );

function clientToWire(client: AdminClient): fleetspeak.server.IClient {
  return {
    client_id: hexToBytes(client.clientId),
    labels: client.labels.map(labelToWire),
    last_contact_time: timestampToWire(client.lastContactTime),
    last_contact_address: client.lastContactAddress,
    last_clock: timestampToWire(client.lastClock),
    blacklisted: client.blacklisted,
    last_contact_streaming_to: client.lastContactStreamingTo,
  };
}

function clientFromWire(wire: fleetspeak.server.IClient): AdminClient {
  return {
    clientId: clientIdFromWire(wire.client_id),
    labels: (wire.labels ?? []).map(labelFromWire),
    lastContactTime: timestampFromWire(wire.last_contact_time),
    lastContactAddress: wire.last_contact_address ?? "",
    lastClock: timestampFromWire(wire.last_clock),
    blacklisted: wire.blacklisted ?? false,
    lastContactStreamingTo: wire.last_contact_streaming_to ?? "",
  };
}

function contactToWire(contact: ClientContact): fleetspeak.server.IClientContact {
  return {
    sent_nonce: longFromUint64(contact.sentNonce),
    received_nonce: longFromUint64(contact.receivedNonce),
    observed_address: contact.observedAddress,
    timestamp: timestampToWire(contact.timestamp),
  };
}

function contactFromWire(wire: fleetspeak.server.IClientContact | null | undefined): ClientContact {
  return {
    sentNonce: bigintFromLong(wire?.sent_nonce),
    receivedNonce: bigintFromLong(wire?.received_nonce),
    observedAddress: wire?.observed_address ?? "",
    timestamp: timestampFromWire(wire?.timestamp),
  };
}

export const listContactsResponseCodec: Codec<{ readonly contacts: readonly ClientContact[] }> =
  codecOf(
    "fleetspeak.server.ListClientContactsResponse",
    admin.ListClientContactsResponse,
    ({ contacts }) => ({ contacts: contacts.map(contactToWire) }),
    (wire) => ({ contacts: (wire.contacts ?? []).map(contactFromWire) }),
  );

export const streamContactsResponseCodec: Codec<{ readonly contact: ClientContact }> = codecOf(
  "fleetspeak.server.StreamClientContactsResponse",
  admin.StreamClientContactsResponse,
  ({ contact }) => ({ contact: contactToWire(contact) }),
  (wire) => ({ contact: contactFromWire(wire.contact) }),
);

export const messageStatusRequestCodec: Codec<{ readonly messageId: MessageId }> = codecOf(
  "fleetspeak.server.GetMessageStatusRequest",
  admin.GetMessageStatusRequest,
  ({ messageId }) => ({ message_id: hexToBytes(messageId) }),
  (wire) => ({ messageId: messageIdFromBytes(wire.message_id ?? new Uint8Array()) }),
);

export const messageStatusCodec: Codec<MessageStatus> = codecOf(
  "fleetspeak.server.GetMessageStatusResponse",
  admin.GetMessageStatusResponse,
  ({ creationTime, result }) => ({
    creation_time: timestampToWire(creationTime),
    result: resultToWire(result),
  }),
  (wire) => ({
    creationTime: timestampFromWire(wire.creation_time),
    result: resultFromWire(wire.result),
  }),
);

export const pendingMessagesRequestCodec: Codec<PendingMessagesRequest> = codecOf(
  "fleetspeak.server.GetPendingMessagesRequest",
  admin.GetPendingMessagesRequest,
  (request) => ({
    client_ids: request.clientIds.map(hexToBytes),
    offset: longFromUint64(request.offset),
    limit: longFromUint64(request.limit),
    want_data: request.wantData,
  }),
  (wire) => ({
    clientIds: (wire.client_ids ?? []).map(clientIdFromWire),
    offset: bigintFromLong(wire.offset),
    limit: bigintFromLong(wire.limit),
    wantData: wire.want_data ?? false,
  }),
);

export const pendingMessagesResponseCodec: Codec<{
  readonly messages: readonly IdentifiedMessage[];
}> = codecOf(
  "fleetspeak.server.GetPendingMessagesResponse",
  admin.GetPendingMessagesResponse,
  ({ messages }) => ({ messages: messages.map(messageToWire) }),
  (wire) => ({
    messages: (wire.messages ?? []).map((message) => identified(messageFromWire(message))),
  }),
);

export const pendingCountCodec: Codec<{ readonly count: bigint }> = codecOf(
  "fleetspeak.server.GetPendingMessageCountResponse",
  admin.GetPendingMessageCountResponse,
  ({ count }) => ({ count: longFromUint64(count) }),
  (wire) => ({ count: bigintFromLong(wire.count) }),
);

export const watchMessagesCodec: Codec<WatchMessagesRequest> = codecOf(
  "fleet.v1.WatchMessagesRequest",
  fleet.v1.WatchMessagesRequest,
  ({ serviceName, clientIds, inReplyTo }) => ({
    service_name: serviceName,
    client_ids: clientIds.map(hexToBytes),
    in_reply_to: inReplyTo === undefined ? new Uint8Array() : hexToBytes(inReplyTo),
  }),
  (wire) => ({
    serviceName: wire.service_name ?? "",
    clientIds: (wire.client_ids ?? []).map(clientIdFromWire),
    inReplyTo: wire.in_reply_to?.length ? messageIdFromBytes(wire.in_reply_to) : undefined,
  }),
);
