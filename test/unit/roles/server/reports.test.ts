import { describe, expect, test } from "bun:test";

import { deriveMessageId, hexToBytes } from "../../../../src/core/ids.ts";
import { microsFromMs } from "../../../../src/core/time.ts";
import { fleetspeak } from "../../../../src/proto/generated/agent.js";
import {
  type ClientInfo,
  encodeClientInfo,
  encodeMessageAck,
} from "../../../../src/proto/system-codec.ts";
import {
  ServerFixture,
  clientMessage,
  contactRecord,
  newIdentity,
} from "../../../helpers/server-fixture.ts";

type UsageFields = fleetspeak.monitoring.ResourceUsageData.$Properties;

function report(messageType: string, value: Uint8Array) {
  return clientMessage("system", {
    messageType,
    data: { typeUrl: "type.googleapis.com/x", value },
  });
}

function usageReport(fields: UsageFields) {
  return report("ResourceUsage", fleetspeak.monitoring.ResourceUsageData.encode(fields).finish());
}

async function resultOf(server: ServerFixture, fields: UsageFields) {
  const identity = newIdentity();
  const message = usageReport(fields);
  await server.poll(identity, contactRecord({ messages: [message] }));
  const id = deriveMessageId(identity.clientId, "endpoint", hexToBytes(message.sourceMessageId));
  const records = await server.store.resourceUsage.fetch(
    identity.clientId,
    0,
    Number.MAX_SAFE_INTEGER,
  );
  return { records, result: (await server.store.messages.get([id])).get(id)?.result };
}

describe("ResourceUsage", () => {
  test("becomes a record, with memory in MiB", async () => {
    await using server = new ServerFixture();
    const { records, result } = await resultOf(server, {
      scope: "system",
      process_terminated: true,
      resource_usage: {
        mean_user_cpu_rate: 1.5,
        max_system_cpu_rate: 30,
        mean_resident_memory: 48 * 1024 * 1024,
        mean_num_fds: 11.6,
        max_num_fds: 13,
      },
    });
    expect(result?.failed).toBe(false);
    expect(records).toEqual([
      expect.objectContaining({
        scope: "system",
        processTerminated: true,
        meanUserCpuRate: 1.5,
        maxSystemCpuRate: 30,
        meanResidentMemoryMib: 48,
        meanNumFds: 12,
        maxNumFds: 13,
        serverTime: microsFromMs(server.clock.now()),
      }),
    ]);
  });

  for (const [what, fields] of Object.entries({
    "a negative rate": { resource_usage: { mean_user_cpu_rate: -1 } },
    "a rate that is no number": { resource_usage: { max_user_cpu_rate: Number.NaN } },
    "more memory than there is": { resource_usage: { mean_resident_memory: 1e300 } },
    "an endless scope": { scope: "s".repeat(129) },
    "an endless version": { scope: "s", version: "1".repeat(129) },
  })) {
    test(`with ${what} fails alone`, async () => {
      await using server = new ServerFixture();
      const { records, result } = await resultOf(server, fields);
      expect(result?.failed).toBe(true);
      expect(records).toEqual([]);
    });
  }
});

test("a KillNotification is reported and kept as a processed message", async () => {
  await using server = new ServerFixture();
  const seen: unknown[] = [];
  server.events.serviceKilled = (facts) => void seen.push(facts);
  const identity = newIdentity();
  const value = fleetspeak.monitoring.KillNotification.encode({
    service: "hog",
    version: "1.2",
    reason: fleetspeak.monitoring.KillNotification.Reason.MEMORY_EXCEEDED,
  }).finish();
  const message = report("KillNotification", value);
  await server.poll(identity, contactRecord({ messages: [message] }));
  const { clientId } = identity;
  expect(seen).toEqual([
    { clientId, service: "hog", pid: 0n, version: "1.2", reason: "memory_exceeded" },
  ]);
  const id = deriveMessageId(clientId, "endpoint", hexToBytes(message.sourceMessageId));
  expect((await server.store.messages.get([id])).get(id)).toMatchObject({
    messageType: "KillNotification",
    result: { failed: false },
  });
});

