/** What the live feed, the alerts and the rates are told while clients come, send, take and leave. */
import { describe, expect, test } from "bun:test";

import { newBroadcastId } from "../../../../src/core/ids.ts";
import type { LiveEvent } from "../../../../src/core/live-event.ts";
import { makeMessage } from "../../../../src/core/message.ts";
import {
  deleteMessages,
  deletePendingMessages,
} from "../../../../src/roles/admin/operations/messages.ts";
import { insertMessage } from "../../../../src/roles/admin/operations/insert-message.ts";
import type { ConfiguredService } from "../../../../src/roles/server/services/manager.ts";
import { encodeMessageAck, encodeMessageError } from "../../../../src/proto/system-codec.ts";
import { createMemoryStore } from "../../../../src/store/memory/store.ts";
import { makeContext } from "../../../helpers/admin-fixture.ts";
import { settle } from "../../../helpers/fake-clock.ts";
import { LiveReader } from "../../../helpers/live-reader.ts";
import {
  ServerFixture,
  clientMessage,
  contactRecord,
  newIdentity,
} from "../../../helpers/server-fixture.ts";
import { waitFor } from "../../../helpers/wait-for.ts";

function report(messageType: string, value: Uint8Array) {
  return clientMessage("system", { messageType, data: { typeUrl: "x", value } });
}

function service(process: () => Promise<void>): ConfiguredService {
  const end = () => Promise.resolve();
  return { service: { discards: false, process, [Symbol.asyncDispose]: end }, maxParallelism: 2 };
}

/** Without the reports of clients, which are messages like any other. */
function withoutReports(events: readonly LiveEvent[]): LiveEvent[] {
  return events.filter((event) => !("service_name" in event) || event.service_name !== "system");
}

async function start(services: Record<string, ConfiguredService> = {}) {
  const server = new ServerFixture(services);
  const reader = new LiveReader(server.live.events);
  const { store, clock, events } = server;
  return { server, reader, context: makeContext({ store, clock, messageEvents: events }) };
}

describe("clients", () => {
  test("enrol once, connect, and leave in order", async () => {
    const { server, reader } = await start();
    const identity = newIdentity();
    const served = server.connect({ identity });
    served.connection.feed(contactRecord({}, ["linux"]));
    await served.waitForAnswers(1);
    expect(server.live.rates.snapshot().streams.stream).toBe(1);
    served.connection.end();
    await served.done;
    const facts = {
      ...{ client_id: identity.clientId, address: "192.0.2.1:4321", transport: "stream" },
    };
    expect(reader.read()).toMatchObject([
      { type: "client.enrolled", ...facts, labels: ["linux"] },
      { type: "client.connected", ...facts },
      { type: "client.disconnected", ...facts, ended_by: "client" },
    ]);
    expect(server.live.rates.snapshot().streams.stream).toBe(0);
    await server[Symbol.asyncDispose]();
  });

  test("leave with the reason when something broke", async () => {
    const { server, reader } = await start();
    const served = server.connect({ identity: newIdentity() });
    served.connection.feed(contactRecord({}));
    await served.waitForAnswers(1);
    served.connection.feed(new Uint8Array([0xff]));
    await served.done;
    const [gone] = reader.of("client.disconnected");
    expect(gone).toMatchObject({
      ended_by: "fault",
      reason: expect.stringContaining("WrappedContactData"),
    });
    await server[Symbol.asyncDispose]();
  });

  test("take a new key, and say so under it", async () => {
    const { server, reader } = await start();
    const [old, renewed] = [newIdentity(), newIdentity()];
    await server.poll(old, contactRecord({}));
    await server.store.clients.blacklist([old.clientId]);
    const { answer } = await server.poll(old, contactRecord({}));
    const messageId = answer?.messages[0]?.messageId;
    if (messageId === undefined) throw new Error("there is no RekeyRequest");
    const ack = report("MessageAck", encodeMessageAck([messageId]));
    await server.poll(renewed, contactRecord({ messages: [ack] }));
    expect(reader.of("client.rekeyed")).toMatchObject([
      { client_id: renewed.clientId, old_client_id: old.clientId, message_id: messageId },
    ]);
    await server[Symbol.asyncDispose]();
  });

  test("with another key than the stored one are an alert", async () => {
    const { server, reader } = await start();
    const identity = newIdentity();
    await server.poll(identity, contactRecord({}));
    await server.poll({ ...newIdentity(), clientId: identity.clientId }, contactRecord({}));
    const raised = { kind: "key_mismatch", client_id: identity.clientId };
    expect(server.live.alerts.list()).toMatchObject([raised]);
    expect(reader.of("alert.raised")).toMatchObject([{ alert: raised }]);
    await server[Symbol.asyncDispose]();
  });

  test("that share a key are an alert by their nonces", async () => {
    const { server } = await start();
    const identity = newIdentity();
    for (let contact = 0; contact < 5; contact += 1) {
      await server.poll(identity, contactRecord({ sequencingNonce: 77n }));
    }
    expect(server.live.alerts.list()).toMatchObject([{ kind: "nonce_split" }]);
    await server[Symbol.asyncDispose]();
  });
});

