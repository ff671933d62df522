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

/** protocol.md 6. */
export const inboxSize = 100;

export class Inbox {
  readonly #items: InboxItem[] = [];
  /** How many of the oldest were taken. */
  #takenCount = 0;
  readonly #filled = new Bell();
  readonly #freed = new Set<() => void>();

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

  /** Waits for room. @throws the signal's reason. */
  async put(item: InboxItem, signal: AbortSignal): Promise<void> {
    while (!this.offer(item)) await this.#room(signal);
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
    for (const wake of this.#freed) wake();
  }

  #room(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const finish = (): void => {
        this.#freed.delete(finish);
        signal.removeEventListener("abort", finish);
        if (signal.aborted) reject(signal.reason);
        else resolve();
      };
      this.#freed.add(finish);
      signal.addEventListener("abort", finish, { once: true });
    });
  }
}
