/**
 * Broadcasts: brings each active one to every eligible client once (protocol.md 12).
 *
 * An offer saves a message for each client that is to have one, many clients in one transaction; delivery then hands it
 * out like any other. Connected clients are offered a broadcast as soon as it is known here, others with their contact.
 * The store decides who had it and when the limit is reached: what is remembered here only saves it the question.
 */
import {
  type BroadcastAllocation,
  isBroadcastAlive,
  makeBroadcastMessage,
} from "../../core/broadcast.ts";
import type { Clock } from "../../core/clock.ts";
import { toFleetError } from "../../core/errors.ts";
import { type BroadcastId, type ClientId, newAllocationId } from "../../core/ids.ts";
import { hasLabels } from "../../core/labels.ts";
import type { IdentifiedMessage } from "../../core/message.ts";
import { microsFromMs, timestampFromMs } from "../../core/time.ts";
import type { Events } from "../../observability/events.ts";
import type { Log } from "../../observability/log.ts";
import type { BroadcastRecord, ClientRecord, Store } from "../../store/store.ts";
import type { Delivery } from "./delivery.ts";

export interface BroadcastsOptions {
  readonly store: Store;
  readonly delivery: Delivery;
  readonly events: Events;
  readonly clock: Clock;
  readonly log: Log;
  /** How often the store is asked for what others changed; `broadcast_poll_time`. */
  readonly pollMs: number;
}

/** A broadcast that this server knows as active. */
interface ActiveBroadcast {
  readonly record: BroadcastRecord;
  allocation: BroadcastAllocation | undefined;
  /** Nothing was left to allocate when it was last tried. */
  exhausted: boolean;
  /** Messages saved for it here since the record was read. */
  sentSince: number;
}

/** protocol.md 12. */
const allocationLifeMs = 10 * 60 * 1000;
/** Clients in one transaction: a few milliseconds of the event loop. */
const maxBatch = 500;

export class Broadcasts implements AsyncDisposable {
  readonly #options: BroadcastsOptions;
  readonly #stop = new AbortController();
  #active = new Map<BroadcastId, ActiveBroadcast>();
  /** Clients that the next batch offers to. */
  #waiting = new Set<ClientId>();
  /** The batches so far: one runs at a time, so that they share an allocation. */
  #batches: Promise<void> = Promise.resolve();
  #nextBatch: Promise<void> | undefined;
  #refreshes: Promise<void> = Promise.resolve();
  readonly #polling: Promise<void>;

  constructor(options: BroadcastsOptions) {
    this.#options = options;
    this.#polling = this.#pollForever();
  }

  /** Something was created or disabled: looks at once. Never rejects. */
  refresh(): Promise<void> {
    this.#refreshes = this.#refreshes.then(() => this.#refresh());
    return this.#refreshes;
  }

