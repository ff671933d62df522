/** The commit times of the last readings of the overview: the server tells only those of now. */
import { useEffect, useState } from "preact/hooks";

import type { Overview } from "../../api/types.ts";

export interface CommitPoint {
  readonly time: string;
  readonly p50: number;
  readonly p99: number;
}

/** A quarter of an hour of readings, one for each 5 s. */
const keptPoints = 180;
const leastMs = 4500;

/** Kept while the page is open, whatever view is shown. */
let points: readonly CommitPoint[] = [];

export function useCommitHistory({ time, commit }: Overview): readonly CommitPoint[] {
  const [history, setHistory] = useState(points);
  useEffect(() => {
    const last = points.at(-1);
    // Events make for more readings; those between are as good as any.
    if (last !== undefined && Date.parse(time) - Date.parse(last.time) < leastMs) return;
    points = [...points, { time, p50: commit.p50_ms, p99: commit.p99_ms }].slice(-keptPoints);
    setHistory(points);
  }, [time]);
  return history;
}
