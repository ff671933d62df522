/**
 * Stores that each break one promise of the contract, around one that keeps it: the suite must catch every one of them.
 */
import { FleetError } from "../../src/core/errors.ts";
import { brokenReports } from "./broken-reports.ts";
import { brokenAccess } from "./broken-access.ts";
import { type Breakage, replace } from "./replace-part.ts";

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
  "nothing is offered again when a client begins anew": replace("contacts", (good) => ({
    record: (contacts) =>
      good.record(contacts.map((contact) => ({ ...contact, reofferAnew: false }))),
  })),
  "every contact begins anew": replace("contacts", (good) => ({
    record: (contacts) =>
      good.record(contacts.map((contact) => ({ ...contact, continues: false }))),
  })),
  "every contact goes on": replace("contacts", (good) => ({
    record: (contacts) => good.record(contacts.map((contact) => ({ ...contact, continues: true }))),
  })),
  "every contact waits for a client that begins anew": replace("contacts", (good) => ({
    record: (contacts) =>
      good.record(contacts.map((contact) => ({ ...contact, reofferAnew: true }))),
  })),
  "what did not arrive waits": replace("contacts", (good) => ({
    end: (contactIds, time) => good.end(contactIds, time),
  })),
  "a restarted server leaves its contacts open": replace("contacts", () => ({
    endAllOf: async () => {},
  })),
  "touch does nothing": replace("contacts", () => ({ touch: async () => {} })),
  "touch ends what is open": replace("contacts", (good) => ({
    touch: async (contactIds, time) => {
      await good.touch(contactIds, time);
      await good.end(contactIds, time);
    },
  })),
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
  "pages of broadcasts begin with the one they come after": replace("broadcasts", (good) => ({
    page: (page) => good.page({ ...page, after: undefined }),
  })),
  "pages of broadcasts hold active ones only": replace("broadcasts", (good) => ({
    async page(page) {
      const all = await good.page(page);
      return all.filter(({ limit, sent }) => limit > sent);
    },
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
    fetch: (clientId, start, end, limit) => good.fetch(clientId, start, end + 1, limit),
  })),
  "usage knows no limit": replace("resourceUsage", (good) => ({
    fetch: (clientId, start, end) => good.fetch(clientId, start, end),
  })),
  "usage is recorded one by one": replace("resourceUsage", (good) => ({
    async record(records) {
      for (const record of records) await good.record([record]);
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
  "it can never be written": (good) => ({
    ...good,
    checkWritable: () => Promise.reject(new FleetError("configuration", "it is read-only")),
  }),
  "a closed one can be written": (good) => ({ ...good, checkWritable: async () => {} }),
  "it stays open": (good) => ({ ...good, [Symbol.asyncDispose]: async () => {} }),
  "errors are of no kind": replace("clients", (good) => ({
    blacklist: (clientIds) =>
      good.blacklist(clientIds).catch(() => {
        throw new Error("something went wrong");
      }),
  })),
  ...brokenAccess,
  ...brokenReports,
};
