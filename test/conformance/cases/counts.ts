/** What reports.ts promises about counts and the overview. */
import assert from "node:assert/strict";

import type { ClientId } from "../../../src/core/ids.ts";
import {
  maxCountedNames,
  maxCountedTypes,
  otherName,
  type CountedBy,
  type CountQuery,
  type MessageCount,
} from "../../../src/store/reports.ts";
import type { Store } from "../../../src/store/store.ts";
import {
  addClients,
  allocated,
  at,
  broadcastId,
  claimOf,
  clientId,
  contact,
  failure,
  messageId,
  minute,
  rejects,
  sendOf,
  serverClaim,
  start,
  success,
  toClient,
  toServer,
} from "../fixtures.ts";
import type { StoreCase } from "../store-case.ts";

const [one, two] = [1, 2].map(clientId) as [ClientId, ClientId];
const day = Math.floor(start / 86_400e6);
const everyKind: readonly CountedBy[] = ["day", "direction", "service", "type"];

/** stored, processed, failed, pending */
const figuresOf = ({ stored, processed, failed, pending }: MessageCount) => [
  stored,
  processed,
  failed,
  pending,
];

/** By what was asked for, the figures. */
async function counts(store: Store, query: CountQuery): Promise<Record<string, number[]>> {
  const rows = await store.reports.counts(query);
  const nameOf = (row: MessageCount) =>
    [
      row.day === undefined ? undefined : `day ${row.day - day}`,
      row.direction,
      row.serviceName,
      row.messageType,
    ]
      .filter((part) => part !== undefined)
      .join(" ");
  return Object.fromEntries(rows.map((row) => [nameOf(row), figuresOf(row)]));
}

/** Of all messages: stored, processed, failed, pending. */
async function total(store: Store): Promise<number[]> {
  const [row] = await store.reports.counts({ by: [] });
  return row === undefined ? [0, 0, 0, 0] : figuresOf(row);
}

const result = (n: number, given = success) => ({
  messageId: messageId(n),
  result: given,
  onlyForClient: undefined,
});

