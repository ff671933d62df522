/**
 * Acknowledgements on their way to the outbox: the first leaves at once, those that follow within a second together
 * (protocol.md 7), and all of them with anything else that is sent.
 */
import type { Clock } from "../../../core/clock.ts";
import type { MessageId } from "../../../core/ids.ts";

export class Acknowledgements implements Disposable {
  readonly #clock: Clock;
  readonly #batchMs: number;
  readonly #send: (messageIds: readonly MessageId[]) => void;
  #pending: MessageId[] = [];
  #timer: Disposable | undefined;
  #sentAt = Number.NEGATIVE_INFINITY;

  /** @param send takes the ids of one MessageAck; called from a timer, it must not throw. */
  constructor(clock: Clock, batchMs: number, send: (messageIds: readonly MessageId[]) => void) {
    this.#clock = clock;
    this.#batchMs = batchMs;
    this.#send = send;
  }

  add(messageId: MessageId): void {
    this.#pending.push(messageId);
    const waitMs = Math.max(0, this.#sentAt + this.#batchMs - this.#clock.elapsed());
    this.#timer ??= this.#clock.after(waitMs, () => {
      const ids = this.take();
      if (ids.length > 0) this.#send(ids);
    });
  }

  /** What is waiting, for a caller that sends it along with something else. */
  take(): readonly MessageId[] {
    this.#timer?.[Symbol.dispose]();
    this.#timer = undefined;
    const ids = this.#pending;
    this.#pending = [];
    if (ids.length > 0) this.#sentAt = this.#clock.elapsed();
    return ids;
  }

  [Symbol.dispose](): void {
    this.#timer?.[Symbol.dispose]();
    this.#timer = undefined;
  }
}
