/**
 * Contacts by polling: one exchange after the other, in the rhythm of protocol.md 5, until one fails.
 */
import { FleetError } from "../../core/errors.ts";
import { maxContactMessages } from "../../core/message.ts";
import type { Bell } from "./bell.ts";
import type { ClientChannel, PollStanding } from "./comms/transport.ts";
import { maxBatchBytes } from "./outbox.ts";
import { type PollRhythm, pollDelayMs } from "./poll-rhythm.ts";
import { type ContactParts, firstRecord, takeAnswer } from "./record.ts";

export interface PollContactOptions extends ContactParts {
  readonly bell: Bell;
  readonly rhythm: PollRhythm;
  /** For the answer to a poll. */
  readonly answerMs: number;
  /** Opens a channel for exchanges. */
  readonly open: () => Promise<ClientChannel>;
  /** Called after each answer. */
  readonly onAnswered: () => void;
  /** When, by the clock's `elapsed`, the caller wants to try something better; undefined: never. */
  readonly until: number | undefined;
  readonly signal: AbortSignal;
}

/**
 * Polls until `until`. The first poll carries no messages, as with streams.
 * @throws FleetError when a poll fails; the signal's reason when that is aborted.
 */
export async function runPollContacts(options: PollContactOptions): Promise<void> {
  const { clock, until } = options;
  await using channel = await options.open();
  let activeAt = clock.elapsed();
  let withMessages = false;
  while (until === undefined || clock.elapsed() < until) {
    options.signal.throwIfAborted();
    if (await pollOnce(channel, options, withMessages)) activeAt = clock.elapsed();
    withMessages = true;
    await pause(options, activeAt);
  }
}

/** @returns whether messages went either way that count as activity: none that are repeats, or background. */
async function pollOnce(
  channel: ClientChannel,
  options: PollContactOptions,
  withMessages: boolean,
): Promise<boolean> {
  const { outbox, manager, identity } = options;
  if (withMessages) await manager.flushAcks();
  outbox.offerAgain();
  const batch = withMessages ? outbox.takeBatch(identity.clientId) : undefined;
  const record = firstRecord(options, batch?.messages ?? []);
  const standing = withMessages && !manager.takeLeft() ? "continued" : "anew";
  const bytes = await exchange(channel, options, record, standing);
  options.signal.throwIfAborted();
  const { accepted } = takeAnswer(options, bytes);
  if (batch) await outbox.acknowledge(batch);
  options.onAnswered();
  return [...accepted, ...(batch?.messages ?? [])].some(({ background }) => !background);
}

async function exchange(
  channel: ClientChannel,
  options: PollContactOptions,
  record: Uint8Array,
  standing: PollStanding,
): Promise<Uint8Array> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  using _timer = options.clock.after(options.answerMs, () =>
    reject(
      new FleetError("unavailable", `a poll is not answered within ${options.answerMs} ms`, {
        failure: "unanswered",
      }),
    ),
  );
  const answered = (async () => {
    await channel.write(record, standing);
    return await channel.read();
  })();
  const bytes = await Promise.race([answered, late]);
  if (bytes === undefined)
    throw new FleetError("unavailable", "the server ended a poll without an answer");
  return bytes;
}

/** Waits until the next poll is due, which buffered messages bring forward. */
async function pause(options: PollContactOptions, activeAt: number): Promise<void> {
  const { clock, rhythm, signal, outbox, bell } = options;
  const startedAt = clock.elapsed();
  for (;;) {
    const { messages, bytes } = outbox.waiting;
    if (messages >= maxContactMessages || bytes >= maxBatchBytes) return;
    const delayMs = pollDelayMs(rhythm, startedAt - activeAt, messages > 0);
    const dueMs = startedAt + delayMs - clock.elapsed();
    if (dueMs <= 0) return;
    await rungOrAfter(options, bell, dueMs, signal);
  }
}

async function rungOrAfter(
  { clock }: PollContactOptions,
  bell: Bell,
  ms: number,
  signal: AbortSignal,
): Promise<void> {
  const waiting = new AbortController();
  const over = new Error("the wait is over");
  const onAbort = (): void => waiting.abort(signal.reason);
  if (signal.aborted) onAbort();
  signal.addEventListener("abort", onAbort, { once: true });
  using _timer = clock.after(ms, () => waiting.abort(over));
  try {
    await bell.wait(waiting.signal);
  } catch (thrown) {
    if (thrown !== over) throw thrown;
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
