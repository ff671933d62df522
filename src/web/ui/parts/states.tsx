/** What stands where an answer should: it is on its way, it is empty, it is a problem. Each says what to do next. */
import type { ComponentChildren } from "preact";

import type { ApiProblem } from "../api/problem.ts";
import type { Resource } from "../api/use-resource.ts";
import { Text } from "../text/text.tsx";
import { Icon, type IconName } from "./icon.tsx";

export function Empty(props: {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <div class="empty">
      <Icon name={props.icon} />
      <h2>{props.title}</h2>
      {props.children}
    </div>
  );
}

/** @param action what failed, as "The clients could not be read". */
export function Problem(props: {
  readonly action: string;
  readonly problem: ApiProblem;
  readonly retry?: () => void;
}) {
  const { action, problem, retry } = props;
  return (
    <div class="notice bad" role="alert">
      <Icon name="warning" />
      <div>
        <p>
          {action}: <Text value={problem.message} most={400} />
        </p>
        {problem.hint !== undefined && (
          <p class="hint">
            <Text value={problem.hint} most={400} />
          </p>
        )}
      </div>
      {retry && (
        <button type="button" class="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}

/** Shows the answer; above it the problem of a later reading, if there is one. */
export function Loaded<T>(props: {
  readonly resource: Resource<T>;
  readonly action: string;
  readonly children: (data: T) => ComponentChildren;
}) {
  const { data, problem, stale, reload } = props.resource;
  return (
    <>
      {problem && <Problem action={props.action} problem={problem} retry={reload} />}
      {data !== undefined && <div class={stale ? "is-stale" : ""}>{props.children(data)}</div>}
      {data === undefined && !problem && <p class="loading">Loading…</p>}
    </>
  );
}
