/**
 * Reports in memory: the rows that match, sorted, and a page of them.
 */
import { microsFromTimestamp, type Micros } from "../../core/time.ts";
import { checkCount, checkMicros, compareText } from "../checks.ts";
import { stateOf } from "../counted-names.ts";
import type {
  ClientSearch,
  ListedClient,
  ListedMessage,
  MessageFilter,
  MessagePage,
  ReportStore,
} from "../reports.ts";
import {
  addressesOf,
  checkPageLimit,
  checkSearch,
  formatClientPlace,
  formatMessagePlace,
  parseClientPlace,
  parseMessagePlace,
  sortValueOf,
  type ClientPlace,
  type MessagePlace,
} from "../searching.ts";
import { contactRecordOf } from "./clients.ts";
import { memoryCounts } from "./counts.ts";
import type { ClientRow, MemoryState, MessageRow } from "./state.ts";

export function memoryReports(state: MemoryState): ReportStore {
  const { clients, contacts, messages, services, transactions } = state;

  function tracedContact(contactId: number | undefined) {
    const contact = contactId === undefined ? undefined : contacts.get(contactId);
    return contact && { ...contactRecordOf(contact), clientId: contact.clientId };
  }

  return {
    ...memoryCounts(state),

    searchClients: (search) =>
      transactions.run("search clients", () => {
        checkSearch(search);
        const { sort, after, limit, onlineSince, descending } = search;
        const matching = clients
          .rows()
          .map((row) => listedClient(row, onlineSince))
          .filter(clientMatcher(search));
        const order = (left: ClientPlace, right: ClientPlace) =>
          comparePlaces(left, right) * (descending ? -1 : 1);
        const placeOf = (client: ListedClient) => ({
          value: sortValueOf(sort, client),
          clientId: client.clientId,
        });
        matching.sort((left, right) => order(placeOf(left), placeOf(right)));
        const place = after === undefined ? undefined : parseClientPlace(sort, after);
        const rest = matching.filter(
          (client) => place === undefined || order(placeOf(client), place) > 0,
        );
        const page = rest.slice(0, limit);
        const last = rest.length > limit ? page.at(-1) : undefined;
        return {
          clients: page,
          total: matching.length,
          next: last && formatClientPlace(sort, last),
        };
      }),

    client: (clientId, onlineSince) =>
      transactions.run("read a client", () => {
        checkMicros("a time", onlineSince);
        const row = clients.get(clientId);
        return row && listedClient(row, onlineSince);
      }),

    clientAddresses: (clientId, maxContacts) =>
      transactions.run("list a client's addresses", () => {
        checkCount("maxContacts", maxContacts);
        const rows = contacts.rows().filter((row) => row.clientId === clientId);
        rows.sort((left, right) => right.contactId - left.contactId);
        const newest = rows
          .slice(0, maxContacts)
          .map(({ observedAddress, time }) => ({ address: observedAddress, time }));
        return { addresses: addressesOf(newest), more: rows.length > maxContacts };
      }),

    clientServices: (clientId) =>
      transactions.run("list a client's services", () => {
        const rows = services.rows().filter((row) => row.clientId === clientId);
        rows.sort((left, right) => compareText(left.serviceName, right.serviceName));
        return rows.map(({ clientId: _clientId, ...service }) => service);
      }),

    listMessages: ({ after, limit, ...filter }) =>
      transactions.run("list messages", () => {
        checkPageLimit(limit);
        checkMicros("a creation time", filter.createdFrom);
        checkMicros("a creation time", filter.createdBefore);
        const rows = messages.rows().filter((row) => matches(row, filter));
        return pageOf(rows, after, limit, newestFirst);
      }),

    replies: ({ messageId, after, limit }) =>
      transactions.run("list replies", () => {
        checkPageLimit(limit);
        const asked = messages.get(messageId);
        const clientId = asked?.message.destination.clientId;
        if (asked === undefined || clientId === undefined) return { messages: [], next: undefined };
        const isReply = ({ message }: MessageRow) =>
          message.source.clientId === clientId &&
          message.creationTime.seconds >= asked.message.creationTime.seconds &&
          message.annotations.some(
            ({ key, value }) => key === "fleet.in_reply_to" && value === messageId,
          );
        const oldestFirst = (left: MessagePlace, right: MessagePlace) => newestFirst(right, left);
        return pageOf(messages.rows().filter(isReply), after, limit, oldestFirst);
      }),

    trace: (messageId) =>
      transactions.run("trace a message", () => {
        const row = messages.get(messageId);
        if (row === undefined) return undefined;
        const { creationTime, result } = row.message;
        return structuredClone({
          message: listedMessage(row),
          life: { messageId, creationTime, result, ...row.life },
          broughtBy: tracedContact(row.contactId),
          handedOutOn: tracedContact(row.life.handedOutContact),
        });
      }),
  };
}

