/** Chooses labels: by typing, or of those that clients have. */
import { useState } from "preact/hooks";

import type { ClientSummary, Label } from "../../api/types.ts";
import { useResource } from "../../api/use-resource.ts";
import { LabelChip } from "../../parts/chips.tsx";
import { Input } from "../../parts/forms.tsx";
import { Icon } from "../../parts/icon.tsx";
import { useSettled } from "../../text/time.tsx";

/** Clients whose labels are suggested, and suggestions at once. */
const lookedAt = 200;
const suggested = 12;
const typingMs = 150;

export function LabelPicker({
  labels,
  set,
}: {
  readonly labels: readonly Label[];
  readonly set: (labels: readonly Label[]) => void;
}) {
  const [typed, setTyped] = useState("");
  const search = useSettled(typed, typingMs);
  const found = useResource<{ readonly clients: readonly ClientSummary[] }>("/clients", {
    query: search.replace(/^[^:]*:/, ""),
    limit: lookedAt,
  });
  const known = frequentLabels(found.data?.clients ?? [], labels);
  const add = (label: Label) => {
    setTyped("");
    if (!labels.some((each) => keyOf(each) === keyOf(label))) set([...labels, label]);
  };
  const addTyped = () => {
    if (typed.trim() !== "") add(parseLabel(typed.trim()));
  };
  return (
    <div class="stack tight">
      <div
        onKeyDown={(event) => {
          if (event.key !== "Enter" || typed === "") return;
          event.preventDefault();
          addTyped();
        }}
      >
        <Input
          name="Clients with all of these labels"
          value={typed}
          set={setTyped}
          placeholder="label, or service:label"
          help="Enter adds it. Without a label every client gets the message."
        />
      </div>
      {labels.length > 0 && (
        <div class="row" role="group" aria-label="Chosen labels">
          {labels.map((label) => (
            <button
              type="button"
              class="button"
              onClick={() => set(labels.filter((each) => each !== label))}
            >
              <span class="sr-only">Remove</span>
              <LabelChip label={label} />
              <Icon name="close" />
            </button>
          ))}
        </div>
      )}
      {known.length > 0 && (
        <div class="row" role="group" aria-label="Labels of clients">
          {known.map((label) => (
            <button type="button" class="more" onClick={() => add(label)} key={keyOf(label)}>
              + <LabelChip label={label} />
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** What a client says of itself belongs to the service "client". */
function parseLabel(text: string): Label {
  const at = text.indexOf(":");
  return at === -1
    ? { service_name: "client", label: text }
    : { service_name: text.slice(0, at), label: text.slice(at + 1) };
}

function keyOf({ service_name: service, label }: Label): string {
  return JSON.stringify([service, label]);
}

function frequentLabels(clients: readonly ClientSummary[], chosen: readonly Label[]): Label[] {
  const taken = new Set(chosen.map(keyOf));
  const counts = new Map<string, { readonly label: Label; count: number }>();
  for (const label of clients.flatMap((client) => client.labels)) {
    const entry = counts.get(keyOf(label));
    if (entry !== undefined) entry.count += 1;
    else if (!taken.has(keyOf(label))) counts.set(keyOf(label), { label, count: 1 });
  }
  return [...counts.values()]
    .toSorted((a, b) => b.count - a.count)
    .slice(0, suggested)
    .map(({ label }) => label);
}
