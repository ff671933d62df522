/** Finds the client that something is for: by its id, or by a label or address that is typed. */
import { useState } from "preact/hooks";

import type { ClientSummary } from "../api/types.ts";
import { useResource } from "../api/use-resource.ts";
import { Input } from "../parts/forms.tsx";
import { setQuery, useQuery } from "../router.ts";
import { useSettled } from "../text/time.tsx";
import { visibleText } from "../text/visible.ts";

export function isClientId(text: string): boolean {
  return /^[0-9a-fA-F]{16}$/.test(text);
}

const typingMs = 150;

/** Suggests clients by what is typed: an id, a label, an address. */
export function ClientPicker() {
  const chosen = useQuery()("client_id");
  const [typed, setTyped] = useState(chosen);
  const search = useSettled(typed, typingMs);
  const wanted = search !== "" && !isClientId(search);
  const found = useResource<{ readonly clients: readonly ClientSummary[] }>(
    wanted ? "/clients" : undefined,
    { query: search, limit: 8 },
  );
  const clients = wanted ? (found.data?.clients ?? []) : [];
  return (
    <div class="search picker">
      <Input
        name="Client"
        value={typed}
        placeholder="Id, label or address"
        set={(value) => {
          setTyped(value);
          setQuery({ client_id: isClientId(value.trim()) ? value.trim() : undefined });
        }}
      />
      {clients.length > 0 && (
        <ul class="suggestions">
          {clients.map((client) => (
            <li key={client.client_id}>
              <button
                type="button"
                onClick={() => {
                  setTyped(client.client_id);
                  setQuery({ client_id: client.client_id });
                }}
              >
                <code>{client.client_id}</code>{" "}
                <span class="muted small">
                  {client.labels.map(({ label }) => visibleText(label).slice(0, 30)).join(", ")}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
