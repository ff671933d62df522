/**
 * Waits for a condition instead of for a time.
 */
const deadlineMs = 5_000;

/** @throws when the condition does not hold within five seconds. @param what for the message. */
export async function eventually(what: string, condition: () => boolean): Promise<void> {
  const until = Date.now() + deadlineMs;
  while (!condition()) {
    if (Date.now() > until) throw new Error(`it never came to this: ${what}`);
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}
