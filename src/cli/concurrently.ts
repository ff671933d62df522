/** Work on many things, a bounded number at a time. */

/**
 * Calls `work` for each item, at most `limit` at a time, in order of their start. Once the signal is aborted no further
 * one is begun; resolves when those that were begun are done. @throws what `work` throws, after the others have ended.
 */
export async function forEachConcurrently<T>(
  items: readonly T[],
  limit: number,
  signal: AbortSignal,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const failed = new AbortController();
  const stop = AbortSignal.any([signal, failed.signal]);
  const worker = async () => {
    for (const item of queue) {
      if (stop.aborted) return;
      await work(item).catch((thrown: unknown) => failed.abort({ thrown }));
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  if (failed.signal.aborted) throw (failed.signal.reason as { readonly thrown: unknown }).thrown;
}