const counting: readonly StoreCase[] = [
  {
    name: "messages are counted by day of creation, direction, service and type, as asked",
    async run(store) {
      await addClients(store, 1);
      const next = { creationTime: at((day + 1) * 86_400e6) };
      const last = { creationTime: at((day + 1) * 86_400e6 - 1) };
      await store.messages.store([
        toServer(1, { result: success }),
        toServer(2, { ...last, result: failure }),
        toServer(3, { ...next, messageType: "Other" }),
        toServer(4, { ...next, service: "Second" }),
        toClient(5, one, next),
        toClient(6, one, { ...next, result: success }),
      ]);
    },
    async after(store) {
      assert.deepEqual(await counts(store, { by: everyKind }), {
        "day 0 to_server Main Test": [2, 1, 1, 0],
        "day 1 to_client Main Test": [2, 1, 0, 1],
        "day 1 to_server Main Other": [1, 0, 0, 1],
        "day 1 to_server Second Test": [1, 0, 0, 1],
      });
      assert.deepEqual(await counts(store, { by: ["day"] }), {
        "day 0": [2, 1, 1, 0],
        "day 1": [4, 1, 0, 3],
      });
      assert.deepEqual(await counts(store, { by: ["type", "service"] }), {
        "Main Other": [1, 0, 0, 1],
        "Main Test": [4, 2, 1, 1],
        "Second Test": [1, 0, 0, 1],
      });
      assert.deepEqual(await counts(store, { by: ["day"], limit: 1 }), { "day 0": [2, 1, 1, 0] });
      assert.deepEqual(await store.reports.counts({ by: ["day"], limit: 0 }), []);
      const days = await counts(store, { by: ["direction"], fromDay: day + 1, toDay: day + 1 });
      assert.deepEqual(days, { to_client: [2, 1, 0, 1], to_server: [2, 0, 0, 2] });
      const some = {
        by: [],
        messageType: "Test",
        serviceName: "Main",
        direction: "to_server",
      } as const;
      assert.deepEqual(await counts(store, some), { "": [2, 1, 1, 0] });
      assert.deepEqual(await store.reports.counts({ by: [], toDay: day - 1 }), []);
      assert.deepEqual(await store.reports.counts({ by: ["day"], fromDay: day + 2 }), []);
    },
  },
  {
    name: "a message is counted once, however often it is stored",
    async run(store) {
      await addClients(store, 1);
      await store.messages.store([toServer(1), toServer(1), toServer(1, { messageType: "Other" })]);
      await store.messages.store([toServer(1)]);
      assert.deepEqual(await counts(store, { by: ["type"] }), { Test: [1, 0, 0, 1] });
      await store.messages.store([toServer(1, { result: failure })]);
      assert.deepEqual(await total(store), [1, 0, 1, 0]);
      await store.messages.store([toClient(2, clientId(9))]);
      assert.deepEqual(await total(store), [1, 0, 1, 0]);
    },
  },
  {
    name: "results move messages from one count to another, and what changes nothing moves none",
    async run(store) {
      await addClients(store, 2);
      await store.messages.store([toServer(1), toClient(2, one), toServer(3)]);
      const setResults = store.messages.setResults.bind(store.messages);
      await setResults([result(1), result(2, failure)]);
      assert.deepEqual(await total(store), [3, 1, 1, 1]);
      await setResults([result(1, failure), result(2, failure), result(9)]);
      await setResults([{ ...result(2), onlyForClient: two }]);
      assert.deepEqual(await total(store), [3, 1, 1, 1]);
      await setResults([result(2), result(1)]);
      assert.deepEqual(await total(store), [3, 2, 0, 1]);
    },
  },
  {
    name: "handing out, putting off and a contact's end change no count",
    async run(store) {
      await addClients(store, 1);
      await store.messages.store([toServer(1), toClient(2, one)]);
      const contactId = await contact(store, one, { reofferAtEnd: true });
      await store.messages.claimForClients([claimOf(one, { contactId })]);
      await store.messages.claimForServer(serverClaim());
      await store.messages.postpone([messageId(1)], start + minute);
      await store.messages.putBack([messageId(1)], start + minute);
      await store.messages.takeUpAgain("server one", start);
      await store.contacts.end([contactId], start + minute);
      assert.deepEqual(await total(store), [2, 0, 0, 2]);
    },
  },
  {
    name: "pending messages that are deleted are counted with the result that they get",
    async run(store) {
      await addClients(store, 2);
      await store.messages.store([
        toClient(1, one),
        toClient(2, one, { messageType: "Other" }),
        toClient(3, one, { result: success }),
        toClient(4, two),
      ]);
      await store.messages.deletePending([one, one], failure);
      assert.deepEqual(await counts(store, { by: ["type"] }), {
        Other: [1, 0, 1, 0],
        Test: [3, 1, 1, 1],
      });
    },
  },
  {
    name: "messages of broadcasts are counted, and of a call that fails none",
    async run(store) {
      await addClients(store, 2);
      await allocated(store);
      await store.broadcasts.send([sendOf(1, one), sendOf(2, one)]);
      assert.deepEqual(await counts(store, { by: ["direction"] }), { to_client: [1, 0, 0, 1] });
      await store.messages.store([toServer(5)]);
      // All in one turn: the second call fails at its second message, whose id exists.
      const type = { messageType: "New" };
      const failing = {
        ...sendOf(5, two),
        message: { ...toClient(5, two).message, ...type },
      };
      const outcomes = await Promise.allSettled([
        store.messages.store([toServer(6)]),
        store.broadcasts.send([failing]),
        store.messages.store([toServer(7, type)]),
        store.messages.setResults([result(6)]),
      ]);
      assert.deepEqual(
        outcomes.map(({ status }) => status),
        ["fulfilled", "rejected", "fulfilled", "fulfilled"],
      );
      assert.equal((await store.broadcasts.get([broadcastId(1)])).get(broadcastId(1))?.sent, 1n);
    },
    async after(store) {
      assert.deepEqual(await counts(store, { by: ["direction", "type"] }), {
        "to_client Test": [1, 0, 0, 1],
        "to_server New": [1, 0, 0, 1],
        "to_server Test": [2, 1, 0, 1],
      });
    },
  },
  {
    name: "counts outlive the messages",
    async run(store) {
      await addClients(store, 1);
      const old = { creationTime: at(start - 86_400e6) };
      await store.messages.store([
        toServer(1, { ...old, result: success }),
        toServer(2, { ...old, result: failure }),
        toServer(3, old),
      ]);
      const others = { contacts: undefined, resourceUsage: undefined, broadcasts: undefined };
      await store.prune({ ...others, messages: start, maxRows: 10 });
      assert.equal((await store.messages.get([messageId(1), messageId(2)])).size, 0);
      assert.deepEqual(await counts(store, { by: ["day"] }), { "day -1": [3, 1, 1, 1] });
      await store.messages.setResults([result(3)]);
      await store.prune({ ...others, messages: start, maxRows: 10 });
      // It is another message now, as far as a store can know.
      await store.messages.store([toServer(1, old)]);
    },
    async after(store) {
      assert.deepEqual(await counts(store, { by: ["day"] }), { "day -1": [4, 2, 1, 1] });
    },
  },
  {
    name: "types that clients make up are counted together once they are too many, and still listed",
    async run(store) {
      const count = maxCountedTypes + 10;
      const numbers = Array.from({ length: count }, (_, index) => index + 1);
      const typed = (n: number) => toServer(n, { messageType: `type ${n}`, result: success });
      await store.messages.store(numbers.map(typed));
      await store.messages.store([toServer(9001, { messageType: "type 1" }), toServer(9002)]);
      await store.messages.store([toServer(9003, { service: "Second", messageType: "type 300" })]);
      const byType = await counts(store, { by: ["type"], serviceName: "Main" });
      assert.equal(Object.keys(byType).length, maxCountedTypes + 1);
      assert.deepEqual(byType["type 1"], [2, 1, 0, 1]);
      assert.deepEqual(byType[otherName], [11, 10, 0, 1]);
      assert.deepEqual(await total(store), [count + 3, count, 0, 3]);
      await store.messages.setResults([result(9002)]);
      assert.deepEqual((await counts(store, { by: ["type"] }))[otherName], [11, 11, 0, 0]);
      const listed = await store.reports.listMessages({ messageType: `type ${count}`, limit: 10 });
      assert.deepEqual(
        listed.messages.map((message) => message.messageId),
        [messageId(count)],
      );
      const second = { serviceName: "Second", messageType: "type 300" };
      assert.equal((await store.reports.listMessages({ ...second, limit: 10 })).messages.length, 1);
    },
  },
  {
    name: "names of services that clients make up are counted together once they are too many",
    async run(store) {
      const count = maxCountedNames + 10;
      const numbers = Array.from({ length: count }, (_, index) => index + 1);
      await store.messages.store(numbers.map((n) => toServer(n, { service: `service ${n}` })));
      const byService = await counts(store, { by: ["service"] });
      assert.equal(Object.keys(byService).length, maxCountedNames + 1);
      assert.deepEqual(byService[otherName], [10, 0, 0, 10]);
      assert.deepEqual(await total(store), [count, 0, 0, count]);
      const tomorrow = { creationTime: at(start + 86_400e6), service: "service 1005" };
      await store.messages.store([toServer(count + 1, tomorrow)]);
      const days = await counts(store, { by: ["service"], fromDay: day + 1 });
      assert.deepEqual(days, { "service 1005": [1, 0, 0, 1] });
    },
    async after(store) {
      const filter = { serviceName: "service 1005", limit: 10 };
      const { messages } = await store.reports.listMessages(filter);
      assert.equal(messages.length, 2);
    },
  },
];

