/** Headings, cards and lists of facts. */
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";

import { visibleText } from "../text/visible.ts";

export function View(props: {
  /** For the window and the heading. */
  readonly title: string;
  readonly heading?: ComponentChildren;
  readonly lead?: ComponentChildren;
  readonly crumb?: ComponentChildren;
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  useEffect(() => {
    document.title = `${visibleText(props.title).slice(0, 80)} – Fleet`;
  }, [props.title]);
  return (
    <div class="view">
      <header class="view-head">
        <div class="view-title">
          {props.crumb}
          <h1>{props.heading ?? props.title}</h1>
          {props.lead && <p>{props.lead}</p>}
        </div>
        {props.actions && <div class="actions">{props.actions}</div>}
      </header>
      {props.children}
    </div>
  );
}

let cards = 0;

export function Card(props: {
  readonly title: string;
  readonly note?: ComponentChildren;
  /** The content reaches the edges: tables. */
  readonly flush?: boolean;
  readonly children: ComponentChildren;
}) {
  cards += 1;
  const id = `card-${cards}`;
  return (
    <section class={props.flush ? "card flush" : "card"} aria-labelledby={id}>
      <div class="card-head">
        <h2 id={id}>{props.title}</h2>
        {props.note && <p>{props.note}</p>}
      </div>
      {props.children}
    </section>
  );
}

/** Rows without a value are left out. */
export function Facts({
  rows,
}: {
  readonly rows: readonly (readonly [ComponentChildren, ComponentChildren])[];
}) {
  return (
    <dl class="facts">
      {rows
        .filter(
          ([, value]) => value !== undefined && value !== null && value !== "" && value !== false,
        )
        .map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
    </dl>
  );
}

/** A table may be wider than the screen: it scrolls in itself, with the keyboard too. */
export function TableWrap(props: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div class="table-wrap" role="region" aria-label={props.name} tabIndex={0}>
      {props.children}
    </div>
  );
}
