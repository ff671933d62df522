/**
 * When a polling client polls (protocol.md 5).
 */

export interface PollRhythm {
  readonly maxPollDelayMs: number;
  readonly maxBufferDelayMs: number;
}

const baseDelayMs = 200;

/**
 * How long to wait after a poll.
 * @param sinceActivityMs since a message that is not background was sent or received.
 * @param buffered whether something waits to be sent.
 */
export function pollDelayMs(
  rhythm: PollRhythm,
  sinceActivityMs: number,
  buffered: boolean,
): number {
  const delayMs = Math.min(baseDelayMs + Math.max(0, sinceActivityMs) / 10, rhythm.maxPollDelayMs);
  return buffered ? Math.min(delayMs, rhythm.maxBufferDelayMs) : delayMs;
}
