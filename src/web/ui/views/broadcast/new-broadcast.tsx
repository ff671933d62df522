/** The form of a new broadcast; it says how many clients have the label before anything is sent. */
import { useState } from "preact/hooks";

import { change } from "../../api/client.ts";
import type { ClientSummary, Label } from "../../api/types.ts";
import { useChange } from "../../api/use-change.ts";
import { useResource } from "../../api/use-resource.ts";
import { Input } from "../../parts/forms.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Card } from "../../parts/layout.tsx";
import { ScopeNotice } from "../../parts/scope-notice.tsx";
import { Problem } from "../../parts/states.tsx";
import { navigate } from "../../router.ts";
import { routePath } from "../../routes.ts";
import { plural } from "../../text/format.ts";
import { type DataForm, dataOf, emptyData, PayloadFields } from "../payload-fields.tsx";
import { LabelPicker } from "./label-picker.tsx";

export function NewBroadcast() {
  const [service, setService] = useState("");
  const [type, setType] = useState("");
  const [labels, setLabels] = useState<readonly Label[]>([]);
  const [limit, setLimit] = useState("");
  const [expires, setExpires] = useState("");
  const [data, setData] = useState<DataForm>(emptyData);
  const packed = dataOf(data);
  const creating = useChange();
  const submit = async () => {
    const fields = {
      service_name: service,
      message_type: type,
      required_labels: labels,
      ...(limit !== "" && { limit: Number(limit) }),
      ...(expires !== "" && { expiration_time: new Date(expires).toISOString() }),
      ...(packed.data !== undefined && { data: packed.data }),
    };
    await creating.run(async () => {
      const made = await change<{ readonly broadcast_id: string }>("POST", "/broadcasts", fields);
      navigate(routePath("broadcast", made.broadcast_id));
    });
  };
  return (
    <Card title="New broadcast">
      <ScopeNotice needs="send" what="A broadcast" />
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div class="form-row">
          <Input
            name="Service"
            value={service}
            set={setService}
            required
            help="Of the clients; it gets the message."
          />
          <Input
            name="Message type"
            value={type}
            set={setType}
            help="What the service calls it; may be empty."
          />
        </div>
        <LabelPicker labels={labels} set={setLabels} />
        <Matches labels={labels} />
        <div class="form-row">
          <Input
            name="Limit"
            type="number"
            value={limit}
            set={setLimit}
            help="At most so many clients; empty: all."
            invalid={limit !== "" && !(Number(limit) >= 1)}
          />
          <Input
            name="Expires"
            type="datetime-local"
            value={expires}
            set={setExpires}
            help="Clients that connect later do not get it; empty: never."
          />
        </div>
        <PayloadFields value={data} set={setData} fault={packed.fault} />
        {creating.problem && (
          <Problem action="The broadcast was not created" problem={creating.problem} />
        )}
        <div class="actions">
          <button
            type="submit"
            class="button primary"
            disabled={creating.busy || service === "" || packed.fault !== undefined}
          >
            <Icon name="broadcasts" />
            Send to {labels.length === 0 ? "all clients" : "clients with these labels"}
          </button>
        </div>
      </form>
    </Card>
  );
}

/** How many clients have it; of several labels the listing of clients knows only one. */
function Matches({ labels }: { readonly labels: readonly Label[] }) {
  const [label] = labels;
  const query = label === undefined ? {} : { label: `${label.service_name}:${label.label}` };
  const found = useResource<{ readonly total: number; readonly clients: readonly ClientSummary[] }>(
    "/clients",
    { ...query, limit: 1 },
  );
  const total = found.data?.total;
  if (total === undefined) return null;
  const words =
    labels.length === 0
      ? "are known"
      : labels.length === 1
        ? "have this label"
        : "have the first of these labels";
  return (
    <p class="small muted" role="status">
      {plural(total, "client")}{" "}
      {total === 1 ? words.replace(/^are/, "is").replace(/^have/, "has") : words}.
    </p>
  );
}
