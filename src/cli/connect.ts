/** What every command that talks to a server begins with. */
import { FleetError } from "../core/errors.ts";
import { type ClientId, parseClientId } from "../core/ids.ts";
import { adminMethods } from "../proto/admin-methods.ts";
import { findAdminAddress } from "./admin-address.ts";
import { AdminClient } from "./admin-client.ts";
import { readAdminTls } from "./admin-tls.ts";
import type { ServerChoice } from "./command.ts";
import type { Terminal } from "./terminal.ts";

/** No connection is made before the first call. */
export function connect(choice: ServerChoice, terminal: Terminal): AdminClient {
  const address = findAdminAddress(choice, terminal.environment);
  const tls = readAdminTls(choice, address);
  return new AdminClient({ address, tls, signal: terminal.interrupted });
}

/** Of ids that are named in a message. */
const shownMatches = 5;

/**
 * The client that is meant by a full id, or by the beginning of one that no other client shares.
 * @throws invalid_argument when it is no id or begins several, not_found when it begins none.
 */
export async function resolveClientId(client: AdminClient, text: string): Promise<ClientId> {
  const prefix = text.toLowerCase();
  if (prefix.length >= 16 || !/^[0-9a-f]+$/.test(prefix)) return parseClientId(text);
  const request = { includeBlacklisted: true, lastContactAfter: undefined };
  const matches: ClientId[] = [];
  for await (const { clientId } of await client.open(adminMethods.streamClientIds, request)) {
    if (clientId.startsWith(prefix)) matches.push(clientId);
    if (matches.length > shownMatches) break;
  }
  const [only, ...others] = matches;
  if (only === undefined) throw noneMatches(text);
  if (others.length > 0) throw severalMatch(text, matches);
  return only;
}

function noneMatches(text: string): FleetError {
  return new FleetError("not_found", `no client's id begins with "${text}"`, {
    hint: "fleet clients list shows the clients that made contact.",
  });
}

function severalMatch(text: string, matches: readonly ClientId[]): FleetError {
  const shown = matches.slice(0, shownMatches).join(", ");
  const more = matches.length > shownMatches ? " and more" : "";
  return new FleetError(
    "invalid_argument",
    `several clients' ids begin with "${text}": ${shown}${more}`,
    {
      hint: "Write more of the id.",
    },
  );
}
