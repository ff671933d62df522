/**
 * A table of any length: rows of one height, of which only those on the screen exist. Rows that have not been read yet are
 * read when somebody comes near them.
 */
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

import type { Pages } from "../api/use-pages.ts";
import { Icon } from "./icon.tsx";
import { narrowScreen, remPixels, useMedia } from "./use-media.ts";

export interface LongColumn<T> {
  readonly name: string;
  /** As in grid-template-columns. */
  readonly width: string;
  readonly cell: (row: T) => ComponentChildren;
  /** The API's name of the order; "-" before it turns it round. */
  readonly sort?: string;
}

interface LongTableProps<T> {
  readonly name: string;
  readonly pages: Pages<T>;
  readonly columns: readonly LongColumn<T>[];
  readonly idOf: (row: T) => string;
  /** A row on a narrow screen. */
  readonly compact: (row: T) => ComponentChildren;
  readonly sort?: string;
  readonly setSort?: (sort: string) => void;
}

const rowRem = { wide: 2.75, narrow: 5.25 };
/** Rows beyond the edges of the screen. */
const overscan = 12;
/** Browsers end at some 16 million pixels. */
const maxRows = 200_000;
/** Shown for rows whose number is not known. */
const unknownRows = 40;

export function LongTable<T>(props: LongTableProps<T>) {
  const { pages, columns, idOf } = props;
  const narrow = useMedia(narrowScreen);
  const height = Math.round((narrow ? rowRem.narrow : rowRem.wide) * remPixels());
  const count = Math.min(
    maxRows,
    pages.total ?? pages.rows.length + (pages.more ? unknownRows : 0),
  );
  const { body, from, to } = useWindow(count, height);
  useEffect(() => pages.need(to - 1), [to, pages.rows.length, pages.waiting]);
  const indexes = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
  return (
    <div
      class={pages.waiting && pages.rows.length > 0 ? "long-list is-stale" : "long-list"}
      role="table"
      aria-label={props.name}
      aria-rowcount={pages.total ?? -1}
      aria-busy={pages.waiting}
      style={{ "--columns": columns.map(({ width }) => width).join(" ") }}
    >
      {!narrow && <Head {...props} />}
      <div
        class="long-body"
        ref={body}
        role="rowgroup"
        style={{ height: `${count * height}px`, position: "relative" }}
      >
        {indexes.map((index) => {
          const row = pages.rows[index];
          const place = { top: `${index * height}px`, height: `${height}px` };
          const key = row === undefined ? `empty-${index}` : idOf(row);
          return (
            <div
              class={narrow ? "long-row compact" : "long-row"}
              role="row"
              aria-rowindex={index + 2}
              key={key}
              style={place}
            >
              <Cells row={row} narrow={narrow} {...props} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Cells<T>(
  props: LongTableProps<T> & { readonly row: T | undefined; readonly narrow: boolean },
) {
  const { row, narrow, columns, compact } = props;
  if (row === undefined) {
    return (
      <div role="cell">
        <span class="skeleton" />
      </div>
    );
  }
  if (narrow) return <div role="cell">{compact(row)}</div>;
  return (
    <>
      {columns.map(({ name, cell }) => (
        <div role="cell" key={name}>
          {cell(row)}
        </div>
      ))}
    </>
  );
}

function Head<T>({ columns, sort, setSort }: LongTableProps<T>) {
  return (
    <div role="rowgroup">
      <div class="long-head" role="row" aria-rowindex={1}>
        {columns.map((column) => (
          <div role="columnheader" key={column.name} aria-sort={ariaSort(column.sort, sort)}>
            {column.sort === undefined || setSort === undefined ? (
              column.name === "" ? (
                <span class="sr-only">State</span>
              ) : (
                column.name
              )
            ) : (
              <button
                type="button"
                class="sort"
                onClick={() => setSort(nextSort(column.sort ?? "", sort))}
              >
                {column.name}
                {sort === column.sort && <Icon name="up" />}
                {sort === `-${column.sort}` && <Icon name="down" />}
              </button>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

function ariaSort(own: string | undefined, sort: string | undefined) {
  if (own === undefined) return undefined;
  if (sort === own) return "ascending";
  return sort === `-${own}` ? "descending" : "none";
}

function nextSort(own: string, sort: string | undefined): string {
  return sort === own ? `-${own}` : own;
}

/** Which rows are on the screen, of a body as high as all of them. */
function useWindow(count: number, height: number) {
  const body = useRef<HTMLDivElement>(null);
  const [range, setRange] = useState({ from: 0, to: 0 });
  useLayoutEffect(() => {
    const measure = () => {
      const top = body.current?.getBoundingClientRect().top ?? 0;
      const first = Math.floor(-top / height) - overscan;
      const last = Math.ceil((innerHeight - top) / height) + overscan;
      const from = Math.max(0, Math.min(count, first));
      const to = Math.max(from, Math.min(count, last));
      setRange((old) => (old.from === from && old.to === to ? old : { from, to }));
    };
    measure();
    addEventListener("scroll", measure, { passive: true });
    addEventListener("resize", measure);
    return () => {
      removeEventListener("scroll", measure);
      removeEventListener("resize", measure);
    };
  }, [count, height]);
  return { body, from: Math.min(range.from, count), to: Math.min(range.to, count) };
}
