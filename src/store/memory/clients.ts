/**
 * Clients and contacts in memory.
 */
import type { ClientId } from "../../core/ids.ts";
import type { Micros } from "../../core/time.ts";
import {
  checkContact,
  checkCount,
  checkLabels,
  checkMicros,
  checkName,
  sortedLabels,
} from "../checks.ts";
import type {
  ClientRecord,
  ClientStore,
  ContactId,
  ContactRecord,
  ContactStore,
  NewContact,
} from "../store.ts";
import { maxClientServices, type ClientService } from "../reports.ts";
import type { ClientRow, ContactRow, MemoryState, MessageRow } from "./state.ts";

export function memoryClients(state: MemoryState): ClientStore {
  const { clients, services, transactions } = state;

  const serviceKey = (clientId: ClientId, serviceName: string) =>
    JSON.stringify([clientId, serviceName]);
  const servicesOf = (clientId: ClientId) =>
    services.rows().filter((row) => row.clientId === clientId);

  function setService(clientId: ClientId, serviceName: string, facts: Partial<ClientService>) {
    const key = serviceKey(clientId, serviceName);
    const known = services.get(key);
    if (known === undefined && servicesOf(clientId).length >= maxClientServices) return;
    const none = { clientId, serviceName, signed: undefined, version: undefined, seenTime: 0 };
    services.set(key, { ...none, ...known, ...facts });
  }

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
            addedTime: time,
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

    setServices: (clientId, named, time) =>
      transactions.run("set a client's services", () => {
        checkMicros("the time of a report", time);
        for (const { serviceName } of named) checkName("a service name", serviceName);
        state.client(clientId);
        const names = new Set(named.map(({ serviceName }) => serviceName));
        for (const { serviceName, signed } of servicesOf(clientId)) {
          if (signed !== undefined && !names.has(serviceName))
            services.delete(serviceKey(clientId, serviceName));
        }
        for (const { serviceName, signed } of named)
          setService(clientId, serviceName, { signed, seenTime: time });
      }),

    noteVersion: (clientId, { serviceName, version }, time) =>
      transactions.run("note a service's version", () => {
        checkMicros("the time of a report", time);
        checkName("a service name", serviceName);
        checkName("a version", version);
        state.client(clientId);
        setService(clientId, serviceName, { version, seenTime: time });
      }),
  };
}

export function contactRecordOf(row: ContactRow): ContactRecord {
  const { contactId, time, sentNonce, receivedNonce, observedAddress, server, endedTime } = row;
  return { contactId, time, sentNonce, receivedNonce, observedAddress, server, endedTime };
}

function recordOf(row: ClientRow): ClientRecord {
  const { lastContact: _lastContact, ...record } = structuredClone(row);
  return record;
}

export function memoryContacts(state: MemoryState): ContactStore {
  const { clients, contacts, transactions } = state;

  function touchEnd(contactId: ContactId, time: Micros): void {
    const contact = contacts.get(contactId);
    if (contact?.endedTime === undefined || contact.endedTime >= time) return;
    contacts.set(contactId, { ...contact, endedTime: time });
  }

  function end(contactId: ContactId, time: Micros, unheard: boolean): void {
    const contact = contacts.get(contactId);
    if (!contact || contact.endedTime !== undefined) return;
    contacts.set(contactId, { ...contact, endedTime: time });
    const client = state.client(contact.clientId);
    if (client.lastContact === contactId) {
      clients.set(client.clientId, { ...client, lastContactStreamingTo: undefined });
    }
    if (!contact.reofferAtEnd && !unheard) return;
    for (const row of state.pending(({ life }) => life.handedOutContact === contactId)) {
      state.updateLife(row, { dueTime: time });
    }
  }

  function reofferAnew({ clientId, time }: NewContact): void {
    const isDueThen = ({ handedOutContact = -1, dueTime }: MessageRow["life"]): boolean =>
      contacts.get(handedOutContact)?.reofferAnew === true &&
      dueTime !== undefined &&
      dueTime > time;
    for (const row of state.pending(
      ({ message, life }) => message.destination.clientId === clientId && isDueThen(life),
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
          const last = contacts.get(client.lastContact ?? -1);
          if (!contact.continues && last?.reofferAnew) reofferAnew(contact);
          contacts.set(contactId, { ...contact, contactId, endedTime: undefined });
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
          touchEnd(client.lastContact, time);
        }
      }),

    end: (contactIds, time, unheard = false) =>
      transactions.change("end contacts", () => {
        checkMicros("a contact's end", time);
        for (const contactId of contactIds) end(contactId, time, unheard);
      }),

    endAllOf: (server, time) =>
      transactions.change("end a server's contacts", () => {
        checkMicros("a contact's end", time);
        for (const contact of contacts.rows())
          if (contact.server === server) end(contact.contactId, time, false);
      }),

    list: (clientId, { before, limit }) =>
      transactions.run("list contacts", () => {
        checkCount("the page limit", limit);
        const rows = contacts
          .rows()
          .filter((row) => row.clientId === clientId && row.contactId < (before ?? Infinity));
        rows.sort((left, right) => right.contactId - left.contactId);
        return rows.slice(0, limit).map(contactRecordOf);
      }),
  };
}
