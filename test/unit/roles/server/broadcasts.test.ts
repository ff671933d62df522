import { describe, expect, test } from "bun:test";

import { type Broadcast, unlimitedBroadcast } from "../../../../src/core/broadcast.ts";
import { newBroadcastId } from "../../../../src/core/ids.ts";
import { timestampFromMs } from "../../../../src/core/time.ts";
import type { PeerIdentity } from "../../../../src/net/connection.ts";
import { encodeClientInfo } from "../../../../src/proto/system-codec.ts";
import { createMemoryStore } from "../../../../src/store/memory/store.ts";
import type { BroadcastSend, Store } from "../../../../src/store/store.ts";
import {
  ServerFixture,
  type Served,
  clientMessage,
  contactRecord,
  newIdentity,
} from "../../../helpers/server-fixture.ts";
import { waitFor } from "../../../helpers/wait-for.ts";

function broadcastOf(fields: Partial<Broadcast> = {}): Broadcast {
  return {
    broadcastId: newBroadcastId(),
    source: { clientId: undefined, serviceName: "hunts" },
    destination: { clientId: undefined, serviceName: "" },
    messageType: "Hunt",
    requiredLabels: [],
    expirationTime: undefined,
    data: undefined,
    groupName: "",
    ...fields,
  };
}

async function create(server: ServerFixture, broadcast: Broadcast, limit = unlimitedBroadcast) {
  await server.store.broadcasts.create(broadcast, limit);
  await server.broadcasts.refresh();
}

function broadcastsIn(served: Served): string[] {
  return served
    .answers()
    .flatMap(({ messages }) => messages)
    .map(({ messageType }) => messageType);
}

async function connectMany(server: ServerFixture, count: number, labels: string[] = []) {
  const served = Array.from({ length: count }, () => {
    const one = server.connect({ identity: newIdentity() });
    one.connection.feed(contactRecord({}, labels));
    return one;
  });
  await Promise.all(served.map((one) => one.waitForAnswers(1)));
  await waitFor(() => server.delivery.connectedCount === count, { what: "all to be connected" });
  return served;
}

async function pollFor(server: ServerFixture, identity: PeerIdentity, labels: string[] = []) {
  const { answer } = await server.poll(identity, contactRecord({}, labels));
  return (answer?.messages ?? []).map(({ messageType }) => messageType);
}

/** Counts the transactions that save messages of broadcasts. */
function countingStore(): { store: Store; sends: (readonly BroadcastSend[])[] } {
  const store = createMemoryStore();
  const sends: (readonly BroadcastSend[])[] = [];
  const send = store.broadcasts.send.bind(store.broadcasts);
  store.broadcasts.send = (batch) => {
    sends.push(batch);
    return send(batch);
  };
  return { store, sends };
}

describe("a new broadcast", () => {
  test("reaches all connected clients at once, in one transaction and without a timer", async () => {
    const { store, sends } = countingStore();
    await using server = new ServerFixture({}, store);
    const served = await connectMany(server, 200);
    await create(server, broadcastOf());
    await Promise.all(served.map((one) => one.waitForAnswers(2)));
    expect(served.every((one) => broadcastsIn(one).join() === "Hunt")).toBe(true);
    expect(sends.map((batch) => batch.length)).toEqual([200]);
  });

  test("goes to the source's service, where it names none", async () => {
    await using server = new ServerFixture();
    const [served] = await connectMany(server, 1);
    await create(server, broadcastOf());
    const answers = await served?.waitForAnswers(2);
    expect(answers?.[1]?.messages[0]).toMatchObject({
      source: { serviceName: "hunts" },
      destination: { serviceName: "hunts" },
    });
  });

  test("reaches a client that connects later with its first reply, and once only", async () => {
    await using server = new ServerFixture();
    await create(server, broadcastOf());
    const identity = newIdentity();
    expect(await pollFor(server, identity)).toEqual(["Hunt"]);
    expect(await pollFor(server, identity)).toEqual([]);
  });

  test("reaches a client whose stream opens just then", async () => {
    const store = createMemoryStore();
    await using server = new ServerFixture({}, store);
    const claim = store.messages.claimForClients.bind(store.messages);
    let created: Promise<void> | undefined;
    // After the client's first offer, and before it counts as connected.
    store.messages.claimForClients = async (claims) => {
      await (created ??= create(server, broadcastOf()));
      return await claim(claims);
    };
    const served = server.connect({ identity: newIdentity() });
    served.connection.feed(contactRecord({}));
    await waitFor(() => broadcastsIn(served).includes("Hunt"), { what: "the broadcast" });
  });

  test("is found by the poll when another server made it", async () => {
    await using server = new ServerFixture();
    const [served] = await connectMany(server, 1);
    await server.store.broadcasts.create(broadcastOf(), unlimitedBroadcast);
    await server.clock.advance(60_000);
    await served?.waitForAnswers(2);
    expect(served && broadcastsIn(served)).toEqual(["Hunt"]);
  });
});

