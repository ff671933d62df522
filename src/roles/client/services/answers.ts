/**
 * Answers to the server's messages: each is acknowledged once, or reported as an error (protocol.md 7).
 *
 * A message counts as dealt with when its replies, the note that it was seen and, for an error, the report are on the
 * disk together. Until then it is unanswered, and the server offers it again.
 */
import type { Clock } from "../../../core/clock.ts";
import { describeThrown, toFleetError } from "../../../core/errors.ts";
import type { MessageId } from "../../../core/ids.ts";
import type { Message } from "../../../core/message.ts";
import type { Log } from "../../../observability/log.ts";
import type { AddOptions, Outbox } from "../outbox.ts";
import type { SeenMessages } from "../state/seen-messages.ts";
import { Acknowledgements } from "./acknowledgements.ts";
import { ackMessage, errorMessage } from "./system-messages.ts";

export interface AnswersOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly outbox: Outbox;
  readonly seen: SeenMessages;
  /** protocol.md 7. */
  readonly ackBatchMs: number;
  /** Between attempts to write what must not be lost. */
  readonly diskRetryMs: number;
}

export class Answers implements Disposable {
  readonly #options: AnswersOptions;
  readonly #acks: Acknowledgements;

  constructor(options: AnswersOptions) {
    this.#options = options;
    this.#acks = new Acknowledgements(options.clock, options.ackBatchMs, (ids) => {
      this.#sendAcks(ids).catch((thrown: unknown) => {
        // The server offers these messages again, and they are acknowledged then.
        options.log.warn("acknowledgements not sent: {error}", { error: describeThrown(thrown) });
      });
    });
  }

  /** The message was processed. Resolves when that, and the replies, are on the disk. @throws as keep. */
  async processed(
    messageId: MessageId,
    replies: readonly Message[],
    signal: AbortSignal,
  ): Promise<void> {
    const also = (): void => this.#options.seen.mark(messageId, undefined);
    if (replies.length > 0) {
      await this.keep([...replies, ackMessage([...this.#acks.take(), messageId])], signal, {
        also,
      });
      return;
    }
    await this.keep([], signal, { also, exempt: true });
    this.#acks.add(messageId);
  }

  /** The message could not be processed. Resolves when that, and the replies, are on the disk. @throws as keep. */
  async failed(
    messageId: MessageId,
    failure: string,
    replies: readonly Message[],
    signal: AbortSignal,
  ): Promise<void> {
    const also = (): void => this.#options.seen.mark(messageId, failure);
    const messages = [...replies, errorMessage(messageId, failure)];
    await this.keep(messages, signal, { also, exempt: replies.length === 0 });
  }

  /** The server offers a message again that was dealt with. @param error what was reported of it then, if anything. */
  again(messageId: MessageId, error: string | undefined): void {
    if (error === undefined) {
      this.#acks.add(messageId);
      return;
    }
    const { outbox, log } = this.#options;
    outbox.add([errorMessage(messageId, error)], { exempt: true }).catch((thrown: unknown) => {
      log.warn("an error is not reported again: {error}", { error: describeThrown(thrown) });
    });
  }

  /** Puts acknowledgements that wait into the outbox, because something is sent now anyway. */
  async flush(): Promise<void> {
    const ids = this.#acks.take();
    if (ids.length > 0) await this.#sendAcks(ids);
  }

  /**
   * Adds to the outbox, however often the disk must be asked.
   * @throws invalid_argument for a message that is too large; the signal's reason when that is aborted.
   */
  async keep(
    messages: readonly Message[],
    signal: AbortSignal,
    options: AddOptions = {},
  ): Promise<void> {
    const { outbox, clock, log, diskRetryMs } = this.#options;
    for (;;) {
      try {
        await outbox.add(messages, { ...options, signal });
        return;
      } catch (thrown) {
        signal.throwIfAborted();
        if (toFleetError(thrown).code === "invalid_argument") throw thrown;
        log.error("messages wait for the disk: {error}", { error: describeThrown(thrown) });
        await clock.sleep(diskRetryMs, signal);
      }
    }
  }

  [Symbol.dispose](): void {
    this.#acks[Symbol.dispose]();
  }

  #sendAcks(ids: readonly MessageId[]): Promise<void> {
    return this.#options.outbox.add([ackMessage(ids)], { exempt: true });
  }
}
