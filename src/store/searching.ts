/**
 * What searches for clients have in common in every store: checks, places between pages, addresses without ports.
 */
import { FleetError } from "../core/errors.ts";
import { parseClientId, type ClientId } from "../core/ids.ts";
import { checkCount, checkMicros, checkName } from "./checks.ts";
import type { AddressHistory, ClientSearch, ClientSort, ListedClient } from "./reports.ts";

const maxWords = 16;
const placeHint = { hint: "Begin again with the first page." };

/** @throws invalid_argument */
export function checkSearch({ words = [], seenAfter, onlineSince, limit }: ClientSearch): void {
  if (words.length > maxWords)
    throw new FleetError("invalid_argument", `cannot search for ${words.length} words`, {
      hint: `Search for at most ${maxWords} words.`,
    });
  for (const word of words) checkName("a word to search for", word);
  checkMicros("a last contact time", seenAfter);
  checkMicros("a time", onlineSince);
  checkPageLimit(limit);
}

/** @throws invalid_argument */
export function checkPageLimit(limit: number): void {
  checkCount("the page limit", limit);
  if (limit === 0)
    throw new FleetError("invalid_argument", "a page has room for 1 at least, not 0");
}

/** Between two clients of a listing. */
export interface ClientPlace {
  readonly value: number | string;
  readonly clientId: ClientId;
}

export function sortValueOf(
  sort: ClientSort,
  client: Pick<ListedClient, "clientId" | "lastContactTime" | "lastContactAddress" | "addedTime">,
): number | string {
  switch (sort) {
    case "last_contact":
      return client.lastContactTime;
    case "added":
      return client.addedTime;
    case "address":
      return client.lastContactAddress;
    case "client_id":
      return client.clientId;
  }
}

export function formatClientPlace(sort: ClientSort, client: ListedClient): string {
  return `${client.clientId}:${sortValueOf(sort, client)}`;
}

/** @throws invalid_argument */
export function parseClientPlace(sort: ClientSort, text: string): ClientPlace {
  const [, id, value] = /^([0-9a-f]{16}):(.*)$/s.exec(text) ?? [];
  if (id === undefined || value === undefined) throw badPlace(text);
  const clientId = parseClientId(id);
  if (sort === "client_id" || sort === "address") return { clientId, value };
  if (!/^-?\d{1,16}$/.test(value)) throw badPlace(text);
  return { clientId, value: Number(value) };
}

function badPlace(text: string): FleetError {
  return new FleetError(
    "invalid_argument",
    `"${text.slice(0, 64)}" is no place in a listing of clients`,
    placeHint,
  );
}

/** Between two messages of a listing: the second of creation, and a number that the store gave. */
export interface MessagePlace {
  readonly seconds: number;
  readonly message: number;
}

export function formatMessagePlace({ seconds, message }: MessagePlace): string {
  return `${seconds}.${message}`;
}

/** @throws invalid_argument */
export function parseMessagePlace(text: string): MessagePlace {
  const [, seconds, message] = /^(-?\d{1,15})\.(\d{1,16})$/.exec(text) ?? [];
  if (seconds !== undefined && message !== undefined)
    return { seconds: Number(seconds), message: Number(message) };
  throw new FleetError(
    "invalid_argument",
    `"${text.slice(0, 64)}" is no place in a listing of messages`,
    placeHint,
  );
}

/** @param address "host:port", "[host]:port", or without a port. */
export function hostOf(address: string): string {
  const [, bracketed, plain] = /^(?:\[(.*)\](?::\d+)?|([^:]*):\d+)$/.exec(address) ?? [];
  return bracketed ?? plain ?? address;
}

/** @param contacts the newest first */
export function addressesOf(
  contacts: readonly { readonly address: string; readonly time: number }[],
): AddressHistory["addresses"] {
  const found = new Map<string, AddressHistory["addresses"][number]>();
  for (const { address: observed, time } of contacts) {
    const address = hostOf(observed);
    const known = found.get(address) ?? { firstTime: time, lastTime: time, contacts: 0 };
    found.set(address, {
      address,
      firstTime: Math.min(known.firstTime, time),
      lastTime: Math.max(known.lastTime, time),
      contacts: known.contacts + 1,
    });
  }
  return [...found.values()];
}