describe("who gets a broadcast", () => {
  test("those with all its labels", async () => {
    await using server = new ServerFixture();
    const label = (name: string) => ({ serviceName: "client", label: name });
    await create(server, broadcastOf({ requiredLabels: [label("linux"), label("lab")] }));
    expect(await pollFor(server, newIdentity(), ["linux"])).toEqual([]);
    expect(await pollFor(server, newIdentity(), ["linux", "lab"])).toEqual(["Hunt"]);
  });

  test("a connected client as soon as it reports the label", async () => {
    await using server = new ServerFixture();
    const label = { serviceName: "client", label: "lab" };
    const [served] = await connectMany(server, 1);
    await create(server, broadcastOf({ requiredLabels: [label] }));
    const value = encodeClientInfo({ labels: [label], services: [] });
    const info = clientMessage("system", {
      messageType: "ClientInfo",
      data: { typeUrl: "type.googleapis.com/fleetspeak.ClientInfoData", value },
    });
    served?.connection.feed(contactRecord({ messages: [info] }));
    await waitFor(() => served && broadcastsIn(served).includes("Hunt"), { what: "the broadcast" });
  });

  test("nobody of a blacklisted client's kind", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    await server.poll(identity, contactRecord({}));
    await server.store.clients.blacklist([identity.clientId]);
    await create(server, broadcastOf());
    expect(await pollFor(server, identity)).toEqual(["RekeyRequest"]);
  });

  test("as many as its limit says, over allocations of a fifth of the rest", async () => {
    await using server = new ServerFixture();
    const served = await connectMany(server, 30);
    const broadcast = broadcastOf();
    await create(server, broadcast, 20n);
    const reached = () => served.filter((one) => broadcastsIn(one).length > 0).length;
    await waitFor(() => reached() === 20, { what: "20 clients to have it" });
    expect(await pollFor(server, newIdentity())).toEqual([]);
    const id = broadcast.broadcastId;
    const record = (await server.store.broadcasts.get([id])).get(id);
    expect(record).toMatchObject({ sent: 20n, allocated: 0n });
  });

  test("nobody with a limit of 0, or with a label that nobody has", async () => {
    await using server = new ServerFixture();
    const label = { serviceName: "client", label: "unheard-of" };
    await create(server, broadcastOf(), 0n);
    await create(server, broadcastOf({ requiredLabels: [label] }));
    expect(await pollFor(server, newIdentity(), ["linux"])).toEqual([]);
  });
});

describe("the end of a broadcast", () => {
  test("an expired one is sent to nobody, known here or not", async () => {
    await using server = new ServerFixture();
    const expirationTime = timestampFromMs(server.clock.now() + 1000);
    await create(server, broadcastOf({ expirationTime }));
    expect(await pollFor(server, newIdentity())).toEqual(["Hunt"]);
    await server.clock.advance(1000);
    expect(await pollFor(server, newIdentity())).toEqual([]);
  });

  test("a disabled one is sent to nobody any more, even before that is known here", async () => {
    await using server = new ServerFixture();
    const broadcast = broadcastOf();
    await create(server, broadcast);
    expect(await pollFor(server, newIdentity())).toEqual(["Hunt"]);
    await server.store.broadcasts.disable([broadcast.broadcastId]);
    expect(await pollFor(server, newIdentity())).toEqual([]);
  });

  test("a newer one of its group takes its place", async () => {
    await using server = new ServerFixture();
    await create(server, broadcastOf({ groupName: "g", messageType: "Old" }));
    await create(server, broadcastOf({ groupName: "g", messageType: "New" }));
    expect(await pollFor(server, newIdentity())).toEqual(["New"]);
  });
});

describe("allocations", () => {
  test("what was not used is returned when the server stops", async () => {
    const store = createMemoryStore();
    const server = new ServerFixture({}, store);
    const broadcast = broadcastOf();
    await create(server, broadcast, 100n);
    await pollFor(server, newIdentity());
    const id = broadcast.broadcastId;
    const allocated = async () => (await store.broadcasts.get([id])).get(id)?.allocated;
    expect(await allocated()).toBe(19n);
    await server.broadcasts[Symbol.asyncDispose]();
    expect(await allocated()).toBe(0n);
    await server[Symbol.asyncDispose]();
  });

  test("one that expired is replaced, and those of servers that never returned are swept", async () => {
    await using server = new ServerFixture();
    const broadcast = broadcastOf();
    await create(server, broadcast, 10n);
    expect(await pollFor(server, newIdentity())).toEqual(["Hunt"]);
    await server.clock.advance(11 * 60_000);
    expect(await pollFor(server, newIdentity())).toEqual(["Hunt"]);
    const id = broadcast.broadcastId;
    await server.broadcasts.refresh();
    const record = (await server.store.broadcasts.get([id])).get(id);
    expect(record?.sent).toBe(2n);
    expect(record?.allocated).toBeLessThanOrEqual(1n);
  });

  test("a store that fails for a while loses nothing", async () => {
    const { store } = countingStore();
    const send = store.broadcasts.send.bind(store.broadcasts);
    let failures = 1;
    store.broadcasts.send = (batch) => {
      failures -= 1;
      return failures >= 0 ? Promise.reject(new Error("disk")) : send(batch);
    };
    await using server = new ServerFixture({}, store);
    await create(server, broadcastOf());
    const identity = newIdentity();
    expect(await pollFor(server, identity)).toEqual([]);
    expect(await pollFor(server, identity)).toEqual(["Hunt"]);
  });
});
