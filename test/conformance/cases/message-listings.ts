/** What reports.ts promises about messages: listings, replies, traces. */
import assert from "node:assert/strict";

import type { ClientId, MessageId } from "../../../src/core/ids.ts";
import type { IdentifiedMessage } from "../../../src/core/message.ts";
import type { MessageFilter, MessagePage } from "../../../src/store/reports.ts";
import type { NewMessage, Store } from "../../../src/store/store.ts";
import {
  addClients,
  at,
  claimOf,
  clientId,
  contact,
  failure,
  messageId,
  minute,
  rejects,
  start,
  success,
  toClient,
  toServer,
} from "../fixtures.ts";
import type { StoreCase } from "../store-case.ts";

const [one, two] = [1, 2].map(clientId) as [ClientId, ClientId];
const day = 24 * 60 * minute;

/** Numbers of messages, as n in messageId(n). */
const numbersOf = ({ messages }: MessagePage) =>
  messages.map(({ messageId: id }) => Number.parseInt(id.slice(1), 16));

async function list(store: Store, filter: MessageFilter = {}): Promise<number[]> {
  const page = await store.reports.listMessages({ ...filter, limit: 1000 });
  assert.equal(page.next, undefined);
  return numbersOf(page);
}

function from(
  n: number,
  source: ClientId,
  fields: Partial<IdentifiedMessage> & { service?: string } = {},
) {
  return toServer(n, { source: { clientId: source, serviceName: "Source" }, ...fields });
}

/** Created n minutes after the start. */
const minutes = (n: number) => ({ creationTime: at(start + n * minute) });

/**
 * From client one: 1 processed, 2 failed, 3 pending. To client one: 4 pending, 5 processed. From and to client two: 6 and 7
 * processed, of another service and type, a day later. From server to server: 8.
 */
async function traffic(store: Store): Promise<void> {
  await addClients(store, 2);
  const other = { service: "Other", messageType: "Another", result: success };
  await store.messages.store([
    from(1, one, { ...minutes(1), result: success }),
    from(2, one, { ...minutes(2), result: failure }),
    from(3, one, minutes(3)),
    toClient(4, one, minutes(4)),
    toClient(5, one, { ...minutes(5), result: success }),
    from(6, two, { ...other, creationTime: at(start + day) }),
    toClient(7, two, { ...other, creationTime: at(start + day + minute) }),
    toServer(8, { ...minutes(6), source: { clientId: undefined, serviceName: "Source" } }),
  ]);
}

/** Every page of so many. */
async function paged(store: Store, filter: MessageFilter, limit: number): Promise<number[]> {
  const numbers: number[] = [];
  let after: string | undefined;
  for (let pages = 0; pages < 1000; pages++) {
    const page = await store.reports.listMessages({ ...filter, after, limit });
    assert(page.messages.length <= limit);
    numbers.push(...numbersOf(page));
    after = page.next;
    if (after === undefined) return numbers;
  }
  throw new Error("the listing never ends");
}

