/**
 * Contacts by long poll (ours.md 4): one poll waits at the server for messages, and what is to be sent leaves meanwhile by
 * polls of its own, which announce no room, so that the room is promised once.
 *
 * A poll that is answered at once opens the contact, and all others belong to it: they cross, so a nonce of each one's own
 * would make them look like those of two clients.
 */
import { FleetError } from "../../core/errors.ts";
import type { Random } from "../../core/retry.ts";
import type { ContactData } from "../../core/contact.ts";
import { Bell } from "./bell.ts";
import type { ChannelOptions, ClientChannel, PollStanding } from "./comms/transport.ts";
import { type ContactParts, firstRecord, secondRecord, takeAnswer } from "./record.ts";
import { Turns } from "./turns.ts";

export interface LongPollContactOptions extends ContactParts {
  readonly bell: Bell;
  readonly random: Random;
  /** For the first answer; ours.md 4. */
  readonly firstAnswerMs: number;
  /** For an answer, beside the time that it was asked to wait. */
  readonly answerMs: number;
  /** How long one contact goes on. */
  readonly contactMs: number;
  readonly open: (
    options: Pick<ChannelOptions, "signal" | "waitSeconds">,
  ) => Promise<ClientChannel>;
  /** Called after each answer. */
  readonly onAnswered: () => void;
  /** When, by the clock's `elapsed`, the caller wants to try something better; undefined: never. */
  readonly until: number | undefined;
  readonly signal: AbortSignal;
}

/** ours.md 4. */
const waitSeconds = 55;
/** An answer that brings nothing and comes sooner is a sign of another client with this identity. */
const soonMs = 1_000;

/**
 * Polls until `until`. The first poll carries no messages and does not wait.
 * @throws FleetError: not_found where the server knows no long polls, deadline_exceeded when the first one is not answered,
 * another when one fails; the signal's reason when that is aborted.
 */
export async function runLongPollContacts(options: LongPollContactOptions): Promise<void> {
  await using contact = new LongPollContact(options);
  await contact.run();
}

class LongPollContact implements AsyncDisposable {
  readonly #options: LongPollContactOptions;
  readonly #end = new AbortController();
  readonly #signal: AbortSignal;
  readonly #channels = new AsyncDisposableStack();
  /** Waiting channels on which no poll waits. */
  readonly #free: ClientChannel[] = [];
  /** Polls that wait, the oldest first: two for the moment in which one takes the place of the other. */
  readonly #waiting: Promise<void>[] = [];
  /** A poll that opens a contact, and those that send, come one after the other. */
  readonly #turns = new Turns();
  #openedAt = 0;
  /** Rung when the server must hear of room that the waiting poll did not announce. */
  readonly #renew = new Bell();

  constructor(options: LongPollContactOptions) {
    this.#options = options;
    this.#signal = AbortSignal.any([options.signal, this.#end.signal]);
  }

  async run(): Promise<void> {
    const { outbox } = this.#options;
    outbox.offerAgain();
    const sender = await this.#open(0);
    await this.#probe(sender);
    const failed = Promise.withResolvers<never>();
    const waiting = this.#waitForever(sender, failed.reject);
    const sending = this.#sendForever(sender);
    // What the others throw after the end is not news.
    for (const loop of [waiting, sending, failed.promise]) loop.catch(() => {});
    await Promise.race([waiting, sending, failed.promise]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#end.abort(new FleetError("unavailable", "the contact has ended"));
    await this.#channels.disposeAsync();
  }

  async #open(seconds: number): Promise<ClientChannel> {
    const channel = await this.#options.open({ signal: this.#signal, waitSeconds: seconds });
    return this.#channels.use(channel);
  }

  async #probe(channel: ClientChannel): Promise<void> {
    const { firstAnswerMs } = this.#options;
    const late = new FleetError(
      "deadline_exceeded",
      `the first poll is not answered within ${firstAnswerMs} ms`,
    );
    const record = firstRecord(this.#options, []);
    await this.#exchange(channel, record, { standing: "anew", late, ms: firstAnswerMs });
    if (!channel.waits) throw new FleetError("not_found", "the server knows no long polls");
    this.#openedAt = this.#options.clock.elapsed();
    this.#options.onAnswered();
  }

