/** What every command that talks to a server begins with. */
import { FleetError, describeThrown } from "../../core/errors.ts";
import { type ClientId, parseClientId } from "../../core/ids.ts";
import { adminMethods } from "../../proto/admin-methods.ts";
import { findAdminAddress } from "./admin-address.ts";
import { AdminClient } from "./admin-client.ts";
import { readAdminTls } from "./admin-tls.ts";
import { readAdminToken } from "./admin-token.ts";
import type { ServerChoice } from "../command.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** No connection is made before the first call. */
export function connect(choice: ServerChoice, terminal: Terminal): AdminClient {
  const address = findAdminAddress(choice, terminal.environment);
  const { environment, interrupted: signal } = terminal;
  const tls = readAdminTls(choice, address, environment.tokenFile !== undefined);
  const token = readAdminToken(environment, address, tls !== undefined);
  return new AdminClient({ address, tls, token, signal });
}

/** Of ids that are named in a message. */
const shownMatches = 5;

/**
 * The client that is meant by a full id, or by the beginning of one that no other client shares.
 * @throws invalid_argument when it is no id or begins several, not_found when it begins none.
 */
export async function resolveClientId(client: AdminClient, text: string): Promise<ClientId> {
  const [clientId] = await resolveClientIds(client, [text]);
  return clientId ?? parseId(text);
}

/** As resolveClientId, for each of them; the server is asked at most once. */
export async function resolveClientIds(
  client: AdminClient,
  texts: readonly string[],
): Promise<ClientId[]> {
  const known = texts.some(isPrefix) ? await fetchIds(client) : [];
  return texts.map((text) => (isPrefix(text) ? onlyMatch(text, known) : parseId(text)));
}

function isPrefix(text: string): boolean {
  return /^[0-9a-f]{1,15}$/i.test(text);
}

function parseId(text: string): ClientId {
  try {
    return parseClientId(text);
  } catch (thrown) {
    throw new FleetError("invalid_argument", describeThrown(thrown), {
      hint:
        "A client id is 16 hex digits; a beginning that no other client shares will do. " +
        "See: fleet clients list",
    });
  }
}

/** Sorted. */
async function fetchIds(client: AdminClient): Promise<ClientId[]> {
  const request = { includeBlacklisted: true, lastContactAfter: undefined };
  const clientIds: ClientId[] = [];
  const found = await client.open(adminMethods.streamClientIds, request);
  for await (const { clientId } of found) clientIds.push(clientId);
  return clientIds.toSorted();
}

function onlyMatch(text: string, sortedIds: readonly ClientId[]): ClientId {
  const first = firstFrom(sortedIds, text.toLowerCase());
  const matches = sortedIds
    .slice(first, first + shownMatches + 1)
    .filter((clientId) => clientId.startsWith(text.toLowerCase()));
  const [only, ...others] = matches;
  if (only === undefined) throw noneMatches(text);
  if (others.length > 0) throw severalMatch(text, matches);
  return only;
}

/** The place of the first id that is not before the prefix. */
function firstFrom(sortedIds: readonly ClientId[], prefix: string): number {
  let [low, high] = [0, sortedIds.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sortedIds[middle] ?? "") < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
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
