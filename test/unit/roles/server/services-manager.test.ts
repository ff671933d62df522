import { describe, expect, test } from "bun:test";

import { FleetError } from "../../../../src/core/errors.ts";
import type { IdentifiedMessage } from "../../../../src/core/message.ts";
import type { ServerService } from "../../../../src/roles/server/services/service.ts";
import { createMemoryStore } from "../../../../src/store/memory/store.ts";
import type { MessageStore, Store } from "../../../../src/store/store.ts";
import {
  ServerFixture,
  clientMessage,
  contactRecord,
  newIdentity,
} from "../../../helpers/server-fixture.ts";
import { waitFor } from "../../../helpers/wait-for.ts";

/** A service whose messages are under way until the test ends them. */
class HeldService implements ServerService {
  readonly discards = false;
  readonly seen: IdentifiedMessage[] = [];
  isEnded = false;
  #release: (() => void)[] = [];

  process(message: IdentifiedMessage, signal: AbortSignal): Promise<void> {
    this.seen.push(message);
    return new Promise((resolve) => {
      this.#release.push(resolve);
      signal.addEventListener("abort", () => resolve(), { once: true });
    });
  }

  releaseOne(): void {
    this.#release.shift()?.();
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.isEnded = true;
    return Promise.resolve();
  }
}

function storeWith(change: (good: MessageStore) => Partial<MessageStore>): Store {
  const good = createMemoryStore();
  return {
    ...good,
    messages: { ...good.messages, ...change(good.messages) },
    [Symbol.asyncDispose]: () => good[Symbol.asyncDispose](),
  };
}

function contactWith(count: number): Uint8Array {
  return contactRecord({ messages: Array.from({ length: count }, () => clientMessage("held")) });
}

/** A claim that finds more due sets a timer of no length, which a clock that stands still never fires. */
async function seenMore(server: ServerFixture, held: HeldService, than: number): Promise<void> {
  const isSeen = async () => {
    await server.clock.advance(0);
    return held.seen.length > than;
  };
  await waitFor(isSeen, { what: "the next message" });
}

describe("the services manager", () => {
  test("a place that becomes free at the end of a claim is used", async () => {
    const held = new HeldService();
    const looking = Promise.withResolvers<void>();
    let looks = 0;
    const store = storeWith((good) => ({
      nextServerDue: async (except) => {
        const due = await good.nextServerDue(except);
        looks += 1;
        if (looks === 1) await looking.promise;
        return due;
      },
    }));
    await using server = new ServerFixture({ held: { service: held, maxParallelism: 1 } }, store);
    await server.poll(newIdentity(), contactWith(3));
    held.releaseOne();
    await waitFor(() => held.seen.length === 2 && looks === 1, { what: "the claim looks ahead" });
    held.releaseOne();
    await server.clock.advance(0);
    looking.resolve();
    await waitFor(() => held.seen.length === 3, { what: "the last message is processed" });
    held.releaseOne();
  });

  test("claims no more than there are places, and counts no more tries", async () => {
    const held = new HeldService();
    const sizes: number[] = [];
    const store = storeWith((good) => ({
      claimForServer: async (claim) => {
        const claimed = await good.claimForServer(claim);
        if (claimed.length > 0) sizes.push(claimed.length);
        return claimed;
      },
    }));
    await using server = new ServerFixture({ held: { service: held, maxParallelism: 2 } }, store);
    await server.poll(newIdentity(), contactWith(10));
    for (let done = 0; done < 10; done += 1) {
      await seenMore(server, held, done);
      held.releaseOne();
    }
    expect(Math.max(...sizes)).toBeLessThanOrEqual(2);
    const ids = held.seen.map(({ messageId }) => messageId);
    const lives = await store.messages.life(ids);
    expect(lives.size).toBe(10);
    expect(Math.max(...[...lives.values()].map(({ tries }) => tries))).toBe(1);
  });

  test("what finds its place taken goes back, and that claim is no try", async () => {
    const held = new HeldService();
    const opened = Promise.withResolvers<void>();
    const back: number[] = [];
    let isHeldUp = false;
    const store = storeWith((good) => ({
      claimForServer: async (claim) => {
        const claimed = await good.claimForServer(claim);
        if (claimed.length > 0 && !isHeldUp) {
          isHeldUp = true;
          await opened.promise;
        }
        return claimed;
      },
      putBack: async (ids, dueTime) => {
        back.push(ids.length);
        await good.putBack(ids, dueTime);
      },
    }));
    await using server = new ServerFixture({ held: { service: held, maxParallelism: 2 } }, store);
    await server.poll(newIdentity(), contactWith(4));
    held.releaseOne();
    held.releaseOne();
    await waitFor(() => isHeldUp, { what: "a claim under way" });
    await server.poll(newIdentity(), contactWith(2));
    opened.resolve();
    await waitFor(() => back.length > 0, { what: "messages put back" });
    for (let done = 2; done < 6; done += 1) {
      await seenMore(server, held, done);
      held.releaseOne();
    }
    expect(back).toEqual([1]);
    const lives = await store.messages.life(held.seen.map(({ messageId }) => messageId));
    expect(Math.max(...[...lives.values()].map(({ tries }) => tries))).toBe(1);
    held.releaseOne();
  });

  test("does not give a message to a service that is still at work on it", async () => {
    const held = new HeldService();
    await using server = new ServerFixture({ held: { service: held, maxParallelism: 2 } });
    await server.poll(newIdentity(), contactWith(1));
    server.services.start();
    await server.clock.advance(400_000);
    expect(held.seen).toHaveLength(1);
    held.releaseOne();
  });

  test("waits longer after every failure", async () => {
    const tried: number[] = [];
    const failing: ServerService = {
      discards: false,
      process: () => {
        tried.push(server.clock.now());
        return Promise.reject(new FleetError("unavailable", "not now"));
      },
      [Symbol.asyncDispose]: () => Promise.resolve(),
    };
    await using server = new ServerFixture({ held: { service: failing, maxParallelism: 1 } });
    server.services.start();
    await server.poll(newIdentity(), contactWith(1));
    await server.clock.advance(400_000);
    const pauses = tried.slice(1).map((time, index) => time - (tried[index] ?? 0));
    expect(pauses.map((ms) => Math.round(ms / 1000))).toEqual([66, 66, 73, 80, 88]);
  });
});

