/** A listing of the API in a view: see page-loader.ts. */
import { useEffect, useRef, useState } from "preact/hooks";

import { useLive } from "../live/use-live.ts";
import { type Query, read } from "./client.ts";
import { type Page, PageLoader, type PageState } from "./page-loader.ts";
import { type ApiProblem, isRecord, toProblem } from "./problem.ts";

export interface Pages<T> {
  readonly rows: readonly T[];
  readonly total: number | undefined;
  /** There are further rows that have not been read. */
  readonly more: boolean;
  readonly problem: ApiProblem | undefined;
  /** The first answer for this query has not come; the rows, if any, are those of the query before. */
  readonly waiting: boolean;
  readonly reload: () => void;
  readonly need: (index: number) => void;
}

interface Current<T> {
  readonly key: string;
  readonly loader: PageLoader<T>;
}

/** @param field of the answer that has the rows. */
export function usePages<T>(
  path: string,
  query: Query,
  field: string,
  idOf: (row: T) => string,
): Pages<T> {
  const key = JSON.stringify([path, query]);
  const [, redraw] = useState(0);
  const current = useRef<Current<T> | undefined>(undefined);
  /** Of the query before, while the first answer of this one is on its way. */
  const old = useRef<PageState<T> | undefined>(undefined);

  if (current.current?.key !== key) {
    const before = current.current?.loader;
    if (before?.state.ready) old.current = before.state;
    before?.stop();
    const loader = new PageLoader<T>({
      fetchPage: async (request) => readPage<T>(await read(path, { ...query, ...request }), field),
      idOf,
      changed: () => redraw((count) => count + 1),
    });
    current.current = { key, loader };
  }
  const { loader } = current.current;
  useEffect(() => {
    loader.reload();
    return () => loader.stop();
  }, [loader]);

  useLive((events) => {
    if (events === undefined) loader.reload();
  });

  const shown = loader.state.ready ? loader.state : (old.current ?? loader.state);
  const { problem } = loader.state;
  return {
    rows: shown.rows,
    total: shown.total,
    more: shown.nextCursor !== undefined,
    problem: problem === undefined ? undefined : toProblem(problem),
    waiting: !loader.state.ready,
    reload: () => loader.reload(),
    need: (index) => loader.need(index),
  };
}

function readPage<T>(answer: unknown, field: string): Page<T> {
  const facts = isRecord(answer) ? answer : {};
  const { [field]: rows, total, next_cursor: cursor } = facts;
  return {
    rows: Array.isArray(rows) ? (rows as readonly T[]) : [],
    total: typeof total === "number" ? total : undefined,
    nextCursor: typeof cursor === "string" ? cursor : undefined,
  };
}
