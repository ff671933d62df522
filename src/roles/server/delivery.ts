/**
 * Delivery: which clients are connected here, and the handing out of what is due for them.
 *
 * A notification marks a client; the marked ones of one turn of the event loop are served by one claim, so that a
 * message leaves as soon as the transaction that holds it has committed and a broadcast costs one transaction. There
 * is no fixed delay and no queue here: the store is the queue.
 */
import type { Clock } from "../../core/clock.ts";
import { toFleetError } from "../../core/errors.ts";
import type { ClientId } from "../../core/ids.ts";
import type { IdentifiedMessage } from "../../core/message.ts";
import { microsFromMs } from "../../core/time.ts";
import type { Log } from "../../observability/log.ts";
import type { ClientClaim, ContactId, Store } from "../../store/store.ts";

/** A connected client that takes messages as they come. */
export interface DeliveryTarget {
  readonly clientId: ClientId;
  /** Its last contact's time moves on while it is connected. */
  readonly contactId: ContactId;
  /** What may be claimed for it now; undefined while it takes nothing. */
  claim(): ClientClaim | undefined;
  /**
   * Sends claimed messages; resolves when more may be sent. Called once after each claim, also when it brought nothing.
   * Never rejects: a broken target ends itself.
   */
  deliver(messages: readonly IdentifiedMessage[]): Promise<void>;
  /** Ends in order: it is told done_sending, what it sent is acknowledged, and it is closed. */
  end(): void;
}

export interface DeliveryOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** How often connected clients are asked after in the store, for what is due again. */
  readonly sweepMs: number;
}

const sweepChunk = 500;

/** How old the last contact of a connected client may become in the store; a sweep may add to it. */
const touchMs = 60_000;

export class Delivery implements AsyncDisposable {
  readonly #options: DeliveryOptions;
  readonly #targets = new Map<ClientId, DeliveryTarget>();
  /** Told of something new and not yet served. */
  readonly #marked = new Set<DeliveryTarget>();
  /** Being served: a mark that arrives meanwhile waits for the end of it. */
  readonly #busy = new Set<DeliveryTarget>();
  readonly #running = new Set<Promise<void>>();
  readonly #stop = new AbortController();
  #scheduled = false;
  #touchedAt: number;

  constructor(options: DeliveryOptions) {
    this.#options = options;
    this.#touchedAt = options.clock.elapsed();
    this.#track(this.#sweepForever());
  }

  get connectedCount(): number {
    return this.#targets.size;
  }

  /** The clients that are connected here. */
  connectedIds(): ClientId[] {
    return [...this.#targets.keys()];
  }

  /** @returns whether it took the place of an older stream, and the way out. */
  register(target: DeliveryTarget): { readonly replaced: boolean } & Disposable {
    const older = this.#targets.get(target.clientId);
    this.#targets.set(target.clientId, target);
    older?.end();
    return {
      replaced: older !== undefined,
      [Symbol.dispose]: () => {
        this.#marked.delete(target);
        if (this.#isRegistered(target)) this.#targets.delete(target.clientId);
      },
    };
  }

  /** There may be something for these clients. Those that are not connected here are left alone. */
  notify(clientIds: Iterable<ClientId>): void {
    for (const clientId of clientIds) {
      const target = this.#targets.get(clientId);
      if (target !== undefined) this.#marked.add(target);
    }
    this.#schedule();
  }

  /** Ends these clients' streams in order, so that they make contact anew. */
  endStreams(clientIds: Iterable<ClientId>): void {
    for (const clientId of clientIds) this.#targets.get(clientId)?.end();
  }

  /** Ends all streams in order: the server is being stopped. */
  endAll(): void {
    for (const target of this.#targets.values()) target.end();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    await Promise.allSettled(this.#running);
  }

  #isRegistered(target: DeliveryTarget): boolean {
    return this.#targets.get(target.clientId) === target;
  }

  #schedule(): void {
    if (this.#scheduled || this.#marked.size === 0 || this.#stop.signal.aborted) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      this.#track(this.#serveMarked());
    });
  }

  #track(work: Promise<void>): void {
    this.#running.add(work);
    void work.finally(() => this.#running.delete(work));
  }

  async #serveMarked(): Promise<void> {
    const targets = [...this.#marked].filter((target) => !this.#busy.has(target));
    const served: DeliveryTarget[] = [];
    const claims: ClientClaim[] = [];
    for (const target of targets) {
      this.#marked.delete(target);
      if (!this.#isRegistered(target)) continue;
      const claim = target.claim();
      if (claim === undefined) continue;
      served.push(target);
      claims.push(claim);
      this.#busy.add(target);
    }
    if (claims.length === 0) return;
    try {
      const results = await this.#options.store.messages.claimForClients(claims);
      for (const [index, target] of served.entries()) {
        const result = results[index];
        if (result?.more && this.#isRegistered(target)) this.#marked.add(target);
        this.#track(this.#deliver(target, result?.messages ?? []));
      }
    } catch (thrown) {
      this.#options.log.error("messages cannot be claimed: {error}", {
        error: toFleetError(thrown).message,
      });
      for (const target of served) this.#track(this.#deliver(target, []));
    }
  }

  async #deliver(target: DeliveryTarget, messages: readonly IdentifiedMessage[]): Promise<void> {
    try {
      await target.deliver(messages);
    } finally {
      this.#busy.delete(target);
      this.#schedule();
    }
  }

  /** Finds what has become due again for clients that stay connected. */
  async #sweepForever(): Promise<void> {
    const { clock, sweepMs, log } = this.#options;
    while (!this.#stop.signal.aborted) {
      try {
        await clock.sleep(sweepMs, this.#stop.signal);
        await this.#touch();
        await this.#sweep();
      } catch (thrown) {
        if (this.#stop.signal.aborted) return;
        log.error("the sweep for due messages failed: {error}", {
          error: toFleetError(thrown).message,
        });
      }
    }
  }

  /** Keeps the last contact of connected clients recent: nobody is to take them for gone. */
  async #touch(): Promise<void> {
    const { clock, store } = this.#options;
    if (clock.elapsed() - this.#touchedAt < touchMs) return;
    this.#touchedAt = clock.elapsed();
    const contactIds = [...this.#targets.values()].map(({ contactId }) => contactId);
    for (let start = 0; start < contactIds.length; start += sweepChunk) {
      const chunk = contactIds.slice(start, start + sweepChunk);
      await store.contacts.touch(chunk, microsFromMs(clock.now()));
    }
  }

  async #sweep(): Promise<void> {
    const clientIds = [...this.#targets.keys()];
    const now = microsFromMs(this.#options.clock.now());
    for (let start = 0; start < clientIds.length; start += sweepChunk) {
      const chunk = clientIds.slice(start, start + sweepChunk);
      this.notify(await this.#options.store.messages.clientsWithDue(chunk, now));
    }
  }
}
