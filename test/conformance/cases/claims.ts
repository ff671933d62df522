/** What store.ts promises about handing out pending messages. */
import assert from "node:assert/strict";

import type { ServerClaim, Store } from "../../../src/store/store.ts";
import {
  addClients,
  claimNumbers,
  claimOf,
  clientId,
  messageId,
  minute,
  numbersOf,
  plain,
  rejects,
  serverClaim,
  start,
  success,
  toClient,
  toServer,
} from "../fixtures.ts";
import type { StoreCase } from "../store-case.ts";

const one = clientId(1);

async function claimed(store: Store, fields: Partial<ServerClaim> = {}): Promise<number[]> {
  const claims = await store.messages.claimForServer(serverClaim(fields));
  return numbersOf(claims.map(({ message }) => message));
}

/** Messages `first` to `last` for client one. */
async function storeMany(
  store: Store,
  first: number,
  last: number,
  fields: Parameters<typeof toClient>[2] = {},
) {
  const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  await store.messages.store(numbers.map((n) => toClient(n, one, fields)));
}

export const clientClaimCases: readonly StoreCase[] = [
  {
    name: "a claim hands out a client's due messages whole and oldest first, whatever their services",
    async run(store) {
      await addClients(store, 2);
      await store.messages.store([
        toClient(1, one, { service: "Zebra" }),
        toClient(2, one, { service: "Ape" }),
        toClient(3, clientId(2)),
        toClient(4, one, { service: "" }),
        toClient(5, one, { service: "Zebra" }),
        toServer(6),
      ]);
      const [result] = await store.messages.claimForClients([claimOf(one)]);
      assert.deepEqual(numbersOf(result?.messages ?? []), [1, 2, 4, 5]);
      assert.deepEqual(plain(result?.messages[0]), toClient(1, one, { service: "Zebra" }).message);
      assert.equal(result?.more, false);
    },
  },
  {
    name: "the older message comes first though it is due later",
    async run(store) {
      await addClients(store, 1);
      await store.messages.store([{ ...toClient(1, one), dueTime: start + 5 }, toClient(2, one)]);
      assert.deepEqual((await claimNumbers(store, claimOf(one))).numbers, [1, 2]);
    },
  },
  {
    name: "a message handed out is not handed out again before its reoffer time",
    async run(store) {
      await addClients(store, 1);
      await storeMany(store, 1, 2);
      const first = claimOf(one, { reofferTime: start + 5 * minute });
      assert.deepEqual((await claimNumbers(store, first)).numbers, [1, 2]);
      assert.deepEqual((await claimNumbers(store, claimOf(one))).numbers, []);
    },
    async after(store) {
      const early = claimOf(one, { now: start + 5 * minute - 1 });
      assert.deepEqual((await claimNumbers(store, early)).numbers, []);
      const due = claimOf(one, { now: start + 5 * minute });
      assert.deepEqual((await claimNumbers(store, due)).numbers, [1, 2]);
    },
  },
  {
    name: "a message that is not due yet, or has a result, is not handed out",
    async run(store) {
      await addClients(store, 1);
      await store.messages.store([
        { ...toClient(1, one), dueTime: start + 2 * minute },
        toClient(2, one, { result: success }),
        toClient(3, one),
        toClient(4, one),
      ]);
      await store.messages.setResults([
        { messageId: messageId(3), result: success, onlyForClient: one },
      ]);
      assert.deepEqual((await claimNumbers(store, claimOf(one))).numbers, [4]);
    },
  },
  {
    name: "claims of one call are served in order: the second gets what the first left",
    async run(store) {
      await addClients(store, 1);
      await storeMany(store, 1, 3);
      const results = await store.messages.claimForClients([
        claimOf(one, { maxMessages: 2 }),
        claimOf(clientId(9)),
        claimOf(one, { contactId: 2 }),
      ]);
      assert.deepEqual(
        results.map(({ messages }) => numbersOf(messages)),
        [[1, 2], [], [3]],
      );
      assert.deepEqual(
        results.map(({ more }) => more),
        [true, false, false],
      );
    },
  },
  {
    name: "maxMessages counts over all services, and more says whether it held something back",
    async run(store) {
      await addClients(store, 1);
      await storeMany(store, 1, 2, { service: "A" });
      await storeMany(store, 3, 4, { service: "B" });
      assert.deepEqual(await claimNumbers(store, claimOf(one, { maxMessages: 3 })), {
        numbers: [1, 2, 3],
        more: true,
      });
      assert.deepEqual(await claimNumbers(store, claimOf(one, { maxMessages: 1 })), {
        numbers: [4],
        more: false,
      });
      assert.deepEqual(await claimNumbers(store, claimOf(one)), { numbers: [], more: false });
    },
  },
  {
    name: "maxBytes stops before the message that passes it, but lets one through",
    async run(store) {
      await addClients(store, 1);
      await storeMany(store, 1, 3, { bytes: 100 });
      assert.deepEqual(await claimNumbers(store, claimOf(one, { maxBytes: 200 })), {
        numbers: [1, 2],
        more: true,
      });
      assert.deepEqual(await claimNumbers(store, claimOf(one, { maxBytes: 1 })), {
        numbers: [3],
        more: false,
      });
    },
  },
  {
    name: "flow control limits each service, gives none to one not listed, and does not count as more",
    async run(store) {
      await addClients(store, 1);
      await storeMany(store, 1, 3, { service: "A" });
      await storeMany(store, 4, 6, { service: "B" });
      await storeMany(store, 7, 8, { service: "C" });
      const allowed = new Map([
        ["A", 2],
        ["B", 0],
        ["C", 5],
      ]);
      assert.deepEqual(await claimNumbers(store, claimOf(one, { allowed })), {
        numbers: [1, 2, 7, 8],
        more: false,
      });
      assert.deepEqual(await claimNumbers(store, claimOf(one, { allowed: new Map() })), {
        numbers: [],
        more: false,
      });
      assert.deepEqual((await claimNumbers(store, claimOf(one))).numbers, [3, 4, 5, 6]);
    },
  },
  {
    name: "more is said where flow control allows what maxMessages does not",
    async run(store) {
      await addClients(store, 1);
      await storeMany(store, 1, 3, { service: "A" });
      const claim = claimOf(one, { allowed: new Map([["A", 2]]), maxMessages: 1 });
      assert.deepEqual(await claimNumbers(store, claim), { numbers: [1], more: true });
      const last = claimOf(one, { allowed: new Map([["A", 1]]), maxMessages: 1 });
      assert.deepEqual(await claimNumbers(store, last), { numbers: [2], more: false });
    },
  },
  {
    name: "clientsWithDue names those of the clients that something is due for",
    async run(store) {
      await addClients(store, 4);
      await store.messages.store([
        toClient(1, one),
        { ...toClient(2, clientId(2)), dueTime: start + minute + 1 },
        toClient(3, clientId(3), { result: success }),
        toClient(4, clientId(4)),
      ]);
      const due = await store.messages.clientsWithDue(
        [one, one, clientId(2), clientId(3), clientId(9)],
        start + minute,
      );
      assert.deepEqual(due, new Set([one]));
    },
  },
  {
    name: "a claim of less than nothing is refused",
    async run(store) {
      await addClients(store, 1);
      await rejects(
        "invalid_argument",
        store.messages.claimForClients([claimOf(one, { maxMessages: -1 })]),
      );
      await rejects(
        "invalid_argument",
        store.messages.claimForServer(serverClaim({ maxMessages: -1 })),
      );
    },
  },
];