const listings: readonly StoreCase[] = [
  {
    name: "messages are listed newest first, by the second of creation, the last stored first",
    async run(store) {
      await addClients(store, 1);
      const created = (seconds: number) => ({ creationTime: at(start + seconds * 1e6) });
      await store.messages.store([
        from(1, one, created(5)),
        toClient(2, one, created(7)),
        from(3, one, { ...created(5), result: success }),
        toClient(4, one, { creationTime: at(start + 5 * 1e6 + 900_000) }),
        from(5, one, created(6)),
      ]);
      assert.deepEqual(await list(store), [2, 5, 4, 3, 1]);
      assert.deepEqual(await list(store, { clientId: one }), [2, 5, 4, 3, 1]);
    },
  },
  {
    name: "each filter of a listing lets through what it names",
    async run(store) {
      await traffic(store);
      assert.deepEqual(await list(store), [7, 6, 8, 5, 4, 3, 2, 1]);
      assert.deepEqual(await list(store, { clientId: one }), [5, 4, 3, 2, 1]);
      assert.deepEqual(await list(store, { clientId: clientId(9) }), []);
      assert.deepEqual(await list(store, { direction: "to_client" }), [7, 5, 4]);
      assert.deepEqual(await list(store, { direction: "to_server" }), [6, 8, 3, 2, 1]);
      assert.deepEqual(await list(store, { serviceName: "Other" }), [7, 6]);
      assert.deepEqual(await list(store, { serviceName: "Source" }), []);
      assert.deepEqual(await list(store, { messageType: "Test" }), [8, 5, 4, 3, 2, 1]);
      assert.deepEqual(await list(store, { state: "pending" }), [8, 4, 3]);
      assert.deepEqual(await list(store, { state: "processed" }), [7, 6, 5, 1]);
      assert.deepEqual(await list(store, { state: "failed" }), [2]);
    },
  },
  {
    name: "a listing goes from a time, which is in it, to a time, which is not",
    async run(store) {
      await traffic(store);
      const [from2, before5] = [start + 2 * minute, start + 5 * minute];
      assert.deepEqual(await list(store, { createdFrom: from2 }), [7, 6, 8, 5, 4, 3, 2]);
      assert.deepEqual(await list(store, { createdFrom: from2 + 1 }), [7, 6, 8, 5, 4, 3]);
      assert.deepEqual(await list(store, { createdBefore: before5 }), [4, 3, 2, 1]);
      assert.deepEqual(await list(store, { createdBefore: before5 + 1 }), [5, 4, 3, 2, 1]);
      const both = { createdFrom: from2, createdBefore: before5, clientId: one };
      assert.deepEqual(await list(store, both), [4, 3, 2]);
      assert.deepEqual(await list(store, { createdFrom: start + 2 * day }), []);
    },
  },
  {
    name: "filters of a listing all hold together, in every combination",
    async run(store) {
      await traffic(store);
      const everything = (await store.reports.listMessages({ limit: 100 })).messages;
      for (const filter of combinations()) {
        const wanted = everything.filter((message) => passes(message, filter));
        const numbers = numbersOf({ messages: wanted, next: undefined });
        assert.deepEqual(await list(store, filter), numbers, JSON.stringify(filter));
        assert.deepEqual(
          await paged(store, filter, 1),
          numbers,
          `pages: ${JSON.stringify(filter)}`,
        );
      }
    },
  },
  {
    name: "pages of messages follow one another, though new ones are stored and others change their state",
    async run(store) {
      await addClients(store, 1);
      const numbers = Array.from({ length: 50 }, (_, index) => index + 1);
      const second = (n: number) => ({ creationTime: at(start + Math.floor(n / 7) * 1e6) });
      await store.messages.store(numbers.map((n) => from(n, one, second(n))));
      const first = await store.reports.listMessages({ clientId: one, limit: 20 });
      await store.messages.store([from(99, one, minutes(1))]);
      await store.messages.setResults(
        numbers.map((n) => ({
          messageId: messageId(n),
          result: success,
          onlyForClient: undefined,
        })),
      );
      const rest = await store.reports.listMessages({
        clientId: one,
        limit: 100,
        after: first.next,
      });
      assert.deepEqual([...numbersOf(first), ...numbersOf(rest)], numbers.toReversed());
      assert.deepEqual(await paged(store, {}, 7), [99, ...numbers.toReversed()]);
    },
  },
  {
    name: "a listed message says everything but its payload, and of that the size while it is kept",
    async run(store) {
      await addClients(store, 1);
      await store.messages.store([
        toClient(1, one, { bytes: 1000 }),
        toClient(2, one, { bytes: 0, result: undefined }),
      ]);
      await store.messages.claimForClients([claimOf(one)]);
      await store.messages.setResults([
        { messageId: messageId(1), result: failure, onlyForClient: undefined },
      ]);
    },
    async after(store) {
      const [second, first] = (await store.reports.listMessages({ limit: 9 })).messages;
      assert.deepEqual(first, {
        messageId: messageId(1),
        source: { clientId: undefined, serviceName: "Source" },
        destination: { clientId: one, serviceName: "Main" },
        messageType: "Test",
        creationTime: at(start + 1),
        state: "failed",
        result: failure,
        tries: 1,
        data: undefined,
      });
      assert.equal(second?.state, "pending");
      assert.equal(second.result, undefined);
      assert.deepEqual(second.data, { typeUrl: "type.googleapis.com/test.Data", bytes: 0 });
    },
  },
  {
    name: "pruned messages are listed no more",
    async run(store) {
      await traffic(store);
      const before = { contacts: undefined, resourceUsage: undefined, broadcasts: undefined };
      const { messages } = await store.prune({
        ...before,
        messages: start + 3 * minute,
        maxRows: 9,
      });
      assert.equal(messages, 2);
      assert.deepEqual(await list(store), [7, 6, 8, 5, 4, 3]);
      assert.deepEqual(await list(store, { state: "failed" }), []);
      assert.deepEqual(await list(store, { clientId: one }), [5, 4, 3]);
    },
  },
  {
    name: "a place that is none, a time that is none, and no room are refused",
    async run(store) {
      for (const bad of [{ after: "x" }, { after: "1" }, { limit: 0 }, { createdFrom: Number.NaN }])
        await rejects("invalid_argument", store.reports.listMessages({ limit: 10, ...bad }));
    },
  },
];

function combinations(): MessageFilter[] {
  const filters: MessageFilter[] = [];
  for (const clientId of [undefined, one, two])
    for (const direction of [undefined, "to_client", "to_server"] as const)
      for (const serviceName of [undefined, "Main", "None"])
        for (const messageType of [undefined, "Test", "Another"])
          for (const state of [undefined, "pending", "processed", "failed"] as const)
            for (const createdFrom of [undefined, start + 2 * minute])
              filters.push({ clientId, direction, serviceName, messageType, state, createdFrom });
  return filters;
}

