/** What store.ts promises about files, resource usage and retention. */
import assert from "node:assert/strict";

import type { PruneLimits, ResourceUsageRecord, Store } from "../../../src/store/store.ts";
import {
  addClients,
  allocated,
  at,
  broadcastId,
  broadcastOf,
  claimOf,
  clientId,
  contact,
  messageId,
  minute,
  plain,
  rejects,
  sendOf,
  start,
  success,
  toClient,
  toServer,
} from "../fixtures.ts";
import type { StoreCase } from "../store-case.ts";

const one = clientId(1);
const file = (fileName: string, serviceName = "Files") => ({ serviceName, fileName });
const content = (...bytes: number[]) => ({ data: Uint8Array.from(bytes), modifiedTime: start });

export const fileCases: readonly StoreCase[] = [
  {
    name: "a file is kept, an empty one too, and replaced by one of its name",
    async run(store) {
      await store.files.put(file("a"), content(1, 2));
      await store.files.put(file("empty"), content());
      await store.files.put(file("a"), { data: Uint8Array.of(3), modifiedTime: start + minute });
    },
    async after(store) {
      assert.deepEqual(plain(await store.files.get(file("a"))), {
        data: Uint8Array.of(3),
        modifiedTime: start + minute,
      });
      assert.deepEqual(await store.files.stat(file("a")), {
        modifiedTime: start + minute,
        sizeBytes: 1,
      });
      assert.deepEqual(plain(await store.files.get(file("empty"))), content());
      assert.equal(await store.files.get(file("a", "Other")), undefined);
      assert.equal(await store.files.stat(file("b")), undefined);
    },
  },
  {
    name: "files are listed by service, then name",
    async run(store) {
      for (const name of [file("b", "Z"), file("b", "A"), file("a", "Z")])
        await store.files.put(name, content(1, 2, 3));
      const stat = { modifiedTime: start, sizeBytes: 3 };
      assert.deepEqual(await store.files.list(undefined), [
        { ...file("b", "A"), ...stat },
        { ...file("a", "Z"), ...stat },
        { ...file("b", "Z"), ...stat },
      ]);
      assert.deepEqual(
        (await store.files.list("Z")).map(({ fileName }) => fileName),
        ["a", "b"],
      );
    },
  },
  {
    name: "deleting a file says whether it was there",
    async run(store) {
      await store.files.put(file("a"), content(1));
      assert.equal(await store.files.delete(file("a")), true);
      assert.equal(await store.files.delete(file("a")), false);
      assert.equal(await store.files.get(file("a")), undefined);
    },
  },
  {
    name: "a file of 16 MiB - 1 is kept, a greater one refused",
    async run(store) {
      const data = new Uint8Array(16 * 1024 * 1024);
      await rejects(
        "invalid_argument",
        store.files.put(file("big"), { data, modifiedTime: start }),
      );
      await store.files.put(file("big"), { data: data.subarray(1), modifiedTime: start });
      assert.equal((await store.files.stat(file("big")))?.sizeBytes, 16 * 1024 * 1024 - 1);
    },
  },
];

function usageOf(
  serverTime: number,
  fields: Partial<ResourceUsageRecord> = {},
): ResourceUsageRecord {
  return {
    clientId: one,
    scope: "system",
    pid: 2n ** 62n + 1n,
    processStartTime: undefined,
    clientTime: start - 1,
    serverTime,
    processTerminated: false,
    meanUserCpuRate: 0.1,
    maxUserCpuRate: 1000,
    meanSystemCpuRate: 2,
    maxSystemCpuRate: 0,
    meanResidentMemoryMib: 1e6,
    maxResidentMemoryMib: 3.5,
    meanNumFds: 7,
    maxNumFds: 9,
    ...fields,
  };
}

export const resourceUsageCases: readonly StoreCase[] = [
  {
    name: "usage records come back whole, oldest first, from start up to but not including end",
    async run(store) {
      await addClients(store, 2);
      const odd = usageOf(start + 1, {
        pid: -5n,
        processTerminated: true,
        processStartTime: start,
        clientTime: undefined,
      });
      await store.resourceUsage.record([
        usageOf(start + 2),
        odd,
        usageOf(start),
        usageOf(start + 3),
      ]);
      await store.resourceUsage.record([usageOf(start + 1, { clientId: clientId(2) })]);
    },
    async after(store) {
      const odd = usageOf(start + 1, {
        pid: -5n,
        processTerminated: true,
        processStartTime: start,
        clientTime: undefined,
      });
      assert.deepEqual(await store.resourceUsage.fetch(one, start, start + 3), [
        usageOf(start),
        odd,
        usageOf(start + 2),
      ]);
      assert.deepEqual(await store.resourceUsage.fetch(one, start, start + 3, 2), [
        usageOf(start),
        odd,
      ]);
      assert.deepEqual(await store.resourceUsage.fetch(one, start, start + 3, 0), []);
      assert.deepEqual(await store.resourceUsage.fetch(clientId(9), start, start + 3), []);
    },
  },
  {
    name: "usage of an unknown client is not_found, and none of its call is recorded",
    async run(store) {
      await addClients(store, 1);
      const records = [usageOf(start), usageOf(start, { clientId: clientId(9) })];
      await rejects("not_found", store.resourceUsage.record(records));
      assert.deepEqual(await store.resourceUsage.fetch(one, 0, start + minute), []);
    },
  },
  {
    name: "a process id over 64 bits and a rate that is no number are refused",
    async run(store) {
      await addClients(store, 1);
      await rejects(
        "invalid_argument",
        store.resourceUsage.record([usageOf(start, { pid: 2n ** 63n })]),
      );
      await rejects(
        "invalid_argument",
        store.resourceUsage.record([usageOf(start, { meanNumFds: Number.NaN })]),
      );
    },
  },
];