describe("rekeying", () => {
  test("goes from the blacklist over the request to the acknowledgement by the new identity", async () => {
    await using server = new ServerFixture();
    const [old, renewed] = [newIdentity(), newIdentity()];
    await server.poll(old, contactRecord({}));
    await server.insert(old.clientId);
    await server.store.clients.blacklist([old.clientId]);
    const { answer } = await server.poll(old, contactRecord({}));
    expect(answer?.messages.map(({ messageType }) => messageType)).toEqual(["RekeyRequest"]);
    const requestId = answer?.messages[0]?.messageId;
    if (requestId === undefined) throw new Error("the request has no id");

    await server.poll(
      renewed,
      contactRecord({ messages: [report("MessageAck", encodeMessageAck([requestId]))] }),
    );
    const request = (await server.store.messages.get([requestId])).get(requestId);
    expect(request?.result?.failed).toBe(false);
    const client = (await server.store.clients.get([renewed.clientId])).get(renewed.clientId);
    expect(client?.blacklisted).toBe(false);
  });

  test("messages of a blacklisted client are marked as such", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    await server.poll(identity, contactRecord({}));
    await server.store.clients.blacklist([identity.clientId]);
    const message = clientMessage("sink");
    await server.poll(identity, contactRecord({ messages: [message] }));
    const id = deriveMessageId(identity.clientId, "endpoint", hexToBytes(message.sourceMessageId));
    expect((await server.store.messages.get([id])).get(id)?.isBlocklistedSource).toBe(true);
  });

  test("a connected client is told to come again, so that it gets its request at once", async () => {
    await using server = new ServerFixture();
    const served = server.connect({ identity: newIdentity() });
    served.connection.feed(contactRecord({}));
    await served.waitForAnswers(1);
    const { clientId } = served.connection.identity;
    await server.store.clients.blacklist([clientId]);
    server.delivery.endStreams([clientId]);
    await served.done;
    expect(served.answers().at(-1)?.doneSending).toBe(true);
  });
});

describe("what a client says of its services", () => {
  async function tell(server: ServerFixture, info: ClientInfo) {
    const identity = newIdentity();
    const message = report("ClientInfo", encodeClientInfo(info));
    const usage = usageReport({ scope: "Files", version: "2.4.0" });
    const system = usageReport({ scope: "system", version: "" });
    await server.poll(identity, contactRecord({ messages: [message, usage, system] }));
    const { clientId } = identity;
    const services = await server.store.reports.clientServices(clientId);
    const client = (await server.store.clients.get([clientId])).get(clientId);
    return { services, labels: client?.labels.map(({ label }) => label) };
  }

  test("is kept: their names, whether their configuration was signed, and their versions", async () => {
    await using server = new ServerFixture();
    const seenTime = microsFromMs(server.clock.now());
    const { services, labels } = await tell(server, {
      labels: [{ serviceName: "client", label: "linux" }],
      services: [
        { name: "Shell", signature: new Uint8Array() },
        { name: "Files", signature: Uint8Array.of(1) },
      ],
    });
    expect(labels).toEqual(["linux"]);
    expect(services).toEqual([
      { serviceName: "Files", signed: true, version: "2.4.0", seenTime },
      { serviceName: "Shell", signed: false, version: undefined, seenTime },
    ]);
  });

  test("with an endless name fails alone and changes nothing, the labels neither", async () => {
    await using server = new ServerFixture();
    const { services, labels } = await tell(server, {
      labels: [{ serviceName: "client", label: "linux" }],
      services: [{ name: "s".repeat(129), signature: new Uint8Array() }],
    });
    expect(labels).toEqual([]);
    expect(services.map(({ serviceName }) => serviceName)).toEqual(["Files"]);
  });
});
