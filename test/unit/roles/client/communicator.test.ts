import { describe, expect, test } from "bun:test";

import { FleetError } from "../../../../src/core/errors.ts";
import { ClientEvents } from "../../../../src/observability/client-events.ts";
import { Bell } from "../../../../src/roles/client/bell.ts";
import { Communicator } from "../../../../src/roles/client/communicator.ts";
import {
  type CommunicatorTimers,
  defaultClientTimers,
  defaultCommunicatorTimers,
} from "../../../../src/roles/client/options.ts";
import { Outbox } from "../../../../src/roles/client/outbox.ts";
import { ServicesManager } from "../../../../src/roles/client/services/manager.ts";
import { Identity } from "../../../../src/roles/client/state/identity.ts";
import { ClientMemory } from "../../../../src/roles/client/state/memory.ts";
import { SeenMessages } from "../../../../src/roles/client/state/seen-messages.ts";
import { StatusFile } from "../../../../src/roles/client/status.ts";
import {
  FakeClock,
  FakeServerChannel,
  FakeTransport,
  openDatabase,
  settle,
  silentLog,
  temporaryFolder,
} from "./support.ts";

const unreachable = new FleetError("unavailable", "cannot connect");
const noRoute = new FleetError("not_found", "status 404");

interface Run extends AsyncDisposable {
  readonly clock: FakeClock;
  readonly communicator: Communicator;
  readonly status: StatusFile;
  /** How it ended, once it did. */
  readonly ended: { value?: "silent" | "stopped" };
}

