/** What store.ts promises about broadcasts, their limits and allocations. */
import assert from "node:assert/strict";

import { unlimitedBroadcast, type Broadcast } from "../../../src/core/broadcast.ts";
import type { BroadcastRecord, Store } from "../../../src/store/store.ts";
import {
  addClients,
  allocate,
  allocated,
  allocationId,
  at,
  broadcastId,
  broadcastOf,
  clientId,
  messageId,
  minute,
  plain,
  rejects,
  sendOf,
  start,
  toClient,
} from "../fixtures.ts";
import type { StoreCase } from "../store-case.ts";

const one = clientId(1);

async function recordOf(store: Store, n: number): Promise<BroadcastRecord> {
  const record = (await store.broadcasts.get([broadcastId(n)])).get(broadcastId(n));
  assert(record);
  return plain(record);
}

const byNumber = (left: number, right: number) => left - right;

async function activeNumbers(store: Store, now = start, service?: string): Promise<number[]> {
  const records = await store.broadcasts.listActive(now, service);
  return records
    .map(({ broadcast }) => Number.parseInt(broadcast.broadcastId.slice(1), 16))
    .sort(byNumber);
}

async function counts(store: Store, n = 1): Promise<[sent: bigint, allocated: bigint]> {
  const { sent, allocated: held } = await recordOf(store, n);
  return [sent, held];
}

