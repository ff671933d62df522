/** Something again and again while a view is open and somebody looks at it. */
import { useEffect, useRef } from "preact/hooks";

/** @param intervalMs 0: not at all. */
export function useInterval(work: () => void, intervalMs: number): void {
  const latest = useRef(work);
  latest.current = work;
  useEffect(() => {
    if (intervalMs === 0) return undefined;
    const timer = setInterval(() => {
      if (!document.hidden) latest.current();
    }, intervalMs);
    return () => clearInterval(timer);
  }, [intervalMs]);
}