describe("services that are replaced", () => {
  async function failuresIn(server: ServerFixture, messages: readonly IdentifiedMessage[]) {
    const lives = await server.store.messages.life(messages.map(({ messageId }) => messageId));
    return Array.from(lives.values(), ({ result }) => result?.failed);
  }

  test("keep what they have, and lose nothing: what waits goes to the new one", async () => {
    const [before, after] = [new HeldService(), new HeldService()];
    await using server = new ServerFixture({ held: { service: before, maxParallelism: 1 } });
    await server.poll(newIdentity(), contactWith(3));
    server.services.replace(new Map([["held", { service: after, maxParallelism: 2 }]]));
    await seenMore(server, after, 0);
    expect([before.seen.length, after.seen.length, before.isEnded]).toEqual([1, 1, false]);
    before.releaseOne();
    await seenMore(server, after, 1);
    after.releaseOne();
    after.releaseOne();
    await waitFor(() => before.isEnded, { what: "the end of the old one" });
    await waitFor(
      async () =>
        (await failuresIn(server, [...before.seen, ...after.seen])).join() === "false,false,false",
      { what: "three results" },
    );
    expect(after.isEnded).toBeFalse();
  });

  test("are not ended where they stay", async () => {
    const held = new HeldService();
    await using server = new ServerFixture({ held: { service: held, maxParallelism: 1 } });
    server.services.replace(new Map([["other", { service: held, maxParallelism: 1 }]]));
    server.services.replace(new Map([["held", { service: held, maxParallelism: 1 }]]));
    await server.poll(newIdentity(), contactWith(1));
    expect([held.seen.length, held.isEnded]).toEqual([1, false]);
    held.releaseOne();
  });

  test("by nothing end what is under way, and the rest fails as for an unknown service", async () => {
    const held = new HeldService();
    await using server = new ServerFixture({ held: { service: held, maxParallelism: 1 } });
    await server.poll(newIdentity(), contactWith(2));
    server.services.replace(new Map());
    held.releaseOne();
    await waitFor(() => held.isEnded, { what: "the end of the service" });
    await server.clock.advance(0);
    expect(await failuresIn(server, held.seen)).toEqual([false]);
    const isSettled = async () => {
      await server.clock.advance(1000);
      return (await server.store.messages.nextServerDue([])) === undefined;
    };
    await waitFor(isSettled, { what: "nothing to be pending" });
  });

  test("between the admission of a message and its processing leave it to the new one", async () => {
    const [before, after] = [new HeldService(), new HeldService()];
    const storing = Promise.withResolvers<void>();
    const isStoring = Promise.withResolvers<void>();
    const store = storeWith((good) => ({
      store: async (rows) => {
        isStoring.resolve();
        await storing.promise;
        return await good.store(rows);
      },
    }));
    const services = { held: { service: before, maxParallelism: 1 } };
    await using server = new ServerFixture(services, store);
    const polled = server.poll(newIdentity(), contactWith(1));
    await isStoring.promise;
    server.services.replace(new Map([["held", { service: after, maxParallelism: 1 }]]));
    storing.resolve();
    await polled;
    expect([before.seen.length, after.seen.length]).toEqual([0, 1]);
    after.releaseOne();
  });
});
