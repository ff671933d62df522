/** What store.ts promises about clients. */
import assert from "node:assert/strict";

import { addClients, at, clientId, contact, minute, rejects, start } from "../fixtures.ts";
import type { StoreCase } from "../store-case.ts";

export const clientCases: readonly StoreCase[] = [
  {
    name: "a new client has its key, sorted labels, and no contact yet",
    async run(store) {
      const labels = [
        { serviceName: "client", label: "linux" },
        { serviceName: "admin", label: "zebra" },
        { serviceName: "client", label: "amd64" },
        { serviceName: "client", label: "linux" },
      ];
      const publicKey = Uint8Array.of(0, 1, 255);
      assert.deepEqual(
        await store.clients.add([{ clientId: clientId(1), publicKey, labels, time: start }]),
        ["added"],
      );
    },
    async after(store) {
      const found = await store.clients.get([clientId(1), clientId(2)]);
      assert.deepEqual([...found.keys()], [clientId(1)]);
      const record = found.get(clientId(1));
      assert(record);
      assert.deepEqual([...record.publicKey], [0, 1, 255]);
      assert.deepEqual(record.labels, [
        { serviceName: "admin", label: "zebra" },
        { serviceName: "client", label: "amd64" },
        { serviceName: "client", label: "linux" },
      ]);
      assert.equal(record.blacklisted, false);
      assert.equal(record.lastContactTime, start);
      assert.equal(record.lastContactAddress, "");
      assert.equal(record.lastContactStreamingTo, undefined);
      assert.equal(record.lastClock, undefined);
    },
  },
  {
    name: "get answers for known ids only",
    async run(store) {
      await addClients(store, 2);
      const found = await store.clients.get([clientId(2), clientId(3), clientId(2)]);
      assert.deepEqual([...found.keys()], [clientId(2)]);
      assert.equal((await store.clients.get([])).size, 0);
    },
  },
  {
    name: "adding a client that exists changes neither key nor labels",
    async run(store) {
      await addClients(store, 1);
      const again = {
        clientId: clientId(1),
        publicKey: Uint8Array.of(9),
        labels: [{ serviceName: "client", label: "new" }],
        time: start + minute,
      };
      const fresh = { ...again, clientId: clientId(2) };
      assert.deepEqual(await store.clients.add([again, fresh, fresh]), [
        "exists",
        "added",
        "exists",
      ]);
      const record = (await store.clients.get([clientId(1)])).get(clientId(1));
      assert.deepEqual([...(record?.publicKey ?? [])], [1, 2, 0]);
      assert.deepEqual(record?.labels, []);
      assert.equal(record?.lastContactTime, start);
    },
  },
  {
    name: "labels of one service are replaced, those of others stay",
    async run(store) {
      await addClients(store, 1);
      const set = (serviceName: string, ...labels: string[]) => ({
        clientId: clientId(1),
        serviceName,
        labels,
      });
      await store.clients.setLabels([set("a", "one"), set("b", "two", "three", "two")]);
      await store.clients.setLabels([set("b", "four"), set("c")]);
    },
    async after(store) {
      const labels = (await store.clients.get([clientId(1)])).get(clientId(1))?.labels;
      assert.deepEqual(labels, [
        { serviceName: "a", label: "one" },
        { serviceName: "b", label: "four" },
      ]);
    },
  },
  {
    name: "labels and blacklisting of an unknown client are not_found and change nothing",
    async run(store) {
      await addClients(store, 1);
      const set = (n: number) => ({ clientId: clientId(n), serviceName: "a", labels: ["one"] });
      await rejects("not_found", store.clients.setLabels([set(1), set(9)]));
      await rejects("not_found", store.clients.blacklist([clientId(1), clientId(9)]));
      const record = (await store.clients.get([clientId(1)])).get(clientId(1));
      assert.deepEqual(record?.labels, []);
      assert.equal(record?.blacklisted, false);
    },
  },
  {
    name: "a name of 128 characters is kept, one of 129 refused",
    async run(store) {
      await addClients(store, 1);
      const set = (label: string) => [{ clientId: clientId(1), serviceName: "a", labels: [label] }];
      await store.clients.setLabels(set("x".repeat(128)));
      await rejects("invalid_argument", store.clients.setLabels(set("x".repeat(129))));
      const labels = (await store.clients.get([clientId(1)])).get(clientId(1))?.labels;
      assert.deepEqual(labels, [{ serviceName: "a", label: "x".repeat(128) }]);
    },
  },
  {
    name: "a text comes back as it was, whatever is in it",
    async run(store) {
      await addClients(store, 1);
      const texts = ["", "a\0b", "Ünïcödé", "𐐷", "'; DROP TABLE --"];
      await store.clients.setLabels([{ clientId: clientId(1), serviceName: "s", labels: texts }]);
      const labels = (await store.clients.get([clientId(1)])).get(clientId(1))?.labels;
      assert.deepEqual(new Set(labels?.map(({ label }) => label)), new Set(texts));
    },
  },
  {
    name: "pages go through all clients in the order of their ids",
    async run(store) {
      const clients = [5, 3, 1, 4, 2].map((n) => {
        return { clientId: clientId(n), publicKey: new Uint8Array(), labels: [], time: start };
      });
      await store.clients.add(clients);
      const page = { limit: 2, includeBlacklisted: false, lastContactAfter: undefined };
      const seen: string[][] = [];
      for (let after: ReturnType<typeof clientId> | undefined; seen.length < 4;) {
        const records = await store.clients.page({ ...page, after });
        seen.push(records.map((record) => record.clientId));
        after = records.at(-1)?.clientId ?? after;
      }
      assert.deepEqual(seen, [
        [clientId(1), clientId(2)],
        [clientId(3), clientId(4)],
        [clientId(5)],
        [],
      ]);
    },
  },
  {
    name: "a page leaves out blacklisted clients and those of old contacts, if asked to",
    async run(store) {
      await addClients(store, 4);
      await store.clients.blacklist([clientId(2)]);
      await contact(store, clientId(3), { time: start + minute });
      await contact(store, clientId(2), { time: start + minute });
      const page = {
        after: undefined,
        limit: 9,
        includeBlacklisted: false,
        lastContactAfter: undefined,
      };
      const idsOf = async (fields: Partial<typeof page> | { lastContactAfter: number }) =>
        (await store.clients.page({ ...page, ...fields })).map((record) => record.clientId);
      assert.deepEqual(await idsOf({}), [clientId(1), clientId(3), clientId(4)]);
      assert.equal((await idsOf({ includeBlacklisted: true })).length, 4);
      assert.deepEqual(await idsOf({ lastContactAfter: start }), [clientId(3)]);
      assert.deepEqual(await idsOf({ lastContactAfter: start + minute }), []);
    },
  },
  {
    name: "a page needs a limit from 0 up",
    async run(store) {
      await addClients(store, 1);
      const page = { after: undefined, includeBlacklisted: true, lastContactAfter: undefined };
      assert.deepEqual(await store.clients.page({ ...page, limit: 0 }), []);
      await rejects("invalid_argument", store.clients.page({ ...page, limit: -1 }));
    },
  },
  {
    name: "what the client's clock said is kept to the nanosecond, before 1970 too",
    async run(store) {
      await addClients(store, 1);
      await contact(store, clientId(1), {
        clientClock: { seconds: -62_135_596_800, nanos: 999_999_999 },
      });
      const record = (await store.clients.get([clientId(1)])).get(clientId(1));
      assert.deepEqual(record?.lastClock, { seconds: -62_135_596_800, nanos: 999_999_999 });
      await contact(store, clientId(1), { clientClock: at(start) });
      const later = (await store.clients.get([clientId(1)])).get(clientId(1));
      assert.deepEqual(later?.lastClock, at(start));
    },
  },
];