  /** Opens another contact where this one is old, or has left messages that are to be offered again. */
  async #renewContact(channel: ClientChannel): Promise<void> {
    const { clock, contactMs, manager, answerMs, onAnswered } = this.#options;
    const isLeft = manager.takeLeft();
    const isOld = clock.elapsed() - this.#openedAt >= contactMs && this.#waiting.length === 0;
    if (!isLeft && !isOld) return;
    await this.#turns.take(async () => {
      const late = notAnswered(`a poll is not answered within ${answerMs} ms`);
      const standing = isLeft ? "anew" : "continued";
      await this.#exchange(channel, secondRecord(this.#options, []), {
        ...{ standing, late, ms: answerMs },
      });
    });
    this.#openedAt = clock.elapsed();
    onAnswered();
  }

  /** Keeps a poll waiting. Returns when it is time to try something better. */
  async #waitForever(sender: ClientChannel, onFailure: (reason: unknown) => void): Promise<void> {
    const { clock, until } = this.#options;
    while (until === undefined || clock.elapsed() < until) {
      this.#signal.throwIfAborted();
      // The newer one is answered at once, or it ends the older.
      if (this.#waiting.length > 1) await Promise.race(this.#waiting);
      await this.#renewContact(sender);
      const poll = this.#waitOnce(this.#free.pop() ?? (await this.#open(waitSeconds)));
      poll.catch(onFailure);
      this.#waiting.push(poll);
      void poll.finally(() => this.#waiting.splice(this.#waiting.indexOf(poll), 1)).catch(() => {});
      await this.#answeredOrRenewed(poll);
    }
    await Promise.all(this.#waiting);
  }

  async #answeredOrRenewed(poll: Promise<void>): Promise<void> {
    const over = new AbortController();
    try {
      await Promise.race([poll, this.#renew.wait(AbortSignal.any([over.signal, this.#signal]))]);
    } finally {
      over.abort(new FleetError("unavailable", "nobody waits any more"));
    }
  }

  async #waitOnce(channel: ClientChannel): Promise<void> {
    const { clock, answerMs, onAnswered, random } = this.#options;
    const startedAt = clock.elapsed();
    const ms = waitSeconds * 1000 + answerMs;
    const late = notAnswered(`a long poll is not answered within ${ms} ms`);
    const record = firstRecord(this.#options, []);
    const { messages } = await this.#exchange(channel, record, { standing: "same", late, ms });
    onAnswered();
    this.#free.push(channel);
    const soon = clock.elapsed() - startedAt < soonMs;
    const isRenewed = this.#waiting.length > 1;
    if (messages.length > 0 || !soon || isRenewed) return;
    await clock.sleep(soonMs * (1 + random()), this.#signal);
  }

  async #sendForever(channel: ClientChannel): Promise<never> {
    const { bell, manager } = this.#options;
    for (;;) {
      await bell.wait(this.#signal);
      if (manager.mustReport) this.#renew.ring();
      while (await this.#turns.take(() => this.#sendOne(channel))) this.#signal.throwIfAborted();
    }
  }

  /** @returns whether there may be more to send. */
  async #sendOne(channel: ClientChannel): Promise<boolean> {
    const { outbox, manager, identity, answerMs } = this.#options;
    if (outbox.waiting.messages === 0) return false;
    await manager.flushAcks();
    const batch = outbox.takeBatch(identity.clientId);
    if (!batch) return false;
    const late = notAnswered(`a poll is not answered within ${answerMs} ms`);
    const record = secondRecord(this.#options, batch.messages);
    await this.#exchange(channel, record, { standing: "same", late, ms: answerMs });
    await outbox.acknowledge(batch);
    this.#options.onAnswered();
    return true;
  }

  async #exchange(
    channel: ClientChannel,
    record: Uint8Array,
    { standing, late, ms }: ExchangeRules,
  ): Promise<ContactData> {
    const given = this.#options.identity.sequencingNonce;
    const { promise: over, reject } = Promise.withResolvers<never>();
    const onAbort = (): void => reject(this.#signal.reason);
    using _timer = this.#options.clock.after(ms, () => reject(late));
    this.#signal.addEventListener("abort", onAbort, { once: true });
    try {
      await channel.write(record, standing);
      const bytes = await Promise.race([channel.read(), over]);
      if (bytes !== undefined) return takeAnswer(this.#options, bytes, given);
      throw new FleetError("unavailable", "the server ended a poll without an answer");
    } finally {
      this.#signal.removeEventListener("abort", onAbort);
    }
  }
}

interface ExchangeRules {
  readonly standing: PollStanding;
  /** How long the answer may take, and what is thrown after it. */
  readonly ms: number;
  readonly late: FleetError;
}

/** Later than the first answer: no sign of a transport that does not work. */
function notAnswered(message: string): FleetError {
  return new FleetError("unavailable", message, { failure: "unanswered" });
}
