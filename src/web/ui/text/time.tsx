/** Times and ids. */
import { useEffect, useState } from "preact/hooks";

import { formatAgo, formatTime } from "./format.ts";
import { watched, useWatched } from "../store.ts";

const clock = watched(Date.now());
setInterval(() => clock.set(Date.now()), 1000);

/** Now, to the second. */
export function useNow(): number {
  return useWatched(clock);
}

/** "12 s ago", with the exact time on it. */
export function Ago({ time }: { readonly time: string | undefined }) {
  const now = useNow();
  if (time === undefined || time === "") return <span class="faint">never</span>;
  return (
    <time dateTime={time} title={`${formatTime(time)} (${time})`}>
      {formatAgo(time, now)}
    </time>
  );
}

export function Time({ time }: { readonly time: string | undefined }) {
  if (time === undefined || time === "") return <span class="faint">–</span>;
  return (
    <time dateTime={time} title={time} class="nowrap">
      {formatTime(time)}
    </time>
  );
}

/** The value some time after it has stopped changing. */
export function useSettled<T>(value: T, pauseMs: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(() => value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return settled;
}