export const serverClaimCases: readonly StoreCase[] = [
  {
    name: "services are handed what has been due for longest, whole",
    async run(store) {
      await addClients(store, 1);
      await store.messages.store([
        { ...toServer(1, { service: "A" }), dueTime: start + 3 },
        { ...toServer(2, { service: "B" }), dueTime: start + 1 },
        { ...toServer(3, { service: "A" }), dueTime: start + 2 },
        toClient(4, one),
        { ...toServer(5, { service: "A" }), dueTime: start + 2 * minute },
      ]);
      assert.deepEqual(await claimed(store, { maxMessages: 2 }), [2, 3]);
      const rest = await store.messages.claimForServer(serverClaim());
      assert.deepEqual(plain(rest), [{ message: toServer(1, { service: "A" }).message, tries: 1 }]);
    },
  },
  {
    name: "services that are busy are passed over",
    async run(store) {
      await store.messages.store([
        toServer(1, { service: "A" }),
        toServer(2, { service: "B" }),
        toServer(3, { service: "" }),
      ]);
      const [a, none] = [["A", 0] as const, ["", 0] as const];
      assert.deepEqual(await claimed(store, { limits: new Map([a, none]) }), [2]);
      assert.deepEqual(await claimed(store, { limits: new Map([a]) }), [3]);
    },
  },
  {
    name: "a service gets no more than its limit, and leaves the rest to the others",
    async run(store) {
      await store.messages.store([
        toServer(1, { service: "A" }),
        toServer(2, { service: "A" }),
        toServer(3, { service: "A" }),
        toServer(4, { service: "B" }),
        toServer(5, { service: "B" }),
      ]);
      const limits = new Map([["A", 1]]);
      assert.deepEqual(await claimed(store, { limits, maxMessages: 2 }), [1, 4]);
      assert.deepEqual(await claimed(store, { limits: new Map([["A", 9]]) }), [2, 3, 5]);
      await rejects(
        "invalid_argument",
        store.messages.claimForServer(serverClaim({ limits: new Map([["A", -1]]) })),
      );
    },
  },
  {
    name: "a claimed message comes again at its retry time, which knows the tries",
    async run(store) {
      await store.messages.store([toServer(1)]);
      const seen: number[] = [];
      const retryTime = (tries: number) => {
        seen.push(tries);
        return start + 2 * minute * tries;
      };
      assert.deepEqual(await claimed(store, { retryTime }), [1]);
      assert.deepEqual(await claimed(store, { retryTime, now: start + 2 * minute - 1 }), []);
      assert.deepEqual(await claimed(store, { retryTime, now: start + 2 * minute }), [1]);
      assert.deepEqual(seen, [1, 2]);
    },
    async after(store) {
      const life = (await store.messages.life([messageId(1)])).get(messageId(1));
      assert.equal(life?.tries, 2);
      assert.equal(life.handedOutBy, "server one");
      assert.equal(life.handedOutContact, undefined);
      assert.equal(life.dueTime, start + 4 * minute);
    },
  },
  {
    name: "a claim whose retryTime throws hands out nothing",
    async run(store) {
      await store.messages.store([toServer(1), toServer(2)]);
      let calls = 0;
      const retryTime = () => {
        calls++;
        if (calls === 2) throw new Error("no time");
        return start + 9 * minute;
      };
      await rejects("internal", store.messages.claimForServer(serverClaim({ retryTime })));
      assert.deepEqual(await claimed(store), [1, 2]);
    },
  },
  {
    name: "postpone moves pending messages for services, and nothing else",
    async run(store) {
      await addClients(store, 1);
      await store.messages.store([toServer(1), toServer(2, { result: success }), toClient(3, one)]);
      const ids = [messageId(1), messageId(2), messageId(3), messageId(9)];
      await store.messages.postpone(ids, start + 5 * minute);
      const lives = await store.messages.life(ids);
      assert.equal(lives.get(messageId(1))?.dueTime, start + 5 * minute);
      assert.equal(lives.get(messageId(2))?.dueTime, undefined);
      assert.equal(lives.get(messageId(3))?.dueTime, start);
      assert.deepEqual(await claimed(store), []);
    },
  },
  {
    name: "what is put back is due then, and its claim does not count",
    async run(store) {
      await addClients(store, 1);
      await store.messages.store([toServer(1), toServer(2), toClient(3, one)]);
      await claimed(store);
      const ids = [messageId(1), messageId(3), messageId(9)];
      await store.messages.putBack(ids, start);
      const [again, ...others] = await store.messages.claimForServer(serverClaim());
      assert.deepEqual(plain(again), { message: toServer(1).message, tries: 1 });
      assert.deepEqual(others, []);
      const life = (await store.messages.life([messageId(3)])).get(messageId(3));
      assert.equal(life?.tries, 0);
    },
  },
  {
    name: "what was left to a server that starts is due then, and nothing else",
    async run(store) {
      await addClients(store, 1);
      const later = start + 5 * minute;
      await store.messages.store([
        toServer(1),
        toServer(2),
        { ...toServer(3), dueTime: later },
        { ...toServer(4), dueTime: start - minute },
        { ...toClient(5, one), dueTime: later },
        toServer(6, { result: success }),
      ]);
      const retryTime = () => later;
      const claim = { retryTime, maxMessages: 1, now: start };
      await store.messages.putBack([messageId(4)], later + minute);
      await store.messages.claimForServer(serverClaim({ ...claim, server: "server one" }));
      await store.messages.claimForServer(serverClaim({ ...claim, server: "server two" }));
      await store.messages.takeUpAgain("server one", start + minute);
    },
    async after(store) {
      const ids = [1, 2, 3, 4, 5, 6].map(messageId);
      const lives = await store.messages.life(ids);
      const due = ids.map((id) => lives.get(id)?.dueTime);
      const later = start + 5 * minute;
      const now = start + minute;
      assert.deepEqual(due, [now, later, now, now, later, undefined]);
      assert.equal(lives.get(messageId(1))?.tries, 1);
    },
  },
  {
    name: "nextServerDue is the earliest due time of the other services",
    async run(store) {
      await addClients(store, 1);
      assert.equal(await store.messages.nextServerDue([]), undefined);
      await store.messages.store([
        { ...toServer(1, { service: "A" }), dueTime: start + 5 },
        { ...toServer(2, { service: "B" }), dueTime: start + 3 },
        { ...toServer(3, { service: "B" }), dueTime: start + 4 },
        { ...toClient(4, one), dueTime: start + 1 },
      ]);
    },
    async after(store) {
      assert.equal(await store.messages.nextServerDue([]), start + 3);
      assert.equal(await store.messages.nextServerDue(["B"]), start + 5);
      assert.equal(await store.messages.nextServerDue(["A", "B"]), undefined);
    },
  },
];
