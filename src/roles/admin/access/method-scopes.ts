/** What a caller must be allowed to call each method of the original's service, and of fleet.v1.Fleet. */
import type { Caller, Scope } from "../../../core/caller.ts";
import type { FleetError } from "../../../core/errors.ts";
import type { AdminHandlers, FleetHandlers } from "../../../proto/admin-methods.ts";
import type { CallCheck } from "../grpc-server.ts";
import { requireScope } from "./require-scope.ts";

const adminScopes: Readonly<Record<keyof AdminHandlers, Scope>> = {
  createBroadcast: "send",
  listActiveBroadcasts: "read",
  disableBroadcasts: "send",
  listClients: "read",
  listClientContacts: "read",
  getMessageStatus: "read",
  insertMessage: "send",
  deletePendingMessages: "admin",
  getPendingMessages: "read",
  getPendingMessageCount: "read",
  storeFile: "admin",
  deleteFile: "admin",
  keepAlive: "read",
  blacklistClient: "admin",
  fetchClientResourceUsageRecords: "read",
  streamClientIds: "read",
  streamClientContacts: "read",
};

const fleetScopes: Readonly<Record<keyof FleetHandlers, Scope>> = { watchMessages: "read" };

export const checkAdminScope = checkScope(adminScopes);

/** For what is ours: callers have proved who they are. @param refusal of the others. */
export function checkFleetScope(refusal: () => FleetError): CallCheck {
  const check = checkScope(fleetScopes);
  return (method, caller) => {
    checkKnown(caller, refusal);
    check(method, caller);
  };
}

/** @throws the refusal for a caller of whom nothing is known but the address. */
export function checkKnown({ door, credentialId }: Caller, refusal: () => FleetError): void {
  if (door === "tcp" && credentialId === undefined) throw refusal();
}

function checkScope(scopes: Readonly<Record<string, Scope>>): CallCheck {
  return (method, caller) => requireScope(caller, scopes[method] ?? "admin", "this call");
}
