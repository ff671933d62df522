/**
 * How long to wait before trying again: the rules of protocol.md 5 and 13 and ours.md 4, as pure functions.
 */

/** A source of uniformly distributed numbers in [0, 1): Math.random, or a test's. */
export type Random = () => number;

/** A client's message that a server service could not take: base × 1.1^tries × (1…2). protocol.md 13. */
export function serverRetryMs(tries: number, baseMs: number, random: Random): number {
  const maxMs = 30 * 24 * 3600 * 1000;
  return Math.min(baseMs * 1.1 ** tries, maxMs) * (1 + random());
}

/** After a failed contact: min_failure_delay with up to half of it more. protocol.md 5. */
export function failureDelayMs(minFailureDelayMs: number, random: Random): number {
  return minFailureDelayMs * (1 + random() / 2);
}

/**
 * After an established stream ended: 0–2 s at first, then 1 s doubling up to min_failure_delay. ours.md 4.
 *
 * @param attempt 0 for the first attempt after the stream.
 */
export function reconnectDelayMs(
  attempt: number,
  minFailureDelayMs: number,
  random: Random,
): number {
  if (attempt === 0) return Math.min(2000, minFailureDelayMs) * random();
  return Math.min(1000 * 2 ** (attempt - 1), minFailureDelayMs);
}
