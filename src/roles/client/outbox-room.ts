/**
 * The room in the outbox: how much it holds, and who waits until it holds less.
 */

export interface OutboxLimits {
  readonly maxMessages: number;
  readonly maxBytes: number;
}

export interface Amount {
  readonly messages: number;
  readonly bytes: number;
}

interface Waiter {
  readonly amount: Amount;
  readonly admit: () => void;
}

export class OutboxRoom {
  readonly #limits: OutboxLimits;
  readonly #waiters: Waiter[] = [];
  #messages: number;
  #bytes: number;

  /** @param present what it holds already. */
  constructor(limits: OutboxLimits, present: Amount) {
    this.#limits = limits;
    this.#messages = present.messages;
    this.#bytes = present.bytes;
  }

  get used(): Amount {
    return { messages: this.#messages, bytes: this.#bytes };
  }

  /** Takes room that may not be there. */
  take({ messages, bytes }: Amount): void {
    this.#messages += messages;
    this.#bytes += bytes;
  }

  /** Takes room once it is there, in the order of the calls. @throws the signal's reason. */
  async wait(amount: Amount, signal: AbortSignal | undefined): Promise<void> {
    if (this.#waiters.length === 0 && this.#fits(amount)) {
      this.take(amount);
      return;
    }
    signal?.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiter: Waiter = { amount, admit: resolve };
    const onAbort = (): void => {
      const at = this.#waiters.indexOf(waiter);
      if (at < 0) return;
      this.#waiters.splice(at, 1);
      reject(signal?.reason);
      // Who waits behind it may need less.
      this.#admit();
    };
    signal?.addEventListener("abort", onAbort, { once: true });
    this.#waiters.push(waiter);
    await promise;
    signal?.removeEventListener("abort", onAbort);
  }

  give({ messages, bytes }: Amount): void {
    this.#messages -= messages;
    this.#bytes -= bytes;
    this.#admit();
  }

  #fits({ messages, bytes }: Amount): boolean {
    // What is larger than all of the room gets it when it is empty.
    if (this.#messages === 0) return true;
    const { maxMessages, maxBytes } = this.#limits;
    return this.#messages + messages <= maxMessages && this.#bytes + bytes <= maxBytes;
  }

  #admit(): void {
    for (let next = this.#waiters[0]; next && this.#fits(next.amount); next = this.#waiters[0]) {
      this.#waiters.shift();
      this.take(next.amount);
      next.admit();
    }
  }
}
