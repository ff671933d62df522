/** Broadcasts that go on, with their progress; a new one. */
import { useState } from "preact/hooks";

import type { Broadcast } from "../api/types.ts";
import { useResource } from "../api/use-resource.ts";
import { useLiveReload } from "../live/use-live.ts";
import { Labels } from "../parts/chips.tsx";
import { Icon } from "../parts/icon.tsx";
import { View } from "../parts/layout.tsx";
import { Empty, Loaded } from "../parts/states.tsx";
import { routePath } from "../routes.ts";
import { ShortText } from "../text/text.tsx";
import { Ago } from "../text/time.tsx";
import { BroadcastProgress } from "./broadcast/progress.tsx";
import { NewBroadcast } from "./broadcast/new-broadcast.tsx";

export function BroadcastsView() {
  const list = useResource<{ readonly broadcasts: readonly Broadcast[] }>("/broadcasts");
  useLiveReload(list.reload, ({ type }) => type === "broadcast.progress");
  const [creating, setCreating] = useState(false);
  return (
    <View
      title="Broadcasts"
      lead="One message for every client that has the labels; clients that connect later get it too, until it ends."
      actions={
        <button
          type="button"
          class="button primary"
          aria-expanded={creating}
          onClick={() => setCreating(!creating)}
        >
          <Icon name={creating ? "close" : "plus"} />
          {creating ? "Close" : "New broadcast"}
        </button>
      }
    >
      {creating && <NewBroadcast />}
      <Loaded resource={list} action="The broadcasts could not be read">
        {({ broadcasts }) =>
          broadcasts.length === 0 ? (
            <div class="card">
              <Empty icon="broadcasts" title="No broadcast is active">
                <p>
                  A broadcast ends when its limit is reached, when it expires, or when it is
                  stopped.
                </p>
                {!creating && (
                  <div class="actions">
                    <button type="button" class="button primary" onClick={() => setCreating(true)}>
                      New broadcast
                    </button>
                  </div>
                )}
              </Empty>
            </div>
          ) : (
            <ul class="stack">
              {broadcasts.map((broadcast) => (
                <BroadcastCard broadcast={broadcast} key={broadcast.broadcast_id} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </View>
  );
}

function BroadcastCard({ broadcast }: { readonly broadcast: Broadcast }) {
  const { broadcast_id: id, source_service: service, message_type: type } = broadcast;
  return (
    <li class="card stack tight">
      <div class="row spread">
        <h2>
          <a href={routePath("broadcast", id)} data-row-link>
            <ShortText value={type === "" ? service : `${type} for ${service}`} />
          </a>
        </h2>
        <code class="muted">{id}</code>
      </div>
      <BroadcastProgress broadcast={broadcast} />
      <div class="row small muted">
        {broadcast.required_labels.length === 0 ? (
          <span>every client</span>
        ) : (
          <Labels labels={broadcast.required_labels} most={8} />
        )}
        {broadcast.expiration_time !== undefined && (
          <span>
            · ends <Ago time={broadcast.expiration_time} />
          </span>
        )}
      </div>
    </li>
  );
}
