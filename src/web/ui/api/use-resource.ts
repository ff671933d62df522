/**
 * One answer of the API as a view uses it: read when the view opens or its query changes, read again when it is told to.
 *
 * While a newer answer is on its way the older one stays; a problem never takes away what is shown already.
 */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";

import { useLive } from "../live/use-live.ts";
import { type Query, isAbort, read } from "./client.ts";
import { type ApiProblem, toProblem } from "./problem.ts";

export interface Resource<T> {
  readonly data: T | undefined;
  readonly problem: ApiProblem | undefined;
  /** An answer is on its way. */
  readonly loading: boolean;
  /** What is shown belongs to another query. */
  readonly stale: boolean;
  readonly reload: () => void;
}

interface State<T> {
  readonly key: string;
  readonly data: T | undefined;
  readonly problem: ApiProblem | undefined;
  readonly loading: boolean;
}

interface Reading {
  readonly key: string;
  readonly controller: AbortController;
  /** Asked for once more while it was on its way. */
  again: boolean;
}

/** @param path undefined: nothing is read. */
export function useResource<T>(path: string | undefined, query: Query = {}): Resource<T> {
  const key = JSON.stringify([path, query]);
  const [state, setState] = useState<State<T>>({ ...empty, key, loading: path !== undefined });
  const running = useRef<Reading | undefined>(undefined);

  const load = useCallback(() => {
    if (path === undefined) return;
    // Not cut short by events that come faster than answers: the page would never see one.
    if (running.current?.key === key) {
      running.current.again = true;
      return;
    }
    running.current?.controller.abort();
    const reading: Reading = { key, controller: new AbortController(), again: false };
    running.current = reading;
    setState((old) => ({ ...old, loading: true }));
    const finish = (settle: (old: State<T>) => State<T>) => {
      if (running.current !== reading) return;
      running.current = undefined;
      setState(settle);
      if (reading.again) load();
    };
    read<T>(path, query, reading.controller.signal).then(
      (data) => finish(() => ({ key, data, problem: undefined, loading: false })),
      (error: unknown) => {
        if (!isAbort(error)) finish((old) => failed(old, key, toProblem(error)));
      },
    );
  }, [key]);

  useLive((events) => {
    if (events === undefined) load();
  });
  useEffect(() => {
    load();
    return () => {
      running.current?.controller.abort();
      running.current = undefined;
    };
  }, [load]);

  const { data, problem, loading } = state;
  return { data, problem, loading, stale: state.key !== key, reload: load };
}

const empty = { data: undefined, problem: undefined };

/** A problem of another query does not leave the old query's answer standing as if it were this one's. */
function failed<T>(old: State<T>, key: string, problem: ApiProblem): State<T> {
  const data = old.key === key ? old.data : undefined;
  return { key, data, problem, loading: false };
}