  /**
   * Saves for each of these clients what it has not had. Resolves when that is stored; never rejects: what cannot be
   * saved now is offered again later. Costs nothing while no broadcast is active.
   */
  async offer(clientIds: readonly ClientId[]): Promise<void> {
    if (!this.#isOffering()) return;
    for (let start = 0; start < clientIds.length; start += maxBatch) {
      for (const clientId of clientIds.slice(start, start + maxBatch)) this.#waiting.add(clientId);
      await this.#joinBatch();
    }
  }

  /** Returns what is allocated and not used. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    await Promise.allSettled([this.#polling, this.#refreshes, this.#batches]);
    await this.#try("broadcast allocations cannot be returned", () =>
      this.#release(this.#active.values()),
    );
  }

  #isOffering(): boolean {
    return !this.#stop.signal.aborted && this.#usable().length > 0;
  }

  #usable(): ActiveBroadcast[] {
    const now = microsFromMs(this.#options.clock.now());
    return [...this.#active.values()].filter(
      ({ record, exhausted }) => !exhausted && isBroadcastAlive(record.broadcast, now),
    );
  }

  async #pollForever(): Promise<void> {
    const { clock, pollMs } = this.#options;
    while (!this.#stop.signal.aborted) {
      await this.refresh();
      await clock.sleep(pollMs, this.#stop.signal).catch(() => {});
    }
  }

  async #refresh(): Promise<void> {
    const { store, clock, delivery } = this.#options;
    await this.#try("broadcasts cannot be read", async () => {
      const now = microsFromMs(clock.now());
      const [, records] = await Promise.all([
        store.broadcasts.releaseExpired(now),
        store.broadcasts.listActive(now, undefined),
      ]);
      await this.#setActive(records);
      await this.offer(delivery.connectedIds());
    });
  }

  async #setActive(records: readonly BroadcastRecord[]): Promise<void> {
    const before = this.#active;
    this.#active = new Map(
      records.map((record) => {
        const { broadcastId } = record.broadcast;
        const allocation = before.get(broadcastId)?.allocation;
        return [broadcastId, { record, allocation, exhausted: false, sentSince: 0 }];
      }),
    );
    const gone = [...before].filter(([broadcastId]) => !this.#active.has(broadcastId));
    const isNew = ([broadcastId]: [BroadcastId, ActiveBroadcast]) => !before.has(broadcastId);
    for (const [, entry] of [...this.#active].filter(isNew)) this.#tell(entry, "active");
    for (const [, entry] of gone) this.#tell(entry, "ended");
    await this.#release(gone.map(([, entry]) => entry));
  }

  async #release(entries: Iterable<ActiveBroadcast>): Promise<void> {
    const held = [...entries].flatMap(({ allocation }) => allocation ?? []);
    if (held.length === 0) return;
    await this.#options.store.broadcasts.release(held.map(({ allocationId }) => allocationId));
  }

  /** Everybody who waits when a batch begins is in it. */
  #joinBatch(): Promise<void> {
    this.#nextBatch ??= this.#batches = this.#batches.then(async () => {
      this.#nextBatch = undefined;
      const clientIds = [...this.#waiting];
      this.#waiting = new Set();
      await this.#try("broadcasts cannot be sent", () => this.#offerBatch(clientIds));
    });
    return this.#nextBatch;
  }

  async #offerBatch(clientIds: readonly ClientId[]): Promise<void> {
    const { store, delivery } = this.#options;
    const active = this.#usable();
    if (active.length === 0) return;
    const broadcastIds = active.map(({ record }) => record.broadcast.broadcastId);
    const [clients, sentTo] = await Promise.all([
      store.clients.get(clientIds),
      store.broadcasts.sentTo(clientIds, broadcastIds),
    ]);
    const saved = await Promise.all(
      active.map((entry) => this.#send(entry, eligibleFor(entry, clients.values(), sentTo))),
    );
    delivery.notify(saved.flat());
  }

  /** Saves the broadcast for these clients as far as the limit reaches. @returns those that have it now. */
  async #send(entry: ActiveBroadcast, eligible: readonly ClientId[]): Promise<ClientId[]> {
    const saved: ClientId[] = [];
    const messages: IdentifiedMessage[] = [];
    let rest = eligible;
    while (rest.length > 0) {
      const allocation = await this.#allocate(entry);
      if (allocation === undefined) break;
      const sends = rest.map((clientId) => this.#makeSend(entry, allocation, clientId));
      const outcomes = await this.#options.store.broadcasts.send(sends);
      const isSaved = (_: unknown, index: number) => outcomes[index] === "saved";
      saved.push(...rest.filter(isSaved));
      messages.push(...sends.filter(isSaved).map(({ message }) => message));
      rest = rest.filter((_, index) => outcomes[index] === "exhausted");
      if (rest.length > 0) entry.allocation = undefined;
    }
    entry.sentSince += saved.length;
    if (saved.length > 0) {
      const { events } = this.#options;
      events.messagesInserted(messages);
      events.broadcastSent({ ...progressOf(entry), clients: saved.length });
    }
    return saved;
  }

  #tell(entry: ActiveBroadcast, state: "active" | "ended"): void {
    this.#options.events.broadcastChanged({ ...progressOf(entry), state });
  }

  /** The allocation in hand, or a new one; undefined when nothing is left, or the broadcast was disabled meanwhile. */
  async #allocate(entry: ActiveBroadcast): Promise<BroadcastAllocation | undefined> {
    const { store, clock } = this.#options;
    const now = microsFromMs(clock.now());
    const held = entry.allocation;
    if (held !== undefined && held.expirationTime > now) return held;
    if (held !== undefined) await store.broadcasts.release([held.allocationId]);
    entry.allocation = await store.broadcasts.allocate({
      broadcastId: entry.record.broadcast.broadcastId,
      allocationId: newAllocationId(),
      now,
      expirationTime: now + allocationLifeMs * 1000,
    });
    entry.exhausted = entry.allocation === undefined;
    return entry.allocation;
  }

  #makeSend(
    { record }: ActiveBroadcast,
    { allocationId }: BroadcastAllocation,
    clientId: ClientId,
  ) {
    const now = this.#options.clock.now();
    const { broadcast } = record;
    return {
      broadcastId: broadcast.broadcastId,
      allocationId,
      message: makeBroadcastMessage(broadcast, clientId, timestampFromMs(now)),
      contactId: undefined,
      dueTime: microsFromMs(now),
    };
  }

  async #try(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      this.#options.log.error("{what}: {error}", { what, error: toFleetError(thrown).message });
    }
  }
}

function progressOf({ record, sentSince }: ActiveBroadcast) {
  const { broadcast, limit, sent } = record;
  return { broadcastId: broadcast.broadcastId, sent: sent + BigInt(sentSince), limit };
}

function eligibleFor(
  { record: { broadcast } }: ActiveBroadcast,
  clients: Iterable<ClientRecord>,
  sentTo: ReadonlyMap<ClientId, ReadonlySet<BroadcastId>>,
): ClientId[] {
  const eligible: ClientId[] = [];
  for (const { clientId, labels, blacklisted } of clients) {
    const had = sentTo.get(clientId)?.has(broadcast.broadcastId);
    if (!had && !blacklisted && hasLabels(labels, broadcast.requiredLabels))
      eligible.push(clientId);
  }
  return eligible;
}
