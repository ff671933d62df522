/** One message: its life step by step, its payload while it is kept, the replies to it. */
import { useState } from "preact/hooks";

import { change, pathOf } from "../api/client.ts";
import type { MessageDetail, MessageSummary, MessageTrace } from "../api/types.ts";
import { useResource } from "../api/use-resource.ts";
import { useLiveReload } from "../live/use-live.ts";
import { End, StateChip } from "../parts/chips.tsx";
import { Confirm } from "../parts/dialog.tsx";
import { Icon } from "../parts/icon.tsx";
import { Card, Facts, TableWrap, View } from "../parts/layout.tsx";
import { Loaded } from "../parts/states.tsx";
import { toast } from "../parts/toast.tsx";
import { routePath } from "../routes.ts";
import { ShortText, Text } from "../text/text.tsx";
import { Ago, Time } from "../text/time.tsx";
import { Payload } from "./message/payload.tsx";
import { TraceSteps } from "./message/trace.tsx";

export function MessageView({ id }: { readonly id: string }) {
  const message = useResource<MessageDetail>(pathOf("messages", id));
  const trace = useResource<MessageTrace>(pathOf("messages", id, "trace"));
  useLiveReload(
    () => {
      message.reload();
      trace.reload();
    },
    (event) => event.message_id === id || event.type === "messages.summary",
  );
  const type = message.data?.message_type;
  return (
    <View
      title={`Message ${type ?? id.slice(0, 12)}`}
      heading={type === undefined || type === "" ? "Message" : <Text value={type} most={80} />}
      lead={<code>{id}</code>}
      crumb={
        <a class="crumb" href={routePath("messages")}>
          Messages
        </a>
      }
      actions={message.data && <DeleteAction message={message.data} reload={message.reload} />}
    >
      <Loaded resource={message} action="The message could not be read">
        {(data) => (
          <div class="client-cols">
            <div class="stack">
              <Card title="Its life">
                <Loaded resource={trace} action="The trace could not be read">
                  {({ steps }) => <TraceSteps steps={steps} />}
                </Loaded>
              </Card>
              <MessageFacts message={data} />
            </div>
            <div class="stack">
              <Payload message={data} />
              <Replies id={id} />
            </div>
          </div>
        )}
      </Loaded>
    </View>
  );
}

function MessageFacts({ message }: { readonly message: MessageDetail }) {
  return (
    <Card title="Facts">
      <Facts
        rows={[
          ["State", <StateChip state={message.state} />],
          [
            "Why",
            message.failed_reason !== undefined && message.failed_reason !== "" && (
              <Text value={message.failed_reason} most={500} />
            ),
          ],
          ["From", <End address={message.source} most={128} />],
          ["To", <End address={message.destination} most={128} />],
          ["Type", message.message_type !== "" && <Text value={message.message_type} />],
          ["Created", <Time time={message.creation_time} />],
          ["Priority", <Text value={message.priority} />],
          ["Background", message.background && "yes: it wakes nobody"],
          ...message.annotations.map(
            ({ key, value }) =>
              [<Text value={key} most={60} />, <Annotation name={key} value={value} />] as const,
          ),
        ]}
      />
    </Card>
  );
}

function Annotation({ name, value }: { readonly name: string; readonly value: string }) {
  if (name === "fleet.in_reply_to" && /^[0-9a-f]{64}$/.test(value)) {
    return (
      <a class="mono" href={routePath("message", value)}>
        {value.slice(0, 16)}…
      </a>
    );
  }
  return <Text value={value} most={200} />;
}

function DeleteAction({
  message,
  reload,
}: {
  readonly message: MessageDetail;
  readonly reload: () => void;
}) {
  const [asking, setAsking] = useState(false);
  if (message.state !== "pending" || message.destination.client_id === undefined) return null;
  return (
    <>
      <button type="button" class="button danger" onClick={() => setAsking(true)}>
        <Icon name="trash" />
        Take it back
      </button>
      {asking && (
        <Confirm
          title="Take this message back?"
          verb="Take it back"
          failure="The message was not deleted"
          work={() => change("POST", "/messages/delete", { message_ids: [message.message_id] })}
          done={() => {
            toast("The message is taken back.");
            reload();
          }}
          close={() => setAsking(false)}
        >
          <p>
            It is not handed out any more and counts as failed. If the client has it already, it
            goes on with it.
          </p>
        </Confirm>
      )}
    </>
  );
}

function Replies({ id }: { readonly id: string }) {
  const replies = useResource<{ readonly messages: readonly MessageSummary[] }>(
    pathOf("messages", id, "replies"),
  );
  useLiveReload(
    replies.reload,
    ({ type }) => type === "message.stored" || type === "messages.summary",
  );
  const rows = replies.data?.messages ?? [];
  if (rows.length === 0) return null;
  return (
    <Card title="Replies" flush>
      <TableWrap name="Replies">
        <table>
          <thead>
            <tr>
              <th>Type</th>
              <th>State</th>
              <th>Created</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((reply) => (
              <tr key={reply.message_id}>
                <td>
                  <a href={routePath("message", reply.message_id)}>
                    <ShortText value={reply.message_type || reply.message_id.slice(0, 12)} />
                  </a>
                </td>
                <td>
                  <StateChip state={reply.state} />
                </td>
                <td class="nowrap">
                  <Ago time={reply.creation_time} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableWrap>
    </Card>
  );
}
