/** What was changed through the admin API and by whom: in words for the log, and as an entry of the audit log. */
import type { Message } from "../../core/message.ts";
import type { CallFacts } from "../../proto/admin-methods.ts";
import type { CreateBroadcastRequest, FileRequest } from "../../proto/admin-types.ts";
import { entryOf } from "./access/audit-entry.ts";
import { judgeChange } from "./api/judge.ts";
import type { AdminChange, AdminContext } from "./options.ts";

/** Of ids that are named in a line. */
const shownIds = 5;
const maxNameLength = 100;

/**
 * Makes a change, with its entry in the audit log, and reports it once it was made.
 *
 * @param method of the API, as it is called there.
 */
export async function audited<T>(
  { store, clock, changed }: AdminContext,
  { caller }: Pick<CallFacts, "caller">,
  method: string,
  change: Omit<AdminChange, "caller">,
  make: () => Promise<T>,
): Promise<T> {
  const entry = entryOf(method, change.action, caller, clock);
  const response = await store.audit.record(entry, make, judgeChange);
  changed?.({ ...change, caller });
  return response;
}

export function listIds(ids: readonly string[]): string {
  const more = ids.length > shownIds ? ` and ${ids.length - shownIds} more` : "";
  return `${ids.slice(0, shownIds).join(", ")}${more}`;
}

export function describeBroadcast({ broadcast }: CreateBroadcastRequest): string {
  const id = broadcast.broadcastId ?? "with a new id";
  const service = broadcast.destination.serviceName || broadcast.source.serviceName;
  return `created broadcast ${id} for service ${quote(service)}`;
}

export function describeMessage({ destination, messageType }: Message): string {
  const receiver = destination.clientId === undefined ? "the server" : destination.clientId;
  const service = quote(destination.serviceName);
  return `inserted a message ${quote(messageType)} for service ${service} of ${receiver}`;
}

export function describeFile({ serviceName, fileName }: FileRequest): string {
  return `${quote(fileName)} of service ${quote(serviceName)}`;
}

/** Names are a caller's. */
function quote(text: string): string {
  const shown = text.slice(0, maxNameLength);
  return JSON.stringify(shown.length < text.length ? `${shown}…` : shown);
}
