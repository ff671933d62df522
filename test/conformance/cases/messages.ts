/** What store.ts promises about messages, their results and what is kept of them. */
import assert from "node:assert/strict";

import type { IdentifiedMessage } from "../../../src/core/message.ts";
import type { Store } from "../../../src/store/store.ts";
import {
  addClients,
  at,
  claimOf,
  clientId,
  failure,
  messageId,
  minute,
  numbersOf,
  plain,
  rejects,
  start,
  success,
  toClient,
  toServer,
} from "../fixtures.ts";
import type { StoreCase } from "../store-case.ts";

const one = clientId(1);
const everything = { offset: 0, limit: undefined, wantData: true };

async function messageOf(store: Store, n: number): Promise<IdentifiedMessage> {
  const message = (await store.messages.get([messageId(n)])).get(messageId(n));
  assert(message);
  return plain(message);
}

/** A message that uses every field. */
function full(n: number) {
  return toClient(n, one, {
    source: { clientId: clientId(77), serviceName: "From" },
    sourceMessageId: "000102030405060708090a0b0c0d0e0f",
    creationTime: { seconds: 253_402_300_799, nanos: 1 },
    data: { typeUrl: "", value: new Uint8Array() },
    validationTags: { __proto__x: "1", b: "ü\0" },
    priority: "high",
    background: true,
    annotations: [
      { key: "k", value: "1" },
      { key: "k", value: "2" },
    ],
    isBlocklistedSource: true,
  });
}

