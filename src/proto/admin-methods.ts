/**
 * The methods of the admin API as one table, from which both the server and the command line's client are made:
 * all 17 of fleetspeak.server.Admin (protocol.md 17) and ours, fleet.v1.Fleet (ours.md 3).
 */
import type { Caller } from "../core/caller.ts";
import {
  type Codec,
  clientIdCodec,
  clientIdsCodec,
  emptyCodec,
  identifiedMessageCodec,
  listClientsResponseCodec,
  listContactsResponseCodec,
  messageCodec,
  messageStatusCodec,
  messageStatusRequestCodec,
  pendingCountCodec,
  pendingMessagesRequestCodec,
  pendingMessagesResponseCodec,
  streamClientIdsCodec,
  streamContactsResponseCodec,
  watchMessagesCodec,
} from "./admin-codec.ts";
import {
  createBroadcastCodec,
  deleteFileCodec,
  disableBroadcastsCodec,
  fetchUsageCodec,
  listBroadcastsRequestCodec,
  listBroadcastsResponseCodec,
  storeFileCodec,
  usageRecordsCodec,
} from "./admin-record-codec.ts";

export interface Method<Request, Response, Streams extends boolean> {
  /** "/<package>.<Service>/<Method>" */
  readonly path: string;
  readonly request: Codec<Request>;
  readonly response: Codec<Response>;
  /** Whether the server answers with any number of responses. */
  readonly streams: Streams;
}

function unary<Request, Response>(
  name: string,
  request: Codec<Request>,
  response: Codec<Response>,
): Method<Request, Response, false> {
  return { path: `/fleetspeak.server.Admin/${name}`, request, response, streams: false };
}

function streaming<Request, Response>(
  path: string,
  request: Codec<Request>,
  response: Codec<Response>,
): Method<Request, Response, true> {
  return { path, request, response, streams: true };
}

/** fleetspeak.server.Admin, the answers of one value first. */
export const adminMethods = {
  createBroadcast: unary("CreateBroadcast", createBroadcastCodec, emptyCodec),
  listActiveBroadcasts: unary(
    "ListActiveBroadcasts",
    listBroadcastsRequestCodec,
    listBroadcastsResponseCodec,
  ),
  disableBroadcasts: unary("DisableBroadcasts", disableBroadcastsCodec, emptyCodec),
  listClients: unary("ListClients", clientIdsCodec, listClientsResponseCodec),
  listClientContacts: unary("ListClientContacts", clientIdCodec, listContactsResponseCodec),
  getMessageStatus: unary("GetMessageStatus", messageStatusRequestCodec, messageStatusCodec),
  insertMessage: unary("InsertMessage", messageCodec, emptyCodec),
  deletePendingMessages: unary("DeletePendingMessages", clientIdsCodec, emptyCodec),
  getPendingMessages: unary(
    "GetPendingMessages",
    pendingMessagesRequestCodec,
    pendingMessagesResponseCodec,
  ),
  getPendingMessageCount: unary("GetPendingMessageCount", clientIdsCodec, pendingCountCodec),
  storeFile: unary("StoreFile", storeFileCodec, emptyCodec),
  deleteFile: unary("DeleteFile", deleteFileCodec, emptyCodec),
  keepAlive: unary("KeepAlive", emptyCodec, emptyCodec),
  blacklistClient: unary("BlacklistClient", clientIdCodec, emptyCodec),
  fetchClientResourceUsageRecords: unary(
    "FetchClientResourceUsageRecords",
    fetchUsageCodec,
    usageRecordsCodec,
  ),
  streamClientIds: streaming(
    "/fleetspeak.server.Admin/StreamClientIds",
    streamClientIdsCodec,
    clientIdCodec,
  ),
  streamClientContacts: streaming(
    "/fleetspeak.server.Admin/StreamClientContacts",
    clientIdCodec,
    streamContactsResponseCodec,
  ),
} as const;

/** fleet.v1.Fleet: what has messages of the original in it. The operations of ours are fleet.v1.Api (struct-codec.ts). */
export const fleetMethods = {
  watchMessages: streaming(
    "/fleet.v1.Fleet/WatchMessages",
    watchMessagesCodec,
    identifiedMessageCodec,
  ),
} as const;

export type MethodTable = Readonly<Record<string, Method<never, never, boolean>>>;

/** What a handler is told of a call, besides the request. */
export interface CallFacts {
  readonly caller: Caller;
  /** Aborted when the caller is gone, or the server ends. */
  readonly signal: AbortSignal;
  /** Of the metadata `idempotency-key`, for the operations of fleet.v1.Api: a write with the same one is made once. */
  readonly idempotencyKey?: string | undefined;
}

/** What answers one method: with one value, or with as many as there are until the signal. */
export type Handler<M> =
  M extends Method<infer Request, infer Response, false>
    ? (request: Request, facts: CallFacts) => Promise<Response>
    : M extends Method<infer Request, infer Response, true>
      ? (request: Request, facts: CallFacts) => AsyncIterable<Response>
      : never;

/** One handler per method of a table. */
export type Handlers<Table> = { readonly [Name in keyof Table]: Handler<Table[Name]> };

export type AdminHandlers = Handlers<typeof adminMethods>;
export type FleetHandlers = Handlers<typeof fleetMethods>;
