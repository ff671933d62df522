/** The rules that store.ts gives for every operation. */
import assert from "node:assert/strict";

import {
  addClients,
  broadcastId,
  broadcastOf,
  claimNumbers,
  claimOf,
  clientId,
  contactOf,
  messageId,
  rejects,
  serverClaim,
  start,
  success,
  toClient,
  toServer,
} from "../fixtures.ts";
import type { StoreCase } from "../store-case.ts";

const one = clientId(1);
const nothing = {
  messages: undefined,
  contacts: undefined,
  resourceUsage: undefined,
  broadcasts: undefined,
};

export const ruleCases: readonly StoreCase[] = [
  {
    name: "of the calls of one turn, the one that fails rejects alone and leaves nothing behind",
    async run(store) {
      await addClients(store, 1);
      const before = store.messages.store([toClient(1, one)]);
      const failing = store.contacts.record([
        contactOf(one, { streamingTo: "x" }),
        contactOf(clientId(9)),
      ]);
      const after = store.messages.store([toClient(2, one)]);
      await rejects("not_found", failing);
      assert.deepEqual([await before, await after], [["stored"], ["stored"]]);
    },
    async after(store) {
      assert.equal(await store.messages.countPending([one]), 2);
      assert.deepEqual(await store.contacts.list(one, { before: undefined, limit: 9 }), []);
      assert.equal((await store.clients.get([one])).get(one)?.lastContactStreamingTo, undefined);
    },
  },
  {
    name: "a call that fails half-way leaves nothing behind",
    async run(store) {
      await addClients(store, 1);
      const set = (n: number) => ({ clientId: clientId(n), serviceName: "a", labels: ["one"] });
      await rejects("not_found", store.clients.setLabels([set(1), set(9)]));
      assert.deepEqual((await store.clients.get([one])).get(one)?.labels, []);
    },
  },
  {
    name: "calls of one turn are done in the order they were made",
    async run(store) {
      await addClients(store, 1);
      const set = (label: string) =>
        store.clients.setLabels([{ clientId: one, serviceName: "a", labels: [label] }]);
      const order: string[] = [];
      await Promise.all(
        ["first", "second", "third"].map((label) => set(label).then(() => order.push(label))),
      );
      assert.deepEqual(order, ["first", "second", "third"]);
      assert.deepEqual((await store.clients.get([one])).get(one)?.labels, [
        { serviceName: "a", label: "third" },
      ]);
    },
  },
  {
    name: "a claim made in the turn of a store sees what it stored",
    async run(store) {
      await addClients(store, 1);
      const stored = store.messages.store([toClient(1, one)]);
      const { numbers } = await claimNumbers(store, claimOf(one));
      await stored;
      assert.deepEqual(numbers, [1]);
    },
  },
  {
    name: "a read sees every change that was answered",
    async run(store) {
      await addClients(store, 1);
      for (let n = 1; n <= 5; n++) {
        await store.messages.store([toClient(n, one)]);
        assert.equal(await store.messages.countPending([one]), n);
      }
    },
  },
  {
    name: "empty sets are valid",
    async run(store) {
      const { clients, contacts, messages, broadcasts } = store;
      assert.deepEqual(await clients.add([]), []);
      assert.deepEqual(await contacts.record([]), []);
      assert.deepEqual(await messages.store([]), []);
      assert.deepEqual(await messages.setResults([]), []);
      assert.deepEqual(await messages.claimForClients([]), []);
      assert.deepEqual(await broadcasts.send([]), []);
      assert.equal((await messages.life([])).size, 0);
      assert.equal((await messages.clientsWithDue([], start)).size, 0);
      assert.equal((await broadcasts.sentTo([], [])).size, 0);
      assert.equal(await messages.deletePending([], success), 0);
      for (const call of [clients.setLabels([]), clients.blacklist([]), contacts.touch([], start)])
        await call;
      for (const call of [
        contacts.end([], start),
        messages.postpone([], start),
        broadcasts.release([]),
      ])
        await call;
    },
  },
  {
    name: "buffers are copied on the way in, even before the call is answered",
    async run(store) {
      await addClients(store, 1);
      const publicKey = Uint8Array.of(1, 2);
      const message = toClient(1, one);
      const broadcast = broadcastOf(1);
      const data = Uint8Array.of(5);
      const done = Promise.all([
        store.clients.add([{ clientId: clientId(2), publicKey, labels: [], time: start }]),
        store.messages.store([message]),
        store.broadcasts.create(broadcast, 1n),
        store.files.put({ serviceName: "s", fileName: "f" }, { data, modifiedTime: start }),
      ]);
      for (const buffer of [publicKey, message.message.data?.value, broadcast.data?.value, data])
        buffer?.fill(9);
      await done;
      assert.deepEqual(
        [...((await store.clients.get([clientId(2)])).get(clientId(2))?.publicKey ?? [])],
        [1, 2],
      );
      const kept = (await store.messages.get([messageId(1)])).get(messageId(1));
      assert.deepEqual([...(kept?.data?.value ?? [])], [1, 1, 1]);
      const template = (await store.broadcasts.get([broadcastId(1)])).get(broadcastId(1));
      assert.deepEqual([...(template?.broadcast.data?.value ?? [])], [1]);
      assert.deepEqual(
        [...((await store.files.get({ serviceName: "s", fileName: "f" }))?.data ?? [])],
        [5],
      );
    },
  },
  {
    name: "buffers given back belong to the caller",
    async run(store) {
      await addClients(store, 1);
      await store.messages.store([toClient(1, one), toServer(2)]);
      await store.files.put(
        { serviceName: "s", fileName: "f" },
        { data: Uint8Array.of(5), modifiedTime: start },
      );
      const read = async () => [
        (await store.clients.get([one])).get(one)?.publicKey,
        (await store.messages.get([messageId(1)])).get(messageId(1))?.data?.value,
        (await store.messages.pending({ clientIds: [one], offset: 0, limit: 1, wantData: true }))[0]
          ?.data?.value,
        (await store.files.get({ serviceName: "s", fileName: "f" }))?.data,
      ];
      const [claimed] = await store.messages.claimForServer(serverClaim());
      claimed?.message.data?.value.fill(9);
      const bytes = (await read()).map((buffer) => [...(buffer ?? [])]);
      for (const buffer of await read()) buffer?.fill(9);
      assert.deepEqual(
        (await read()).map((buffer) => [...(buffer ?? [])]),
        bytes,
      );
      const second = (await store.messages.get([messageId(2)])).get(messageId(2));
      assert.deepEqual([...(second?.data?.value ?? [])], [2, 2, 2]);
    },
  },
  {
    name: "what was asked before closing is done",
    async run(store) {
      await addClients(store, 1);
      const stored = store.messages.store([toClient(1, one)]);
      await store[Symbol.asyncDispose]();
      assert.deepEqual(await stored, ["stored"]);
    },
    async afterReopen(store) {
      assert.equal(await store.messages.countPending([one]), 1);
    },
  },
  {
    name: "asking whether it can be written changes nothing, whatever else fails",
    async run(store) {
      await addClients(store, 1);
      const failing = store.contacts.record([contactOf(clientId(9))]);
      const asked = store.checkWritable();
      await rejects("not_found", failing);
      await asked;
    },
    async after(store) {
      assert.equal((await store.clients.get([one])).size, 1);
    },
  },
  {
    name: "after closing every call is unavailable, and closing again is harmless",
    async run(store) {
      await addClients(store, 1);
      await store[Symbol.asyncDispose]();
      await store[Symbol.asyncDispose]();
      await rejects("unavailable", store.clients.get([one]));
      await rejects("unavailable", store.clients.add([]));
      await rejects("unavailable", store.contacts.touch([1], start));
      await rejects("unavailable", store.messages.store([toClient(1, one)]));
      await rejects("unavailable", store.messages.claimForServer(serverClaim()));
      await rejects("unavailable", store.broadcasts.listActive(start, undefined));
      await rejects("unavailable", store.files.list(undefined));
      await rejects("unavailable", store.resourceUsage.fetch(one, start, start + 1));
      await rejects("unavailable", store.checkWritable());
      await rejects("unavailable", store.prune({ ...nothing, maxRows: 1 }));
    },
  },
];
