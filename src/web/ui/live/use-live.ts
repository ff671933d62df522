/** How views use the event stream. */
import { useEffect, useRef } from "preact/hooks";

import { listen } from "./feed.ts";
import type { LiveEvent } from "./parse-event.ts";

/** What changes all the time is not read more often than a person can look. */
const defaultPauseMs = 400;
/** Lists and sums, which cost the server more. */
export const listPauseMs = 1000;

/** @param take gets what came in one frame; undefined after a gap. */
export function useLive(take: (events: readonly LiveEvent[] | undefined) => void): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => listen((events) => latest.current(events)), []);
}

/**
 * Reads again when an event says that something has changed: at once, and then no sooner than after a pause. After a gap
 * useResource and usePages read again by themselves.
 * @param concerns whether this event changes what the view shows.
 */
export function useLiveReload(
  reload: () => void,
  concerns: (event: LiveEvent) => boolean,
  pauseMs = defaultPauseMs,
): void {
  const throttle = useRef(makeThrottle(pauseMs));
  useEffect(() => () => throttle.current.stop(), []);
  useLive((events) => {
    if (events?.some(concerns)) throttle.current.call(reload);
  });
}

/** The first call at once, those of the next while as one at its end. */
function makeThrottle(pauseMs: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: (() => void) | undefined;
  const elapsed = () => {
    timer = undefined;
    const work = waiting;
    waiting = undefined;
    if (work !== undefined) call(work);
  };
  const call = (work: () => void) => {
    if (timer !== undefined) {
      waiting = work;
      return;
    }
    timer = setTimeout(elapsed, pauseMs);
    work();
  };
  return {
    call,
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
