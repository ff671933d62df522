/**
 * Clients and contacts in memory.
 */
import type { ClientId } from "../../core/ids.ts";
import type { Micros } from "../../core/time.ts";
import { checkContact, checkCount, checkLabels, checkMicros, sortedLabels } from "../checks.ts";
import type { ClientRecord, ClientStore, ContactId, ContactStore, NewContact } from "../store.ts";
import type { ClientRow, MemoryState, MessageRow } from "./state.ts";

export function memoryClients(state: MemoryState): ClientStore {
  const { clients, transactions } = state;
  return {
    get: (clientIds) =>
      transactions.run("read clients", () => {
        const found = new Map<ClientId, ClientRecord>();
        for (const clientId of clientIds) {
          const row = clients.get(clientId);
          if (row) found.set(clientId, recordOf(row));
        }
        return found;
      }),

    page: ({ after, limit, includeBlacklisted, lastContactAfter }) =>
      transactions.run("list clients", () => {
        checkCount("the page limit", limit);
        checkMicros("a last contact time", lastContactAfter);
        const wanted = (row: ClientRow) =>
          row.clientId > (after ?? "") &&
          (includeBlacklisted || !row.blacklisted) &&
          row.lastContactTime > (lastContactAfter ?? -Infinity);
        const rows = clients.rows().filter(wanted);
        rows.sort((left, right) => (left.clientId < right.clientId ? -1 : 1));
        return rows.slice(0, limit).map(recordOf);
      }),

    add: (newClients) =>
      transactions.change("add clients", () =>
        newClients.map(({ clientId, publicKey, labels, time }) => {
          checkLabels(labels);
          checkMicros("a client's time", time);
          if (clients.has(clientId)) return "exists";
          clients.set(clientId, {
            clientId,
            publicKey: publicKey.slice(),
            labels: sortedLabels(labels),
            blacklisted: false,
            lastContactTime: time,
            lastContactAddress: "",
            lastContactStreamingTo: undefined,
            lastClock: undefined,
            lastContact: undefined,
          });
          return "added";
        }),
      ),

    setLabels: (changes) =>
      transactions.change("set labels", () => {
        for (const { clientId, serviceName, labels } of changes) {
          const row = state.client(clientId);
          const others = row.labels.filter((label) => label.serviceName !== serviceName);
          const set = labels.map((label) => ({ serviceName, label }));
          checkLabels(set);
          clients.set(clientId, { ...row, labels: sortedLabels([...others, ...set]) });
        }
      }),

    blacklist: (clientIds) =>
      transactions.change("blacklist clients", () => {
        for (const clientId of clientIds)
          clients.set(clientId, { ...state.client(clientId), blacklisted: true });
      }),
  };
}

function recordOf(row: ClientRow): ClientRecord {
  const { lastContact: _lastContact, ...record } = structuredClone(row);
  return record;
}

export function memoryContacts(state: MemoryState): ContactStore {
  const { clients, contacts, transactions } = state;

  function end(contactId: ContactId, time: Micros): void {
    const contact = contacts.get(contactId);
    if (!contact || contact.ended) return;
    contacts.set(contactId, { ...contact, ended: true });
    const client = state.client(contact.clientId);
    if (client.lastContact === contactId) {
      clients.set(client.clientId, { ...client, lastContactStreamingTo: undefined });
    }
    if (!contact.reofferAtEnd) return;
    for (const row of state.pending(({ life }) => life.handedOutContact === contactId)) {
      state.updateLife(row, { dueTime: time });
    }
  }

  function reofferEarlier({ clientId, time }: NewContact): void {
    const isLater = ({ handedOutContact, dueTime }: MessageRow["life"]): boolean =>
      handedOutContact !== undefined && dueTime !== undefined && dueTime > time;
    for (const row of state.pending(
      ({ message, life }) => message.destination.clientId === clientId && isLater(life),
    )) {
      state.updateLife(row, { dueTime: time });
    }
  }

  return {
    record: (newContacts) =>
      transactions.change("record a contact", () =>
        newContacts.map((contact) => {
          checkContact(contact);
          const client = state.client(contact.clientId);
          const contactId = state.nextNumber();
          if (contact.reofferEarlier) reofferEarlier(contact);
          contacts.set(contactId, { ...contact, contactId, ended: false });
          clients.set(contact.clientId, {
            ...client,
            lastContact: contactId,
            lastContactTime: contact.time,
            lastContactAddress: contact.observedAddress,
            lastContactStreamingTo: contact.streamingTo,
            lastClock: contact.clientClock,
          });
          return contactId;
        }),
      ),

    touch: (contactIds, time) =>
      transactions.change("keep contacts alive", () => {
        checkMicros("a contact's time", time);
        for (const client of clients.rows()) {
          if (client.lastContact === undefined || !contactIds.includes(client.lastContact))
            continue;
          clients.set(client.clientId, { ...client, lastContactTime: time });
        }
      }),

    end: (contactIds, time) =>
      transactions.change("end contacts", () => {
        checkMicros("a contact's end", time);
        for (const contactId of contactIds) end(contactId, time);
      }),

    endAllOf: (server, time) =>
      transactions.change("end a server's contacts", () => {
        checkMicros("a contact's end", time);
        for (const contact of contacts.rows())
          if (contact.server === server) end(contact.contactId, time);
      }),

    list: (clientId, { before, limit }) =>
      transactions.run("list contacts", () => {
        checkCount("the page limit", limit);
        const rows = contacts
          .rows()
          .filter((row) => row.clientId === clientId && row.contactId < (before ?? Infinity));
        rows.sort((left, right) => right.contactId - left.contactId);
        return rows
          .slice(0, limit)
          .map(({ contactId, time, sentNonce, receivedNonce, observedAddress }) => {
            return { contactId, time, sentNonce, receivedNonce, observedAddress };
          });
      }),
  };
}
