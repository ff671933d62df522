/** Waiting for a condition instead of for time to pass. */

export interface WaitOptions {
  /** Named in the error. */
  readonly what: string;
  readonly deadlineMs?: number;
}

/**
 * Resolves with the first result that is not undefined, false or null; the condition is asked again each turn of the
 * event loop at first, then every few milliseconds.
 * @throws when the deadline has passed, naming what was waited for.
 */
export async function waitFor<T>(
  condition: () => T | Promise<T>,
  { what, deadlineMs = 15_000 }: WaitOptions,
): Promise<NonNullable<Exclude<T, false>>> {
  const deadline = performance.now() + deadlineMs;
  for (let round = 0; ; round += 1) {
    const result = await condition();
    if (result !== undefined && result !== null && result !== false) {
      return result as NonNullable<Exclude<T, false>>;
    }
    if (performance.now() > deadline) {
      throw new Error(`waited ${deadlineMs} ms in vain for ${what}`);
    }
    await new Promise((resolve) => (round < 100 ? setImmediate(resolve) : setTimeout(resolve, 5)));
  }
}
