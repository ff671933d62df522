/**
 * A long poll that found nothing (ours.md 4): it waits as a delivery target that takes one delivery, its answer.
 */
import type { Clock } from "../../core/clock.ts";
import type { IdentifiedMessage } from "../../core/message.ts";
import type { Connection } from "../../net/connection.ts";
import type { ClientClaim, ContactId } from "../../store/store.ts";
import type { Delivery, DeliveryTarget } from "./delivery.ts";

export interface LongPollOptions {
  readonly connection: Connection;
  readonly contactId: ContactId;
  readonly delivery: Delivery;
  readonly clock: Clock;
  /** What may be handed out on this contact. */
  readonly claim: () => ClientClaim;
}

/**
 * Waits for the first messages for the client of this connection.
 * @returns none when the time is over, when a newer contact of the client waits, and when the connection is gone.
 */
export async function waitForMessages(
  options: LongPollOptions,
): Promise<readonly IdentifiedMessage[]> {
  const { connection, delivery, clock } = options;
  const { closed, waitMs = 0 } = connection;
  const waiting = new WaitingPoll(options);
  const end = () => waiting.end();
  closed.addEventListener("abort", end, { once: true });
  using _registration = delivery.register(waiting);
  using _timer = clock.after(waitMs, end);
  if (closed.aborted) end();
  // What was stored between the first claim and the registration was notified to nobody.
  delivery.notify([waiting.clientId]);
  try {
    return await waiting.messages;
  } finally {
    closed.removeEventListener("abort", end);
  }
}

class WaitingPoll implements DeliveryTarget {
  readonly #options: LongPollOptions;
  readonly #answer = Promise.withResolvers<readonly IdentifiedMessage[]>();
  #over = false;
  /** A claim is under way: what it brings belongs into the answer, however late. */
  #claiming = false;

  constructor(options: LongPollOptions) {
    this.#options = options;
  }

  get clientId() {
    return this.#options.connection.identity.clientId;
  }

  get contactId() {
    return this.#options.contactId;
  }

  get messages(): Promise<readonly IdentifiedMessage[]> {
    return this.#answer.promise;
  }

  claim() {
    if (this.#over || this.#options.connection.closed.aborted) return undefined;
    this.#claiming = true;
    return this.#options.claim();
  }

  deliver(messages: readonly IdentifiedMessage[]): Promise<void> {
    this.#claiming = false;
    if (messages.length > 0) this.#over = true;
    if (this.#over) this.#answer.resolve(messages);
    return Promise.resolve();
  }

  end(): void {
    this.#over = true;
    if (!this.#claiming) this.#answer.resolve([]);
  }
}
