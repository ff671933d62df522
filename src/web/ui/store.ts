/** A value that several parts of the page watch: who has a session, whether events arrive, which colours. */
import { useEffect, useState } from "preact/hooks";

export interface Watched<T> {
  readonly get: () => T;
  readonly set: (value: T) => void;
  /** @returns how to stop. */
  readonly watch: (listener: () => void) => () => void;
}

export function watched<T>(initial: T): Watched<T> {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set: (value) => {
      if (Object.is(value, current)) return;
      current = value;
      for (const listener of listeners) listener();
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useWatched<T>(source: Watched<T>): T {
  const [value, setValue] = useState(source.get);
  useEffect(() => {
    const take = () => setValue(() => source.get());
    take();
    return source.watch(take);
  }, [source]);
  return value;
}
