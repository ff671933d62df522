/** Our client and our server over each transport: nothing is lost, nothing comes twice, whatever the network does. */
import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";

import type { TransportPreference } from "../../../src/roles/client/options.ts";
import { makeRandom } from "../../helpers/mutations.ts";
import { startRelay } from "../../helpers/relay.ts";
import { TestServer } from "../../helpers/test-server.ts";
import { waitFor } from "../../helpers/wait-for.ts";
import { type TemporaryFolder, temporaryFolder } from "../../unit/roles/client/support.ts";
import { fillOutbox, startTestClient } from "./support.ts";

const seed = Number(process.env["FLEET_FUZZ_SEED"] ?? Date.now() % 2 ** 31);

interface StatusView {
  readonly state: string;
  readonly transport?: string;
  readonly lastError?: string;
  readonly outbox: { readonly messages: number };
}

function statusOf(folder: TemporaryFolder): StatusView {
  const status: StatusView = JSON.parse(
    readFileSync(`${folder.stateFile}.fleet.status.json`, "utf8"),
  );
  return status;
}

async function connected(folder: TemporaryFolder, transport: string): Promise<void> {
  await waitFor(
    () => {
      const status = statusOf(folder);
      return status.state === "connected" && status.transport === transport;
    },
    { what: `the client is connected by ${transport}`, deadlineMs: 15_000 },
  );
}

const kinds: readonly [TransportPreference, string][] = [
  ["WEBSOCKET", "websocket"],
  ["STREAM", "stream"],
  ["LONG_POLL", "long_poll"],
  ["POLL", "poll"],
];
const cases = kinds.flatMap(([transport, kind]) =>
  [false, true].map((compression) => [transport, kind, compression] as const),
);

describe.each(cases)("%s (%s), compressed: %p", (transport, kind, compression) => {
  test("messages go both ways and are acknowledged, within the inbox of a service", async () => {
    using folder = temporaryFolder();
    await using server = await TestServer.start();
    const sent = await fillOutbox(folder, 250);
    await using client = await startTestClient(folder, server.address, { transport, compression });
    await waitFor(() => server.received.length >= sent.length, {
      what: "all came",
      deadlineMs: 15_000,
    });
    expect(server.received.toSorted()).toEqual(sent);
    await connected(folder, kind);
    const ids = await server.send(client.clientId, 450);
    await waitFor(async () => (await server.acknowledged(ids)) === ids.length, {
      what: "all are acknowledged",
      deadlineMs: 20_000,
    });
  });

  test("a network that breaks anywhere loses nothing and doubles nothing", async () => {
    using folder = temporaryFolder();
    await using server = await TestServer.start();
    const random = makeRandom(seed);
    let breaks = 25;
    const budget = () => (breaks-- > 0 ? 300 + random(random(2) === 0 ? 6_000 : 40_000) : Infinity);
    await using relay = await startRelay(server.address, budget);
    const sent = await fillOutbox(folder, 300);
    await using client = await startTestClient(folder, relay.address, { transport, compression });
    await waitFor(async () => (await server.store.clients.get([client.clientId])).size > 0, {
      what: "the client is known",
      deadlineMs: 20_000,
    });
    const ids = await server.send(client.clientId, 200);
    await waitFor(
      async () =>
        server.received.length >= sent.length && (await server.acknowledged(ids)) === ids.length,
      { what: `everything, seed ${seed}`, deadlineMs: 25_000 },
    );
    expect(relay.cuts).toBeGreaterThan(0);
    expect(server.received.toSorted()).toEqual(sent);
  });
});

describe("AUTO", () => {
  test("takes the WebSocket of our server", async () => {
    using folder = temporaryFolder();
    await using server = await TestServer.start();
    await using _client = await startTestClient(folder, server.address);
    await connected(folder, "websocket");
  });

  test("falls back to the long poll where streaming is disabled", async () => {
    using folder = temporaryFolder();
    await using server = await TestServer.start({ streaming: false });
    await using _client = await startTestClient(folder, server.address);
    await connected(folder, "long_poll");
  });
});

test.each(kinds.slice(0, 3))(
  "by %s a message is with the client without a fixed pause",
  async (transport, kind) => {
    using folder = temporaryFolder();
    await using server = await TestServer.start();
    const timers = { ackBatchMs: 1 };
    await using client = await startTestClient(folder, server.address, { transport, timers });
    await connected(folder, kind);
    const durations: number[] = [];
    for (let round = 0; round < 20; round += 1) {
      const startedAt = performance.now();
      const ids = await server.send(client.clientId, 1);
      await waitFor(async () => (await server.acknowledged(ids)) === 1, {
        what: "its acknowledgement",
      });
      durations.push(performance.now() - startedAt);
    }
    // There and back, on a machine that does other things too. The original pauses for a second.
    expect(durations.toSorted((a, b) => a - b)[10]).toBeLessThan(1000);
  },
);
