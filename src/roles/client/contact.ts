/**
 * One contact over a stream, from its first record to its end (protocol.md 5 and 6).
 *
 * The first record carries no messages: it is small whatever waits, and answered at once. What a contact sent and did
 * not see acknowledged is still in the outbox, and the next contact begins with it.
 */
import { FleetError } from "../../core/errors.ts";
import type { Bell } from "./bell.ts";
import type { ClientChannel } from "./comms/transport.ts";
import type { OutboxBatch } from "./outbox.ts";
import { type ContactParts, firstRecord, laterRecord, takeAnswer } from "./record.ts";

export interface StreamContactOptions extends ContactParts {
  readonly bell: Bell;
  /** For the answer to the first record; ours.md 4. */
  readonly firstAnswerMs: number;
  /** For the acknowledgement of a record. */
  readonly ackTimeoutMs: number;
  /** Called once, when the server answered the first record. */
  readonly onEstablished: () => void;
  /** Aborted when the contact is to end. */
  readonly signal: AbortSignal;
}

/**
 * Records that may wait for their acknowledgement at once. It bounds what is sent again after a loss; and what services
 * hand over meanwhile gathers into one record, which costs both ends one transaction and not many.
 */
const maxUnacknowledged = 4;

/**
 * Resolves when the server ended the stream in order; the channel stays the caller's.
 * @throws FleetError: deadline_exceeded when the first record is not answered, invalid_data for what breaks the rules,
 * unavailable when the connection is lost; the signal's reason when that is aborted.
 */
export async function runStreamContact(
  channel: ClientChannel,
  options: StreamContactOptions,
): Promise<void> {
  options.outbox.offerAgain();
  await channel.write(firstRecord(options, []));
  const answer = await firstAnswer(channel, options);
  if (answer === undefined)
    throw new FleetError("unavailable", "the server ended the stream without an answer");
  const data = takeAnswer(options, answer);
  options.onEstablished();
  const stream = new StreamContact(channel, options);
  if (data.doneSending) return;
  await stream.run();
}

async function firstAnswer(
  channel: ClientChannel,
  options: StreamContactOptions,
): Promise<Uint8Array | undefined> {
  const { firstAnswerMs, clock } = options;
  const { promise: late, reject } = Promise.withResolvers<never>();
  using _timer = clock.after(firstAnswerMs, () =>
    reject(
      new FleetError(
        "deadline_exceeded",
        `the first record is not answered within ${firstAnswerMs} ms`,
      ),
    ),
  );
  return await Promise.race([channel.read(), late]);
}

class StreamContact {
  readonly #channel: ClientChannel;
  readonly #options: StreamContactOptions;
  /** Ends the contact from inside; follows the caller's signal. */
  readonly #end = new AbortController();
  /** By the index of the record, in the order of sending. */
  readonly #unacknowledged = new Map<bigint, OutboxBatch | undefined>();
  #sent = 0n;
  #draining = false;
  #ackTimer: Disposable | undefined;

  constructor(channel: ClientChannel, options: StreamContactOptions) {
    this.#channel = channel;
    this.#options = options;
  }

  async run(): Promise<void> {
    const { signal } = this.#options;
    const onAbort = (): void => this.#end.abort(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener("abort", onAbort, { once: true });
    const { promise: ended, reject } = Promise.withResolvers<never>();
    this.#end.signal.addEventListener("abort", () => reject(this.#end.signal.reason), {
      once: true,
    });
    ended.catch(() => {});
    const reading = this.#read();
    const writing = this.#write();
    try {
      await Promise.race([reading, Promise.all([writing, ended]), ended]);
    } finally {
      signal.removeEventListener("abort", onAbort);
      this.#ackTimer?.[Symbol.dispose]();
      this.#end.abort(new FleetError("unavailable", "the contact has ended"));
      // Both end with the channel; what they throw then is not news.
      void reading.catch(() => {});
      void writing.catch(() => {});
    }
  }

  async #read(): Promise<void> {
    for (;;) {
      const bytes = await this.#channel.read();
      if (this.#end.signal.aborted) return;
      if (bytes === undefined) {
        if (this.#draining && this.#unacknowledged.size === 0) return;
        throw new FleetError("unavailable", "the server ended the stream");
      }
      const data = takeAnswer(this.#options, bytes);
      if (data.ackIndex !== 0n) await this.#acknowledge(data.ackIndex);
      if (data.doneSending) this.#draining = true;
      if (this.#draining) this.#options.bell.ring();
      if (this.#draining && this.#unacknowledged.size === 0) return;
    }
  }

  async #write(): Promise<void> {
    const { bell } = this.#options;
    const { signal } = this.#end;
    for (;;) {
      await bell.wait(signal);
      while (!this.#draining && (await this.#writeOne())) signal.throwIfAborted();
      if (!this.#draining) continue;
      await this.#channel.finish();
      return;
    }
  }

  /** @returns whether there may be more to write. */
  async #writeOne(): Promise<boolean> {
    const { outbox, manager, identity } = this.#options;
    if (this.#unacknowledged.size >= maxUnacknowledged) return false;
    if (outbox.waiting.messages > 0 || manager.mustReport) await manager.flushAcks();
    this.#end.signal.throwIfAborted();
    if (this.#draining) return false;
    const batch = outbox.takeBatch(identity.clientId);
    if (!batch && !manager.mustReport) return false;
    this.#sent++;
    this.#unacknowledged.set(this.#sent, batch);
    this.#ackTimer ??= this.#startAckTimer();
    await this.#channel.write(laterRecord(this.#options, batch?.messages ?? []));
    return true;
  }

  /**
   * An acknowledgement stands for its own record only: servers of the original process records at the same time and
   * acknowledge a later one before an earlier one, which may yet fail.
   */
  async #acknowledge(ackIndex: bigint): Promise<void> {
    const [oldest] = this.#unacknowledged.keys();
    const batch = this.#unacknowledged.get(ackIndex);
    if (!this.#unacknowledged.delete(ackIndex)) {
      throw new FleetError(
        "invalid_data",
        `the server acknowledges record ${ackIndex}, which does not wait for it; ${this.#sent} were sent`,
      );
    }
    if (ackIndex === oldest) this.#restartAckTimer();
    if (batch) await this.#options.outbox.acknowledge(batch);
    this.#options.bell.ring();
  }

  /** Runs for the oldest record that waits. */
  #restartAckTimer(): void {
    this.#ackTimer?.[Symbol.dispose]();
    this.#ackTimer = this.#unacknowledged.size > 0 ? this.#startAckTimer() : undefined;
  }

  #startAckTimer(): Disposable {
    const { ackTimeoutMs, clock } = this.#options;
    return clock.after(ackTimeoutMs, () => {
      const message = `a record is not acknowledged within ${ackTimeoutMs} ms`;
      this.#end.abort(new FleetError("unavailable", message));
    });
  }
}
