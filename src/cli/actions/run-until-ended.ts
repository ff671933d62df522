/** Serving until a signal comes, or until the roles end by themselves. */
import { keepAgentSmall, keepMemorySmall } from "../../platform/release-memory.ts";
import { reportReady } from "../../platform/service/service-manager.ts";
import { Interruption, type Terminal } from "../terminal/terminal.ts";

/**
 * Waits, then ends what runs in order. A second signal ends the process at once (terminal.ts).
 * @param ended resolves with an exit code when there is nothing left to serve; undefined: it goes on until a signal.
 * @param isAgent whether it has nothing to do most of the time.
 * @returns 130 or 143 after a signal (ours.md 2).
 */
export async function runUntilEnded(
  terminal: Terminal,
  running: AsyncDisposable,
  ended?: Promise<number>,
  { isAgent = false }: { readonly isAgent?: boolean } = {},
): Promise<number> {
  using _small = isAgent ? keepAgentSmall(terminal.clock) : keepMemorySmall(terminal.clock);
  const { manager } = terminal;
  using _alive = manager && reportReady(manager, terminal.clock);
  const interrupted = waitForAbort(terminal.interrupted).then(exitCodeOf);
  const exitCode = await Promise.race([interrupted, ...(ended ? [ended] : [])]);
  void manager?.tell("stopping");
  await running[Symbol.asyncDispose]();
  // Else it has failed, and is to be started again.
  if (terminal.interrupted.aborted) await manager?.tell("stopped");
  return exitCode;
}

function exitCodeOf(reason: unknown): number {
  return reason instanceof Interruption ? reason.exitCode : 1;
}

function waitForAbort(signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(signal.reason);
    // A pending promise alone does not keep the process alive.
    const alive = setInterval(() => {}, 0x7fffffff);
    signal.addEventListener("abort", () => {
      clearInterval(alive);
      resolve(signal.reason);
    });
  });
}
