/** Every method of the admin API with the operation that answers it. */
import { resolve } from "node:path";

import { FleetError } from "../../core/errors.ts";
import type { AdminHandlers, FleetHandlers } from "../../proto/admin-methods.ts";
import { audited, describeBroadcast, describeFile, describeMessage, listIds } from "./changes.ts";
import {
  createBroadcast,
  disableBroadcasts,
  listActiveBroadcasts,
} from "./operations/broadcasts.ts";
import {
  blacklistClient,
  listClientContacts,
  listClients,
  streamClientContacts,
  streamClientIds,
} from "./operations/clients.ts";
import { requireScope, scopeOfMessage } from "./access/require-scope.ts";
import { deleteFile, storeFile } from "./operations/files.ts";
import { insertMessage } from "./operations/insert-message.ts";
import {
  deletePendingMessages,
  getMessageStatus,
  getPendingMessageCount,
  getPendingMessages,
} from "./operations/messages.ts";
import { fetchClientResourceUsageRecords } from "./operations/resource-usage.ts";
import { MessageWatch } from "./operations/watch-messages.ts";
import { WatchPlaces } from "./operations/watch-places.ts";
import type { AdminContext } from "./options.ts";

export function makeAdminHandlers(context: AdminContext): AdminHandlers {
  return {
    ...makeReadHandlers(context),
    createBroadcast: async (request, facts) => {
      requireScope(facts.caller, scopeOfMessage(request.broadcast), "a broadcast to this service");
      const action = describeBroadcast(request);
      const create = () => createBroadcast(context, request);
      return await audited(context, facts, "CreateBroadcast", { action }, create);
    },
    disableBroadcasts: (request, facts) => {
      const action = `disabled broadcasts ${listIds(request.broadcastIds)}`;
      const disable = () => disableBroadcasts(context, request);
      return audited(context, facts, "DisableBroadcasts", { action }, disable);
    },
    insertMessage: async (request, facts) => {
      requireScope(facts.caller, scopeOfMessage(request), "this message");
      const change = { action: describeMessage(request), isFrequent: true };
      const insert = () => insertMessage(context, request);
      return await audited(context, facts, "InsertMessage", change, insert);
    },
    deletePendingMessages: (request, facts) => {
      const action = `deleted the pending messages of clients ${listIds(request.clientIds)}`;
      const remove = () => deletePendingMessages(context, request);
      return audited(context, facts, "DeletePendingMessages", { action }, remove);
    },
    storeFile: (request, facts) => {
      const action = `stored file ${describeFile(request)}`;
      return audited(context, facts, "StoreFile", { action }, () => storeFile(context, request));
    },
    deleteFile: (request, facts) => {
      const action = `deleted file ${describeFile(request)}`;
      return audited(context, facts, "DeleteFile", { action }, () => deleteFile(context, request));
    },
    blacklistClient: (request, facts) => {
      const action = `blacklisted client ${request.clientId}`;
      const blacklist = () => blacklistClient(context, request);
      return audited(context, facts, "BlacklistClient", { action }, blacklist);
    },
  };
}

/** Those that change nothing. */
function makeReadHandlers(context: AdminContext) {
  return {
    listActiveBroadcasts: (request) => listActiveBroadcasts(context, request),
    listClients: (request) => listClients(context, request),
    listClientContacts: (request) => listClientContacts(context, request),
    getMessageStatus: (request) => getMessageStatus(context, request),
    getPendingMessages: (request) => getPendingMessages(context, request),
    getPendingMessageCount: (request) => getPendingMessageCount(context, request),
    keepAlive: async () => ({}),
    fetchClientResourceUsageRecords: (request) => fetchClientResourceUsageRecords(context, request),
    streamClientIds: (request) => streamClientIds(context, request),
    streamClientContacts: (request) => streamClientContacts(context, request),
  } satisfies Partial<AdminHandlers>;
}

/** For callers who have proved who they are. */
export function makeFleetHandlers(context: AdminContext): FleetHandlers {
  const places = new WatchPlaces("messages");
  return {
    watchMessages(request, { signal, caller }) {
      // A call's signal is aborted at its end, whoever ended it.
      places.enter(caller, signal);
      return new MessageWatch(context.messageFeed, request, signal);
    },
  };
}

/** Of callers of a listener that asks nobody who they are. @param socketPath of this server's Unix socket. */
export function refusalOf(socketPath: string | undefined): () => FleetError {
  return () => {
    const hint =
      socketPath === undefined
        ? "Start the server with a state directory, and connect to the socket in it."
        : `Use --admin_addr 'unix:${resolve(socketPath)}'.`;
    const message =
      "this is served only on the server's Unix socket, and to administrators' certificates and tokens";
    return new FleetError("unauthenticated", message, { hint });
  };
}