function listedClient(row: ClientRow, onlineSince: Micros): ListedClient {
  const { lastContact: _lastContact, publicKey: _publicKey, ...client } = structuredClone(row);
  const online =
    client.lastContactStreamingTo !== undefined || client.lastContactTime >= onlineSince;
  return { ...client, online };
}

function clientMatcher({ words = [], label, state, seenAfter }: ClientSearch) {
  const has = (client: ListedClient, word: string) =>
    client.clientId.startsWith(lowerAscii(word)) ||
    [client.lastContactAddress, ...client.labels.map(textOf)].some((text) =>
      lowerAscii(text).includes(lowerAscii(word)),
    );
  return (client: ListedClient) =>
    words.every((word) => has(client, word)) &&
    (label === undefined || client.labels.some((own) => textOf(own) === textOf(label))) &&
    (state !== "blacklisted" || client.blacklisted) &&
    (state !== "online" || client.online) &&
    (state !== "offline" || !client.online) &&
    client.lastContactTime > (seenAfter ?? -Infinity);
}

const textOf = ({ serviceName, label }: { serviceName: string; label: string }) =>
  `${serviceName}:${label}`;

function lowerAscii(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function comparePlaces(left: ClientPlace, right: ClientPlace): number {
  const byValue =
    typeof left.value === "number" && typeof right.value === "number"
      ? left.value - right.value
      : compareText(String(left.value), String(right.value));
  return byValue || compareText(left.clientId, right.clientId);
}

function matches({ message }: MessageRow, filter: MessageFilter): boolean {
  const { clientId, direction, createdFrom = -Infinity, createdBefore = Infinity } = filter;
  const { source, destination, messageType, creationTime, result } = message;
  const toClient = destination.clientId !== undefined;
  const isFrom = direction !== "to_client" && source.clientId === clientId;
  const isTo = direction !== "to_server" && destination.clientId === clientId;
  const created = microsFromTimestamp(creationTime);
  return (
    (clientId === undefined || isFrom || isTo) &&
    (direction === undefined || toClient === (direction === "to_client")) &&
    destination.serviceName === (filter.serviceName ?? destination.serviceName) &&
    messageType === (filter.messageType ?? messageType) &&
    stateOf(result) === (filter.state ?? stateOf(result)) &&
    created >= createdFrom &&
    created < createdBefore
  );
}

function listedMessage({ message, life }: MessageRow): ListedMessage {
  const { messageId, source, destination, messageType, creationTime, result, data } = message;
  return structuredClone({
    ...{ messageId, source, destination, messageType, creationTime, result },
    state: stateOf(result),
    tries: life.tries,
    data: data && { typeUrl: data.typeUrl, bytes: data.value.byteLength },
  });
}

const placeOf = ({ message, number }: MessageRow): MessagePlace => ({
  seconds: message.creationTime.seconds,
  message: number,
});

function newestFirst(left: MessagePlace, right: MessagePlace): number {
  return right.seconds - left.seconds || right.message - left.message;
}

function pageOf(
  rows: MessageRow[],
  after: string | undefined,
  limit: number,
  order: (left: MessagePlace, right: MessagePlace) => number,
): MessagePage {
  rows.sort((left, right) => order(placeOf(left), placeOf(right)));
  const place = after === undefined ? undefined : parseMessagePlace(after);
  const rest = rows.filter((row) => place === undefined || order(placeOf(row), place) > 0);
  const page = rest.slice(0, limit);
  const last = rest.length > limit ? page.at(-1) : undefined;
  return {
    messages: page.map(listedMessage),
    next: last && formatMessagePlace(placeOf(last)),
  };
}
