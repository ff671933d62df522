/**
 * Stores that each break one promise of the contract, around one that keeps it: the suite must catch every one of them.
 */
import { FleetError } from "../../src/core/errors.ts";
import type { Store } from "../../src/store/store.ts";

type Part =
  "clients" | "contacts" | "messages" | "broadcasts" | "files" | "resourceUsage" | "reports";

/** Takes a good store, whose parts are plain objects; gives one that differs in a single way. */
export type Breakage = (good: Store) => Store;

function replace<Name extends Part>(
  name: Name,
  methods: (good: Store[Name], store: Store) => Partial<Store[Name]>,
): Breakage {
  return (good) => ({
    ...good,
    [name]: { ...good[name], ...methods(good[name], good) },
    [Symbol.asyncDispose]: () => good[Symbol.asyncDispose](),
  });
}

/** Makes a call that takes a set one element at a time. */
function oneByOne<Item, Result>(call: (items: readonly Item[]) => Promise<Result[]>) {
  return async (items: readonly Item[]) => {
    const results: Result[] = [];
    for (const item of items) results.push(...(await call([item])));
    return results;
  };
}

/** By what is wrong with them. */
export const brokenStores: Readonly<Record<string, Breakage>> = {
  "adding a client replaces its labels": replace("clients", (good) => ({
    async add(clients) {
      const outcomes = await good.add(clients);
      for (const { clientId, labels } of clients) {
        for (const { serviceName, label } of labels) {
          await good.setLabels([{ clientId, serviceName, labels: [label] }]);
        }
      }
      return outcomes;
    },
  })),
  "labels are set client by client": replace("clients", (good) => ({
    async setLabels(changes) {
      for (const change of changes) await good.setLabels([change]);
    },
  })),
  "clients are blacklisted one by one": replace("clients", (good) => ({
    async blacklist(clientIds) {
      for (const clientId of clientIds) await good.blacklist([clientId]);
    },
  })),
  "pages show blacklisted clients": replace("clients", (good) => ({
    page: (page) => good.page({ ...page, includeBlacklisted: true }),
  })),
  "pages begin with the client they come after": replace("clients", (good) => ({
    page: (page) => good.page({ ...page, after: undefined }),
  })),
  "pages ignore the last contact": replace("clients", (good) => ({
    page: (page) => good.page({ ...page, lastContactAfter: undefined }),
  })),

  "contacts are recorded one by one": replace("contacts", (good) => ({
    record: oneByOne((contacts) => good.record(contacts)),
  })),
  "nonces have 63 bits": replace("contacts", (good) => ({
    record: (contacts) =>
      good.record(
        contacts.map((contact) => ({
          ...contact,
          sentNonce: contact.sentNonce & (2n ** 63n - 1n),
        })),
      ),
  })),
  "nothing is offered again when a contact ends": replace("contacts", (good) => ({
    record: (contacts) =>
      good.record(contacts.map((contact) => ({ ...contact, reofferAtEnd: false }))),
  })),
  "everything is offered again when a contact ends": replace("contacts", (good) => ({
    record: (contacts) =>
      good.record(contacts.map((contact) => ({ ...contact, reofferAtEnd: true }))),
  })),
  "a restarted server leaves its contacts open": replace("contacts", () => ({
    endAllOf: async () => {},
  })),
  "touch does nothing": replace("contacts", () => ({ touch: async () => {} })),
  "contacts are listed oldest first": replace("contacts", (good) => ({
    list: async (clientId, page) => (await good.list(clientId, page)).reverse(),
  })),
  "pages of contacts begin at the newest": replace("contacts", (good) => ({
    list: (clientId, page) => good.list(clientId, { ...page, before: undefined }),
  })),

  "messages are stored one by one": replace("messages", (good) => ({
    store: oneByOne((messages) => good.store(messages)),
  })),
  "duplicates are called stored": replace("messages", (good) => ({
    store: async (messages) =>
      (await good.store(messages)).map((outcome) => (outcome === "duplicate" ? "stored" : outcome)),
  })),
  "buffers are copied too late": replace("messages", (good) => ({
    async store(messages) {
      await Promise.resolve();
      return good.store(messages);
    },
  })),
  "results are not stored with messages": replace("messages", (good) => ({
    store: (rows) =>
      good.store(rows.map((row) => ({ ...row, message: { ...row.message, result: undefined } }))),
  })),
  "a failure overwrites": replace("messages", (good) => ({
    async setResults(changes) {
      const outcomes = await good.setResults(changes);
      return outcomes.map((outcome) => (outcome === "kept" ? "set" : outcome));
    },
  })),
  "an acknowledgement proves something about another's message": replace("messages", (good) => ({
    setResults: (changes) =>
      good.setResults(changes.map((change) => ({ ...change, onlyForClient: undefined }))),
  })),
  "handed-out messages are handed out again at once": replace("messages", (good) => ({
    claimForClients: (claims) =>
      good.claimForClients(claims.map((claim) => ({ ...claim, reofferTime: claim.now }))),
  })),
  "claims ignore flow control": replace("messages", (good) => ({
    claimForClients: (claims) =>
      good.claimForClients(claims.map((claim) => ({ ...claim, allowed: undefined }))),
  })),
  "claims ignore maxBytes": replace("messages", (good) => ({
    claimForClients: (claims) =>
      good.claimForClients(claims.map((claim) => ({ ...claim, maxBytes: 1e9 }))),
  })),
  "claims ignore maxMessages": replace("messages", (good) => ({
    claimForClients: (claims) =>
      good.claimForClients(claims.map((claim) => ({ ...claim, maxMessages: 1e6 }))),
  })),
  "claims never say more": replace("messages", (good) => ({
    claimForClients: async (claims) =>
      (await good.claimForClients(claims)).map((result) => ({ ...result, more: false })),
  })),
  "claims always say more": replace("messages", (good) => ({
    claimForClients: async (claims) =>
      (await good.claimForClients(claims)).map((result) => ({ ...result, more: true })),
  })),
  "claims hand out the newest first": replace("messages", (good) => ({
    claimForClients: async (claims) =>
      (await good.claimForClients(claims)).map((result) => ({
        ...result,
        messages: result.messages.toReversed(),
      })),
  })),
  "claims hand out what is not due": replace("messages", (good) => ({
    claimForClients: (claims) =>
      good.claimForClients(claims.map((claim) => ({ ...claim, now: claim.now + 1e9 }))),
  })),
  "claims are served last first": replace("messages", (good) => ({
    claimForClients: async (claims) => (await good.claimForClients(claims.toReversed())).reverse(),
  })),
  "claims do not say on which contact": replace("messages", (good) => ({
    claimForClients: (claims) =>
      good.claimForClients(claims.map((claim) => ({ ...claim, contactId: 0 }))),
  })),
  "busy services are handed messages": replace("messages", (good) => ({
    claimForServer: (claim) => good.claimForServer({ ...claim, limits: new Map() }),
  })),
  "what is put back counts as tried": replace("messages", (good) => ({
    putBack: (messageIds, dueTime) => good.postpone(messageIds, dueTime),
  })),
  "tries are counted from 0": replace("messages", (good) => ({
    claimForServer: (claim) =>
      good.claimForServer({ ...claim, retryTime: (tries) => claim.retryTime(tries - 1) }),
  })),
  "services get the newest first": replace("messages", (good) => ({
    claimForServer: async (claim) => (await good.claimForServer(claim)).reverse(),
  })),
  "a server that starts waits for what it was given": replace("messages", () => ({
    takeUpAgain: async () => {},
  })),
  "a server that starts takes what others work on": replace("messages", (good) => ({
    takeUpAgain: async (_, time) => {
      for (const server of ["server one", "server two"]) await good.takeUpAgain(server, time);
    },
  })),
  "postpone does nothing": replace("messages", () => ({ postpone: async () => {} })),
  "the next due time ignores which services are busy": replace("messages", (good) => ({
    nextServerDue: () => good.nextServerDue([]),
  })),
  "every client has something due": replace("messages", () => ({
    clientsWithDue: async (clientIds) => new Set(clientIds),
  })),
  "a listing of pending messages always has data": replace("messages", (good) => ({
    pending: (query) => good.pending({ ...query, wantData: true }),
  })),
  "a listing of pending messages ignores the offset": replace("messages", (good) => ({
    pending: (query) => good.pending({ ...query, offset: 0 }),
  })),
  "pending messages are counted twice for a client named twice": replace("messages", (good) => ({
    async countPending(clientIds) {
      let count = 0;
      for (const clientId of clientIds) count += await good.countPending([clientId]);
      return count;
    },
  })),
  "deleting pending messages only counts them": replace("messages", (good) => ({
    deletePending: (clientIds) => good.countPending(clientIds),
  })),

  "groups are ignored": replace("broadcasts", (good) => ({
    create: async (broadcast, limit) => good.create({ ...broadcast, groupName: "" }, limit),
  })),
  "a broadcast that exists is left as it is, silently": replace("broadcasts", (good) => ({
    create: (broadcast, limit) =>
      good.create(broadcast, limit).catch((thrown: unknown) => {
        if (!(thrown instanceof FleetError) || thrown.code !== "conflict") throw thrown;
      }),
  })),
  "expired broadcasts are active": replace("broadcasts", (good) => ({
    listActive: (_now, serviceName) => good.listActive(0, serviceName),
  })),
  "broadcasts of every service are listed": replace("broadcasts", (good) => ({
    listActive: (now) => good.listActive(now, undefined),
  })),
  "expired broadcasts are allocated": replace("broadcasts", (good) => ({
    allocate: (request) => good.allocate({ ...request, now: 0 }),
  })),
  "an allocation is one too great": replace("broadcasts", (good) => ({
    async allocate(request) {
      const allocation = await good.allocate(request);
      return allocation && { ...allocation, limit: allocation.limit + 1n };
    },
  })),
  "allocations are never given back": replace("broadcasts", () => ({ release: async () => {} })),
  "allocations never expire": replace("broadcasts", () => ({ releaseExpired: async () => 0 })),
  "nobody was sent anything": replace("broadcasts", () => ({
    sentTo: async (clientIds) => new Map(clientIds.map((clientId) => [clientId, new Set()])),
  })),
  "a broadcast is sent though it was disabled": replace("broadcasts", () => ({
    disable: async () => {},
  })),
  "broadcasts are sent one by one": replace("broadcasts", (good) => ({
    send: oneByOne((sends) => good.send(sends)),
  })),
  "a client that had a broadcast is called served again": replace("broadcasts", (good) => ({
    send: async (sends) =>
      (await good.send(sends)).map((outcome) => (outcome === "already_sent" ? "saved" : outcome)),
  })),
  "unused is reported as sent": replace("broadcasts", (good) => ({
    async get(broadcastIds) {
      const records = [...(await good.get(broadcastIds))];
      return new Map(
        records.map(([id, record]) => [id, { ...record, sent: record.sent + record.allocated }]),
      );
    },
  })),

  "files of every service are listed": replace("files", (good) => ({
    list: () => good.list(undefined),
  })),
  "a file that exists is not replaced": replace("files", (good) => ({
    put: async (name, file) => ((await good.get(name)) ? undefined : good.put(name, file)),
  })),
  "deleting a missing file says that it was there": replace("files", (good) => ({
    delete: async (name) => (await good.delete(name)) || true,
  })),
  "usage includes the end": replace("resourceUsage", (good) => ({
    fetch: (clientId, start, end) => good.fetch(clientId, start, end + 1),
  })),
  "usage is recorded one by one": replace("resourceUsage", (good) => ({
    async record(records) {
      for (const record of records) await good.record([record]);
    },
  })),

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

  "nothing is ever pruned": (good) => ({
    ...good,
    prune: async () => ({ messages: 0, contacts: 0, resourceUsage: 0, broadcasts: 0 }),
  }),
  "pruning knows no maximum": (good) => ({
    ...good,
    prune: (before) => good.prune({ ...before, maxRows: 1e6 }),
  }),
  "pruning takes what is not old enough": (good) => ({
    ...good,
    prune: (before) =>
      good.prune({ ...before, messages: before.messages && before.messages + 1e9 }),
  }),
  "it stays open": (good) => ({ ...good, [Symbol.asyncDispose]: async () => {} }),
  "errors are of no kind": replace("clients", (good) => ({
    blacklist: (clientIds) =>
      good.blacklist(clientIds).catch(() => {
        throw new Error("something went wrong");
      }),
  })),
};