const overviews: readonly StoreCase[] = [
  {
    name: "the overview counts clients by their last contact, and messages by their state",
    async run(store) {
      await addClients(store, 5);
      await contact(store, one, { streamingTo: "server:1" });
      await contact(store, two, { time: start + minute });
      await contact(store, clientId(3), { time: start + 1 });
      await store.clients.blacklist([clientId(4), clientId(5)]);
      await store.messages.store([
        toServer(1),
        toClient(2, one),
        toServer(3, { result: failure }),
        toServer(4, { result: success, creationTime: at(start - 86_400e6) }),
        toServer(5, { result: failure, creationTime: at(start - 86_400e6) }),
      ]);
    },
    async after(store) {
      const query = { onlineSince: start + minute, seenSince: start + 1, today: day };
      const { clients, messages, databaseBytes } = await store.reports.overview(query);
      assert.deepEqual(clients, { online: 2, seen: 2, ever: 5, blacklisted: 2 });
      assert.deepEqual(messages, { pending: 2, failed: 2, storedToday: 3, failedToday: 1 });
      assert(databaseBytes >= 0 && Number.isSafeInteger(databaseBytes));
      const bad = { ...query, onlineSince: Number.NaN };
      await rejects("invalid_argument", store.reports.overview(bad));
    },
  },
  {
    name: "the overview of an empty store is all zeros",
    async run(store) {
      const query = { onlineSince: start, seenSince: start, today: day };
      const { clients, messages } = await store.reports.overview(query);
      assert.deepEqual(clients, { online: 0, seen: 0, ever: 0, blacklisted: 0 });
      assert.deepEqual(messages, { pending: 0, failed: 0, storedToday: 0, failedToday: 0 });
      assert.deepEqual(await store.reports.counts({ by: [] }), []);
    },
  },
];

export const countCases: readonly StoreCase[] = [...counting, ...overviews];
