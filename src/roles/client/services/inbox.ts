/**
 * A service's inbox: the messages that it has not dealt with yet, in order, a bounded number (protocol.md 6).
 */
import type { Message } from "../../../core/message.ts";
import { Bell } from "../bell.ts";

export interface InboxItem {
  readonly message: Message;
  /** Sent by a service of this client: no server waits for an answer. */
  readonly local: boolean;
}

interface Waiter {
  readonly item: InboxItem;
  readonly admitted: () => void;
}

/** protocol.md 6. */
export const inboxSize = 100;

export class Inbox {
  readonly #items: InboxItem[] = [];
  /** How many of the oldest were taken. */
  #takenCount = 0;
  readonly #filled = new Bell();
  /** While somebody waits, there is no room. */
  readonly #waiters: Waiter[] = [];

  /** How many more it takes. */
  get free(): number {
    return inboxSize - this.#items.length;
  }

  get items(): readonly InboxItem[] {
    return this.#items;
  }

  /** @returns whether there was room. */
  offer(item: InboxItem): boolean {
    if (this.free <= 0) return false;
    this.#items.push(item);
    this.#filled.ring();
    return true;
  }

  /** Waits for room, in the order of the calls. @throws the signal's reason. */
  async put(item: InboxItem, signal: AbortSignal): Promise<void> {
    if (this.offer(item)) return;
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiter: Waiter = { item, admitted: resolve };
    const onAbort = (): void => {
      const at = this.#waiters.indexOf(waiter);
      if (at >= 0) this.#waiters.splice(at, 1);
      reject(signal.reason);
    };
    signal.addEventListener("abort", onAbort, { once: true });
    this.#waiters.push(waiter);
    try {
      await promise;
    } finally {
      signal.removeEventListener("abort", onAbort);
    }
  }

  /** The oldest item that was not taken. It keeps its place until `done`. @throws the signal's reason. */
  async take(signal: AbortSignal): Promise<InboxItem> {
    for (;;) {
      signal.throwIfAborted();
      const item = this.#items[this.#takenCount];
      if (item) {
        this.#takenCount += 1;
        return item;
      }
      await this.#filled.wait(signal);
    }
  }

  /** An item that was taken is dealt with. */
  done(item: InboxItem): void {
    this.#items.splice(this.#items.indexOf(item), 1);
    this.#takenCount -= 1;
    for (let next = this.#waiters[0]; next && this.offer(next.item); next = this.#waiters[0]) {
      this.#waiters.shift();
      next.admitted();
    }
  }
}
