/** Percentiles of a sample, for the lines that benchmarks print. */

/** @param share 0…1. @returns the value below which that share of the sorted sample lies. */
export function percentile(sorted: readonly number[], share: number): number {
  const index = Math.min(sorted.length - 1, Math.floor(sorted.length * share));
  return sorted[index] ?? Number.NaN;
}

/** "p50 1.2 p95 3.4 p99 5.6 max 7.8", in milliseconds. */
export function describeLatencies(samplesMs: readonly number[]): string {
  const sorted = samplesMs.toSorted((a, b) => a - b);
  const shown = [0.5, 0.95, 0.99].map(
    (share) => `p${share * 100} ${percentile(sorted, share).toFixed(2)}`,
  );
  return `${shown.join(" ")} max ${(sorted.at(-1) ?? Number.NaN).toFixed(2)} ms (${sorted.length} samples)`;
}