export const broadcastCases: readonly StoreCase[] = [
  {
    name: "broadcasts are paged by id, whatever became of them",
    async run(store) {
      for (const n of [3, 1, 2]) await store.broadcasts.create(broadcastOf(n), 5n);
      await store.broadcasts.disable([broadcastId(2)]);
    },
    async after(store) {
      const numbers = async (after: number | undefined, limit: number) => {
        const id = after === undefined ? undefined : broadcastId(after);
        const page = await store.broadcasts.page({ after: id, limit });
        return page.map(({ broadcast }) => broadcast.broadcastId);
      };
      const ids = (...all: number[]) => all.map(broadcastId);
      assert.deepEqual(await numbers(undefined, 10), ids(1, 2, 3));
      assert.deepEqual(await numbers(undefined, 2), ids(1, 2));
      assert.deepEqual(await numbers(2, 10), ids(3));
      assert.deepEqual(await numbers(3, 10), []);
      await rejects("invalid_argument", store.broadcasts.page({ after: undefined, limit: -1 }));
    },
  },
  {
    name: "a broadcast is kept whole, its labels sorted",
    async run(store) {
      const labels = ["b", "a", "b"].map((label) => ({ serviceName: "client", label }));
      await store.broadcasts.create(broadcastOf(1, { requiredLabels: labels, groupName: "g" }), 7n);
      await store.broadcasts.create(
        broadcastOf(2, { data: undefined, expirationTime: undefined }),
        unlimitedBroadcast,
      );
    },
    async after(store) {
      const requiredLabels = ["a", "b"].map((label) => ({ serviceName: "client", label }));
      const first = broadcastOf(1, { requiredLabels, groupName: "g" });
      assert.deepEqual(await recordOf(store, 1), {
        broadcast: first,
        limit: 7n,
        sent: 0n,
        allocated: 0n,
      });
      const second = await recordOf(store, 2);
      assert.deepEqual(
        second.broadcast,
        broadcastOf(2, { data: undefined, expirationTime: undefined }),
      );
      assert.equal(second.limit, 2n ** 63n - 1n);
      assert.equal((await store.broadcasts.get([broadcastId(3)])).size, 0);
    },
  },
  {
    name: "an id that exists is a conflict, and what was there stays",
    async run(store) {
      await store.broadcasts.create(broadcastOf(1, { groupName: "g" }), 7n);
      await rejects("conflict", store.broadcasts.create(broadcastOf(1, { groupName: "g" }), 8n));
      assert.equal((await recordOf(store, 1)).limit, 7n);
    },
  },
  {
    name: "a limit outside of 0 to 2^63-1 is refused",
    async run(store) {
      await rejects("invalid_argument", store.broadcasts.create(broadcastOf(1), -1n));
      await rejects("invalid_argument", store.broadcasts.create(broadcastOf(1), 2n ** 63n));
      assert.equal((await store.broadcasts.get([broadcastId(1)])).size, 0);
    },
  },
  {
    name: "active: limit not 0 and not reached, not expired, of the service asked for",
    async run(store) {
      await addClients(store, 1);
      await allocated(store, 1n);
      await store.broadcasts.create(broadcastOf(2), 0n);
      await store.broadcasts.create(broadcastOf(3, { expirationTime: at(start + minute) }), 1n);
      await store.broadcasts.create(broadcastOf(4, { expirationTime: undefined }), 1n);
      await store.broadcasts.create(
        broadcastOf(5, { source: { clientId: undefined, serviceName: "Other" } }),
        1n,
      );
      assert.deepEqual(await activeNumbers(store), [1, 3, 4, 5]);
      assert.deepEqual(await activeNumbers(store, start + minute - 1), [1, 3, 4, 5]);
      assert.deepEqual(await activeNumbers(store, start + minute), [1, 4, 5]);
      assert.deepEqual(await activeNumbers(store, start, "Other"), [5]);
      await store.broadcasts.send([sendOf(1, one)]);
      assert.deepEqual(await activeNumbers(store), [3, 4, 5]);
    },
  },
  {
    name: "a new broadcast disables active ones of its group, source, destination and labels only",
    async run(store) {
      await addClients(store, 1);
      const labels = ["b", "a"].map((label) => ({ serviceName: "client", label }));
      const group = { groupName: "g", requiredLabels: labels };
      const others: Partial<Broadcast>[] = [
        { groupName: "other", requiredLabels: labels },
        { groupName: "", requiredLabels: labels },
        { groupName: "g" },
        { ...group, source: { clientId: undefined, serviceName: "Elsewhere" } },
        { ...group, destination: { clientId: undefined, serviceName: "Elsewhere" } },
      ];
      await store.broadcasts.create(broadcastOf(1, group), 10n);
      await allocate(store, 1);
      for (const [index, fields] of others.entries())
        await store.broadcasts.create(broadcastOf(2 + index, fields), 10n);
      await store.broadcasts.create(
        broadcastOf(9, { ...group, requiredLabels: labels.toReversed() }),
        10n,
      );
      assert.deepEqual(await activeNumbers(store), [2, 3, 4, 5, 6, 9]);
      assert.equal((await recordOf(store, 1)).limit, 0n);
      assert.deepEqual(await store.broadcasts.send([sendOf(1, one)]), ["exhausted"]);
      await store.broadcasts.create(broadcastOf(10, { requiredLabels: labels }), 10n);
      assert.deepEqual(await activeNumbers(store), [2, 3, 4, 5, 6, 9, 10]);
    },
  },
  {
    name: "an empty destination service means the source's, also where groups are compared",
    async run(store) {
      const source = { clientId: undefined, serviceName: "Source" };
      const empty = { clientId: undefined, serviceName: "" };
      await store.broadcasts.create(
        broadcastOf(1, { groupName: "g", source, destination: source }),
        1n,
      );
      await store.broadcasts.create(
        broadcastOf(2, { groupName: "g", source, destination: empty }),
        1n,
      );
      assert.deepEqual(await activeNumbers(store), [2]);
      assert.equal((await recordOf(store, 2)).broadcast.destination.serviceName, "");
    },
  },
  {
    name: "allocations take a fifth of what is left, and never more than the limit together",
    async run(store) {
      await store.broadcasts.create(broadcastOf(1), 11n);
      const limits: bigint[] = [];
      for (let n = 1; n < 20; n++) {
        const limit = await allocate(store, n);
        if (limit !== undefined) limits.push(limit);
      }
      assert.deepEqual(limits.slice(0, 3), [2n, 1n, 1n]);
      assert.equal(
        limits.reduce((sum, limit) => sum + limit, 0n),
        11n,
      );
    },
    async after(store) {
      assert.deepEqual(await counts(store), [0n, 11n]);
    },
  },
  {
    name: "nothing is allocated of a disabled, expired or unknown broadcast",
    async run(store) {
      assert.equal(await allocate(store, 1), undefined);
      await store.broadcasts.create(broadcastOf(1, { expirationTime: at(start) }), 10n);
      await store.broadcasts.create(broadcastOf(2), 0n);
      assert.equal(await allocate(store, 1), undefined);
      const request = { allocationId: allocationId(2), now: start, expirationTime: start + minute };
      assert.equal(
        await store.broadcasts.allocate({ ...request, broadcastId: broadcastId(2) }),
        undefined,
      );
      assert.deepEqual(await counts(store, 2), [0n, 0n]);
    },
  },
  {
    name: "an unlimited broadcast is counted exactly",
    async run(store) {
      await addClients(store, 1);
      await allocated(store);
      const fifth = (2n ** 63n - 1n) / 5n;
      assert.deepEqual(await counts(store), [0n, fifth]);
      await store.broadcasts.send([sendOf(1, one)]);
      assert.deepEqual(await counts(store), [1n, fifth - 1n]);
    },
  },
  {
    name: "a sent broadcast is a pending message, counted, and remembered",
    async run(store) {
      await addClients(store, 2);
      await allocated(store, 10n);
      assert.deepEqual(await store.broadcasts.send([sendOf(1, one)]), ["saved"]);
      assert.deepEqual(await counts(store), [1n, 1n]);
    },
    async after(store) {
      const [message] = await store.messages.pending({
        clientIds: [one],
        offset: 0,
        limit: undefined,
        wantData: true,
      });
      assert.deepEqual(plain(message), toClient(1, one).message);
      await store.broadcasts.create(broadcastOf(2), 10n);
      const sentTo = await store.broadcasts.sentTo(
        [one, clientId(2), clientId(9)],
        [broadcastId(2), broadcastId(1), broadcastId(9)],
      );
      assert.deepEqual(
        sentTo,
        new Map([
          [one, new Set([broadcastId(1)])],
          [clientId(2), new Set()],
          [clientId(9), new Set()],
        ]),
      );
    },
  },
  {
    name: "each client gets a broadcast once",
    async run(store) {
      await addClients(store, 2);
      await allocated(store, 100n);
      const outcomes = await store.broadcasts.send([
        sendOf(1, one),
        sendOf(2, one),
        sendOf(3, clientId(2)),
      ]);
      assert.deepEqual(outcomes, ["saved", "already_sent", "saved"]);
      assert.equal(await store.messages.countPending([one, clientId(2)]), 2);
      assert.deepEqual(await counts(store), [2n, 18n]);
    },
  },
  {
    name: "an allocation that is used up, unknown or another broadcast's sends nothing",
    async run(store) {
      await addClients(store, 3);
      await allocated(store, 5n);
      await store.broadcasts.create(broadcastOf(2), 5n);
      const outcomes = await store.broadcasts.send([
        { ...sendOf(1, one), broadcastId: broadcastId(2) },
        { ...sendOf(1, one), broadcastId: broadcastId(9) },
        { ...sendOf(1, one), allocationId: allocationId(9) },
        sendOf(1, clientId(9)),
        sendOf(1, one),
        sendOf(2, clientId(2)),
      ]);
      assert.deepEqual(outcomes, [
        "exhausted",
        "exhausted",
        "exhausted",
        "unknown_client",
        "saved",
        "exhausted",
      ]);
      assert.equal(await store.messages.countPending([one, clientId(2)]), 1);
      const sentTo = await store.broadcasts.sentTo([clientId(2)], [broadcastId(1)]);
      assert.equal(sentTo.get(clientId(2))?.size, 0);
    },
  },
  {
    name: "a broadcast's message must name a client and be new",
    async run(store) {
      await addClients(store, 2);
      await allocated(store, 100n);
      const { message } = sendOf(1, one);
      const nowhere = { ...message, destination: { clientId: undefined, serviceName: "Main" } };
      await rejects(
        "invalid_argument",
        store.broadcasts.send([{ ...sendOf(1, one), message: nowhere }]),
      );
      await store.messages.store([toClient(2, one)]);
      await rejects("conflict", store.broadcasts.send([sendOf(1, one), sendOf(2, clientId(2))]));
      assert.deepEqual([...(await store.messages.get([messageId(1)])).keys()], []);
      assert.deepEqual(await counts(store), [0n, 20n]);
    },
  },
  {
    name: "release gives back what an allocation has not used, once",
    async run(store) {
      await addClients(store, 2);
      await allocated(store, 10n);
      await store.broadcasts.send([sendOf(1, one)]);
      await store.broadcasts.release([allocationId(1), allocationId(9), allocationId(1)]);
      assert.deepEqual(await counts(store), [1n, 0n]);
      assert.deepEqual(await store.broadcasts.send([sendOf(2, clientId(2))]), ["exhausted"]);
    },
  },
  {
    name: "allocations of servers that did not return are released when they expired",
    async run(store) {
      await store.broadcasts.create(broadcastOf(1), 100n);
      await allocate(store, 1);
      await allocate(store, 2);
      assert.equal(await store.broadcasts.releaseExpired(start + 10 * minute), 0);
      assert.equal(await store.broadcasts.releaseExpired(start + 10 * minute + 1), 2);
      assert.equal(await store.broadcasts.releaseExpired(start + 11 * minute), 0);
      assert.deepEqual(await counts(store), [0n, 0n]);
    },
  },
  {
    name: "a disabled broadcast has limit 0, no allocations, and sends nothing",
    async run(store) {
      await addClients(store, 2);
      await allocated(store, 10n);
      await store.broadcasts.send([sendOf(1, one)]);
      await store.broadcasts.disable([broadcastId(1), broadcastId(9)]);
      assert.deepEqual(await store.broadcasts.send([sendOf(2, clientId(2))]), ["exhausted"]);
      await store.broadcasts.release([allocationId(1)]);
    },
    async after(store) {
      const { limit, sent, allocated: held } = await recordOf(store, 1);
      assert.deepEqual([limit, sent, held], [0n, 1n, 0n]);
      assert.deepEqual(await activeNumbers(store), []);
    },
  },
];
