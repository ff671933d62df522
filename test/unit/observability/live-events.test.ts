import { describe, expect, test } from "bun:test";

import { FleetError } from "../../../src/core/errors.ts";
import {
  type LiveFact,
  type LiveFilter,
  isEventType,
  liveEventTypes,
} from "../../../src/core/live-event.ts";
import { LiveEvents, type LiveLimits } from "../../../src/observability/live-events.ts";
import { FakeClock } from "../../helpers/fake-clock.ts";
import { LiveReader } from "../../helpers/live-reader.ts";

function connected(clientId: string): LiveFact {
  return { type: "client.connected", client_id: clientId, address: "192.0.2.1:1", transport: "x" };
}

function start(limits: Partial<LiveLimits> = {}) {
  const clock = new FakeClock();
  return { clock, live: new LiveEvents(clock, limits) };
}

function clientsOf(reader: LiveReader): (string | undefined)[] {
  return reader.read().map((event) => ("client_id" in event ? event.client_id : event.type));
}

describe("the live feed", () => {
  test("a reader gets what happens from when it came, in order, with ids and times", () => {
    const { live } = start();
    live.publish(connected("before"));
    using reader = new LiveReader(live);
    live.publish(connected("a"));
    live.publish(connected("b"));
    expect(clientsOf(reader)).toEqual(["a", "b"]);
    const [first, second] = reader.events;
    expect(first?.id).toMatch(/^[0-9a-f]{8}-\d+$/);
    expect(first?.time).toBe("2027-01-15T08:00:00.000000Z");
    expect(second?.id).not.toBe(first?.id);
  });

  test("a reader that waits gets an event as soon as it happens", async () => {
    const { live } = start();
    using reader = new LiveReader(live);
    const next = reader.subscription.next();
    live.publish(connected("a"));
    expect((await next).value).toMatchObject({ client_id: "a" });
  });

  test("one that comes back gets everything after the id that it names, and no reset", () => {
    const { live } = start();
    using reader = new LiveReader(live);
    for (const id of ["a", "b", "c"]) live.publish(connected(id));
    const after = reader.read()[0]?.id ?? "";
    using second = new LiveReader(live, { after });
    expect(clientsOf(second)).toEqual(["b", "c"]);
    using third = new LiveReader(live, { after: reader.events.at(-1)?.id });
    live.publish(connected("d"));
    expect(clientsOf(third)).toEqual(["d"]);
  });

  test("what happened while nobody read for a moment is kept", async () => {
    const { live, clock } = start();
    const reader = new LiveReader(live);
    const after = reader.subscription.position;
    reader[Symbol.dispose]();
    await clock.advance(59_000);
    live.publish(connected("a"));
    using second = new LiveReader(live, { after });
    expect(clientsOf(second)).toEqual(["a"]);
  });

  test("after a longer time nothing is kept, and whoever comes back is told to read again", async () => {
    const { live, clock } = start();
    const reader = new LiveReader(live);
    live.publish(connected("a"));
    const after = reader.read()[0]?.id ?? "";
    reader[Symbol.dispose]();
    await clock.advance(60_000);
    expect(live.isRecording).toBe(false);
    live.publish(connected("b"));
    using second = new LiveReader(live, { after });
    expect(second.read()).toMatchObject([{ type: "reset", reason: "too_old" }]);
    live.publish(connected("c"));
    expect(clientsOf(second)).toEqual(["reset", "c"]);
  });

  test("the id of a reset is one to go on after", () => {
    const { live } = start();
    using reader = new LiveReader(live, { after: "00000000-1" });
    const [reset] = reader.read();
    live.publish(connected("a"));
    using second = new LiveReader(live, { after: reset?.id });
    expect(clientsOf(second)).toEqual(["a"]);
  });

  test.each([
    ["00000000-1", "other_start"],
    ["", "unknown_id"],
    ["nonsense", "unknown_id"],
    ["deadbeef-1e9", "unknown_id"],
    ["deadbeef--1", "unknown_id"],
    [`${"9".repeat(400)}-1`, "unknown_id"],
  ])("the id %p is answered by a reset: %s", (after, reason) => {
    const { live } = start();
    using reader = new LiveReader(live, { after });
    expect(reader.read()).toMatchObject([{ type: "reset", reason }]);
  });

  test("an id that is not given yet is answered by a reset", () => {
    const { live } = start();
    using reader = new LiveReader(live);
    const [boot] = reader.subscription.position.split("-");
    using second = new LiveReader(live, { after: `${boot}-999` });
    expect(second.read()).toMatchObject([{ type: "reset", reason: "unknown_id" }]);
  });

  test("so many events are kept and no more; one whose next is gone is told to read again", () => {
    const { live } = start({ maxEvents: 3 });
    using first = new LiveReader(live);
    live.publish(connected("0"));
    const after = first.read()[0]?.id ?? "";
    for (const id of ["1", "2", "3"]) live.publish(connected(id));
    using second = new LiveReader(live, { after });
    expect(clientsOf(second)).toEqual(["1", "2", "3"]);
    first.read();
    live.publish(connected("4"));
    using third = new LiveReader(live, { after });
    expect(third.read()).toMatchObject([{ type: "reset", reason: "too_old" }]);
  });

  test("so many bytes are kept and no more", () => {
    const { live } = start({ maxBytes: 3_000 });
    using reader = new LiveReader(live);
    const after = reader.subscription.position;
    for (let index = 0; index < 100; index += 1) {
      live.publish({
        ...connected("a"),
        type: "client.enrolled",
        labels: ["x".repeat(200)],
      } as LiveFact);
      reader.read();
    }
    using second = new LiveReader(live, { after });
    expect(second.read()).toMatchObject([{ type: "reset" }]);
    expect(reader.events).toHaveLength(100);
  });

  test("a reader that does not read is cut once its next event is gone, and the others are not", async () => {
    const { live } = start({ maxEvents: 3 });
    using slow = new LiveReader(live);
    using other = new LiveReader(live);
    for (const id of ["1", "2", "3", "4"]) {
      live.publish(connected(id));
      other.read();
    }
    expect(slow.subscription.ended.aborted).toBe(true);
    const error = await slow.subscription.next().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FleetError);
    expect(error).toMatchObject({ code: "resource_exhausted" });
    expect(clientsOf(other)).toEqual(["1", "2", "3", "4"]);
    expect(live.subscriberCount).toBe(1);
  });

  test("so many readers and no more, until one leaves", () => {
    const { live } = start({ maxSubscribers: 2 });
    const readers = [new LiveReader(live), new LiveReader(live)];
    expect(() => live.subscribe()).toThrow("2 readers follow the events already");
    readers[0]?.[Symbol.dispose]();
    using _third = new LiveReader(live);
    expect(live.subscriberCount).toBe(2);
  });

  test("one reader takes some of the places, and others have theirs", () => {
    const { live } = start({ maxSubscribers: 3, maxOfOneReader: 1 });
    const first = live.subscribe({ reader: "a" });
    expect(() => live.subscribe({ reader: "a" })).toThrow("you follow the events 1 times already");
    live.subscribe({ reader: "b" });
    first.end();
    live.subscribe({ reader: "a" });
    live.subscribe();
    expect(live.subscriberCount).toBe(3);
  });

  test("a signal ends a reader, also one that came too late, and so does the end of the feed", async () => {
    const { live } = start();
    const controller = new AbortController();
    const reader = live.subscribe({ signal: controller.signal });
    const next = reader.next();
    controller.abort();
    expect((await next).done).toBe(true);
    const late = live.subscribe({ signal: controller.signal });
    expect((await late.next()).done).toBe(true);
    expect(live.subscriberCount).toBe(0);
    const last = live.subscribe();
    live[Symbol.dispose]();
    expect((await last.next()).done).toBe(true);
  });

  test("leaving the loop ends the reader", async () => {
    const { live } = start();
    const reader = live.subscribe();
    live.publish(connected("a"));
    for await (const event of reader) {
      expect(event.type).toBe("client.connected");
      break;
    }
    expect(live.subscriberCount).toBe(0);
  });

  describe("of those asked for", () => {
    const facts: LiveFact[] = [
      connected("a"),
      connected("b"),
      { type: "message.stored", message_id: "1", client_id: "a", service_name: "s" },
      { type: "message.stored", message_id: "2", client_id: "b", service_name: "t" },
      { type: "message.stored", message_id: "3" },
      {
        type: "messages.summary",
        stored: 1,
        delivered: 0,
        acknowledged: 0,
        processed: 0,
        failed: 0,
      },
      { type: "broadcast.progress", broadcast_id: "c", state: "active", sent: 1 },
    ];

    test.each<[LiveFilter, number[]]>([
      [{}, [0, 1, 2, 3, 4, 5, 6]],
      [{ types: [] }, [0, 1, 2, 3, 4, 5, 6]],
      [{ types: ["client"] }, [0, 1]],
      [{ types: ["message"] }, [2, 3, 4, 5]],
      [{ types: ["message.stored"] }, [2, 3, 4, 5]],
      [{ types: ["message.failed"] }, [5]],
      [{ types: ["messages.summary"] }, [5]],
      [{ types: ["client.connected", "broadcast"] }, [0, 1, 6]],
      [{ clientIds: ["a"] }, [0, 2, 5]],
      [{ clientIds: ["a", "b"], types: ["client"] }, [0, 1]],
      [{ serviceNames: ["s"] }, [2, 5]],
      [{ serviceNames: ["t"], clientIds: ["a"] }, [5]],
    ])("%j", (filter, expected) => {
      const { live } = start();
      using reader = new LiveReader(live, { filter });
      for (const fact of facts) live.publish(fact);
      const wanted = expected.map((index) => facts[index] ?? {});
      expect(reader.read()).toHaveLength(wanted.length);
      expect(reader.events).toMatchObject(wanted);
    });

    test("every type and the first half of each is a name to ask by", () => {
      for (const type of liveEventTypes) expect(isEventType(type)).toBe(true);
      for (const name of ["client", "message", "broadcast", "alert"])
        expect(isEventType(name)).toBe(true);
      for (const name of ["", "messages", "client.", "reset", "clients", "toString"])
        expect(isEventType(name)).toBe(false);
    });
  });
});
