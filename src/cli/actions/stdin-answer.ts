/**
 * The answer to a message for a Stdin service, found among a client's messages (protocol.md 8; ours.md 3).
 *
 * A client of ours says which message it answers, and answers also when the program failed. A stock client says nothing
 * of the kind: the next reply of that service is the answer, and a program that failed is a MessageError only.
 */
import type { Clock } from "../../core/clock.ts";
import { bytesToHex, type MessageId } from "../../core/ids.ts";
import { type IdentifiedMessage, systemService } from "../../core/message.ts";
import {
  type StdinOutput,
  decodeMessageError,
  decodeStdinOutput,
  typeNames,
} from "../../proto/system-codec.ts";

export interface Question {
  readonly messageId: MessageId;
  readonly service: string;
}

export interface Answer {
  /** undefined when there is only a MessageError. */
  readonly output: StdinOutput | undefined;
  /** 0 to 255; undefined when the client does not say how the program ended, but that it failed. */
  readonly exitCode: number | undefined;
  /** Of the MessageError. */
  readonly error: string | undefined;
}

const replyType = "StdinServiceOutputMessage";
/** A MessageError overtakes the reply that belongs to it; this long the reply is waited for. */
const replyGraceMs = 1000;

/** What one message says about the question; undefined: nothing. */
export function readAnswer(message: IdentifiedMessage, question: Question): Answer | undefined {
  const { destination, messageType, source } = message;
  if (destination.serviceName === systemService) return readError(message, question);
  if (source.serviceName !== question.service || messageType !== replyType) return undefined;
  const inReplyTo = annotation(message, "fleet.in_reply_to");
  if (inReplyTo !== undefined && inReplyTo !== question.messageId) return undefined;
  if (!message.data?.typeUrl.endsWith(`/${typeNames.stdinOutput}`)) return undefined;
  const output = decodeStdinOutput(message.data.value);
  return {
    output,
    exitCode: readExitCode(annotation(message, "fleet.exit_code")),
    error: undefined,
  };
}

function readError(
  { messageType, data }: IdentifiedMessage,
  question: Question,
): Answer | undefined {
  if (messageType !== "MessageError" || data === undefined) return undefined;
  const { messageId, error } = decodeMessageError(data.value);
  if (bytesToHex(messageId) !== question.messageId) return undefined;
  return { output: undefined, exitCode: undefined, error };
}

function annotation({ annotations }: IdentifiedMessage, key: string): string | undefined {
  return annotations.find((one) => one.key === key)?.value;
}

/** A stock client replies only when the program ended well. */
function readExitCode(text: string | undefined): number | undefined {
  if (text === undefined) return 0;
  return /^\d{1,3}$/.test(text) && Number(text) <= 255 ? Number(text) : undefined;
}

export interface WaitRequest {
  readonly messages: AsyncIterable<IdentifiedMessage>;
  readonly question: Question;
  readonly timeoutMs: number;
  readonly clock: Clock;
  /** Ends `messages`, which then throw its reason. */
  readonly enough: AbortController;
}

/** @returns undefined when the time is over. @throws what `messages` throw by themselves. */
export async function waitForAnswer(request: WaitRequest): Promise<Answer | undefined> {
  const { messages, question, timeoutMs, clock, enough } = request;
  using timers = new DisposableStack();
  const stopAfter = (ms: number) => timers.use(clock.after(ms, () => enough.abort()));
  stopAfter(timeoutMs);
  let failure: Answer | undefined;
  try {
    for await (const message of messages) {
      const answer = readAnswer(message, question);
      if (answer?.output !== undefined) return answer;
      if (answer === undefined || failure !== undefined) continue;
      failure = answer;
      stopAfter(replyGraceMs);
    }
  } catch (thrown) {
    if (!enough.signal.aborted) throw thrown;
  }
  return failure;
}
