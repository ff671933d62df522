/**
 * Stores that each break one promise of what people read of them (src/store/reports.ts).
 */
import { type Breakage, replace } from "./replace-part.ts";

/** By what is wrong with them. */
export const brokenReports: Readonly<Record<string, Breakage>> = {
  "a word may stand anywhere in an id": replace("reports", (good) => ({
    async searchClients(search) {
      const { words: [word = "", ...others] = [] } = search;
      const all = await good.searchClients({ ...search, words: others });
      const clients = all.clients.filter(({ clientId }) => clientId.includes(word));
      const page = await good.searchClients(search);
      return clients.length > page.clients.length
        ? { clients, total: clients.length, next: undefined }
        : page;
    },
  })),
  "one word is enough to be found": replace("reports", (good) => ({
    searchClients: (search) =>
      good.searchClients({ ...search, words: (search.words ?? []).slice(0, 1) }),
  })),
  "the case of words counts": replace("reports", (good) => ({
    async searchClients(search) {
      const page = await good.searchClients(search);
      const isIn = (text: string) => (search.words ?? []).every((word) => text.includes(word));
      const clients = page.clients.filter((client) => isIn(JSON.stringify(client)));
      return { ...page, clients, total: clients.length };
    },
  })),
  "a search ignores the label": replace("reports", (good) => ({
    searchClients: (search) => good.searchClients({ ...search, label: undefined }),
  })),
  "a search ignores the state": replace("reports", (good) => ({
    searchClients: (search) => good.searchClients({ ...search, state: undefined }),
  })),
  "a search ignores who was seen": replace("reports", (good) => ({
    searchClients: (search) => good.searchClients({ ...search, seenAfter: undefined }),
  })),
  "only who holds a stream is online": replace("reports", (good) => ({
    searchClients: (search) =>
      good.searchClients({ ...search, onlineSince: Number.MAX_SAFE_INTEGER }),
  })),
  "clients are always sorted by id": replace("reports", (good) => ({
    searchClients: (search) => good.searchClients({ ...search, sort: "client_id" }),
  })),
  "clients are always sorted upwards": replace("reports", (good) => ({
    searchClients: (search) => good.searchClients({ ...search, descending: false }),
  })),
  "the total is that of the page": replace("reports", (good) => ({
    async searchClients(search) {
      const page = await good.searchClients(search);
      return { ...page, total: page.clients.length };
    },
  })),
  "addresses have their ports": replace("reports", (good, { contacts }) => ({
    async clientAddresses(clientId, maxContacts) {
      const { more } = await good.clientAddresses(clientId, maxContacts);
      const list = await contacts.list(clientId, { before: undefined, limit: maxContacts });
      const addresses = list.map(({ observedAddress, time }) => {
        return { address: observedAddress, firstTime: time, lastTime: time, contacts: 1 };
      });
      return { addresses, more };
    },
  })),
  "services that a client names no more stay": replace("clients", (good) => ({
    async setServices(clientId, services, time) {
      for (const { serviceName } of services)
        await good.noteVersion(clientId, { serviceName, version: "" }, time);
    },
  })),
  "a new list of services forgets versions": replace("clients", (good) => ({
    async setServices(clientId, services, time) {
      await good.setServices(clientId, [], time);
      await good.setServices(clientId, services, time);
    },
  })),
  "versions are forgotten": replace("clients", () => ({ noteVersion: async () => {} })),

  "messages are listed oldest first": replace("reports", (good) => ({
    async listMessages(query) {
      const page = await good.listMessages(query);
      return { ...page, messages: page.messages.toReversed() };
    },
  })),
  "pages of messages begin at the newest": replace("reports", (good) => ({
    listMessages: (query) => good.listMessages({ ...query, after: undefined }),
  })),
  "a listing goes on behind its last page": replace("reports", (good) => ({
    async listMessages(query) {
      const page = await good.listMessages(query);
      return { ...page, next: page.next ?? "0.0" };
    },
  })),
  "a listing of a client has only what it sent": replace("reports", (good) => ({
    listMessages: (query) =>
      good.listMessages(
        query.clientId === undefined ? query : { ...query, direction: "to_server" },
      ),
  })),
  "a listing ignores the direction": replace("reports", (good) => ({
    listMessages: (query) => good.listMessages({ ...query, direction: undefined }),
  })),
  "a listing ignores the service": replace("reports", (good) => ({
    listMessages: (query) => good.listMessages({ ...query, serviceName: undefined }),
  })),
  "a listing ignores the type": replace("reports", (good) => ({
    listMessages: (query) => good.listMessages({ ...query, messageType: undefined }),
  })),
  "failed messages are listed as processed": replace("reports", (good) => ({
    listMessages: (query) =>
      good.listMessages({ ...query, state: query.state === "failed" ? "processed" : query.state }),
  })),
  "a listing includes the end": replace("reports", (good) => ({
    listMessages: (query) =>
      good.listMessages({
        ...query,
        createdBefore: query.createdBefore === undefined ? undefined : query.createdBefore + 1,
      }),
  })),
  "a listing excludes the beginning": replace("reports", (good) => ({
    listMessages: (query) =>
      good.listMessages({
        ...query,
        createdFrom: query.createdFrom === undefined ? undefined : query.createdFrom + 1,
      }),
  })),
  "anything that a client sends is a reply": replace("reports", (good, { messages }) => ({
    async replies({ messageId, after, limit }) {
      const asked = (await messages.get([messageId])).get(messageId);
      const clientId = asked?.destination.clientId;
      if (clientId === undefined) return { messages: [], next: undefined };
      return good.listMessages({ clientId, direction: "to_server", after, limit });
    },
  })),
  "a trace knows no contacts": replace("reports", (good) => ({
    async trace(messageId) {
      const trace = await good.trace(messageId);
      return trace && { ...trace, broughtBy: undefined, handedOutOn: undefined };
    },
  })),
  "repeats are counted": replace("messages", (good) => ({
    async store(rows) {
      const outcomes = await good.store(rows);
      const again = rows.filter((_, index) => outcomes[index] === "duplicate");
      const newId = (id: string) =>
        `f${id.slice(1)}` as (typeof rows)[number]["message"]["messageId"];
      await good.store(
        again.map((row) => ({
          ...row,
          message: { ...row.message, messageId: newId(row.message.messageId) },
        })),
      );
      return outcomes;
    },
  })),
  "counts shrink when messages are pruned": (good) => {
    let pruned = 0;
    return {
      ...good,
      async prune(before) {
        const removed = await good.prune(before);
        pruned += removed.messages;
        return removed;
      },
      reports: {
        ...good.reports,
        counts: async (query) =>
          (await good.reports.counts(query)).map((row) => ({
            ...row,
            stored: row.stored - pruned,
          })),
      },
    };
  },
  "counts ignore the days": replace("reports", (good) => ({
    counts: (query) => good.counts({ ...query, fromDay: undefined, toDay: undefined }),
  })),
  "counts know no limit": replace("reports", (good) => ({
    counts: (query) => good.counts({ ...query, limit: undefined }),
  })),
  "counts ignore what they are of": replace("reports", (good) => ({
    counts: (query) => good.counts({ ...query, messageType: undefined, serviceName: undefined }),
  })),
  "counts are always by everything": replace("reports", (good) => ({
    counts: (query) => good.counts({ ...query, by: ["day", "direction", "service", "type"] }),
  })),
  "failed messages count as pending": replace("reports", (good) => ({
    counts: async (query) =>
      (await good.counts(query)).map((row) => ({
        ...row,
        pending: row.pending + row.failed,
        failed: 0,
      })),
  })),
  "deleted pending messages are counted as processed": replace("messages", (good) => ({
    deletePending: (clientIds, result) =>
      good.deletePending(clientIds, { ...result, failed: false }),
  })),
  "the overview is of all days": replace("reports", (good) => ({
    async overview(query) {
      const { messages, ...rest } = await good.overview(query);
      return { ...rest, messages: { ...messages, failedToday: messages.failed } };
    },
  })),
  "blacklisted clients are not online": replace("reports", (good) => ({
    async overview(query) {
      const { clients, ...rest } = await good.overview(query);
      return { ...rest, clients: { ...clients, online: clients.online - clients.blacklisted } };
    },
  })),
};