describe("a message for a client", () => {
  test("is stored, delivered, acknowledged and processed, always as itself", async () => {
    const { server, reader, context } = await start();
    const identity = newIdentity();
    await server.poll(identity, contactRecord({}));
    await insertMessage(
      context,
      makeMessage({
        source: { clientId: undefined, serviceName: "tool" },
        destination: { clientId: identity.clientId, serviceName: "ls" },
        messageType: "List",
      }),
    );
    const { answer } = await server.poll(identity, contactRecord({}));
    const messageId = answer?.messages[0]?.messageId;
    if (messageId === undefined) throw new Error("there is no message");
    const ack = report("MessageAck", encodeMessageAck([messageId]));
    await server.poll(identity, contactRecord({ messages: [ack] }));
    const facts = {
      ...{ message_id: messageId, client_id: identity.clientId, direction: "to_client" },
      ...{ service_name: "ls", message_type: "List" },
    };
    const life = withoutReports(reader.read()).filter(({ type }) => type.startsWith("message."));
    const points = ["stored", "delivered", "acknowledged", "processed"];
    expect(life).toHaveLength(points.length);
    for (const [index, point] of points.entries()) {
      expect(life[index]).toMatchObject({ type: `message.${point}`, ...facts });
    }
    await server[Symbol.asyncDispose]();
  });

  test("that the client fails on has failed with the reason, cut", async () => {
    const { server, reader } = await start();
    const identity = newIdentity();
    await server.poll(identity, contactRecord({}));
    const { messageId } = await server.insert(identity.clientId);
    await server.poll(identity, contactRecord({}));
    const error = report("MessageError", encodeMessageError(messageId, `no: ${"x".repeat(800)}`));
    await server.poll(identity, contactRecord({ messages: [error] }));
    const [failed] = reader.of("message.failed");
    expect(failed).toMatchObject({
      ...{ message_id: messageId, service_name: "endpoint", will_retry: false },
    });
    expect(failed?.reason).toHaveLength(200);
    await server[Symbol.asyncDispose]();
  });

  test("that somebody else acknowledges has no event", async () => {
    const { server, reader } = await start();
    const [owner, thief] = [newIdentity(), newIdentity()];
    await server.poll(owner, contactRecord({}));
    const { messageId } = await server.insert(owner.clientId);
    const ack = report("MessageAck", encodeMessageAck([messageId]));
    await server.poll(thief, contactRecord({ messages: [ack] }));
    expect(reader.of("message.acknowledged")).toEqual([]);
    await server[Symbol.asyncDispose]();
  });

  test("that an administrator takes back has failed; one that has a result has not", async () => {
    const { server, reader, context } = await start();
    const { clientId } = newIdentity();
    await server.store.clients.add([
      { clientId, publicKey: new Uint8Array([1]), labels: [], time: 0 },
    ]);
    const { messageId } = await server.insert(clientId);
    await deleteMessages(context, { messageIds: [messageId] });
    await deleteMessages(context, { messageIds: [messageId] });
    expect(reader.of("message.failed")).toMatchObject([
      { message_id: messageId, reason: "Removed by admin action." },
    ]);
    await server.insert(clientId);
    await server.insert(clientId);
    await deletePendingMessages(context, { clientIds: [clientId] });
    expect(reader.of("messages.summary")).toMatchObject([{ client_id: clientId, failed: 2 }]);
    await server[Symbol.asyncDispose]();
  });
});

