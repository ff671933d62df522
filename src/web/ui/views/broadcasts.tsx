/** Broadcasts with their progress: those that go on, or all; a new one. */
import { useState } from "preact/hooks";

import type { Broadcast } from "../api/types.ts";
import { usePages } from "../api/use-pages.ts";
import { useLiveReload } from "../live/use-live.ts";
import { Labels } from "../parts/chips.tsx";
import { Segments } from "../parts/forms.tsx";
import { Icon } from "../parts/icon.tsx";
import { View } from "../parts/layout.tsx";
import { Empty, Problem } from "../parts/states.tsx";
import { setQuery, useQuery } from "../router.ts";
import { routePath } from "../routes.ts";
import { ShortText } from "../text/text.tsx";
import { Ago } from "../text/time.tsx";
import { BroadcastProgress } from "./broadcast/progress.tsx";
import { NewBroadcast } from "./broadcast/new-broadcast.tsx";

export function BroadcastsView() {
  const show = useQuery()("show");
  const pages = usePages<Broadcast>(
    "/broadcasts",
    { active: show === "all" ? "false" : "true" },
    "broadcasts",
    ({ broadcast_id: id }) => id,
  );
  useLiveReload(pages.reload, ({ type }) => type === "broadcast.progress");
  const isEmpty = !pages.waiting && pages.rows.length === 0 && pages.problem === undefined;
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
      <div class="filters">
        <Segments
          name="Which"
          value={show}
          set={(value) => setQuery({ show: value })}
          choices={[
            { value: "", name: "Active" },
            { value: "all", name: "All" },
          ]}
        />
      </div>
      {pages.problem && (
        <Problem
          action="The broadcasts could not be read"
          problem={pages.problem}
          retry={pages.reload}
        />
      )}
      {isEmpty && (
        <div class="card">
          <NoneYet all={show === "all"} create={creating ? undefined : () => setCreating(true)} />
        </div>
      )}
      <ul class="stack">
        {pages.rows.map((broadcast) => (
          <BroadcastCard broadcast={broadcast} key={broadcast.broadcast_id} />
        ))}
      </ul>
      {pages.more && (
        <div class="actions">
          <button type="button" class="button" onClick={() => pages.need(pages.rows.length)}>
            Show more
          </button>
        </div>
      )}
    </View>
  );
}

function NoneYet({
  all,
  create,
}: {
  readonly all: boolean;
  readonly create: (() => void) | undefined;
}) {
  return (
    <Empty icon="broadcasts" title={all ? "There is no broadcast" : "No broadcast is active"}>
      <p>A broadcast ends when its limit is reached, when it expires, or when it is stopped.</p>
      {create && (
        <div class="actions">
          <button type="button" class="button primary" onClick={create}>
            New broadcast
          </button>
        </div>
      )}
    </Empty>
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
