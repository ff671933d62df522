/** What store.ts promises about contacts. */
import assert from "node:assert/strict";

import type { Store } from "../../../src/store/store.ts";
import {
  addClients,
  claimNumbers,
  claimOf,
  clientId,
  contact,
  contactOf,
  messageId,
  minute,
  rejects,
  start,
  success,
  toClient,
} from "../fixtures.ts";
import type { StoreCase } from "../store-case.ts";

const one = clientId(1);

async function recordOf(store: Store) {
  const record = (await store.clients.get([one])).get(one);
  assert(record);
  return record;
}

async function dueTimeOf(store: Store, n: number): Promise<number | undefined> {
  return (await store.messages.life([messageId(n)])).get(messageId(n))?.dueTime;
}

export const contactCases: readonly StoreCase[] = [
  {
    name: "a contact becomes its client's last one",
    async run(store) {
      await addClients(store, 1);
      await contact(store, one, { streamingTo: "server:1" });
      await contact(store, one, {
        time: start + minute,
        observedAddress: "192.0.2.2:2",
        streamingTo: "server:2",
      });
    },
    async after(store) {
      const record = await recordOf(store);
      assert.equal(record.lastContactTime, start + minute);
      assert.equal(record.lastContactAddress, "192.0.2.2:2");
      assert.equal(record.lastContactStreamingTo, "server:2");
    },
  },
  {
    name: "contacts are listed newest first, a page at a time, with nonces of all 64 bits",
    async run(store) {
      await addClients(store, 2);
      const nonces = [1n, 2n ** 63n, 2n ** 64n - 1n];
      const ids = await store.contacts.record(
        nonces.map((sentNonce, index) =>
          contactOf(one, { sentNonce, receivedNonce: sentNonce - 1n, time: start + index }),
        ),
      );
      await contact(store, clientId(2));
      await store.contacts.end(ids.slice(0, 2), start + minute);
      assert.deepEqual(
        ids,
        ids.toSorted((left, right) => left - right),
      );
      const first = await store.contacts.list(one, { before: undefined, limit: 2 });
      assert.deepEqual(first, [
        {
          contactId: ids[2],
          time: start + 2,
          sentNonce: 2n ** 64n - 1n,
          receivedNonce: 2n ** 64n - 2n,
          observedAddress: "192.0.2.1:1000",
          server: "server one",
          endedTime: undefined,
        },
        {
          contactId: ids[1],
          time: start + 1,
          sentNonce: 2n ** 63n,
          receivedNonce: 2n ** 63n - 1n,
          observedAddress: "192.0.2.1:1000",
          server: "server one",
          endedTime: start + minute,
        },
      ]);
      const rest = await store.contacts.list(one, { before: ids[1], limit: 9 });
      assert.deepEqual(
        rest.map((record) => record.contactId),
        [ids[0]],
      );
      assert.deepEqual(await store.contacts.list(clientId(9), { before: undefined, limit: 9 }), []);
    },
  },
  {
    name: "a contact of an unknown client is not_found, and none of its call is recorded",
    async run(store) {
      await addClients(store, 1);
      await rejects(
        "not_found",
        store.contacts.record([contactOf(one, { streamingTo: "x" }), contactOf(clientId(9))]),
      );
      assert.deepEqual(await store.contacts.list(one, { before: undefined, limit: 9 }), []);
      assert.equal((await recordOf(store)).lastContactStreamingTo, undefined);
    },
  },
  {
    name: "a nonce over 64 bits is refused",
    async run(store) {
      await addClients(store, 1);
      await rejects(
        "invalid_argument",
        store.contacts.record([contactOf(one, { sentNonce: 2n ** 64n })]),
      );
      await rejects(
        "invalid_argument",
        store.contacts.record([contactOf(one, { receivedNonce: -1n })]),
      );
    },
  },
  {
    name: "touch moves the last contact time of clients whose last contact it is, and of no others",
    async run(store) {
      await addClients(store, 2);
      const old = await contact(store, one);
      const last = await contact(store, one);
      await contact(store, clientId(2));
      await store.contacts.touch([old, 987_654], start + 2 * minute);
      assert.equal((await recordOf(store)).lastContactTime, start);
      await store.contacts.touch([last], start + 3 * minute);
      assert.equal((await recordOf(store)).lastContactTime, start + 3 * minute);
      const other = (await store.clients.get([clientId(2)])).get(clientId(2));
      assert.equal(other?.lastContactTime, start);
    },
  },
  {
    name: "touch moves the end of a client's last contact that has ended, never back, and opens or ends none",
    async run(store) {
      await addClients(store, 1);
      const ends = async () => {
        const listed = await store.contacts.list(one, { before: undefined, limit: 10 });
        return listed.map(({ endedTime }) => endedTime);
      };
      const old = await contact(store, one);
      await store.contacts.end([old], start + minute);
      await store.contacts.touch([old], start + 3 * minute);
      assert.deepEqual(await ends(), [start + 3 * minute]);
      await store.contacts.touch([old], start + 2 * minute);
      assert.deepEqual(await ends(), [start + 3 * minute]);
      const last = await contact(store, one);
      await store.contacts.touch([old, last], start + 4 * minute);
      assert.deepEqual(await ends(), [undefined, start + 3 * minute]);
    },
  },
  {
    name: "ending a client's last contact ends its stream; ending an older one does not",
    async run(store) {
      await addClients(store, 1);
      const old = await contact(store, one, { streamingTo: "server:1" });
      const last = await contact(store, one, { streamingTo: "server:2" });
      await store.contacts.end([old, 987_654], start + minute);
      assert.equal((await recordOf(store)).lastContactStreamingTo, "server:2");
      await store.contacts.end([last], start + minute);
      assert.equal((await recordOf(store)).lastContactStreamingTo, undefined);
    },
  },
  {
    name: "what a contact with reofferAtEnd was handed and did not acknowledge is due when it ends",
    async run(store) {
      await addClients(store, 1);
      const contactId = await contact(store, one, { reofferAtEnd: true });
      await store.messages.store([toClient(1, one), toClient(2, one)]);
      await claimNumbers(store, claimOf(one, { contactId }));
      await store.messages.setResults([
        { messageId: messageId(1), result: success, onlyForClient: one },
      ]);
      await store.contacts.end([contactId], start + 2 * minute);
      assert.equal(await dueTimeOf(store, 2), start + 2 * minute);
      const again = claimOf(one, { contactId: contactId + 1, now: start + 2 * minute });
      assert.deepEqual((await claimNumbers(store, again)).numbers, [2]);
    },
  },
  {
    name: "what a contact with reofferAnew was handed is due when its client begins anew, and nobody else's",
    async run(store) {
      await addClients(store, 2);
      const two = clientId(2);
      const anew = { reofferAnew: true };
      const plain = await contact(store, one);
      const [first, others] = [await contact(store, one, anew), await contact(store, two, anew)];
      await store.messages.store([1, 2, 5].map((n) => toClient(n, one)));
      await store.messages.store([toClient(3, two)]);
      await claimNumbers(store, claimOf(one, { contactId: plain, maxMessages: 1 }));
      await claimNumbers(store, claimOf(one, { contactId: first }));
      await claimNumbers(store, claimOf(two, { contactId: others }));
      await store.messages.store([{ ...toClient(4, one), dueTime: start + 20 * minute }]);
      await store.messages.setResults([
        { messageId: messageId(5), result: success, onlyForClient: one },
      ]);
      await store.contacts.end([plain, first, others], start + minute);
      await contact(store, one, { ...anew, time: start + minute, continues: true });
      assert.equal(await dueTimeOf(store, 2), start + 10 * minute);
      await contact(store, one, { time: start + 2 * minute });
      assert.equal(await dueTimeOf(store, 2), start + 2 * minute);
      const left = await Promise.all([1, 3, 4].map((n) => dueTimeOf(store, n)));
      assert.deepEqual(left, [start + 10 * minute, start + 10 * minute, start + 20 * minute]);
      const again = claimOf(one, { contactId: first + 9, now: start + 2 * minute });
      assert.deepEqual((await claimNumbers(store, again)).numbers, [2]);
    },
  },
  {
    name: "a client that begins anew after a contact of another kind is handed nothing early",
    async run(store) {
      await addClients(store, 1);
      const contactId = await contact(store, one, { reofferAnew: true });
      await store.messages.store([toClient(1, one)]);
      await contact(store, one, { time: start + minute });
      await claimNumbers(store, claimOf(one, { contactId }));
      await contact(store, one, { time: start + 2 * minute });
      assert.equal(await dueTimeOf(store, 1), start + 10 * minute);
    },
  },
  {
    name: "what did not arrive is due when its contact ends, however that was recorded",
    async run(store) {
      await addClients(store, 1);
      const contactId = await contact(store, one, { reofferAnew: true });
      const plain = await contact(store, one);
      await store.messages.store([toClient(1, one), toClient(2, one)]);
      await claimNumbers(store, claimOf(one, { contactId, maxMessages: 1 }));
      await claimNumbers(store, claimOf(one, { contactId: plain }));
      await store.contacts.end([contactId, plain], start + minute, true);
      assert.equal(await dueTimeOf(store, 1), start + minute);
      assert.equal(await dueTimeOf(store, 2), start + minute);
    },
  },
  {
    name: "what a contact without reofferAtEnd was handed waits for its reoffer time",
    async run(store) {
      await addClients(store, 1);
      const contactId = await contact(store, one);
      await store.messages.store([toClient(1, one)]);
      await claimNumbers(store, claimOf(one, { contactId }));
      await store.contacts.end([contactId], start + 2 * minute);
      assert.equal(await dueTimeOf(store, 1), start + 10 * minute);
    },
  },
  {
    name: "the end of a contact leaves alone what was handed out on another since",
    async run(store) {
      await addClients(store, 1);
      const first = await contact(store, one, { reofferAtEnd: true });
      const second = await contact(store, one, { reofferAtEnd: true });
      await store.messages.store([toClient(1, one)]);
      await claimNumbers(store, claimOf(one, { contactId: first, reofferTime: start + minute }));
      await claimNumbers(store, claimOf(one, { contactId: second }));
      await store.contacts.end([first], start + 2 * minute);
      assert.equal(await dueTimeOf(store, 1), start + 10 * minute);
    },
  },
  {
    name: "a contact ends once: a second end changes nothing",
    async run(store) {
      await addClients(store, 1);
      const contactId = await contact(store, one, { reofferAtEnd: true });
      await store.contacts.end([contactId], start + minute);
      await store.messages.store([toClient(1, one)]);
      await claimNumbers(store, claimOf(one, { contactId }));
      await store.contacts.end([contactId], start + 2 * minute);
      assert.equal(await dueTimeOf(store, 1), start + 10 * minute);
    },
  },
  {
    name: "a restarted server ends the contacts it left open, and no other server's",
    async run(store) {
      await addClients(store, 2);
      const mine = await contact(store, one, { reofferAtEnd: true, streamingTo: "one" });
      const other = await contact(store, clientId(2), {
        reofferAtEnd: true,
        streamingTo: "two",
        server: "server two",
      });
      await store.messages.store([toClient(1, one), toClient(2, clientId(2))]);
      await claimNumbers(store, claimOf(one, { contactId: mine }));
      await claimNumbers(store, claimOf(clientId(2), { contactId: other }));
      await store.contacts.endAllOf("server one", start + 2 * minute);
    },
    async after(store) {
      const clients = await store.clients.get([one, clientId(2)]);
      assert.equal(clients.get(one)?.lastContactStreamingTo, undefined);
      assert.equal(clients.get(clientId(2))?.lastContactStreamingTo, "two");
      assert.equal(await dueTimeOf(store, 1), start + 2 * minute);
      assert.equal(await dueTimeOf(store, 2), start + 10 * minute);
    },
  },
];