describe("a message of a client", () => {
  test("for a service that discards is stored and processed at once", async () => {
    const { server, reader } = await start();
    const identity = newIdentity();
    await server.poll(identity, contactRecord({ messages: [clientMessage("sink")] }));
    const [stored] = reader.of("message.stored");
    expect(stored).toMatchObject({
      ...{ client_id: identity.clientId, direction: "to_server", service_name: "sink" },
    });
    expect(reader.of("message.processed")).toMatchObject([{ message_id: stored?.message_id }]);
    await server.clock.advance(1000);
    expect(server.live.rates.snapshot().inPerSecond).toBe(1);
    await server[Symbol.asyncDispose]();
  });

  test("for a service that is not there has failed", async () => {
    const { server, reader } = await start();
    await server.poll(newIdentity(), contactRecord({ messages: [clientMessage("nobody")] }));
    expect(reader.of("message.failed")).toMatchObject([
      { service_name: "nobody", reason: 'unknown service "nobody"' },
    ]);
    await server[Symbol.asyncDispose]();
  });

  test("that its service fails on is told of, and five in a row are an alert", async () => {
    const { server, reader } = await start({ bad: service(() => Promise.reject(new Error("no"))) });
    const messages = Array.from({ length: 5 }, () => clientMessage("bad"));
    await server.poll(newIdentity(), contactRecord({ messages }));
    await waitFor(() => reader.of("message.failed").length === 5, { what: "all to fail" });
    expect(reader.of("message.failed")[0]).toMatchObject({ reason: "no", will_retry: false });
    expect(server.live.alerts.list()).toMatchObject([{ kind: "service", severity: "critical" }]);
    await server[Symbol.asyncDispose]();
  });

  test("that comes twice is told of once", async () => {
    const { server, reader } = await start();
    const identity = newIdentity();
    const message = clientMessage("sink");
    await server.poll(identity, contactRecord({ messages: [message] }));
    await server.poll(identity, contactRecord({ messages: [message] }));
    expect(reader.of("message.stored")).toHaveLength(1);
    await server[Symbol.asyncDispose]();
  });

  test("has no payload in its event, and of a hostile one nothing that is long", async () => {
    const { server, reader } = await start();
    const long = "\u202e<script>\u001b[31m".repeat(1000);
    const secret = new TextEncoder().encode("the payload");
    const message = clientMessage("sink", {
      messageType: long.slice(0, 128),
      data: { typeUrl: long, value: secret },
      annotations: [{ key: "k", value: long.slice(0, 10_000) }],
    });
    const labels = Array.from({ length: 100 }, (_, index) => `${index}${long}`.slice(0, 128));
    const { error } = await server.poll(
      newIdentity(),
      contactRecord({ messages: [message] }, labels),
    );
    expect(error).toBeUndefined();
    const text = JSON.stringify(reader.read());
    expect(reader.of("client.enrolled")[0]?.labels).toHaveLength(20);
    expect(text).not.toContain("the payload");
    expect(text.length).toBeLessThan(10_000);
    await server[Symbol.asyncDispose]();
  });
});

