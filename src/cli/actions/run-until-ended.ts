/** Serving until a signal comes, or until the roles end by themselves. */
import { keepMemorySmall } from "../../platform/release-memory.ts";
import type { Terminal } from "../terminal.ts";

/**
 * Waits, then ends what runs in order. A second signal ends the process at once (terminal.ts).
 * @param ended resolves with an exit code when there is nothing left to serve; undefined: it goes on until a signal.
 * @returns 0 after a signal: being told to stop is how a server ends well.
 */
export async function runUntilEnded(
  terminal: Terminal,
  running: AsyncDisposable,
  ended?: Promise<number>,
): Promise<number> {
  using _small = keepMemorySmall(terminal.clock);
  const interrupted = waitForAbort(terminal.interrupted).then(() => 0);
  const exitCode = await Promise.race([interrupted, ...(ended ? [ended] : [])]);
  await running[Symbol.asyncDispose]();
  return exitCode;
}

function waitForAbort(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    // A pending promise alone does not keep the process alive.
    const alive = setInterval(() => {}, 0x7fffffff);
    signal.addEventListener("abort", () => {
      clearInterval(alive);
      resolve();
    });
  });
}
