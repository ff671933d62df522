/**
 * Whoever started this process as a service and wants to hear how it is: systemd, or Windows' service control manager.
 */
import type { Clock } from "../../core/clock.ts";

/** "stopped" is said just before the process ends, and only when it was asked to. */
export type ServiceState = "ready" | "alive" | "stopping" | "stopped";

export interface ServiceManager {
  /** After so many milliseconds without "alive" it ends the process; undefined: it does not look. */
  readonly watchdogMs: number | undefined;
  /** In the order of the calls. Never rejects: nobody could do anything about it. */
  tell(state: ServiceState): Promise<void>;
}

/** What the executable is called with, first of all, when Windows' service control manager starts it. */
export const windowsServiceFlag = "--windows_service";

/**
 * Says that the service is ready, and from then on that it is alive: from the event loop, so that one which hangs says
 * nothing. Nothing is said any more once it is disposed.
 */
export function reportReady(manager: ServiceManager, clock: Clock): Disposable {
  void manager.tell("ready");
  const { watchdogMs } = manager;
  let timer: Disposable | undefined;
  const next = (everyMs: number) => {
    timer = clock.after(everyMs, () => {
      void manager.tell("alive");
      next(everyMs);
    });
  };
  if (watchdogMs !== undefined) next(watchdogMs / 2);
  return { [Symbol.dispose]: () => timer?.[Symbol.dispose]() };
}
