/** One broadcast: progress, what it sends to whom, and how to stop it. */
import { useState } from "preact/hooks";

import { change, pathOf } from "../api/client.ts";
import type { Broadcast } from "../api/types.ts";
import { useResource } from "../api/use-resource.ts";
import { useLiveReload } from "../live/use-live.ts";
import { Labels } from "../parts/chips.tsx";
import { Confirm } from "../parts/dialog.tsx";
import { Icon } from "../parts/icon.tsx";
import { Card, Facts, View } from "../parts/layout.tsx";
import { Loaded } from "../parts/states.tsx";
import { toast } from "../parts/toast.tsx";
import { routePath } from "../routes.ts";
import { formatCount } from "../text/format.ts";
import { Text } from "../text/text.tsx";
import { Time } from "../text/time.tsx";
import { BroadcastProgress } from "./broadcast/progress.tsx";
import { PayloadData } from "./message/payload.tsx";

export function BroadcastView({ id }: { readonly id: string }) {
  const resource = useResource<Broadcast>(pathOf("broadcasts", id));
  useLiveReload(resource.reload, (event) => event.broadcast_id === id);
  const [stopping, setStopping] = useState(false);
  const broadcast = resource.data;
  return (
    <View
      title={`Broadcast ${id}`}
      heading={
        <>
          Broadcast <span class="mono">{id}</span>
        </>
      }
      crumb={
        <a class="crumb" href={routePath("broadcasts")}>
          Broadcasts
        </a>
      }
      actions={
        broadcast?.state === "active" && (
          <button type="button" class="button danger" onClick={() => setStopping(true)}>
            <Icon name="stop" />
            Stop
          </button>
        )
      }
    >
      <Loaded resource={resource} action="The broadcast could not be read">
        {(data) => <BroadcastContent broadcast={data} />}
      </Loaded>
      {stopping && broadcast && (
        <Confirm
          title="Stop this broadcast?"
          verb="Stop it"
          failure="The broadcast was not stopped"
          work={() => change("POST", pathOf("broadcasts", id, "disable"))}
          done={() => {
            toast("The broadcast is stopped.");
            resource.reload();
          }}
          close={() => setStopping(false)}
        >
          <p>
            No further client gets it. The {formatCount(broadcast.sent)} messages that were made for
            clients so far stay on their way. It cannot be started again.
          </p>
        </Confirm>
      )}
    </View>
  );
}

function limitOf({ limit }: Broadcast): string {
  return limit === undefined ? "none" : `${formatCount(limit)} clients`;
}

function BroadcastContent({ broadcast }: { readonly broadcast: Broadcast }) {
  const { data, destination_service: destination, source_service: source } = broadcast;
  return (
    <div class="client-cols">
      <Card title="Progress">
        <div class="stack">
          <BroadcastProgress broadcast={broadcast} />
          <Facts
            rows={[
              // A stopped one has none any more: what it was is not kept.
              ["Limit", broadcast.state !== "disabled" && limitOf(broadcast)],
              [
                "Being sent",
                (broadcast.allocated ?? 0) > 0 && formatCount(broadcast.allocated ?? 0),
              ],
              [
                "Clients",
                broadcast.required_labels.length === 0 ? (
                  "all"
                ) : (
                  <Labels labels={broadcast.required_labels} />
                ),
              ],
              ["From service", <Text value={source} />],
              ["For service", destination !== source && <Text value={destination} />],
              ["Type", broadcast.message_type !== "" && <Text value={broadcast.message_type} />],
              [
                "Group",
                broadcast.group_name !== undefined && <Text value={broadcast.group_name} />,
              ],
              [
                "Expires",
                broadcast.expiration_time !== undefined && (
                  <Time time={broadcast.expiration_time} />
                ),
              ],
            ]}
          />
        </div>
      </Card>
      <Card title="Payload">
        {data === undefined ? <p class="muted">It has none.</p> : <PayloadData data={data} />}
      </Card>
    </div>
  );
}