describe("many messages at once", () => {
  test("are summed up within 25 ms, and told one by one again once there are few", async () => {
    const { server, reader } = await start();
    const identity = newIdentity();
    const send = (count: number) =>
      server.poll(
        identity,
        contactRecord({ messages: Array.from({ length: count }, () => clientMessage("sink")) }),
      );
    for (let round = 0; round < 20; round += 1) await send(100);
    await server.clock.advance(25);
    const told = reader.of("message.stored").length;
    const sums = reader.of("messages.summary");
    expect(told).toBeLessThanOrEqual(500);
    expect(sums).toHaveLength(1);
    expect(sums[0]).toMatchObject({ stored: 2000 - told, processed: 2000 - told, failed: 0 });
    await server.clock.advance(1000);
    await send(3);
    expect(reader.of("message.stored")).toHaveLength(told + 3);
    await server[Symbol.asyncDispose]();
  });

  test("go on being summed up for as long as they keep coming", async () => {
    const { server, reader } = await start();
    const identity = newIdentity();
    const messages = () => Array.from({ length: 100 }, () => clientMessage("sink"));
    for (let round = 0; round < 60; round += 1) {
      await server.poll(identity, contactRecord({ messages: messages() }));
      await server.clock.advance(20);
    }
    const before = reader.of("message.stored").length;
    for (let round = 0; round < 60; round += 1) {
      await server.poll(identity, contactRecord({ messages: messages() }));
      await server.clock.advance(20);
    }
    expect(reader.of("message.stored").length).toBe(before);
    const total = reader.of("messages.summary").reduce((sum, { stored }) => sum + stored, before);
    expect(total).toBeGreaterThanOrEqual(11_700);
    await server[Symbol.asyncDispose]();
  });

  test("cost nothing while nobody reads: no event is made, no timer is set", async () => {
    const server = new ServerFixture();
    await settle();
    const timers = server.clock.pending;
    await server.poll(
      newIdentity(),
      contactRecord({ messages: Array.from({ length: 100 }, () => clientMessage("sink")) }),
    );
    expect(server.live.events.isRecording).toBe(false);
    expect(server.clock.pending).toBe(timers);
    await server[Symbol.asyncDispose]();
  });
});

test("watching adds no call of the store", async () => {
  const calls = { watched: 0, alone: 0 };
  for (const kind of ["watched", "alone"] as const) {
    const count = () => (calls[kind] += 1);
    await using server = new ServerFixture({}, counted(createMemoryStore(), count));
    const reader = kind === "watched" ? new LiveReader(server.live.events) : undefined;
    const identity = newIdentity();
    await server.poll(identity, contactRecord({ messages: [clientMessage("sink")] }));
    const { messageId } = await server.insert(identity.clientId);
    await server.poll(identity, contactRecord({}));
    const ack = report("MessageAck", encodeMessageAck([messageId]));
    await server.poll(identity, contactRecord({ messages: [ack, clientMessage("nobody")] }));
    expect(reader === undefined || reader.read().length > 8).toBe(true);
  }
  expect(calls.watched).toBe(calls.alone);
  expect(calls.alone).toBeGreaterThan(8);
});

/** A store whose calls are counted, of whatever part. */
function counted<T extends object>(part: T, count: () => void): T {
  return new Proxy(part, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member === "object" && member !== null) return counted(member, count);
      if (typeof member !== "function" || typeof name === "symbol") return member;
      count();
      return member.bind(target) as unknown;
    },
  });
}

test("a broadcast tells how far it is: at once, then a tenth of a second apart, and its end", async () => {
  const { server, reader } = await start();
  const broadcastId = newBroadcastId();
  const broadcast = {
    ...{ broadcastId, messageType: "Hunt", requiredLabels: [], groupName: "" },
    source: { clientId: undefined, serviceName: "hunts" },
    destination: { clientId: undefined, serviceName: "" },
    ...{ expirationTime: undefined, data: undefined },
  };
  await server.store.broadcasts.create(broadcast, 3n);
  await server.broadcasts.refresh();
  expect(reader.of("broadcast.progress")).toMatchObject([{ state: "active", sent: 0, limit: 3 }]);
  for (const identity of [newIdentity(), newIdentity(), newIdentity(), newIdentity()]) {
    await server.poll(identity, contactRecord({}));
  }
  expect(reader.of("broadcast.progress")).toHaveLength(1);
  await server.clock.advance(100);
  expect(reader.of("broadcast.progress").at(-1)).toMatchObject({ sent: 3, limit: 3 });
  expect(reader.of("message.stored")).toHaveLength(3);
  await server.broadcasts.refresh();
  await server.clock.advance(200);
  expect(reader.of("broadcast.progress").at(-1)).toMatchObject({ state: "ended", sent: 3 });
  await server[Symbol.asyncDispose]();
});