export const messageCases: readonly StoreCase[] = [
  {
    name: "a pending message is kept whole",
    async run(store) {
      await addClients(store, 1);
      assert.deepEqual(await store.messages.store([full(1), toServer(2)]), ["stored", "stored"]);
    },
    async after(store) {
      assert.deepEqual(await messageOf(store, 1), full(1).message);
      assert.deepEqual(await messageOf(store, 2), toServer(2).message);
    },
  },
  {
    name: "a message without data has none later",
    async run(store) {
      await addClients(store, 1);
      await store.messages.store([toClient(1, one, { data: undefined })]);
      assert.equal((await messageOf(store, 1)).data, undefined);
      const pending = await store.messages.pending({
        ...everything,
        clientIds: [one],
        wantData: false,
      });
      assert.equal(pending[0]?.data, undefined);
    },
  },
  {
    name: "a message stored with its result keeps no payload and is not pending",
    async run(store) {
      await addClients(store, 1);
      const outcomes = await store.messages.store([
        toClient(1, one, { result: failure }),
        toServer(2, { result: success }),
      ]);
      assert.deepEqual(outcomes, ["stored", "stored"]);
      assert.equal(await store.messages.countPending([one]), 0);
      assert.equal(await store.messages.nextServerDue([]), undefined);
    },
    async after(store) {
      const message = await messageOf(store, 1);
      assert.deepEqual(message.result, failure);
      assert.equal(message.data, undefined);
      const life = (await store.messages.life([messageId(2)])).get(messageId(2));
      assert.deepEqual(life?.result, success);
      assert.equal(life?.dueTime, undefined);
    },
  },
  {
    name: "a message to an unknown client is not stored, the others of its call are",
    async run(store) {
      await addClients(store, 1);
      const outcomes = await store.messages.store([toClient(1, clientId(9)), toClient(2, one)]);
      assert.deepEqual(outcomes, ["unknown_client", "stored"]);
      assert.deepEqual(
        [...(await store.messages.get([messageId(1), messageId(2)])).keys()],
        [messageId(2)],
      );
    },
  },
  {
    name: "a repeated message is a duplicate and changes nothing",
    async run(store) {
      await addClients(store, 1);
      await store.messages.store([toClient(1, one)]);
      const other = toClient(1, one, { service: "Other", bytes: 9, messageType: "Changed" });
      assert.deepEqual(await store.messages.store([other, toClient(2, one), toClient(2, one)]), [
        "duplicate",
        "stored",
        "duplicate",
      ]);
      assert.deepEqual(await messageOf(store, 1), toClient(1, one).message);
      assert.equal(await store.messages.countPending([one]), 2);
    },
  },
  {
    name: "a repeated message brings its result to a pending one, whose payload goes",
    async run(store) {
      await addClients(store, 1);
      await store.messages.store([toServer(1), toServer(2)]);
      const again = [toServer(1, { result: failure }), toServer(2, { result: success })];
      assert.deepEqual(await store.messages.store(again), ["updated", "updated"]);
      const message = await messageOf(store, 1);
      assert.deepEqual(message.result, failure);
      assert.equal(message.data, undefined);
      assert.equal(await store.messages.nextServerDue([]), undefined);
    },
  },
  {
    name: "stored again, a success overwrites any result and a failure none",
    async run(store) {
      await addClients(store, 1);
      const later = { ...success, processedTime: at(start + 5 * minute) };
      const store1 = async (result: typeof success) =>
        (await store.messages.store([toServer(1, { result })]))[0];
      assert.equal(await store1(failure), "stored");
      assert.equal(await store1({ ...failure, failedReason: "another" }), "duplicate");
      assert.deepEqual((await messageOf(store, 1)).result, failure);
      assert.equal(await store1(success), "updated");
      assert.equal(await store1(failure), "duplicate");
      assert.equal(await store1(later), "updated");
      assert.deepEqual((await messageOf(store, 1)).result, later);
    },
  },
  {
    name: "results: set, kept, foreign, unknown",
    async run(store) {
      await addClients(store, 2);
      await store.messages.store([toClient(1, one), toServer(2), toClient(3, one)]);
      const change = (n: number, result: typeof success, onlyForClient?: typeof one) => {
        return { messageId: messageId(n), result, onlyForClient };
      };
      const outcomes = await store.messages.setResults([
        change(1, success, clientId(2)),
        change(1, failure, one),
        change(1, failure, one),
        change(1, success),
        change(1, failure),
        change(2, success, one),
        change(9, success),
        change(3, success, clientId(9)),
      ]);
      assert.deepEqual(outcomes, [
        "foreign",
        "set",
        "kept",
        "set",
        "kept",
        "foreign",
        "unknown",
        "foreign",
      ]);
      assert.equal((await messageOf(store, 2)).result, undefined);
      assert.equal((await messageOf(store, 3)).result, undefined);
    },
    async after(store) {
      const message = await messageOf(store, 1);
      assert.deepEqual(message.result, success);
      assert.equal(message.data, undefined);
      assert.equal(await store.messages.countPending([one]), 1);
    },
  },
  {
    name: "a result without a time is a result",
    async run(store) {
      await addClients(store, 1);
      await store.messages.store([toClient(1, one)]);
      const result = { processedTime: undefined, failed: false, failedReason: "" };
      await store.messages.setResults([
        { messageId: messageId(1), result, onlyForClient: undefined },
      ]);
      assert.deepEqual((await messageOf(store, 1)).result, result);
      assert.equal(await store.messages.countPending([one]), 0);
    },
  },
  {
    name: "a message's life tells its tries, and when and by whom it was last handed out",
    async run(store) {
      await addClients(store, 1);
      await store.messages.store([toClient(1, one)]);
      await store.messages.claimForClients([claimOf(one, { reofferTime: start + minute })]);
      const claim = claimOf(one, { contactId: 7, server: "server two", now: start + 2 * minute });
      await store.messages.claimForClients([claim]);
    },
    async after(store) {
      const lives = await store.messages.life([messageId(1), messageId(2)]);
      assert.deepEqual(
        [...lives.values()],
        [
          {
            messageId: messageId(1),
            creationTime: at(start + 1),
            result: undefined,
            tries: 2,
            handedOutTime: start + 2 * minute,
            handedOutBy: "server two",
            handedOutContact: 7,
            dueTime: start + 10 * minute,
          },
        ],
      );
    },
  },
  {
    name: "pending messages are listed oldest first over all clients, cut by offset and limit",
    async run(store) {
      await addClients(store, 3);
      await store.messages.store([
        toClient(1, clientId(2), { service: "Zebra" }),
        toClient(2, one),
        toClient(3, clientId(2), { service: "Ape" }),
        toClient(4, clientId(3)),
        toClient(5, one),
        toClient(6, one, { result: success }),
        toServer(7),
      ]);
      const list = async (fields: { offset?: number; limit?: number | undefined }) =>
        numbersOf(
          await store.messages.pending({
            ...everything,
            clientIds: [one, clientId(2), one, clientId(9)],
            ...fields,
          }),
        );
      assert.deepEqual(await list({}), [1, 2, 3, 5]);
      assert.deepEqual(await list({ offset: 1, limit: 2 }), [2, 3]);
      assert.deepEqual(await list({ offset: 9 }), []);
      assert.deepEqual(await list({ limit: 0 }), []);
      assert.equal(await store.messages.countPending([one, clientId(2), one, clientId(9)]), 4);
      assert.equal(await store.messages.countPending([]), 0);
    },
  },
  {
    name: "a listing without data keeps the type of the data",
    async run(store) {
      await addClients(store, 1);
      await store.messages.store([toClient(1, one)]);
      const [bare] = await store.messages.pending({
        ...everything,
        clientIds: [one],
        wantData: false,
      });
      assert.equal(bare?.data?.typeUrl, "type.googleapis.com/test.Data");
      assert.equal(bare.data.value.byteLength, 0);
      const [whole] = await store.messages.pending({ ...everything, clientIds: [one] });
      assert.deepEqual([...(whole?.data?.value ?? [])], [1, 1, 1]);
    },
  },
  {
    name: "a negative offset or limit is refused",
    async run(store) {
      const query = { ...everything, clientIds: [one] };
      await rejects("invalid_argument", store.messages.pending({ ...query, limit: -1 }));
      await rejects("invalid_argument", store.messages.pending({ ...query, offset: -1 }));
    },
  },
  {
    name: "deletePending gives its result to all that is pending for the clients, and says how many",
    async run(store) {
      await addClients(store, 2);
      await store.messages.store([
        toClient(1, one),
        toClient(2, one),
        toClient(3, one, { result: success }),
        toClient(4, clientId(2)),
      ]);
      await store.messages.claimForClients([claimOf(one, { maxMessages: 1 })]);
      assert.equal(await store.messages.deletePending([one, one, clientId(9)], failure), 2);
    },
    async after(store) {
      const message = await messageOf(store, 2);
      assert.deepEqual(message.result, failure);
      assert.equal(message.data, undefined);
      assert.deepEqual((await messageOf(store, 1)).result, failure);
      assert.deepEqual((await messageOf(store, 3)).result, success);
      assert.equal(await store.messages.countPending([one, clientId(2)]), 1);
    },
  },
  {
    name: "what cannot be stored is refused, with all of its call",
    async run(store) {
      await addClients(store, 1);
      const bad = [
        toClient(2, one, { service: "x".repeat(129) }),
        toClient(2, one, { messageType: "x".repeat(129) }),
        toClient(2, one, { sourceMessageId: "00".repeat(17) }),
        toClient(2, one, { sourceMessageId: "xyz" }),
        toClient(2, one, { creationTime: { seconds: 1e12, nanos: 0 } }),
        { ...toClient(2, one), dueTime: Number.NaN },
      ];
      for (const message of bad)
        await rejects("invalid_argument", store.messages.store([toClient(1, one), message]));
      assert.equal(await store.messages.countPending([one]), 0);
      await store.messages.store([toClient(1, one, { service: "x".repeat(128) })]);
    },
  },
];