function passes(message: MessagePage["messages"][number], filter: MessageFilter): boolean {
  const { source, destination, messageType, state, creationTime } = message;
  const isFrom = filter.direction !== "to_client" && source.clientId === filter.clientId;
  const isTo = filter.direction !== "to_server" && destination.clientId === filter.clientId;
  const direction = destination.clientId === undefined ? "to_server" : "to_client";
  return (
    (filter.clientId === undefined || isFrom || isTo) &&
    [undefined, direction].includes(filter.direction) &&
    [undefined, destination.serviceName].includes(filter.serviceName) &&
    [undefined, messageType].includes(filter.messageType) &&
    [undefined, state].includes(filter.state) &&
    creationTime.seconds * 1e6 >= (filter.createdFrom ?? 0)
  );
}

function reply(n: number, source: ClientId, to: MessageId, seconds: number): NewMessage {
  const creationTime = at(start + seconds * 1e6);
  const annotations = [
    { key: "fleet.exit_code", value: "0" },
    { key: "fleet.in_reply_to", value: to },
  ];
  return from(n, source, { annotations, creationTime });
}

const ofOne: readonly StoreCase[] = [
  {
    name: "replies are what the client sent since with that annotation, oldest first, a page at a time",
    async run(store) {
      await addClients(store, 2);
      const asked = messageId(1);
      await store.messages.store([
        reply(10, one, asked, -5),
        toClient(1, one, { creationTime: at(start) }),
        reply(11, one, asked, 0),
        from(12, one, { creationTime: at(start + 1e6) }),
        reply(13, two, asked, 1),
        reply(14, one, messageId(2), 1),
        reply(15, one, asked, 2),
        reply(16, one, asked, 2),
      ]);
      const all = await store.reports.replies({ messageId: asked, limit: 10 });
      assert.deepEqual([numbersOf(all), all.next], [[11, 15, 16], undefined]);
      const first = await store.reports.replies({ messageId: asked, limit: 2 });
      assert.deepEqual(numbersOf(first), [11, 15]);
      const rest = { messageId: asked, limit: 2, after: first.next };
      assert.deepEqual(numbersOf(await store.reports.replies(rest)), [16]);
      await store.messages.store([reply(17, one, asked, 3)]);
      assert.deepEqual(numbersOf(await store.reports.replies(rest)), [16, 17]);
      for (const none of [messageId(99), messageId(12)])
        assert.deepEqual((await store.reports.replies({ messageId: none, limit: 9 })).messages, []);
    },
  },
  {
    name: "a trace names the contact that brought a message, and its result",
    async run(store) {
      await addClients(store, 1);
      const contactId = await contact(store, one, {
        observedAddress: "192.0.2.7:1",
        receivedNonce: 5n,
      });
      await store.messages.store([{ ...from(1, one, { result: success }), contactId }]);
      await store.contacts.end([contactId], start + minute);
      await store.messages.store([{ ...from(2, one), contactId: contactId + 1 }]);
    },
    async after(store) {
      const trace = await store.reports.trace(messageId(1));
      const [listed] = (await store.reports.listMessages({ state: "processed", limit: 1 }))
        .messages;
      assert.deepEqual(trace?.message, listed);
      assert.deepEqual(trace?.life.result, success);
      assert.deepEqual(trace?.broughtBy, {
        contactId: trace?.broughtBy?.contactId,
        clientId: one,
        time: start,
        sentNonce: 1n,
        receivedNonce: 5n,
        observedAddress: "192.0.2.7:1",
        server: "server one",
        endedTime: start + minute,
      });
      assert.equal(trace?.handedOutOn, undefined);
      assert.equal((await store.reports.trace(messageId(2)))?.broughtBy, undefined);
      assert.equal(await store.reports.trace(messageId(9)), undefined);
    },
  },
  {
    name: "a trace says when, by which server and on which contact a message was handed out, and how often",
    async run(store) {
      await addClients(store, 1);
      await store.messages.store([toClient(1, one)]);
      const contactId = await contact(store, one, { server: "server two", time: start + 7 });
      const claim = claimOf(one, { contactId, server: "server two" });
      await store.messages.claimForClients([claim]);
      const { message, life, broughtBy, handedOutOn } =
        (await store.reports.trace(messageId(1))) ?? assert.fail();
      assert.equal(message.state, "pending");
      assert.deepEqual(life, (await store.messages.life([messageId(1)])).get(messageId(1)));
      assert.deepEqual([life.tries, life.handedOutTime], [1, claim.now]);
      assert.equal(broughtBy, undefined);
      assert.equal(handedOutOn?.contactId, contactId);
      assert.equal(handedOutOn.server, "server two");
      assert.equal(handedOutOn.time, start + 7);
      assert.equal(handedOutOn.clientId, one);
    },
  },
];

export const messageReportCases: readonly StoreCase[] = [...listings, ...ofOne];