function prune(store: Store, limits: Partial<PruneLimits>) {
  return store.prune({
    messages: undefined,
    contacts: undefined,
    resourceUsage: undefined,
    broadcasts: undefined,
    maxRows: 100,
    ...limits,
  });
}

const none = { messages: 0, contacts: 0, resourceUsage: 0, broadcasts: 0 };

async function messageNumbers(store: Store, ...numbers: number[]): Promise<number[]> {
  const found = await store.messages.get(numbers.map(messageId));
  return numbers.filter((n) => found.has(messageId(n)));
}

export const pruneCases: readonly StoreCase[] = [
  {
    name: "messages with a result go when they were created before the given time, pending ones never",
    async run(store) {
      await addClients(store, 1);
      await store.messages.store([
        toServer(1, { result: success }),
        toClient(2, one),
        toServer(3, { result: success }),
      ]);
      await store.messages.store([toServer(4, { result: success }), toServer(5)]);
      assert.deepEqual(await prune(store, { messages: start + 4 }), { ...none, messages: 2 });
    },
    async after(store) {
      assert.deepEqual(await messageNumbers(store, 1, 2, 3, 4, 5), [2, 4, 5]);
    },
  },
  {
    name: "nothing is pruned of a kind whose time is not given, and no more than maxRows",
    async run(store) {
      await addClients(store, 1);
      await store.messages.store([1, 2, 3].map((n) => toServer(n, { result: success })));
      assert.deepEqual(await prune(store, {}), none);
      assert.deepEqual(await prune(store, { messages: start + minute, maxRows: 2 }), {
        ...none,
        messages: 2,
      });
      assert.deepEqual(await prune(store, { messages: start + minute, maxRows: 2 }), {
        ...none,
        messages: 1,
      });
      await rejects("invalid_argument", prune(store, { maxRows: -1 }));
    },
  },
  {
    name: "old contacts go unless a message refers to them, or they are open and their client's last",
    async run(store) {
      await addClients(store, 3);
      const broughtMessage = await contact(store, one);
      const handedOut = await contact(store, one);
      const replaced = await contact(store, one);
      const ended = await contact(store, one);
      const open = await contact(store, clientId(2), { streamingTo: "server" });
      const young = await contact(store, clientId(3), { time: start + minute });
      await store.contacts.end([broughtMessage, handedOut, ended, young], start);
      await store.messages.store([{ ...toServer(1), contactId: broughtMessage }, toClient(2, one)]);
      await store.messages.claimForClients([claimOf(one, { contactId: handedOut })]);
      assert.deepEqual(await prune(store, { contacts: start + 1 }), { ...none, contacts: 2 });
      const contactIds = async (n: number) =>
        (await store.contacts.list(clientId(n), { before: undefined, limit: 9 })).map(
          ({ contactId }) => contactId,
        );
      assert.deepEqual(await contactIds(1), [handedOut, broughtMessage]);
      assert.deepEqual(await contactIds(2), [open]);
      assert.deepEqual(await contactIds(3), [young]);
      assert(replaced < ended);
      await store.contacts.end([open], start);
      assert.equal(
        (await store.clients.get([clientId(2)])).get(clientId(2))?.lastContactStreamingTo,
        undefined,
      );
    },
  },
  {
    name: "contact numbers are not used again after pruning",
    async run(store) {
      await addClients(store, 1);
      const first = await contact(store, one);
      await store.contacts.end([first], start);
      await prune(store, { contacts: start + 1 });
      assert((await contact(store, one)) > first);
    },
  },
  {
    name: "old usage records go",
    async run(store) {
      await addClients(store, 1);
      await store.resourceUsage.record([usageOf(start), usageOf(start + 1), usageOf(start + 2)]);
      assert.deepEqual(await prune(store, { resourceUsage: start + 2 }), {
        ...none,
        resourceUsage: 2,
      });
      assert.deepEqual(await store.resourceUsage.fetch(one, 0, start + minute), [
        usageOf(start + 2),
      ]);
    },
  },
  {
    name: "expired broadcasts go with what was recorded of them, row by row; messages stay",
    async run(store) {
      await addClients(store, 3);
      await allocated(store, 100n);
      await store.broadcasts.create(broadcastOf(2, { expirationTime: undefined }), 1n);
      await store.broadcasts.create(
        broadcastOf(3, { expirationTime: at(start + 200 * minute) }),
        1n,
      );
      await store.broadcasts.send([sendOf(1, one), sendOf(2, clientId(2)), sendOf(3, clientId(3))]);
      const before = { broadcasts: start + 200 * minute };
      assert.deepEqual(await prune(store, { broadcasts: start + 100 * minute }), none);
      assert.deepEqual(await prune(store, { ...before, maxRows: 2 }), { ...none, broadcasts: 2 });
      assert.equal((await store.broadcasts.get([broadcastId(1)])).size, 1);
      assert.deepEqual(await prune(store, before), { ...none, broadcasts: 2 });
      assert.deepEqual(await prune(store, before), none);
    },
    async after(store) {
      const left = await store.broadcasts.get([1, 2, 3].map(broadcastId));
      assert.deepEqual([...left.keys()], [broadcastId(2), broadcastId(3)]);
      assert.equal(await store.broadcasts.releaseExpired(start + 500 * minute), 0);
      assert.deepEqual(await messageNumbers(store, 1, 2, 3), [1, 2, 3]);
    },
  },
];