async function run(
  servers: readonly string[],
  transports: readonly FakeTransport[],
  settings: CommunicatorTimers = defaultCommunicatorTimers,
): Promise<Run> {
  const stack = new AsyncDisposableStack();
  const folder = stack.use(temporaryFolder());
  const database = stack.use(openDatabase(folder));
  const clock = new FakeClock();
  const bell = new Bell();
  const log = silentLog;
  const identity = Identity.open({ path: folder.stateFile, clock, log });
  const outbox = new Outbox(database, { maxMessages: 100, maxBytes: 1 << 20 }, bell);
  const seen = new SeenMessages(database);
  const nothing = (): void => {};
  const managerOptions = { clock, log, outbox, seen, bell, identity, die: nothing, rekey: nothing };
  const manager = stack.use(
    new ServicesManager({ ...managerOptions, ackBatchMs: 1000, diskRetryMs: 1000 }),
  );
  const status = new StatusFile(
    `${folder.stateFile}.status`,
    {
      pid: 1,
      version: "1",
      clientId: identity.clientId,
      state: "starting",
      since: "",
      failures: {},
      outbox: outbox.depth,
      services: [],
      refusedServices: {},
    },
    clock,
    log,
  );
  const communicator = new Communicator({
    servers,
    transports,
    parts: { identity, outbox, manager, labels: () => [], clock, log },
    bell,
    memory: new ClientMemory(database),
    status,
    timers: defaultClientTimers,
    settings: () => settings,
    clock,
    random: () => 0.5,
    log,
    events: new ClientEvents(log, clock),
  });
  const stop = new AbortController();
  const ended: Run["ended"] = {};
  void communicator.run(stop.signal).then(
    () => (ended.value = "silent"),
    () => (ended.value = "stopped"),
  );
  stack.defer(async () => {
    stop.abort(new FleetError("unavailable", "stopped"));
    await settle();
  });
  await settle();
  return { clock, communicator, status, ended, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

function longestWait({ clock }: Run): number | undefined {
  return clock.pendingMs.at(-1);
}

describe("the communicator", () => {
  test("tries all servers, then waits 1 s, doubling up to the failure delay with its jitter", async () => {
    const transport = new FakeTransport(
      "stream",
      Array.from({ length: 40 }, () => unreachable),
    );
    await using all = await run(["a:1", "b:1"], [transport]);
    expect(transport.opened).toEqual(["a:1", "b:1"]);
    const waits: (number | undefined)[] = [];
    for (let round = 0; round < 11; round++) {
      const wait = longestWait(all);
      waits.push(wait);
      await all.clock.advance(wait ?? 0);
    }
    expect(waits.slice(0, 4)).toEqual([1000, 2000, 4000, 8000]);
    expect(waits.at(-1)).toBe(375_000);
    expect(all.status.status).toMatchObject({ state: "waiting", lastError: "cannot connect" });
  });

  test("reconnects within 2 s of the end of an established stream, and first to the server that worked", async () => {
    const channel = new FakeServerChannel();
    const transport = new FakeTransport("stream", [unreachable, channel]);
    await using all = await run(["a:1", "b:1"], [transport]);
    await channel.send({ sequencingNonce: 1n });
    expect(all.status.status).toMatchObject({
      state: "connected",
      server: "b:1",
      transport: "stream",
    });
    await all.clock.advance(60_000);
    await channel.break(new FleetError("unavailable", "gone"));
    expect(longestWait(all)).toBe(1000);
    await all.clock.advance(1000);
    expect(transport.opened).toEqual(["a:1", "b:1", "b:1"]);
  });

  test("does not hurry to a server that ends every stream at once", async () => {
    const channels = [new FakeServerChannel(), new FakeServerChannel(), new FakeServerChannel()];
    const transport = new FakeTransport("stream", [...channels]);
    await using all = await run(["a:1"], [transport]);
    const waits: (number | undefined)[] = [];
    for (const channel of channels) {
      await channel.send({ sequencingNonce: 1n });
      await channel.break(new FleetError("invalid_data", "no"));
      waits.push(longestWait(all));
      await all.clock.advance(longestWait(all) ?? 0);
    }
    expect(waits).toEqual([1000, 2000, 4000]);
  });

  test("takes the next transport where a route is unknown or a first record unanswered, not where a server is", async () => {
    const stream = new FakeTransport("stream", [noRoute, new FakeServerChannel(), unreachable]);
    const poll = new FakeTransport("poll", []);
    {
      await using _all = await run(["a:1"], [stream, poll]);
      expect(poll.opened).toEqual(["a:1"]);
    }
    {
      await using all = await run(["a:1"], [stream, poll]);
      expect(poll.opened.length).toBe(1);
      await all.clock.advance(10_000);
      expect(poll.opened.length).toBe(2);
    }
    await using _all = await run(["a:1"], [stream, poll]);
    expect(poll.opened.length).toBe(2);
  });

  test("remembers what worked, and tries the better one again after an hour", async () => {
    const stream = new FakeTransport("stream", [noRoute]);
    const channel = new FakeServerChannel();
    const poll = new FakeTransport("poll", [channel]);
    const settings = { ...defaultCommunicatorTimers, maxPollDelayMs: 60_000 };
    await using all = await run(["a:1"], [stream, poll], settings);
    for (let round = 0; round < 400 && stream.opened.length < 2; round += 1) {
      await channel.send({ sequencingNonce: 1n });
      await all.clock.advance(60_000);
    }
    expect(channel.records.length).toBeGreaterThan(50);
    expect(poll.opened.length).toBeLessThanOrEqual(2);
    expect(stream.opened.length).toBe(2);
  });

  test("begins anew at once when told so, with the identity of that moment", async () => {
    const channel = new FakeServerChannel();
    const transport = new FakeTransport("stream", [channel, unreachable]);
    await using all = await run(["a:1"], [transport]);
    await channel.send({ sequencingNonce: 1n });
    all.communicator.reconnect();
    await settle();
    expect(channel.closed).toBe(true);
    expect(transport.opened.length).toBe(2);
    expect(all.ended.value).toBeUndefined();
    // In the pause after the failure it works too.
    all.communicator.reconnect();
    await settle();
    expect(transport.opened.length).toBe(3);
  });

  test("gives up after failure_suicide_time without an answer, however long the last contact lasted", async () => {
    const channel = new FakeServerChannel();
    const transport = new FakeTransport("stream", [
      channel,
      ...Array.from({ length: 50 }, () => unreachable),
    ]);
    const settings = { ...defaultCommunicatorTimers, failureSuicideTimeMs: 3_600_000 };
    await using all = await run(["a:1"], [transport], settings);
    await channel.send({ sequencingNonce: 1n });
    await all.clock.advance(7_200_000);
    await channel.break(new FleetError("unavailable", "gone"));
    await all.clock.advance(3_000_000);
    expect(all.ended.value).toBeUndefined();
    await all.clock.advance(1_200_000);
    expect(all.ended.value).toBe("silent");
  });
});
