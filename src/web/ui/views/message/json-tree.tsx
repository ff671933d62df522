/** JSON as a tree that opens where somebody looks. */
import { useState } from "preact/hooks";

import { isRecord } from "../../api/problem.ts";
import { Text } from "../../text/text.tsx";

/** Open at first, and entries shown of one list. */
const openDepth = 3;
const step = 100;

export function JsonTree({ value }: { readonly value: unknown }) {
  return (
    <div class="json">
      <Node value={value} depth={0} />
    </div>
  );
}

function Node({
  name,
  value,
  depth,
}: {
  readonly name?: string;
  readonly value: unknown;
  readonly depth: number;
}) {
  const label =
    name === undefined ? null : (
      <>
        <span class="json-key">
          <Text value={name} most={100} />
        </span>
        :{" "}
      </>
    );
  const entries = entriesOf(value);
  if (entries === undefined) {
    return (
      <span>
        {label}
        <Leaf value={value} />
      </span>
    );
  }
  const count = Array.isArray(value) ? `[${entries.length}]` : `{${entries.length}}`;
  if (entries.length === 0) {
    return (
      <span>
        {label}
        <span class="faint">{count}</span>
      </span>
    );
  }
  return <Branch label={label} count={count} entries={entries} depth={depth} />;
}

function Branch(props: {
  readonly label: preact.ComponentChildren;
  readonly count: string;
  readonly entries: readonly (readonly [string, unknown])[];
  readonly depth: number;
}) {
  const { label, count, entries, depth } = props;
  const [open, setOpen] = useState(depth < openDepth);
  const [shown, setShown] = useState(step);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {label}
        <span class="faint">{count}</span>
      </summary>
      {open && (
        <ul>
          {entries.slice(0, shown).map(([key, value]) => (
            <li key={key}>
              <Node name={key} value={value} depth={depth + 1} />
            </li>
          ))}
          {entries.length > shown && (
            <li>
              <button type="button" class="more" onClick={() => setShown(shown + 10 * step)}>
                {entries.length - shown} more
              </button>
            </li>
          )}
        </ul>
      )}
    </details>
  );
}

function Leaf({ value }: { readonly value: unknown }) {
  if (typeof value === "string") {
    return (
      <span class="json-value">
        "<Text value={value} most={300} />"
      </span>
    );
  }
  return <span class="json-other">{String(value)}</span>;
}

function entriesOf(value: unknown): (readonly [string, unknown])[] | undefined {
  if (Array.isArray(value)) return value.map((entry: unknown, index) => [String(index), entry]);
  return isRecord(value) ? Object.entries(value) : undefined;
}
